package jp.mimamori.bot.escalation;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whom a step of a ladder calls, and where they are told.
 *
 * @param name as people call them: 当番アナリスト
 */
public record CallTo(String name, Whom whom, Set<Where> where) {
  public CallTo {
    where = Set.copyOf(where);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A step must say whom it calls.");
    }
    if (where.isEmpty()) {
      throw new IllegalArgumentException("A step that calls " + name + " must say where.");
    }
  }

  /** Nobody by name: whoever reads the channel of calls. */
  public CallTo(String name) {
    this(name, new Whom.Anybody(), EnumSet.of(Where.CHANNEL));
  }

  /** Who is called. */
  public sealed interface Whom {
    record Anybody() implements Whom {}

    /**
     * @param member the member's id
     */
    record Person(String member) implements Whom {}

    /** Whoever is on duty at the moment of the call. */
    record OnDuty(String rota) implements Whom {}

    /**
     * A user group (Slack) or role (Discord).
     *
     * @param id the platform's own
     */
    record Group(String platform, String id) implements Whom {}
  }

  /** Where a call appears. */
  public enum Where {
    /** Under the message that shows what it is about. */
    THREAD,
    /** The tenant's channel of calls. */
    CHANNEL,
    /** Between the called person and the service alone. */
    DIRECT
  }
}
