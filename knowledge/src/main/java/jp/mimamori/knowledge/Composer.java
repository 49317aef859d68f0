package jp.mimamori.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import jp.mimamori.knowledge.wording.Phrase;

/** Makes an answer of the entries that were found. */
final class Composer {
  /** Confidence from which on the best is taken for the one meant. */
  static final double SURE = 0.75;

  /** Lead in score that makes up for a lack of confidence. */
  private static final double WIDE = 0.06;

  /** Lead in score over what may be an incident that lets it be none. */
  private static final double CALM = 0.25;

  /** Lead in score so small that the second is worth naming too. */
  private static final double NARROW = 0.2;

  private static final int MOST_CHOICES = 3;

  private final Map<String, String> placeholders;

  Composer(Map<String, String> placeholders) {
    this.placeholders = placeholders;
  }

  /** The answer to a question for which these entries were found, best first. */
  Answer answer(List<Library.Found> found, Question question) {
    List<Library.Found> fitting = fitting(found);
    if (fitting.isEmpty()) {
      double best = found.stream().mapToDouble(Library.Found::confidence).max().orElse(0);
      return new Answer.NotKnown(
          Phrase.NOT_FOUND.in(question.answerIn()), Optional.empty(), List.of(), 1 - best);
    }
    List<Library.Found> ranked = Preference.ranked(fitting, question.text(), this::isUntold);
    Library.Found first = ranked.getFirst();
    boolean sure = isSure(ranked);
    if (!sure || Preference.hasHappened(question.text())) {
      Optional<Library.Found> urgent = urgent(ranked);
      if (urgent.isPresent()) {
        return answer(urgent.get().entry(), urgent.get().confidence());
      }
    }
    if (!sure) {
      return whichOne(ranked, question.answerIn(), first.confidence());
    }
    Answer answer = answer(first.entry(), first.confidence());
    return answer instanceof Answer.Cited cited ? withNeighbour(cited, ranked) : answer;
  }

  /**
   * What may be meant: all that is no idle talk, if one of the best knows enough of the question.
   */
  private static List<Library.Found> fitting(List<Library.Found> found) {
    List<Library.Found> meant = found.stream().filter(one -> !one.isIdle()).toList();
    boolean known =
        meant.stream()
            .filter(one -> one.score() >= meant.getFirst().score() - NARROW)
            .anyMatch(Library.Found::isKnown);
    return known ? meant : List.of();
  }

  /** Nobody whose house may be on fire is asked back: a person sorts it out. */
  private static Optional<Library.Found> urgent(List<Library.Found> ranked) {
    return ranked.stream()
        .limit(MOST_CHOICES)
        .filter(one -> one.entry().urgent())
        .filter(one -> one.score() >= ranked.getFirst().score() - CALM)
        .findFirst();
  }

  private boolean isUntold(Entry entry) {
    return entry.kind() == Kind.FAQ && !entry.unfilled(placeholders).isEmpty();
  }

  private static boolean isSure(List<Library.Found> ranked) {
    Library.Found first = ranked.getFirst();
    if (ranked.size() == 1 || first.confidence() >= SURE) {
      return true;
    }
    Library.Found second = ranked.get(1);
    return first.score() - second.score() >= WIDE
        || Preference.agree(first.entry(), second.entry());
  }

  /** Cites the next best too where it is close behind and says the same or the next of it. */
  private static Answer withNeighbour(Answer.Cited cited, List<Library.Found> ranked) {
    if (ranked.size() < 2 || ranked.get(1).score() < ranked.getFirst().score() - NARROW) {
      return cited;
    }
    Entry first = ranked.getFirst().entry();
    Entry second = ranked.get(1).entry();
    String label = second.citation();
    boolean known = cited.citations().stream().anyMatch(one -> one.label().equals(label));
    if (known || !Preference.agree(first, second)) {
      return cited;
    }
    List<Citation> citations = new ArrayList<>(cited.citations());
    citations.add(new Citation(label));
    String text = cited.text() + "\n\n" + Phrase.SEE_ALSO.in(first.language(), label);
    return new Answer.Cited(text, citations, cited.caveat(), cited.confidence());
  }

  /** A sum and what else was asked for, one beneath the other. */
  static Answer both(Answer.Computed sum, Answer.Cited other) {
    List<Citation> citations = new ArrayList<>(sum.citations());
    other.citations().stream().filter(one -> !citations.contains(one)).forEach(citations::add);
    return new Answer.Computed(
        sum.text() + "\n\n" + other.text(),
        sum.steps(),
        citations,
        sum.assumption(),
        sum.confidence());
  }

  private static Answer whichOne(List<Library.Found> found, Language language, double confidence) {
    List<Answer.Choice> choices =
        found.stream()
            .limit(MOST_CHOICES)
            .map(one -> new Answer.Choice(one.entry().title(), Library.name(one.entry())))
            .toList();
    return new Answer.WhichOne(Phrase.WHICH_ONE.in(language), choices, confidence);
  }

  /** The answer that one entry gives. */
  Answer answer(Entry entry, double confidence) {
    return switch (entry.kind()) {
      case TERMS, FAQ -> stated(entry, confidence);
      case UNKNOWN -> unknown(entry, confidence);
      case HANDOVER ->
          new Answer.HandOver(
              entry.text(placeholders), citations(entry.sources()), entry.urgent(), confidence);
      case SMALLTALK -> new Answer.SmallTalk(entry.text(placeholders), confidence);
    };
  }

  /** All that stands at one place. */
  Answer place(List<Entry> entries) {
    if (entries.size() == 1) {
      return answer(entries.getFirst(), 1);
    }
    String text =
        entries.stream()
            .map(entry -> entry.title() + "\n" + entry.text(placeholders))
            .collect(Collectors.joining("\n\n"));
    Set<String> labels = new LinkedHashSet<>();
    entries.forEach(entry -> labels.add(entry.citation()));
    return new Answer.Cited(text, citations(labels), Optional.empty(), 1);
  }

  Answer noSuchPlace(String label, Language language) {
    return new Answer.NotKnown(
        Phrase.NO_SUCH_PLACE.in(language, label), Optional.empty(), List.of(), 1);
  }

  private Answer stated(Entry entry, double confidence) {
    String text = entry.text(placeholders);
    List<String> labels = new ArrayList<>(List.of(entry.citation()));
    labels.addAll(entry.sources());
    if (entry.urgent()) {
      return new Answer.HandOver(text, citations(labels), true, confidence);
    }
    if (!entry.unfilled(placeholders).isEmpty()) {
      return new Answer.NotKnown(
          Phrase.NOT_YET_TOLD.in(entry.language()),
          Optional.of(text).filter(known -> !known.isEmpty()),
          citations(labels),
          confidence);
    }
    return new Answer.Cited(
        text,
        citations(labels),
        entry.caveat().flatMap(caveat -> caveat.filled(placeholders)),
        confidence);
  }

  private Answer unknown(Entry entry, double confidence) {
    return new Answer.NotKnown(
        entry.text(placeholders), Optional.empty(), citations(entry.sources()), confidence);
  }

  private static List<Citation> citations(java.util.Collection<String> labels) {
    return labels.stream().distinct().map(Citation::new).toList();
  }
}
