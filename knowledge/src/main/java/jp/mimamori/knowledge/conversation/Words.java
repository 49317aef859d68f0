package jp.mimamori.knowledge.conversation;

import java.util.Set;
import java.util.regex.Pattern;

/** By which words people refer to what was said before. */
final class Words {
  static final Pattern SPACE = Pattern.compile("\\s+");
  static final Pattern PUNCTUATION = Pattern.compile("[\\s、。，．,.!?！？…~〜～'’\"「」()（）:;-]+");

  private static final String THAT_JA =
      "(?:すみません|あの|では|じゃあ?|えっと)?(?:(?:それ|これ|今の|いまの|さっきの|上の|同じ)(?:回答|答え|説明|こと|話|内容)?(?:は|を|も|って)?)?";
  private static final String TELL_JA =
      "(?:もう一度|もう1度|もう一回|もう1回)?(?:お願い(?:します|できますか|致します|いたします)?|ください|下さい|して(?:ください|下さい|もらえますか|ほしいです?)?"
          + "|言って(?:ください|もらえますか)?|教えて(?:ください|もらえますか)?|説明して(?:ください|もらえますか)?|訳して(?:ください|もらえますか)?|翻訳して(?:ください|もらえますか)?"
          + "|書いて(?:ください)?|答えて(?:ください)?|回答して(?:ください)?|(?:何て|なんて|どう)(?:言い|いい)ますか|(?:何て|なんて|どう)(?:言う|いう)の?|どうなりますか|頼む|頼みます)?(?:か|ね|よ)?";

  /** Group 1 is the language. */
  static final Pattern LANGUAGE_JA =
      Pattern.compile(
          THAT_JA + "(英語|日本語|english|japanese)(?:だと|では|でも|で(?:言うと)?|に|版(?:を|は|で)?|は)" + TELL_JA);

  static final Pattern LANGUAGE_EN =
      Pattern.compile(
          "(?:(?:and|ok|okay|sorry|please|can|could|would|you|i|we|have|get|say|tell|give|show|me|us|that|it|this|the|same|again|answer|explain|repeat|translate|write|how|what|about|is|s|in|to|into|now)"
              + " )*(japanese|english)(?: (?:please|version|translation|then|instead|too|again))*");

  static final Pattern SIMPLER_JA =
      Pattern.compile(
          THAT_JA
              + "(?:(?:もう(?:一|1)?(?:回|度|少し|ちょっと)?|もっと|より|ちょっと|少し|すこし)(?:、)?)*"
              + "(?:(?:わか|分か|解|判)りやすく|簡単に|かんたんに|短く|(?:噛|か)み砕いて|やさしく|易しく|優しく|要約)"
              + TELL_JA
              + "|(?:すみません)?(?:よく|ちょっと|いまいち)?(?:(?:意味が)?(?:わか|分か)(?:らない|りません|らん|りませんでした|りにくい|りづらい)|難しい|むずかしい)(?:です)?(?:ね|よ|けど)?"
              + "|(?:つまり|要するに)?どういう(?:こと|意味)(?:です|でしょう)?か?");

  static final Pattern SIMPLER_EN =
      Pattern.compile(
          "(?:(?:ok|sorry|please|can|could|would|you|make|say|tell|put|explain|give|me|that|it|this|again|a|an|bit|little|much|more|once|in|the|and)"
              + " )*(?:simpler|simply|simple (?:words|terms|english|language)|simpler"
              + " (?:words|terms|english|language|version|answer)|shorter|easier(?: words|"
              + " terms)?|plain (?:words|english|language)|layman s terms|eli5|tl ?dr)(?:"
              + " (?:please|again|way|then|to understand))*|(?:sorry )?i (?:don ?t|do not|didn"
              + " ?t|did not) (?:understand|get)(?: (?:that|it|this|you))?|what does"
              + " (?:that|it|this) mean");

  static final Pattern IN_FULL =
      Pattern.compile(
          "(?:もっと|もう少し|もうちょっと)?(?:詳しく|くわしく|具体的に|詳細を?)(?:教えて|説明して|お願い|知りたい)?(?:ください|下さい|します|もらえますか|です)?|(?:can"
              + " you |could you |please )*(?:tell me more|(?:some |in )?more details?|elaborate|in"
              + " (?:full|detail)|go on)(?: please)?");

  /** Group 1 is a number, group 2 a word. */
  static final Pattern PICK =
      Pattern.compile(
          "(?:じゃあ|では)?([1-9])(?:番目?|つ目|つめ|個目|ばん)?の?(?:方|ほう|やつ|もの)?(?:です|でお願いします|をお願いします|で|を)?|(?:the"
              + " )?(first|second|third|last|1st|2nd|3rd)(?: one| option)?(?:"
              + " please)?|(最後|最初)の(?:方|ほう|やつ|もの)?(?:です|で|を)?");

  static final Pattern ASKS_MONEY =
      Pattern.compile("いくら|払|料金|費用|how much|\\bpay|cost|price", Pattern.CASE_INSENSITIVE);
  static final Pattern TELLS_MONEY =
      Pattern.compile(
          "料金|円|金額|相当額|\\bfees?\\b|\\byen\\b|amount|\\bsum\\b", Pattern.CASE_INSENSITIVE);

  /** What stands for something that was said before. */
  static final Pattern POINTS_BACK =
      Pattern.compile(
          "^(?:じゃあ?|では|でも|なら|で)?(?:、|\\s)*(?:それ|その|そう|さっき|先ほど|これ|この場合|上の)|^(?:and |so |but |then"
              + " |ok(?:ay)?,? )*(?:that|it|this|those|in that case|is (?:that|it)|does"
              + " (?:that|it)|what about (?:that|it))\\b|\\b(?:that|it)(?: case)?[?]?$");

  static int place(java.util.regex.Matcher pick) {
    if (pick.group(1) != null) {
      return Integer.parseInt(pick.group(1)) - 1;
    }
    String word = pick.group(2) != null ? pick.group(2) : pick.group(3);
    return switch (word) {
      case "first", "1st", "最初" -> 0;
      case "second", "2nd" -> 1;
      case "third", "3rd" -> 2;
      default -> -1;
    };
  }

  static final Pattern REFERS_BACK =
      Pattern.compile(
          "じゃ|では|それなら|なら|だと|だったら|でしたら|場合|ですと|にしたら|にすると"
              + "|\\b(?:and|what about|how about|what if|then|instead|if (?:it|we|that))\\b");

  /** What may stand around a figure in such a message. */
  static final Pattern FILLER_JA =
      Pattern.compile(
          "じゃあ?|それでは|それなら|では|でしたら|だったら|ですと|ならば?|だと|の?場合(?:は|だと|なら)?|にしたら|にすると|にした|どう(?:なりますか|なります|なる|です)?"
              + "|いくら(?:になります|です|なの)?|いつ(?:になります|です)?|何円|料金|金額|合計|それ|これ|さっきの|その|同じ(?:条件)?|残り|残って(?:い)?(?:たら|る)?|あと|連絡(?:したら|する)?|電話(?:したら|する)?|言ったら|出したら|送ったら|遅れ(?:たら|ると|で)?|届いたら|届く|通知|支払ったら|払ったら|解約(?:したら|なら)?|始めたら|使ったら|使う|ちなみに|もし|例えば|たとえば|やっぱり|やはり|えっと|分|です|ます|でお願いします|お願いします|か|ね|の|は|も|で|が|と|を|に|へ");

  static final Set<String> FILLER_EN =
      Set.of(
          "and",
          "for",
          "what",
          "about",
          "how",
          "if",
          "then",
          "with",
          "ok",
          "okay",
          "so",
          "it",
          "s",
          "is",
          "was",
          "were",
          "we",
          "i",
          "had",
          "have",
          "take",
          "took",
          "would",
          "be",
          "that",
          "the",
          "same",
          "a",
          "an",
          "by",
          "on",
          "at",
          "in",
          "of",
          "over",
          "much",
          "instead",
          "only",
          "just",
          "make",
          "say",
          "please",
          "us",
          "cost",
          "does",
          "do",
          "will",
          "but",
          "or",
          "let",
          "when",
          "not",
          "rather",
          "than",
          "left",
          "remaining",
          "late",
          "arrives",
          "arrived",
          "notice",
          "our",
          "my",
          "start",
          "started",
          "pay",
          "paid",
          "cancel",
          "use");

  private Words() {}
}
