package jp.mimamori.bot.edr;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the EDR knows of an endpoint at the moment it is asked.
 *
 * @param group where the console's owner put it; an operator with several customers under one key
 *     names the group by the customer's number
 * @param os name and version, empty if unknown
 * @param lastUser who signed in last, empty if unknown
 * @param agentVersion of the sensor, empty if none is installed
 * @param lastConnectedAt when its agent was last heard of
 * @param prerequisites every one of them, as far as the EDR tells
 */
public record EndpointFacts(
    Endpoint endpoint,
    String group,
    String os,
    String lastUser,
    String agentVersion,
    Optional<Instant> lastConnectedAt,
    Isolation isolation,
    Map<Prerequisite, Met> prerequisites) {
  public EndpointFacts {
    Map<Prerequisite, Met> all = new EnumMap<>(Prerequisite.class);
    for (Prerequisite prerequisite : Prerequisite.values()) {
      all.put(prerequisite, prerequisites.getOrDefault(prerequisite, Met.UNKNOWN));
    }
    prerequisites = Map.copyOf(all);
  }

  /** What is certainly missing, in the order of the terms. */
  public List<Prerequisite> missing() {
    return that(Met.NO);
  }

  /** What has to be looked up in the console, in the order of the terms. */
  public List<Prerequisite> untold() {
    return that(Met.UNKNOWN);
  }

  private List<Prerequisite> that(Met met) {
    return List.of(Prerequisite.values()).stream()
        .filter(prerequisite -> prerequisites.get(prerequisite) == met)
        .toList();
  }

  /** Whether it is cut off the network. */
  public enum Isolation {
    ON,
    OFF,
    UNKNOWN
  }

  /** What the service needs of an endpoint (別紙 ■サービスの前提条件), in that order. */
  public enum Prerequisite {
    /** secureO セキュリティエージェントのインストール */
    AGENT_INSTALLED,
    /** 管理サーバーと正常な通信ができる状態 */
    SERVER_REACHED,
    /** Endpoint Sensor 機能 */
    ENDPOINT_SENSOR,
    /** 仮想アナライザの機能 */
    VIRTUAL_ANALYZER,
    /** リアルタイム検索 */
    REAL_TIME_SCAN,
    /** 各種検知機能 */
    DETECTIONS,
    /** メールのメタデータ収集機能 */
    MAIL_METADATA
  }

  /** Whether it is so. */
  public enum Met {
    YES,
    NO,
    /** The EDR's API does not tell. */
    UNKNOWN
  }
}
