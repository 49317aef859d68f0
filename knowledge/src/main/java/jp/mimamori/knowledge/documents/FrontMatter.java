package jp.mimamori.knowledge.documents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import jp.mimamori.knowledge.Language;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Node;

/** How a document begins: what kind it is, in which language. */
record FrontMatter(Kind kind, Language language) {
  /** {@code based-on} says which edition of the official text the plain words restate. */
  private static final Set<String> ALLOWED =
      new TreeSet<>(Set.of("kind", "lang", "title", "based-on"));

  static Optional<FrontMatter> of(
      Node document, List<String> lines, BiConsumer<Integer, String> problems) {
    YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
    document.accept(visitor);
    Map<String, List<String>> data = visitor.getData();
    if (data.isEmpty()) {
      problems.accept(
          1, "begins without front matter; needs kind, lang and title between --- lines");
      return Optional.empty();
    }
    for (String key : data.keySet()) {
      if (!ALLOWED.contains(key)) {
        problems.accept(
            line(key, lines),
            "unknown key \"" + key + "\"; allowed: " + String.join(", ", ALLOWED));
      }
    }
    if (value("title", data).isBlank()) {
      problems.accept(line("title", lines), "needs a title");
    }
    Optional<Kind> kind = Kind.of(value("kind", data));
    if (kind.isEmpty()) {
      problems.accept(
          line("kind", lines),
          "unknown kind \"" + value("kind", data) + "\"; allowed: " + Kind.keys());
    }
    Optional<Language> language = language(value("lang", data));
    if (language.isEmpty()) {
      problems.accept(
          line("lang", lines), "unknown lang \"" + value("lang", data) + "\"; allowed: ja, en");
    }
    return kind.flatMap(k -> language.map(l -> new FrontMatter(k, l)));
  }

  private static Optional<Language> language(String key) {
    return switch (key) {
      case "ja" -> Optional.of(Language.JA);
      case "en" -> Optional.of(Language.EN);
      default -> Optional.empty();
    };
  }

  private static String value(String key, Map<String, List<String>> data) {
    List<String> values = data.getOrDefault(key, List.of());
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  private static int line(String key, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().toLowerCase(Locale.ROOT).startsWith(key + ":")) {
        return i + 1;
      }
    }
    return 1;
  }
}
