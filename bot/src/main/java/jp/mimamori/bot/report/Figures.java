package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.inquiry.Category;

/**
 * What happened in a tenant's month, as of one moment. Kept with the report that shows it, so that
 * what changes later does not change what was delivered. What a report can't list is counted.
 *
 * @param asOf when it was counted
 * @param events how many events the EDR reported, of which alerts were made
 * @param muted events that a rule kept quiet
 * @param outOfHours alerts that came while nobody is at the desk
 * @param moreKinds alerts of kinds that are too rare to be named
 * @param byDay alerts by day of the month, the first at 0
 * @param closedDays the days of the month on which the desk was closed
 * @param before the month before; empty if nothing was on record then
 * @param open what is not finished, from this month and from those before it
 * @param fleet empty if nobody knows
 */
public record Figures(
    String tenant,
    YearMonth month,
    Instant asOf,
    int events,
    int muted,
    int outOfHours,
    Map<Severity, Integer> bySeverity,
    List<Count> byKind,
    int moreKinds,
    List<Map<Severity, Integer>> byDay,
    List<Integer> closedDays,
    Spread acknowledging,
    Spread containing,
    Optional<Before> before,
    List<Deed> deeds,
    List<Incident> incidents,
    int moreIncidents,
    List<Asked> inquiries,
    List<Blocked> blocked,
    int moreBlocked,
    List<Open> open,
    int moreOpen,
    Optional<Fleet> fleet) {
  public Figures {
    bySeverity = Map.copyOf(bySeverity);
    byKind = List.copyOf(byKind);
    byDay = List.copyOf(byDay);
    closedDays = List.copyOf(closedDays);
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

  /** How many alerts were critical or high. */
  public int urgent() {
    return alerts(Severity.CRITICAL) + alerts(Severity.HIGH);
  }

  public int asked() {
    return inquiries.stream().mapToInt(Asked::count).sum();
  }

  /** How many inquiries a person took. */
  int byPerson() {
    return inquiries.stream().mapToInt(Asked::byPerson).sum();
  }

  /** How much is not finished. */
  public int openPoints() {
    return open.size() + moreOpen;
  }

  /** The figures of the month before that this month's are held against. */
  public record Before(
      int alerts, int urgent, int asked, Spread acknowledging, Spread containing) {}

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

  /**
   * Inquiries of a category.
   *
   * @param byPerson how many a person took
   * @param response from when a person was wanted until one took it first, in business time
   */
  public record Asked(Category category, int count, int byPerson, Spread response) {}

  /**
   * An object that was blocked.
   *
   * @param object empty if policy hides it
   */
  public record Blocked(Instant at, SuspiciousObject.Kind kind, Optional<String> object) {}

  /** What still waits when the month is counted. */
  public record Open(Kind kind, String id, String about, Instant since) {
    public enum Kind {
      ALERT,
      ACTION,
      INQUIRY
    }
  }

  /**
   * The endpoints.
   *
   * @param at when they were looked at
   * @param meeting how many lack nothing as far as the EDR tells
   * @param lacking how many lack what
   * @param named those that lack something
   */
  public record Fleet(
      Instant at, int endpoints, int meeting, List<Count> lacking, List<Lacking> named) {
    public Fleet {
      lacking = List.copyOf(lacking);
      named = List.copyOf(named);
    }
  }

  /** An endpoint by name, and what it lacks. */
  public record Lacking(String name, List<Prerequisite> missing) {
    public Lacking {
      missing = List.copyOf(missing);
    }
  }
}
