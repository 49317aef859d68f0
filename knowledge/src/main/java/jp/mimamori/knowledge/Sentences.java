package jp.mimamori.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a message, so that greetings and stories do not drown the question in it. */
final class Sentences {
  private static final Pattern END = Pattern.compile("(?<=[。！？!?\\n])|(?<=\\.)\\s+");
  private static final Pattern PAUSE = Pattern.compile("[。、！？!?,.\\n]+");
  private static final int SHORTEST = 5;
  private static final int MOST = 12;

  private Sentences() {}

  /** Nothing if there is only one. */
  static List<String> of(String text) {
    List<String> sentences =
        END.splitAsStream(text)
            .map(String::strip)
            .filter(sentence -> sentence.length() >= SHORTEST)
            .limit(MOST)
            .toList();
    return sentences.size() > 1 ? sentences : List.of();
  }

  /** The parts between pauses, however short. */
  static List<String> clauses(String text) {
    return PAUSE
        .splitAsStream(text)
        .map(String::strip)
        .filter(clause -> clause.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }
}
