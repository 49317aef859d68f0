package jp.mimamori.knowledge;

import java.text.Normalizer;
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

  /** Somebody's name or department and no more: nothing that could be asked for. */
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "^.{1,20}(?:と(?:申し|言い|いい)ます|の者です)$"
              + "|^(?:my name is|this is|(?:i am|i'm)) [\\p{L} '-]{2,40}$",
          Pattern.CASE_INSENSITIVE);

  /** Three kana at the most, or one letter over and over. */
  private static final Pattern SOUND =
      Pattern.compile(
          "\\P{L}*(?:[\\p{IsHiragana}\\p{IsKatakana}ー]{1,3}|(\\p{L})\\1*)\\P{L}*",
          Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);

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

  /** Whether a clause only says who speaks: 「総務の田中と申します」, "this is Maria from Osaka". */
  static boolean introduces(String clause) {
    return INTRODUCTION.matcher(clause).find();
  }

  /** Whether a message is a sound rather than words: 「ふぇ？」, 「ああああ」, "zzz". */
  static boolean isSound(String text) {
    return SOUND.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).matches();
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
