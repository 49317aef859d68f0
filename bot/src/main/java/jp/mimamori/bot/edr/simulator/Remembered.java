package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the simulated EDR keeps over a restart: the content of the state file. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class Remembered {
  private final List<ObjectNode> alerts = new ArrayList<>();
  private final Map<String, List<ObjectNode>> notes = new TreeMap<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<Specimen> specimens = new ArrayList<>();
  private final Map<String, List<ObjectNode>> lists = new TreeMap<>();
  private final Set<String> offline = new TreeSet<>();
  private long alertsRaised;
  private Instant nextAlertAt = Instant.EPOCH;

  List<ObjectNode> alerts() {
    return alerts;
  }

  Map<String, List<ObjectNode>> notes() {
    return notes;
  }

  List<Task> tasks() {
    return tasks;
  }

  /** What lies in the sandbox. */
  List<Specimen> specimens() {
    return specimens;
  }

  /** Objects that were listed at once, by the list's name. */
  Map<String, List<ObjectNode>> lists() {
    return lists;
  }

  /** Guids of the endpoints that are switched off. */
  Set<String> offline() {
    return offline;
  }

  long alertsRaised() {
    return alertsRaised;
  }

  Instant nextAlertAt() {
    return nextAlertAt;
  }

  void nextAlertAt(Instant at) {
    nextAlertAt = at;
  }

  /** So many alerts were raised that are kept elsewhere. */
  void count(int alerts) {
    alertsRaised += alerts;
  }

  void add(ObjectNode alert, int atMost) {
    alerts.add(alert);
    alertsRaised++;
    while (alerts.size() > atMost) {
      notes.remove(alerts.removeFirst().path("id").asText());
    }
  }
}
