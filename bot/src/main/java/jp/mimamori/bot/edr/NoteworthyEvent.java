package jp.mimamori.bot.edr;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something the EDR saw that a person should look at (注意が必要なイベント; Vision One: a Workbench alert).
 *
 * @param customer the EDR's number of the customer ({@code WB-<customer>-<date>-<number>})
 * @param model the detection model's name
 * @param standing how far it is looked into, in the EDR's own books
 * @param accounts user names involved
 * @param mailboxes mail addresses involved
 * @param timeline what was noticed, oldest first
 * @param incident what the EDR thinks it belongs to; empty for nothing
 * @param link opaque address of the event in the EDR's console
 */
public record NoteworthyEvent(
    String id,
    String customer,
    String model,
    String description,
    Severity severity,
    int score,
    Instant createdAt,
    Instant updatedAt,
    Standing standing,
    List<Endpoint> endpoints,
    List<String> accounts,
    List<String> mailboxes,
    List<Indicator> indicators,
    List<Match> timeline,
    String incident,
    String link) {
  public NoteworthyEvent {
    endpoints = List.copyOf(endpoints);
    accounts = List.copyOf(accounts);
    mailboxes = List.copyOf(mailboxes);
    indicators = List.copyOf(indicators);
    timeline = timeline.stream().sorted(Comparator.comparing(Match::at)).toList();
  }

  /** MITRE ATT&CK technique ids, in the order in which they were noticed. */
  public List<String> techniques() {
    return timeline.stream().flatMap(match -> match.techniques().stream()).distinct().toList();
  }

  /** The detection rules that matched. */
  public List<String> rules() {
    return timeline.stream().map(Match::rule).distinct().toList();
  }

  /** What of it can be blocked, analysed and swept for. */
  public List<SuspiciousObject> objects() {
    return indicators.stream()
        .flatMap(indicator -> indicator.object().stream())
        .distinct()
        .toList();
  }

  /** How far people have looked into it. */
  public enum Status {
    OPEN,
    IN_PROGRESS,
    CLOSED
  }

  /** What it turned out to be. */
  public enum Finding {
    NONE,
    NOTEWORTHY,
    TRUE_POSITIVE,
    FALSE_POSITIVE,
    BENIGN_TRUE_POSITIVE,
    OTHER
  }

  /** What the EDR's books say about it. */
  public record Standing(Status status, Finding finding) {
    /** Nobody has looked at it. */
    public static final Standing NEW = new Standing(Status.OPEN, Finding.NONE);
  }

  /**
   * One thing that was noticed.
   *
   * @param rule the detection rule that it counts for
   * @param what the rule's own words for it
   * @param techniques MITRE ATT&CK technique ids
   * @param evidence kinds of the recorded events, like {@code TELEMETRY_PROCESS}: an open set
   */
  public record Match(
      Instant at, String rule, String what, List<String> techniques, List<String> evidence) {
    public Match {
      techniques = List.copyOf(techniques);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * An object that was seen: a command line, a file, a hash, an address.
   *
   * @param type the EDR's word for its kind, an open set: {@code command_line}, {@code file_sha1} …
   * @param field where it was seen, in the EDR's words: {@code processCmd}, {@code dst} …
   */
  public record Indicator(String type, String field, String value) {
    /** As something that can be blocked; empty for a command line, a path, a local name … */
    public Optional<SuspiciousObject> object() {
      return switch (type) {
        case "file_sha1" -> SuspiciousObject.of(SuspiciousObject.Kind.FILE_SHA1, value);
        case "file_sha256" -> SuspiciousObject.of(SuspiciousObject.Kind.FILE_SHA256, value);
        case "ip" -> SuspiciousObject.of(SuspiciousObject.Kind.IP, value);
        case "url" -> SuspiciousObject.of(SuspiciousObject.Kind.URL, value);
        case "domain" -> SuspiciousObject.of(SuspiciousObject.Kind.DOMAIN, value);
        case "email_sender" -> SuspiciousObject.of(SuspiciousObject.Kind.SENDER, value);
        default -> Optional.empty(); // the EDR's words are an open set
      };
    }
  }
}
