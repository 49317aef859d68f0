package jp.mimamori.knowledge.conversation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.wording.Numerals;

/** How a message refers to the turn before. The whole message must say so, not a part of it. */
sealed interface FollowUp {
  /** The same answer in that language. */
  record InLanguage(Language language) implements FollowUp {}

  /** The same answer in all its words. */
  record InFull() implements FollowUp {}

  /**
   * One of the candidates that were offered.
   *
   * @param place from nought; the last one is −1
   */
  record Pick(int place) implements FollowUp {}

  /** The same answer in fewer words. */
  record Simpler() implements FollowUp {}

  /**
   * The same sum with other figures.
   *
   * @param refersBack whether it says so, as in じゃあ or "what about"
   * @param isWordless whether it is figures and nothing else, so that it has no language
   */
  record OtherFigures(List<Figure.Named> figures, boolean refersBack, boolean isWordless)
      implements FollowUp {
    /** Whether that question has figures of all these kinds. */
    boolean areAllIn(String question) {
      String text = Numerals.digits(question);
      return figures.stream().allMatch(figure -> figure.ownOf(text).isPresent());
    }

    /** The question before with these figures in place of its own. */
    String within(String question) {
      String text = Numerals.digits(question);
      for (Figure.Named figure : figures) {
        text = figure.within(text);
      }
      return text;
    }
  }

  /** It does not: a question of its own. */
  record None() implements FollowUp {}

  static FollowUp of(String text) {
    String plain = Words.PUNCTUATION.matcher(lower(text)).replaceAll(" ").strip();
    String japanese = plain.replace(" ", "");
    if (Words.SIMPLER_JA.matcher(japanese).matches() || Words.SIMPLER_EN.matcher(plain).matches()) {
      return new Simpler();
    }
    if (Words.IN_FULL.matcher(plain).matches()) {
      return new InFull();
    }
    Matcher pick = Words.PICK.matcher(Numerals.digits(plain));
    if (pick.matches()) {
      return new Pick(Words.place(pick));
    }
    Matcher inJapanese = Words.LANGUAGE_JA.matcher(japanese);
    if (inJapanese.matches()) {
      return new InLanguage(language(inJapanese.group(1)));
    }
    Matcher inEnglish = Words.LANGUAGE_EN.matcher(plain);
    if (inEnglish.matches()) {
      return new InLanguage(language(inEnglish.group(1)));
    }
    return figures(text);
  }

  static FollowUp figures(String text) {
    String digits = Numerals.digits(text);
    List<Figure.Named> figures = Figure.in(digits);
    String rest = Words.PUNCTUATION.matcher(Figure.without(digits, figures)).replaceAll(" ");
    String left = Words.FILLER_JA.matcher(rest).replaceAll(" ");
    boolean onlyFiller =
        Words.SPACE
            .splitAsStream(left.strip())
            .allMatch(word -> word.isEmpty() || Words.FILLER_EN.contains(word));
    return figures.isEmpty() || !onlyFiller
        ? new None()
        : new OtherFigures(
            figures,
            Words.REFERS_BACK.matcher(digits).find(),
            digits.codePoints().noneMatch(Character::isLetter));
  }

  private static Language language(String name) {
    return name.equals("英語") || name.equals("english") ? Language.EN : Language.JA;
  }

  private static String lower(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
