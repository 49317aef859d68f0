package jp.mimamori.knowledge.conversation;

import java.util.Optional;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;

/**
 * Understands what refers to the turn before: the same in the other language, the same in fewer
 * words, the same sum with another figure. Whatever else is said is a question of its own.
 */
public final class Conversation {
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
      case FollowUp.OtherFigures figures -> sum(said, figures, before);
      case FollowUp.None _ -> Optional.empty();
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
