package jp.mimamori.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;

/**
 * Which of two near equals to answer with: the terms where rights, duties, money or dates are asked
 * for, the FAQ where it is asked how something is done.
 */
final class Preference {
  /** Lead in score that no preference overrides. */
  private static final double CLOSE = 0.12;

  /** Lead in score of an entry that cannot answer yet over the clause it builds on. */
  private static final double NEAR = 0.5;

  private static final Pattern LAW =
      Pattern.compile(
          "料金|費用|いくら|支払|期限|いつまで|義務|責任|賠償|補償|違約|解約|更新|契約|禁止|権利|利息|請求|規約"
              + "|fee|price|cost|pay|deadline|oblig|liab|damages|compensat|cancel|terminat|renew|contract|prohibit|right|interest|terms|allowed",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOW_TO =
      Pattern.compile(
          "方法|手順|やり方|どうやって|どうすれば|仕方|したい|設定|操作|インストール|画面|表示|できない|エラー|how"
              + " (?:to|do|can)|steps|procedure|set"
              + " ?up|configure|install|screen|shown?|error|can't|cannot",
          Pattern.CASE_INSENSITIVE);

  /** Lead in score of somebody to do it over the clause about it, when it is only asked about. */
  private static final double ASKED = 0.25;

  private static final Pattern QUESTION =
      Pattern.compile(
          "[?？]|ますか|ですか|でしょうか|(?:の|かな)$|\\b(?:what|when|how|who|which|must|does|do"
              + " (?:we|i|you))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REQUEST =
      Pattern.compile(
          "ください|下さい|お願い|おねがい|ほしい|欲しい|頼み|頼む|いただけ|もらえ|please|want|would like|i'd like|(?:can|could)"
              + " you",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MEANING =
      Pattern.compile(
          "(?:って|とは)(?:何|なに|なん)|とは[?？]?$|の意味|違いは|what (?:is|are|does|do)"
              + " .{2,40}(?:mean)?\\??$|difference between",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WISH_TO_KNOW =
      Pattern.compile("知りた|教え|教示|聞かせ|伺い|tell me|let me know", Pattern.CASE_INSENSITIVE);
  private static final Pattern HAPPENED =
      Pattern.compile(
          "ちゃ(?:った|いました)|じゃ(?:った|いました)|てしまいました|てしまった$|やられ(?:た|ました)|かも(?:$|しれ|[！!。])|っぽい|いま|今まさに|助けて|至急|緊急|[！!]{2}|help|right"
              + " now|just (?:clicked|opened)|i think|emergency|urgent",
          Pattern.CASE_INSENSITIVE);

  private Preference() {}

  /** Whether it asks for something rather than telling it. */
  static boolean isAsked(String question) {
    return QUESTION.matcher(question).find()
        || REQUEST.matcher(question).find()
        || WISH_TO_KNOW.matcher(question).find();
  }

  /** Whether it is told as something that has happened or is happening. */
  static boolean hasHappened(String question) {
    return HAPPENED.matcher(question).find();
  }

  /**
   * @param untold entries that wait for a value of the operator
   */
  static List<Library.Found> ranked(
      List<Library.Found> found, String question, Predicate<Entry> untold) {
    return byKind(told(stated(calm(found, question), question), untold), question);
  }

  /** Whoever asks what a word means has no house on fire. */
  private static List<Library.Found> calm(List<Library.Found> found, String question) {
    List<Library.Found> calm = found.stream().filter(one -> !one.entry().urgent()).toList();
    return calm.isEmpty() || hasHappened(question) || !MEANING.matcher(question).find()
        ? found
        : calm;
  }

  /** Whoever asks how it is done is told the clause; whoever wants it done gets a person. */
  private static List<Library.Found> stated(List<Library.Found> found, String question) {
    Library.Found first = found.getFirst();
    boolean asks = QUESTION.matcher(question).find() && !REQUEST.matcher(question).find();
    if (!asks || first.entry().kind() != Kind.HANDOVER || first.entry().urgent()) {
      return found;
    }
    return found.stream()
        .filter(one -> first.entry().sources().contains(one.entry().citation()))
        .filter(one -> first.score() - one.score() <= ASKED && one.isKnown())
        .findFirst()
        .map(one -> first(one, found))
        .orElse(found);
  }

  /** A clause that answers goes before an entry that cannot yet, if that entry builds on it. */
  private static List<Library.Found> told(List<Library.Found> found, Predicate<Entry> untold) {
    Library.Found first = found.getFirst();
    if (!untold.test(first.entry())) {
      return found;
    }
    return found.stream()
        .filter(one -> one.entry().kind() == Kind.TERMS && agree(first.entry(), one.entry()))
        .filter(one -> first.score() - one.score() <= NEAR)
        .findFirst()
        .map(one -> first(one, found))
        .orElse(found);
  }

  private static List<Library.Found> first(Library.Found first, List<Library.Found> found) {
    List<Library.Found> ranked = new ArrayList<>(found);
    ranked.remove(first);
    ranked.addFirst(first);
    return ranked;
  }

  private static List<Library.Found> byKind(List<Library.Found> found, String question) {
    if (found.size() < 2 || found.getFirst().score() - found.get(1).score() > CLOSE) {
      return found;
    }
    Kind wished = wished(question, found.getFirst().entry().kind());
    boolean rivals = isStated(found.getFirst().entry()) && isStated(found.get(1).entry());
    if (!rivals
        || found.getFirst().entry().kind() == wished
        || found.get(1).entry().kind() != wished) {
      return found;
    }
    return first(found.get(1), found);
  }

  private static Kind wished(String question, Kind otherwise) {
    boolean law = LAW.matcher(question).find();
    boolean howTo = HOW_TO.matcher(question).find();
    if (law == howTo) {
      return otherwise;
    }
    return law ? Kind.TERMS : Kind.FAQ;
  }

  private static boolean isStated(Entry entry) {
    return entry.kind() == Kind.TERMS || entry.kind() == Kind.FAQ;
  }

  /** Whether one entry names the other as its source, or both stand in one article. */
  static boolean agree(Entry one, Entry other) {
    if (!isStated(one) || !isStated(other)) {
      return false;
    }
    boolean named =
        one.sources().contains(other.citation()) || other.sources().contains(one.citation());
    boolean neighbours =
        one.kind() == Kind.TERMS
            && other.kind() == Kind.TERMS
            && one.article().equals(other.article());
    return named || neighbours;
  }
}
