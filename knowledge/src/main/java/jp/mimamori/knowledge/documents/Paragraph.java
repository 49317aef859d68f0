package jp.mimamori.knowledge.documents;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paragraph or list of an entry, as plain text; may need what only the operator knows. */
public record Paragraph(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Z][A-Z0-9_]*)}}");

  /** The names of what only the operator knows. */
  public Set<String> placeholders() {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
    return names;
  }

  /** The text to show, or nothing while a value is missing or blank. */
  public Optional<String> filled(Map<String, String> values) {
    if (placeholders().stream().anyMatch(name -> values.getOrDefault(name, "").isBlank())) {
      return Optional.empty();
    }
    return Optional.of(PLACEHOLDER.matcher(text).replaceAll(found -> value(found, values)));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(found.group(1), "").strip());
  }

  /** Whether braces stand here that are no placeholder, so that a typing error would be shown. */
  static boolean hasBadPlaceholder(String text) {
    String rest = PLACEHOLDER.matcher(text).replaceAll("");
    return rest.contains("{{") || rest.contains("}}");
  }
}
