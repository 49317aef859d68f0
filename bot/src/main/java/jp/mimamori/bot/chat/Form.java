package jp.mimamori.bot.chat;

import java.util.List;
import jp.mimamori.knowledge.Language;

/**
 * A dialog with something to fill in.
 *
 * @param title at most {@value #MOST_TITLE} characters
 * @param text above the fields: what it is for, and what will happen to what
 * @param fields at most {@value #MOST_FIELDS}
 * @param send the label of the button that sends it
 */
public record Form(
    String title, String text, Language language, List<Field> fields, String send, String cancel) {
  /** What Slack leaves of a title; Discord leaves 45. https://docs.slack.dev/surfaces/modals */
  public static final int MOST_TITLE = 24;

  /**
   * With a text above them, what fits into Discord's five components.
   * https://discord.com/developers/docs/components/reference#modal
   */
  public static final int MOST_FIELDS = 4;

  public Form {
    fields = List.copyOf(fields);
    if (title.length() > MOST_TITLE || fields.isEmpty() || fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("no such form fits everywhere: " + title);
    }
  }

  /** One thing to fill in. */
  public sealed interface Field {
    String id();

    String label();

    /**
     * Words.
     *
     * @param lines whether it takes more than one line
     * @param most characters
     */
    record Text(
        String id,
        String label,
        String hint,
        String value,
        boolean lines,
        boolean required,
        int most)
        implements Field {}

    /** One of at most 25 options. */
    record Choice(String id, String label, List<Option> options) implements Field {
      public Choice {
        options = List.copyOf(options);
      }
    }
  }

  public record Option(String value, String label) {}
}
