package jp.mimamori.bot.chat;

import java.util.Map;

/**
 * What the one person who acted gets to see, and nobody else. There is one for each act, within a
 * moment; it may be lost, and nothing depends on it.
 */
public sealed interface Reply {
  /** A card elsewhere says it all. */
  record Nothing() implements Reply {}

  /** A sentence. */
  record Words(String text) implements Reply {}

  /** A card that only this person sees. Its buttons work as others do. */
  record Shown(Card card) implements Reply {}

  /**
   * The press needs a yes first, and it was not asked for yet: for platforms whose buttons have no
   * dialog of their own. After the yes, the same button is pressed again, confirmed.
   */
  record Sure(Card.Confirm confirm) implements Reply {}

  /** The press needs to know more: what is filled in comes as a {@link Incoming.Submission}. */
  record Fill(Form form) implements Reply {}

  /** Not like this: by the field's id, what is wrong. The form stays open where it can. */
  record Mend(Map<String, String> mistakes) implements Reply {
    public Mend {
      mistakes = Map.copyOf(mistakes);
    }
  }
}
