package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.Severity;

/**
 * What happened in a tenant's month, as of one moment. Kept with the report that shows it, so that
 * what changes later does not change what was delivered.
 *
 * @param asOf when it was counted
 * @param events how many events the EDR reported, of which alerts were made
 * @param muted events that a rule kept quiet
 * @param byDay alerts by day of the month, the first at 0
 * @param fleet empty if the EDR did not answer
 */
public record Figures(
    String tenant,
    YearMonth month,
    Instant asOf,
    int events,
    int muted,
    Map<Severity, Integer> bySeverity,
    List<Count> byKind,
    List<Map<Severity, Integer>> byDay,
    Spread acknowledging,
    Spread containing,
    List<Deed> deeds,
    List<Incident> incidents,
    int moreIncidents,
    List<Asked> inquiries,
    List<Blocked> blocked,
    List<Open> open,
    Optional<Fleet> fleet) {
  public Figures {
    bySeverity = Map.copyOf(bySeverity);
    byKind = List.copyOf(byKind);
    byDay = List.copyOf(byDay);
    deeds = List.copyOf(deeds);
    incidents = List.copyOf(incidents);
    inquiries = List.copyOf(inquiries);
    blocked = List.copyOf(blocked);
    open = List.copyOf(open);
  }

  /** How many alerts there were. */
  public int alerts() {
    return bySeverity.values().stream().mapToInt(Integer::intValue).sum();
  }

  public int alerts(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  public int asked() {
    return inquiries.stream().mapToInt(Asked::count).sum();
  }

  public record Count(String name, int count) {}

  /**
   * An alert in brief.
   *
   * @param finding the EDR's word; empty while it is open
   */
  public record Incident(
      String id,
      Instant at,
      Severity severity,
      String model,
      String endpoint,
      Optional<Duration> acknowledged,
      Optional<Duration> contained,
      String finding) {}

  /**
   * What was asked of the EDR.
   *
   * @param refused by a person, or lapsed because nobody agreed
   */
  public record Deed(String verb, int succeeded, int failed, int refused, int underWay) {}

  /** What customers may ask about. */
  public enum Category {
    INSTALL,
    CONSOLE,
    DETECTION,
    TERMS,
    OTHER
  }

  /**
   * Inquiries of a category.
   *
   * @param byPerson how many a person took
   * @param response from asking to a person's taking it, in business time
   */
  public record Asked(Category category, int count, int byPerson, Spread response) {}

  /** An object that was blocked. */
  public record Blocked(Instant at, String object) {}

  /** What still waits when the month is counted. */
  public record Open(Kind kind, String id, String about, Instant since) {
    public enum Kind {
      ALERT,
      ACTION,
      INQUIRY
    }
  }

  /**
   * The endpoints at the moment of counting.
   *
   * @param meeting how many lack nothing as far as the EDR tells
   * @param lacking the others, by what they lack
   */
  public record Fleet(int endpoints, int meeting, List<Count> lacking) {
    public Fleet {
      lacking = List.copyOf(lacking);
    }
  }
}
