package jp.mimamori.bot.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Language;

/**
 * Something that the operator tells customers.
 *
 * @param id the number that people name it by, such as {@code N-3}
 * @param decidedBy who approved, refused or cancelled it
 * @param sentAt when it was handed out
 */
public record Announcement(
    String id,
    Draft draft,
    String writtenBy,
    Instant writtenAt,
    State state,
    Optional<String> decidedBy,
    Optional<Instant> sentAt) {

  /**
   * What somebody wrote.
   *
   * @param english for tenants whose cards are English; they read Japanese where it is missing
   * @param tenants who is told, by id, in the order of the configuration
   * @param begins when what it tells of begins or takes effect
   * @param ends when that is over
   * @param notBefore when it is sent at the earliest
   * @param corrects the announcement that it corrects
   */
  public record Draft(
      Kind kind,
      Words japanese,
      Optional<Words> english,
      List<String> tenants,
      Optional<Instant> begins,
      Optional<Instant> ends,
      Instant notBefore,
      Optional<String> corrects) {
    public Draft {
      tenants = List.copyOf(tenants);
      if (tenants.isEmpty()) {
        throw new IllegalArgumentException("An announcement is for somebody.");
      }
    }

    public Words in(Language language) {
      return switch (language) {
        case JA -> japanese;
        case EN -> english.orElse(japanese);
      };
    }
  }

  /** Title and text, both plain. */
  public record Words(String title, String body) {}

  /** What it is about, and the clause of the terms that asks for it. */
  public enum Kind {
    MAINTENANCE("第13条第2項"),
    FAULT("第27条第1項"),
    TERMS("第3条第2項"),
    END_OF_SERVICE("第18条第1項"),
    FREE("");

    private final String clause;

    Kind(String clause) {
      this.clause = clause;
    }

    /** Its label; empty if the terms say nothing of it. */
    public Optional<String> clause() {
      return clause.isEmpty() ? Optional.empty() : Optional.of(clause);
    }
  }

  /** How far it is. */
  public enum State {
    /** Being written; only its writer sees it. */
    DRAFT,
    /** Waits for a second person. */
    WAITING,
    /** Approved; sent when its time has come. */
    PLANNED,
    SENT,
    /** Refused, or called off before it was sent. */
    CANCELLED,
    /** Nobody was running at its time, and what it told of is over. */
    MISSED,
    /** Taken back after it was sent: its cards say so. */
    WITHDRAWN
  }

  /**
   * One place where it is shown.
   *
   * @param reason why it is not shown there
   */
  public record Delivery(
      String tenant,
      String platform,
      String channel,
      Standing standing,
      Optional<Instant> at,
      String reason) {
    public enum Standing {
      WAITING,
      DELIVERED,
      FAILED
    }
  }
}
