package jp.mimamori.knowledge.official;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One edition of the terms in the operator's official words.
 *
 * @param inForce the day from which it applies, Asia/Tokyo
 * @param articles 第1条 and so on, without a gap
 * @param annexes 別紙 and 附則
 */
public record OfficialText(
    String title, LocalDate inForce, List<Clause> articles, List<Clause> annexes) {
  public OfficialText {
    articles = List.copyOf(articles);
    annexes = List.copyOf(annexes);
  }

  /** Every place that can be cited, in order. */
  public Stream<Clause> places() {
    return Stream.concat(articles.stream(), annexes.stream()).flatMap(Clause::all);
  }

  /** What stands at a place; the only paragraph of an article is the article itself. */
  public Optional<Clause> at(String label) {
    return places()
        .filter(clause -> clause.label().equals(label))
        .findFirst()
        .or(
            () ->
                articles.stream()
                    .filter(article -> label.equals(article.label() + "第1項"))
                    .filter(article -> article.paragraphs() == 0)
                    .findFirst());
  }

  /**
   * The official words at a place.
   *
   * @param plain what the answer says of that place: of a table of definitions only the terms that
   *     it names are quoted
   */
  public Optional<String> quote(String label, String plain) {
    return at(label)
        .map(
            clause ->
                clause.definitions().isEmpty()
                    ? clause.words()
                    : clause.definitionNamedIn(plain).orElse(clause.text()))
        .filter(words -> !words.isEmpty());
  }

  /** The places whose own words or title differ from another edition's, or stand in one only. */
  public List<String> differences(OfficialText other) {
    Map<String, Clause> mine = alone();
    Map<String, Clause> theirs = other.alone();
    return Stream.concat(mine.keySet().stream(), theirs.keySet().stream())
        .distinct()
        .filter(label -> !Objects.equals(mine.get(label), theirs.get(label)))
        .toList();
  }

  private Map<String, Clause> alone() {
    Map<String, Clause> places = new LinkedHashMap<>();
    places().forEach(clause -> places.putIfAbsent(clause.label(), clause.alone()));
    return places;
  }
}
