package jp.mimamori.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.official.Editions;
import jp.mimamori.knowledge.official.OfficialText;
import jp.mimamori.knowledge.retrieval.Locator;

/** Puts the official words beneath the plain ones, in the edition that is in force. */
final class Quotes {
  /** An answer that cites more places than this would bury its plain words. */
  private static final int MOST = 2;

  private final Editions editions;

  Quotes(Editions editions) {
    this.editions = editions;
  }

  Answer beneath(Answer answer, Instant now, Library library) {
    Optional<OfficialText> inForce = editions.inForce(now);
    if (inForce.isEmpty()) {
      return answer;
    }
    return switch (answer) {
      case Answer.Cited(var text, var citations, var caveat, var confidence) ->
          new Answer.Cited(
              text, quoted(citations, text, inForce.get(), library), caveat, confidence);
      case Answer.Computed(var text, var steps, var citations, var assumption, var confidence) ->
          new Answer.Computed(
              text, steps, quoted(citations, text, inForce.get(), library), assumption, confidence);
      case Answer.WhichOne _, Answer.NotKnown _, Answer.HandOver _, Answer.SmallTalk _ -> answer;
    };
  }

  private static List<Citation> quoted(
      List<Citation> citations, String said, OfficialText official, Library library) {
    List<Citation> quoted = new ArrayList<>();
    int quotes = 0;
    for (Citation citation : citations) {
      Optional<String> quote =
          quotes < MOST
              ? official.quote(citation.label(), plain(citation.label(), said, library))
              : Optional.empty();
      quotes += quote.isPresent() ? 1 : 0;
      quoted.add(new Citation(citation.label(), quote));
    }
    return quoted;
  }

  /** The titles of the entries that spoke of a place, else all that was said. */
  private static String plain(String label, String said, Library library) {
    String titles =
        library.at(new Locator(label, false, "")).stream()
            .filter(entry -> said.contains(entry.body().getFirst().text()))
            .map(Entry::title)
            .collect(Collectors.joining("\n"));
    return titles.isEmpty() ? said : titles;
  }
}
