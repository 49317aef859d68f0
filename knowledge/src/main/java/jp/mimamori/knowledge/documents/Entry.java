package jp.mimamori.knowledge.documents;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.Language;

/**
 * The smallest thing that answers by itself: a clause, a question of the FAQ, a known gap.
 *
 * @param label its place in the citation scheme, without {@code FAQ} before it
 * @param article the title of the article or group above it, empty if none
 * @param questions how people ask for it: searched, never shown
 * @param sources further citations
 * @param urgent hand-over at once, day and night
 * @param file and {@code line}: where it stands, for whoever must mend it
 */
public record Entry(
    Kind kind,
    Language language,
    String label,
    String title,
    String article,
    List<Paragraph> body,
    List<String> questions,
    List<String> sources,
    Optional<Paragraph> caveat,
    boolean urgent,
    String file,
    int line) {
  public Entry {
    body = List.copyOf(body);
    questions = List.copyOf(questions);
    sources = List.copyOf(sources);
  }

  /** How an answer names this entry as its source. */
  public String citation() {
    return kind == Kind.FAQ ? "FAQ " + label : label;
  }

  /** The body with the operator's values; a paragraph whose value is missing is left out. */
  public String text(Map<String, String> values) {
    return body.stream()
        .flatMap(paragraph -> paragraph.filled(values).stream())
        .collect(Collectors.joining("\n\n"));
  }

  /** What the operator has not told yet and this entry needs. */
  public Set<String> unfilled(Map<String, String> values) {
    Set<String> names = new TreeSet<>();
    body.forEach(paragraph -> names.addAll(paragraph.placeholders()));
    caveat.ifPresent(paragraph -> names.addAll(paragraph.placeholders()));
    names.removeIf(name -> !values.getOrDefault(name, "").isBlank());
    return names;
  }

  /** What was said, apart from how it was typed: two questions of the same words are the same. */
  public static String words(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
