package jp.mimamori.bot.chat;

import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Language;

/**
 * A message as we mean it. Each platform draws it in its own way, within its own limits. All text
 * is plain, never markup: platforms escape it, so that a file name cannot call a whole channel.
 *
 * @param language of its words, for screen readers and line breaking
 */
public record Card(String title, Tone tone, Language language, List<Block> blocks) {
  public Card {
    blocks = List.copyOf(blocks);
  }

  /**
   * How it should feel. Never the only sign: the words say it too. Where a platform limits how much
   * may be said, the more urgent goes first, in this order.
   */
  public enum Tone {
    /** Somebody must look now. */
    URGENT,
    /** Something is under way. */
    WORKING,
    /** Done. */
    SETTLED,
    /** An answer, a note. */
    PLAIN
  }

  /** One part of a card. */
  public sealed interface Block {
    /** Lines of text; line breaks count. */
    record Text(String text) implements Block {}

    /** Names and their values, to be read in pairs. */
    record Facts(List<Fact> facts) implements Block {
      public Facts {
        facts = List.copyOf(facts);
      }
    }

    /** Somebody else's words, and whose they are. */
    record Quote(String text, String source) implements Block {}

    /**
     * Calls somebody: where the platform can, they are told when the message is posted.
     *
     * @param id the platform's own, of the person or group
     */
    record Mention(Called called, String id, String name) implements Block {
      /** What the id is of. */
      public enum Called {
        PERSON,
        GROUP
      }
    }

    /** Small print: sources, assumptions, caveats. */
    record Note(String text) implements Block {}

    /** What happened so far, newest last; folded where the platform can. */
    record History(String title, List<String> lines) implements Block {
      public History {
        lines = List.copyOf(lines);
      }
    }

    record Buttons(List<Button> buttons) implements Block {
      public Buttons {
        buttons = List.copyOf(buttons);
      }
    }
  }

  public record Fact(String name, String value) {}

  /**
   * A button's id says nothing: what a press means is kept by us, not by the message.
   *
   * @param confirm asked before the press counts
   */
  public record Button(String id, String label, Style style, Optional<Confirm> confirm) {
    public Button(String id, String label) {
      this(id, label, Style.PLAIN, Optional.empty());
    }

    public enum Style {
      PLAIN,
      PRIMARY,
      DANGER
    }
  }

  /** A dialog that names what will happen to what. */
  public record Confirm(String title, String text, String yes, String no) {}
}
