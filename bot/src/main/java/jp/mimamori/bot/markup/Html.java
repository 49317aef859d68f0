package jp.mimamori.bot.markup;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Markup that is safe to send. {@link #of} is the only door: whatever fills a template's {@code {}}
 * is escaped, for text and for quoted attributes alike, unless it is {@code Html} itself.
 */
public final class Html {
  public static final Html NONE = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * Fills a template.
   *
   * @param template ours, never made of what somebody typed
   */
  public static Html of(String template, Object... values) {
    var markup = new StringBuilder(template.length() * 2);
    int from = 0;
    for (Object value : values) {
      int hole = template.indexOf("{}", from);
      if (hole < 0) {
        throw new IllegalArgumentException("More values than holes in: " + template);
      }
      markup.append(template, from, hole);
      markup.append(value instanceof Html html ? html.markup : escape(value.toString()));
      from = hole + 2;
    }
    if (template.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException("More holes than values in: " + template);
    }
    return new Html(markup.append(template, from, template.length()).toString());
  }

  public static Html join(Collection<Html> parts) {
    return new Html(parts.stream().map(part -> part.markup).collect(Collectors.joining("\n")));
  }

  private static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }

  /** Equal markup has an equal version: what the browser compares before it draws anew. */
  public String version() {
    return Integer.toHexString(markup.hashCode()) + '-' + Integer.toHexString(markup.length());
  }

  @Override
  public String toString() {
    return markup;
  }
}
