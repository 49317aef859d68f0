package jp.mimamori.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;

/**
 * What a writer of documents should look at though nothing in it is a mistake.
 *
 * @param sameQuestions a way of asking that stands in several entries: only the first will win
 * @param sameTexts entries that say the same
 * @param unfound entries that are found first by none of their own ways of asking
 */
public record Review(List<Finding> sameQuestions, List<Finding> sameTexts, List<Entry> unfound) {
  /**
   * Entries that share something.
   *
   * @param what they share, as it stands in the first of them
   */
  public record Finding(String what, List<Entry> entries) {
    public Finding {
      entries = List.copyOf(entries);
    }
  }

  public Review {
    sameQuestions = List.copyOf(sameQuestions);
    sameTexts = List.copyOf(sameTexts);
    unfound = List.copyOf(unfound);
  }

  /** Reads everything once and asks everything once; takes some seconds. */
  public static Review of(Documents documents) {
    List<Finding> questions = new ArrayList<>();
    List<Finding> texts = new ArrayList<>();
    List<Entry> unfound = new ArrayList<>();
    for (Language language : Language.values()) {
      List<Entry> entries = documents.in(language);
      questions.addAll(shared(entries, Entry::questions));
      texts.addAll(shared(entries, entry -> List.of(entry.text(Map.of()))));
      try (Library library = new Library(documents, language)) {
        entries.stream().filter(entry -> !isFound(entry, library)).forEach(unfound::add);
      }
    }
    return new Review(questions, texts, unfound);
  }

  private static boolean isFound(Entry entry, Library library) {
    return entry.questions().stream()
        .flatMap(question -> library.find(question, 1).stream())
        .anyMatch(found -> found.entry().equals(entry));
  }

  private static List<Finding> shared(List<Entry> entries, Function<Entry, List<String>> parts) {
    Map<String, Finding> all = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (String part : parts.apply(entry)) {
        all.merge(
            Entry.words(part), new Finding(part, List.of(entry)), (one, _) -> with(one, entry));
      }
    }
    all.remove("");
    return all.values().stream().filter(finding -> finding.entries().size() > 1).toList();
  }

  private static Finding with(Finding finding, Entry entry) {
    List<Entry> entries = new ArrayList<>(finding.entries());
    entries.add(entry);
    return new Finding(finding.what(), entries.stream().distinct().toList());
  }
}
