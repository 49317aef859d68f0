package jp.mimamori.knowledge;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a message, so that greetings and stories do not drown the question in it. */
final class Sentences {
  private static final Pattern END = Pattern.compile("(?<=[。！？!?\\n])|(?<=\\.)\\s+");
  private static final Pattern PAUSE = Pattern.compile("[。、！？!?,.\\n]+");

  /** Where a second question begins, though the sentence goes on. */
  private static final Pattern AND =
      Pattern.compile(
          "(?<=[。！？!?\\n"
              + "])|(?<=\\.)\\s+|(?<=と)、|、(?=あと|それと|また|ついでに|それから|さらに|その場合)|(?<=[かね])、|(?:[,;]"
              + " |\\s)(?:and|also|plus)(?: also)?"
              + " (?=when|how|what|which|who|where|can|could|is|are|do|does|by when|until when)",
          Pattern.CASE_INSENSITIVE);

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

  /** The questions of a message that asks for more than one thing, or only the message. */
  static List<String> questions(String text) {
    return AND.splitAsStream(text)
        .map(String::strip)
        .filter(part -> part.length() >= SHORTEST)
        .limit(MOST)
        .toList();
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
