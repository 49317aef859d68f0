package jp.mimamori.knowledge;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.computing.Computing;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import jp.mimamori.knowledge.official.Editions;
import jp.mimamori.knowledge.retrieval.Locator;
import jp.mimamori.knowledge.wording.Phrase;

/**
 * Answers questions from the documents, and says so when it cannot. Never changes, safe for many
 * threads, answers whatever was typed without an exception within milliseconds. Holds its index in
 * memory until closed.
 */
public final class Knowledge implements AutoCloseable {
  /** Nobody's question is longer; what follows is a log or a slip of the hand. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final int MOST_FOUND = 8;
  private static final int MOST_CHAT = 4;

  /** Where somebody to do it is looked for, behind the clauses about it. */
  private static final int MOST_NEAR = 40;

  /** A sentence must fit this much better than the whole message to be answered alone. */
  private static final double WHOLE = 0.05;

  /** By the language to look up in; the libraries that were opened. */
  private final Map<Language, Library> libraries;

  /** By the language to look up in, told in the other. */
  private final Map<Language, Library> translated = new EnumMap<>(Language.class);

  private final Computing computing;
  private final Composer composer;
  private final Quotes quotes;

  private Knowledge(
      Documents documents, ServiceFacts facts, SupportHours hours, Editions editions) {
    // The languages know nothing of each other, and taking them apart is nearly all of the time.
    libraries =
        Arrays.stream(Language.values())
            .parallel()
            .collect(
                Collectors.toUnmodifiableMap(
                    language -> language, language -> new Library(documents, language)));
    libraries.forEach(
        (language, library) ->
            translated.put(language, library.toldBy(of(language.other(), libraries))));
    computing = new Computing(facts, hours, documents.citations());
    composer = new Composer(facts.placeholders());
    quotes = new Quotes(editions);
  }

  /** Reads the documents into an index; takes about a second. */
  public static Knowledge open(Documents documents, ServiceFacts facts, SupportHours hours) {
    return open(documents, facts, hours, Editions.none());
  }

  /** As above; answers also quote the official text that is in force when they are given. */
  public static Knowledge open(
      Documents documents, ServiceFacts facts, SupportHours hours, Editions editions) {
    return new Knowledge(documents, facts, hours, editions);
  }

  /** The answer, in the language of the question, from the documents of that language only. */
  public Answer answer(Question question) {
    Question clipped = clipped(question);
    return quotes.beneath(answered(clipped), clipped.now(), library(clipped));
  }

  private Answer answered(Question clipped) {
    if (clipped.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new Answer.WhichOne(Phrase.ASK_CONCRETELY.in(clipped.answerIn()), List.of(), 0);
    }
    Optional<Answer> words = byWords(clipped);
    Optional<Answer> incident = words.isPresent() ? Optional.empty() : incident(clipped);
    if (incident.isPresent()) {
      return incident.get();
    }
    Optional<Answer> sum = sum(clipped);
    return sum.filter(answer -> answer instanceof Answer.Computed)
        .or(() -> words)
        .or(() -> chat(clipped))
        .or(() -> byAct(clipped))
        .or(() -> byPlace(clipped))
        .or(() -> sum)
        .orElseGet(() -> sound(clipped, byLikeness(clipped)));
  }

  /**
   * A sound that nothing is known of is asked back: it says nothing that a person could take up.
   */
  private static Answer sound(Question question, Answer answer) {
    return answer instanceof Answer.NotKnown && Sentences.isSound(question.text())
        ? new Answer.WhichOne(Phrase.ASK_CONCRETELY.in(question.answerIn()), List.of(), 0)
        : answer;
  }

  /** A sum, with what else was asked for in the same breath. */
  private Optional<Answer> sum(Question question) {
    List<Question> parts =
        Sentences.questions(question.text()).stream().map(question::saying).toList();
    if (parts.size() < 2) {
      return computing.answer(question);
    }
    Optional<Answer.Computed> alone = alone(parts);
    Optional<Answer> whole = alone.isPresent() ? Optional.empty() : computing.answer(question);
    Optional<Answer.Computed> sum =
        alone.or(
            () -> whole.filter(Answer.Computed.class::isInstance).map(Answer.Computed.class::cast));
    return sum.<Answer>map(computed -> withTheRest(computed, parts)).or(() -> whole);
  }

  /** The sum of one part, where no other names a figure that it could need. */
  private Optional<Answer.Computed> alone(List<Question> parts) {
    List<Question> figures = parts.stream().filter(computing::namesFigures).toList();
    return figures.size() == 1
            && computing.answer(figures.getFirst()).orElse(null) instanceof Answer.Computed sum
        ? Optional.of(sum)
        : Optional.empty();
  }

  private Answer withTheRest(Answer.Computed sum, List<Question> parts) {
    return parts.stream()
        .filter(part -> !computing.namesFigures(part) && Preference.isAsked(part.text()))
        .flatMap(part -> stated(part).stream())
        .filter(other -> !sum.citations().contains(other.citations().getFirst()))
        .findFirst()
        .<Answer>map(other -> Composer.both(sum, other))
        .orElse(sum);
  }

  private Optional<Answer.Cited> stated(Question part) {
    return byLikeness(part) instanceof Answer.Cited cited && cited.confidence() >= Composer.SURE
        ? Optional.of(cited)
        : Optional.empty();
  }

  private Optional<Answer> byWords(Question question) {
    return library(question).byWords(question.text()).map(entry -> composer.answer(entry, 1));
  }

  /** Thanks and a greeting in one breath are still small talk, and so is saying who one is. */
  private Optional<Answer> chat(Question question) {
    List<String> said = Sentences.clauses(question.text());
    List<String> clauses = said.stream().filter(clause -> !Sentences.introduces(clause)).toList();
    if (said.size() < 2 || clauses.isEmpty() || clauses.size() > MOST_CHAT) {
      return Optional.empty();
    }
    List<Entry> talk =
        clauses.stream().flatMap(clause -> library(question).smallTalk(clause).stream()).toList();
    return talk.size() == clauses.size()
        ? Optional.of(composer.answer(talk.getFirst(), 1))
        : Optional.empty();
  }

  /** What is done rather than asked goes to the nearest entry that is for it. */
  private Optional<Answer> byAct(Question question) {
    return Act.in(question.text()).flatMap(act -> by(act, question));
  }

  /** Nobody whose house may be on fire is told the hours of the desk. */
  private Optional<Answer> incident(Question question) {
    return Act.INCIDENT.isIn(question.text()) ? by(Act.INCIDENT, question) : Optional.empty();
  }

  private Optional<Answer> by(Act act, Question question) {
    List<Library.Found> near = library(question).find(question.text(), MOST_NEAR);
    return near.stream()
        .filter(found -> act.isFor(found.entry()))
        .filter(found -> near.getFirst().score() - found.score() <= act.lead())
        .findFirst()
        .map(found -> composer.answer(found.entry(), found.confidence()))
        .or(() -> plainly(act, question));
  }

  private Optional<Answer> plainly(Act act, Question question) {
    return act.lead() < Double.POSITIVE_INFINITY
        ? Optional.empty()
        : library(question)
            .byWords(act.plainly(question.lookUpIn()))
            .filter(act::isFor)
            .map(entry -> composer.answer(entry, 1));
  }

  private Optional<Answer> byPlace(Question question) {
    Optional<Locator> place = Locator.in(question.text());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    List<Entry> entries = library(question).at(place.get());
    if (entries.isEmpty()) {
      return place.get().isArticle()
          ? Optional.of(composer.noSuchPlace(place.get().label(), question.answerIn()))
          : Optional.empty();
    }
    return Optional.of(composer.place(chosen(entries, place.get(), question)));
  }

  /** Of several entries at a place, those that the rest of the question is about. */
  private List<Entry> chosen(List<Entry> entries, Locator place, Question question) {
    if (entries.size() == 1 || place.rest().length() < 4) {
      return entries;
    }
    return library(question).find(place.rest(), 20).stream()
        .filter(found -> entries.contains(found.entry()) && found.fit().coverage() > .6)
        .map(Library.Found::entry)
        .findFirst()
        .map(List::of)
        .orElse(entries);
  }

  private Answer byLikeness(Question question) {
    List<Library.Found> best = library(question).find(question.text(), MOST_FOUND);
    double sureness = sureness(best) + WHOLE;
    if (sureness >= Composer.SURE) {
      return composer.answer(best, question);
    }
    for (String sentence : Sentences.of(question.text())) {
      if (!library(question).isQuestion(sentence)) {
        continue;
      }
      List<Library.Found> found = library(question).find(sentence, MOST_FOUND);
      boolean chat = !found.isEmpty() && found.getFirst().entry().kind() == Kind.SMALLTALK;
      if (!chat && sureness(found) > sureness) {
        best = found;
        sureness = sureness(found);
      }
    }
    return composer.answer(best, question);
  }

  private static double sureness(List<Library.Found> found) {
    return found.isEmpty() ? 0 : found.getFirst().confidence();
  }

  private Library library(Question question) {
    Language lookUpIn = question.lookUpIn();
    return of(lookUpIn, lookUpIn == question.answerIn() ? libraries : translated);
  }

  Library library(Language language) {
    return of(language, libraries);
  }

  private static Library of(Language language, Map<Language, Library> libraries) {
    Library library = libraries.get(language);
    if (library == null) {
      throw new IllegalStateException("no library for " + language);
    }
    return library;
  }

  /** The entry that comes nearest to a question, whether it answers it or not. */
  public Optional<Entry> nearest(Question question) {
    Question clipped = clipped(question);
    return library(clipped)
        .byWords(clipped.text())
        .or(
            () ->
                library(clipped).find(clipped.text(), 1).stream()
                    .filter(Library.Found::isKnown)
                    .map(Library.Found::entry)
                    .findFirst());
  }

  /** Whether these very words stand in the documents as a way of asking. */
  public boolean isWrittenDown(Question question) {
    return library(question).byWords(question.text()).isPresent();
  }

  private static Question clipped(Question question) {
    String text = question.text();
    if (text.length() <= MOST_CHARACTERS) {
      return question;
    }
    int end =
        Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1))
            ? MOST_CHARACTERS - 1
            : MOST_CHARACTERS;
    return new Question(
        text.substring(0, end), question.language(), question.writtenIn(), question.now());
  }

  @Override
  public void close() {
    libraries.values().forEach(Library::close);
  }
}
