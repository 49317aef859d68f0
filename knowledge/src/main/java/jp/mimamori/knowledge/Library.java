package jp.mimamori.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import jp.mimamori.knowledge.documents.Paragraph;
import jp.mimamori.knowledge.retrieval.Candidate;
import jp.mimamori.knowledge.retrieval.Locator;
import jp.mimamori.knowledge.retrieval.Passage;
import jp.mimamori.knowledge.retrieval.PassageIndex;

/** The entries of one language, found by place, by the very words, or by likeness. */
final class Library implements AutoCloseable {
  private final List<Entry> entries;
  private final PassageIndex index;
  private final Map<String, Entry> byWords;
  private final Map<String, List<Entry>> byPlace;

  /** The same searching, told by the entries of another language. */
  private Library(Library asked, Library told) {
    UnaryOperator<Entry> counterpart = entry -> asked.counterpart(entry, told);
    entries = asked.entries.stream().map(counterpart).toList();
    index = asked.index;
    byWords = new HashMap<>(asked.byWords);
    byWords.replaceAll((_, entry) -> counterpart.apply(entry));
    byPlace = told.byPlace;
  }

  Library(Documents documents, Language language) {
    entries = documents.in(language);
    index =
        new PassageIndex(
            entries.stream().map(Library::passage).toList(), language, documents.synonyms());
    byPlace =
        entries.stream()
            .filter(entry -> entry.kind() == Kind.TERMS || entry.kind() == Kind.FAQ)
            .collect(
                Collectors.groupingBy(Entry::citation, LinkedHashMap::new, Collectors.toList()));
    byWords = new HashMap<>();
    for (Entry entry : entries) {
      entry.questions().forEach(question -> byWords.putIfAbsent(Entry.words(question), entry));
    }
    for (Entry entry : entries) {
      byWords.putIfAbsent(Entry.words(name(entry)), entry);
      byWords.putIfAbsent(Entry.words(entry.title()), entry);
    }
    byWords.remove("");
  }

  /**
   * Finds what this finds and answers with the other's entries. Shares this index; is not to be
   * closed.
   */
  Library toldBy(Library other) {
    return new Library(this, other);
  }

  /** The entry of the same label; where several share one, that in the same place among them. */
  private Entry counterpart(Entry entry, Library other) {
    List<Entry> theirs = other.like(entry);
    int place = Math.min(like(entry).indexOf(entry), theirs.size() - 1);
    return place < 0 ? entry : theirs.get(place);
  }

  private List<Entry> like(Entry entry) {
    return entries.stream()
        .filter(one -> one.kind() == entry.kind() && one.label().equals(entry.label()))
        .toList();
  }

  private static Passage passage(Entry entry) {
    List<String> asked = new ArrayList<>(entry.questions());
    asked.add((entry.article() + " " + entry.title()).strip());
    String text = entry.body().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    return new Passage(asked, text);
  }

  /** The entry that was asked for in its own words, if these are nobody else's. */
  Optional<Entry> byWords(String question) {
    return Optional.ofNullable(byWords.get(Entry.words(question)));
  }

  /** The entries at a place: itself, or the paragraphs of an article. */
  List<Entry> at(Locator place) {
    String label = place.faq() ? "FAQ " + place.label() : place.label();
    List<Entry> exact = byPlace.getOrDefault(label, List.of());
    if (!exact.isEmpty() || place.faq()) {
      return exact;
    }
    return byPlace.entrySet().stream()
        .filter(at -> at.getKey().startsWith(label + "第") && !at.getKey().endsWith("号"))
        .flatMap(at -> at.getValue().stream())
        .toList();
  }

  /** What the question may mean, best first. */
  List<Found> find(String question, int most) {
    return index.find(question, most).stream().map(this::found).toList();
  }

  /** The small talk that these few words are, if they are nothing else. */
  Optional<Entry> smallTalk(String words) {
    return byWords(words)
        .or(() -> find(words, 1).stream().filter(Found::isChat).map(Found::entry).findFirst())
        .filter(entry -> entry.kind() == Kind.SMALLTALK);
  }

  /** Whether a sentence says enough to be a question of its own. */
  boolean isQuestion(String sentence) {
    return index.contents(sentence) >= 2;
  }

  private Found found(Candidate candidate) {
    return new Found(entries.get(candidate.passage()), candidate);
  }

  /** A button's words, which find exactly this entry again. */
  static String name(Entry entry) {
    return switch (entry.kind()) {
      case TERMS, FAQ -> entry.citation() + " " + entry.title();
      case UNKNOWN, HANDOVER, SMALLTALK ->
          entry.questions().isEmpty() ? entry.title() : entry.questions().getFirst();
    };
  }

  @Override
  public void close() {
    index.close();
  }

  /** An entry and how well it fits. */
  record Found(Entry entry, Candidate fit) {
    /** Small talk only answers what is hardly anything else. */
    private static final double CHAT = 0.5;

    /** Confidence below which what was found is about something else. */
    private static final double KNOWN = 0.5;

    // A logistic regression over questions that were found rightly against questions about other
    // things: RATIONALE.md, "When to answer".
    private static final double COVERAGE = 3.1;
    private static final double SIMILARITY = 1.5;
    private static final double EVIDENCE = 4.7;
    private static final double STRANGE = -0.4;
    private static final double NOTHING = -13.0;

    double score() {
      return fit.score();
    }

    /** From 0 to 1: how likely it is about what was asked. */
    double confidence() {
      return Math.max(likely(), alike());
    }

    private double likely() {
      double odds =
          COVERAGE * fit.coverage()
              + SIMILARITY * fit.similarity()
              + EVIDENCE * Math.log1p(fit.evidence())
              + (fit.strange() ? STRANGE : 0)
              + NOTHING;
      return 1 / (1 + Math.exp(-odds));
    }

    /** Of few words there is never much evidence, but they can be the same ones. */
    private double alike() {
      return Math.min(1, 0.5 * fit.coverage() + 0.6 * fit.similarity())
          - (fit.strange() ? 0.08 : 0);
    }

    boolean isKnown() {
      return confidence() >= KNOWN;
    }

    boolean isIdle() {
      return entry.kind() == Kind.SMALLTALK && !isChat();
    }

    boolean isChat() {
      return entry.kind() == Kind.SMALLTALK && fit.similarity() >= CHAT;
    }
  }
}
