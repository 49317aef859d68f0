package jp.mimamori.knowledge.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;

/**
 * Understands what refers to the turn before: the same in the other language, the same in fewer
 * words, the same sum with another figure. Whatever else is said is a question of its own.
 */
public final class Conversation {
  /** Confidence from which on a message is taken to say enough by itself. */
  private static final double SURE = 0.75;

  private final Knowledge knowledge;

  public Conversation(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Answers what was said.
   *
   * @param before what went before in the thread; without it nothing can be referred to
   */
  public Heard hear(Question said, Optional<Turn> before) {
    return before
        .flatMap(turn -> followUp(said, turn))
        .orElseGet(() -> new Heard(said, knowledge.answer(said)));
  }

  private Optional<Heard> followUp(Question said, Turn before) {
    return switch (FollowUp.of(said.text())) {
      case FollowUp.InLanguage(Language language) -> {
        Question again = again(said, before.question(), before, language);
        yield Optional.of(new Heard(again, knowledge.answer(again)));
      }
      case FollowUp.Simpler _ -> {
        Question again = again(said, before.question(), before, Language.of(said.text()));
        yield Optional.of(new Heard(again, Simpler.of(knowledge.answer(again))));
      }
      case FollowUp.InFull _ -> {
        Question again = again(said, before.question(), before, Language.of(said.text()));
        yield Optional.of(new Heard(again, knowledge.answer(again)));
      }
      case FollowUp.Pick(int place) -> picked(said, place, before);
      case FollowUp.OtherFigures figures -> sum(said, figures, before);
      case FollowUp.None _ -> pointingBack(said, before);
    };
  }

  /** One of the candidates that the turn before was answered with, as if its button was pressed. */
  private Optional<Heard> picked(Question said, int place, Turn before) {
    Question old = again(said, before.question(), before, before.language());
    if (!(knowledge.answer(old) instanceof Answer.WhichOne asked)) {
      return sum(said, before);
    }
    List<Answer.Choice> choices = asked.choices();
    if (place >= choices.size() || choices.isEmpty()) {
      return sum(said, before).or(() -> Optional.of(new Heard(old, asked)));
    }
    Answer.Choice choice = place < 0 ? choices.getLast() : choices.get(place);
    Question meant = again(said, choice.question(), before, before.language());
    return Optional.of(new Heard(meant, knowledge.answer(meant)));
  }

  private Optional<Heard> sum(Question said, Turn before) {
    return FollowUp.figures(said.text()) instanceof FollowUp.OtherFigures figures
        ? sum(said, figures, before)
        : Optional.empty();
  }

  /**
   * What points back is asked together with the turn before, if it says too little by itself or if
   * only together it stays with what was spoken of.
   */
  private Optional<Heard> pointingBack(Question said, Turn before) {
    String words = said.text().strip().toLowerCase(Locale.ROOT);
    if (!Words.POINTS_BACK.matcher(words).find()) {
      return Optional.empty();
    }
    Answer alone = knowledge.answer(said);
    String together = before.question() + "\n" + said.text();
    Question again = again(said, together, before, Language.of(said.text()));
    Answer answer = knowledge.answer(again);
    boolean stays = isAbout(answer, before, said) && !isAbout(alone, before, said);
    return isSure(answer) && (stays || !isSure(alone))
        ? Optional.of(new Heard(again, answer))
        : Optional.empty();
  }

  /**
   * Whether an answer is from where the turn before was answered from, and speaks of money if
   * asked.
   */
  private boolean isAbout(Answer answer, Turn before, Question said) {
    Question old = again(said, before.question(), before, before.language());
    List<Citation> places = knowledge.answer(old).citations();
    boolean money =
        !Words.ASKS_MONEY.matcher(said.text()).find()
            || Words.TELLS_MONEY.matcher(answer.text()).find();
    return answer instanceof Answer.Cited
        && money
        && places.contains(answer.citations().getFirst());
  }

  private static boolean isSure(Answer answer) {
    return switch (answer) {
      case Answer.Cited cited -> cited.confidence() >= SURE;
      case Answer.Computed _, Answer.SmallTalk _, Answer.HandOver _ -> true;
      case Answer.NotKnown unknown ->
          !unknown.citations().isEmpty() && unknown.confidence() >= SURE;
      case Answer.WhichOne _ -> false;
    };
  }

  /** The sum of the turn before with another figure, if that is a sum. */
  private Optional<Heard> sum(Question said, FollowUp.OtherFigures figures, Turn before) {
    if (!figures.refersBack() && knowledge.answer(said) instanceof Answer.Computed) {
      return Optional.empty(); // a whole question of its own
    }
    Language language = figures.isWordless() ? before.language() : Language.of(said.text());
    Question again = again(said, figures.within(before.question()), before, language);
    Answer answer = knowledge.answer(again);
    boolean counts = figures.areAllIn(before.question()) || isAnother(answer, again, before);
    return answer instanceof Answer.Computed && counts
        ? Optional.of(new Heard(again, answer))
        : Optional.empty();
  }

  /** Whether a figure that was added makes a difference; a day makes none to a fee. */
  private boolean isAnother(Answer answer, Question again, Turn before) {
    Question old =
        new Question(before.question(), again.language(), again.writtenIn(), again.now());
    return !knowledge.answer(old).equals(answer);
  }

  private static Question again(Question said, String text, Turn before, Language language) {
    boolean hasWords = text.codePoints().anyMatch(Character::isLetter);
    Language writtenIn = hasWords ? Language.of(before.question()) : before.language();
    return new Question(text, Optional.of(language), Optional.of(writtenIn), said.now());
  }
}
