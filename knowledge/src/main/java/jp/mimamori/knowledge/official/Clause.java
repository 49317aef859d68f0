package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place of the official text with all that stands at it: an article, a paragraph, an item; an
 * annex, a section of it.
 *
 * @param label in the one citation scheme: {@code 第16条第1項}, {@code 別紙 機能(10)}
 * @param mark how it is numbered within its parent, {@code １．} or {@code (3)}; empty if it is not
 * @param heading its title, empty if it has none
 * @param text the official words before the parts; a line break is one that means something
 * @param parts paragraphs, items or sections, in order
 */
public record Clause(
    String label,
    String mark,
    String heading,
    String text,
    List<Definition> definitions,
    List<Clause> parts) {
  public Clause {
    definitions = List.copyOf(definitions);
    parts = List.copyOf(parts);
  }

  /** All that stands at this place, as one would copy it out; without its heading. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (!text.isEmpty()) {
      words.add(text);
    }
    definitions.forEach(definition -> words.add(definition.term() + "　" + definition.meaning()));
    parts.forEach(part -> words.add(part.mark() + part.words()));
    return String.join("\n", words);
  }

  /** How many of its parts are paragraphs (項); an article may do without. */
  public long paragraphs() {
    return parts.stream().filter(part -> part.label().endsWith("項")).count();
  }

  /** Whether its heading is that title, however wide either is written. */
  public boolean isTitled(String title) {
    return Line.plain(heading).replace(" ", "").equals(Line.plain(title).replace(" ", ""));
  }

  /** Without its parts, for comparing place by place. */
  Clause alone() {
    return new Clause(label, mark, heading, text, definitions, List.of());
  }

  /** This place and all places in it. */
  Stream<Clause> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Clause::all));
  }

  /** The words of a definition that a text names in 「」, brackets or quotation marks. */
  Optional<String> definitionNamedIn(String text) {
    String plain = Line.plain(text).replace(" ", "");
    List<String> named =
        definitions.stream()
            .filter(definition -> isNamed(definition.term(), plain))
            .map(definition -> definition.term() + "　" + definition.meaning())
            .toList();
    return named.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", named));
  }

  private static boolean isNamed(String term, String text) {
    String plain = Line.plain(term).replace(" ", "");
    String bare = plain.replaceFirst("\\(.*", "");
    return Stream.of("「" + bare + "」", "「" + bare + "(", "(" + bare + ")", "\"" + bare + "\"")
        .anyMatch(text::contains);
  }
}
