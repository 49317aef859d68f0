package jp.mimamori.knowledge.computing;

import java.util.regex.Pattern;

/** Words by which a question shows which sum it wants. */
final class Cue {
  static final Pattern MONEY =
      Pattern.compile(
          "いくら|幾ら|なんぼ|料金|費用|金額|値段|価格|月額|年額|コスト|総額|合計|見積|円|お金|支払う|払う|予算|price|cost|how"
              + " much|fee|\\bpay\\b|\\bowe\\b|total|charge|quote|budget|amount|\\bsum\\b");
  static final Pattern SUM =
      Pattern.compile(
          "いくら|幾ら|なんぼ|総額|合計|何円|how much|total|what (?:does|do|would|will|is the (?:cost|price))");
  static final Pattern OTHER_MONEY =
      Pattern.compile(
          "支払方法|支払い方|払い方|請求書|領収|割引|値引|安く|返金|日割|振込|カード|減ら|減数|キャンペーン|discount|cheaper|refund|invoice|receipt|prorat|credit"
              + " card|reduce|fewer|how (?:do|can) (?:i|we) pay");
  static final Pattern CANCEL =
      Pattern.compile(
          "解約|やめ(?!てくだ|てほ)|辞め|退会|中途|違約|キャンセル|契約を終|利用を終|cancel|terminat|quit|\\bleav(?:e|ing)\\b|end"
              + " the (?:contract|service|agreement)");
  static final Pattern PENALTY =
      Pattern.compile("違約金|解約金|ペナルティ|精算|清算|残りの料金|penalty|early termination|early cancellation");
  static final Pattern LATE =
      Pattern.compile("遅延|延滞|遅れ|遅滞|滞納|利息|損害金|払い忘れ|late\\b|overdue|interest|arrears|delayed");
  static final Pattern REMAINING = Pattern.compile("残り|残存|残余|残って|あと|left\\b|remain");
  static final Pattern ADD =
      Pattern.compile("追加|増や|増設|増え|足す|もう\\d+台|\\badd|additional|\\bmore\\b|extra|increase");
  static final Pattern ORDER =
      Pattern.compile(
          "契約でき|申し込め|申込|申し込み|注文|頼め|導入でき|購入|始められ|使えます|だけで|order|\\bbuy\\b|purchase|sign up|start"
              + " with|only|subscribe");
  static final Pattern NOW =
      Pattern.compile("今(?!月|年|後|回|度|日|週)|いま|現在|ただいま|\\bnow\\b|currently|at the moment");
  static final Pattern PAST =
      Pattern.compile("した|ました|でした|している|してい|始めて|使って|started|began|begun|since|signed|have been");
  static final Pattern QUESTION =
      Pattern.compile(
          "[?？]|いつ|何日|何月|ですか|ますか|でしょうか|間に合|期限|どうな|るか|可能|教え|知りた|\\bwhen\\b|\\bwhat\\b|\\bcan\\b|\\bis\\b|\\bdoes\\b|\\bby\\b|latest|deadline|possible|in"
              + " time");

  private Cue() {}
}
