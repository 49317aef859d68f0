package jp.mimamori.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import jp.mimamori.knowledge.retrieval.Likeness;

/**
 * What a writer of documents should look at though nothing in it is a mistake.
 *
 * @param sameQuestions a way of asking that stands in several entries: only the first will win
 * @param nearQuestions ways of asking of different entries that say nearly the same
 * @param sameTexts entries that say the same
 * @param unfound entries that are found first by none of their own ways of asking
 */
public record Review(
    List<Finding> sameQuestions,
    List<Finding> nearQuestions,
    List<Finding> sameTexts,
    List<Entry> unfound) {
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
    nearQuestions = List.copyOf(nearQuestions);
    sameTexts = List.copyOf(sameTexts);
    unfound = List.copyOf(unfound);
  }

  /** Reads everything once and asks everything once; takes some seconds. */
  public static Review of(Documents documents) {
    List<Finding> questions = new ArrayList<>();
    List<Finding> near = new ArrayList<>();
    List<Finding> texts = new ArrayList<>();
    List<Entry> unfound = new ArrayList<>();
    for (Language language : Language.values()) {
      List<Entry> entries = documents.in(language);
      questions.addAll(shared(entries, Entry::questions));
      near.addAll(nearlyAsked(entries, new Likeness(language, documents.synonyms())));
      texts.addAll(shared(entries, entry -> List.of(entry.text(Map.of()))));
      try (Library library = new Library(documents, language)) {
        entries.stream().filter(entry -> !isFound(entry, library)).forEach(unfound::add);
      }
    }
    return new Review(questions, near, texts, unfound);
  }

  private static boolean isFound(Entry entry, Library library) {
    return entry.questions().stream()
        .flatMap(question -> library.find(question, 1).stream())
        .anyMatch(found -> found.entry().equals(entry));
  }

  private static List<Finding> nearlyAsked(List<Entry> entries, Likeness likeness) {
    Map<String, List<Asked>> subjects = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.kind() == Kind.SMALLTALK) {
        continue; // greetings are all alike
      }
      for (String question : entry.questions()) {
        subjects
            .computeIfAbsent(likeness.subject(question), _ -> new ArrayList<>())
            .add(new Asked(question, entry));
      }
    }
    return subjects.values().stream()
        .flatMap(asked -> Review.near(asked, likeness).stream())
        .toList();
  }

  /** Each question is named once, with the first of another entry that it is like. */
  private static List<Finding> near(List<Asked> asked, Likeness likeness) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i < asked.size(); i++) {
      Asked later = asked.get(i);
      asked.subList(0, i).stream()
          .filter(earlier -> later.isNear(earlier, likeness))
          .findFirst()
          .map(
              earlier ->
                  new Finding(
                      earlier.question() + " / " + later.question(),
                      List.of(earlier.entry(), later.entry())))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private record Asked(String question, Entry entry) {
    /** Like another entry's question, and not the very same, which is named anyway. */
    boolean isNear(Asked other, Likeness likeness) {
      return !entry.equals(other.entry())
          && !Entry.words(question).equals(Entry.words(other.question()))
          && likeness.isAlike(question, other.question());
    }
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
