package jp.mimamori.bot.chat.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text on its way to Slack and back. On the way out the three characters that can make a mention, a
 * link or a call to a whole channel are escaped
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping), and lengths count as
 * escaped.
 */
final class SlackText {
  private static final String ELLIPSIS = "…";
  private static final Pattern MARKUP = Pattern.compile("<([^<>]*)>");

  private SlackText() {}

  /** A text that fits, and whether something of it had to go. */
  record Cut(String text, boolean cut) {}

  static String escaped(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Escaped, and at most so many characters of it. */
  static Cut escaped(String raw, int most) {
    String whole = escaped(raw);
    if (whole.length() <= most) {
      return new Cut(whole, false);
    }
    int end = fitting(raw, 0, most - ELLIPSIS.length());
    return new Cut(escaped(raw.substring(0, end)) + ELLIPSIS, true);
  }

  /** Escaped pieces of at most so many characters, broken at the end of a line where it can be. */
  static List<String> pieces(String raw, int most) {
    List<String> pieces = new ArrayList<>();
    int begin = 0;
    while (begin < raw.length()) {
      int end = fitting(raw, begin, most);
      int line = raw.lastIndexOf('\n', end - 1);
      if (end < raw.length() && line > begin) {
        end = line + 1;
      }
      pieces.add(escaped(raw.substring(begin, end)));
      begin = end;
    }
    return pieces;
  }

  /** What a person typed, without Slack's markup and without the mention of the bot. */
  static String plain(String typed, String bot) {
    return unescaped(
            MARKUP.matcher(typed).replaceAll(mark -> Matcher.quoteReplacement(read(mark, bot))))
        .strip();
  }

  private static String read(MatchResult mark, String bot) {
    String[] parts = mark.group(1).split("\\|", 2);
    String target = parts[0];
    String label = parts.length > 1 ? parts[1] : "";
    if (target.equals("@" + bot)) {
      return "";
    }
    if (target.startsWith("@") || target.startsWith("#") || target.startsWith("!")) {
      char sign = target.startsWith("#") ? '#' : '@';
      String named = label.isEmpty() ? target.substring(1) : label;
      return named.startsWith("@") ? named : sign + named;
    }
    return label.isEmpty() || label.equals(target) ? target : label + " (" + target + ")";
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** The end of the longest part from there that fits escaped; splits no character. */
  private static int fitting(String raw, int begin, int most) {
    int length = 0;
    int at = begin;
    while (at < raw.length()) {
      int point = raw.codePointAt(at);
      int width =
          switch (point) {
            case '&' -> "&amp;".length();
            case '<', '>' -> "&lt;".length();
            default -> Character.charCount(point);
          };
      if (length + width > most) {
        break;
      }
      length += width;
      at += Character.charCount(point);
    }
    return Math.max(at, Math.min(begin + 1, raw.length()));
  }
}
