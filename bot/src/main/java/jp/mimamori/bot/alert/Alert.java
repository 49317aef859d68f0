package jp.mimamori.bot.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Indicator;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;

/**
 * One or more noteworthy events of one kind on one endpoint, that somebody must look at.
 *
 * @param id that of its first event
 * @param endpoints at most 25, where it was seen, the first one first
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
    Optional<Acknowledgement> acknowledgement,
    Optional<String> assignee,
    Optional<Closing> closing,
    List<Comment> comments) {
  public Alert {
    endpoints = List.copyOf(endpoints);
    objects = List.copyOf(objects);
    comments = List.copyOf(comments);
  }

  /** What of it can be blocked, analysed and searched for. */
  public List<SuspiciousObject> suspects() {
    return objects.stream()
        .flatMap(seen -> new Indicator(seen.kind(), "", seen.value()).object().stream())
        .distinct()
        .toList();
  }

  public List<String> objects(String kind) {
    return objects.stream().filter(seen -> seen.kind().equals(kind)).map(Seen::value).toList();
  }

  /** Who looked first, and when. */
  public record Acknowledgement(String by, Instant at) {}

  /** What it turned out to be, and who says so. */
  public record Closing(String by, Instant at, Finding finding) {}

  /** Somebody's words about it, for analysts. */
  public record Comment(String by, Instant at, String text) {}

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
