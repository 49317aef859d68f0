package jp.mimamori.bot.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.Severity;

/**
 * One or more noteworthy events of one kind on one endpoint, that somebody must look at.
 *
 * @param id that of its first event
 * @param endpoints where it was seen, the first one first
 * @param objects what was seen
 * @param events how many events it stands for
 */
public record Alert(
    String id,
    String tenant,
    String model,
    String description,
    Severity severity,
    int score,
    String link,
    List<Endpoint> endpoints,
    List<Seen> objects,
    int events,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Acknowledgement> acknowledgement) {
  public Alert {
    endpoints = List.copyOf(endpoints);
    objects = List.copyOf(objects);
  }

  public List<String> objects(String kind) {
    return objects.stream().filter(seen -> seen.kind().equals(kind)).map(Seen::value).toList();
  }

  /** Who looked first, and when. */
  public record Acknowledgement(String by, Instant at) {}

  /**
   * Something involved.
   *
   * @param kind {@link #ACCOUNT}, {@link #TECHNIQUE}, or the EDR's word for an indicator's type
   */
  public record Seen(String kind, String value) {
    public static final String ACCOUNT = "account";
    public static final String TECHNIQUE = "technique";
  }
}
