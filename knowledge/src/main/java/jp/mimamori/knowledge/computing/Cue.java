package jp.mimamori.knowledge.computing;

import java.util.regex.Pattern;

/** Words by which a question shows which sum it wants. */
final class Cue {
  static final Pattern MONEY =
      Pattern.compile(
          "いくら|幾ら|なんぼ|おいくら|料金|費用|金額|値段|価格|月額|年額|コスト|総額|合計|見積|増加分|毎月|月々|円|\\byen\\b|お金|支払う|支払額|払う|払い(?!方)|残額|予算|price|costs?\\b|how"
              + " much|\\bfees?\\b|\\bpay(?:able|ing)?\\b|\\bowe\\b|total|charge|quote|budget|amount|\\bsum\\b|\\bbill\\b|come"
              + " to|set us back|the damage|settlement|subscription|\\bdue\\b");
  static final Pattern PRICE =
      Pattern.compile("いくら|幾ら|なんぼ|値段|価格|料金|月額|年額|安い|高い|how much|price|cost|cheaper");
  static final Pattern SUM =
      Pattern.compile(
          "いくら|幾ら|なんぼ|総額|合計|何円|how much|total|what (?:does|do|would|will|is the (?:cost|price))");
  static final Pattern OTHER_MONEY =
      Pattern.compile(
          "支払方法|支払い方|払い方|請求書|領収|割引|値引|安く|返金|日割|振込|カード|減数|キャンペーン|discount|cheaper|refund|invoice|receipt|prorat|credit"
              + " card|how (?:do|can) (?:i|we) pay");
  static final Pattern FEWER = Pattern.compile("減ら|減っ|削減|reduc|fewer|cut (?:back|down)");

  /** What others sell; our price is no answer to a question for theirs. */
  static final Pattern OTHER_PRODUCT =
      Pattern.compile(
          "ノートン|マカフィー|カスペルスキー|ウイルスバスター|\\beset\\b|norton|mcafee|kaspersky|crowdstrike|sentinel"
              + " ?one|sophos|symantec|defender|microsoft|office"
              + " ?365|\\bm365\\b|\\butm\\b|脆弱性診断|他社|sharepoint|google|aws\\b|azure|\\bvpn\\b|firewall"
              + " appliance");

  static final Pattern CANCEL =
      Pattern.compile(
          "解約|やめ(?!てくだ|てほ)|辞め|退会|中途|違約|キャンセル|契約を?終|利用を終|終わりに|cancel|terminat|quit|\\bleav(?:e|ing)\\b|(?:end|break)(?:ing)?"
              + " (?:the|our) (?:contract|service|agreement)|end it\\b|\\b(?:want|wish|like to"
              + " be|be|are we|get) out\\b|\\bout (?:on|by|of the contract)\\b|we (?:want to |wish"
              + " to |would like to |'d like to )?(?:stop|finish)\\b|stop using");
  static final Pattern NOTICE = Pattern.compile("通知|届|notice\\b");
  static final Pattern PENALTY =
      Pattern.compile(
          "違約金|解約金|ペナルティ|精算|清算|残りの料金|残余|残期間|penalty|early termination|early"
              + " cancellation|termination fee|settlement");
  static final Pattern LATE =
      Pattern.compile(
          "遅延|延滞|遅れ|遅滞|滞納|利息|利子|損害金|払い忘れ|忘れて|忘れた|(?<!too"
              + " )late\\b|overdue|interest(?!ed)|arrears|delayed|days behind|behind (?:with|on)");
  static final Pattern REMAINING =
      Pattern.compile("残り|残存|残余|残って|残し|残期間|あと|left\\b|remain|months? early");
  static final Pattern ADD =
      Pattern.compile("追加|増や|増設|増え|増加|足す|もう\\d+台|\\badd|additional|\\bmore\\b|extra|increase");
  static final Pattern ORDER =
      Pattern.compile(
          "契約でき|申し込め|申込|申し込み|注文|頼め|導入でき|購入|始められ|使えます|だけで|order|\\bbuy\\b|purchase|sign up|start"
              + " with|only|\\bjust\\b|subscribe");

  /** The present moment, but not the end of a verb, as in 対応していますか. */
  static final Pattern NOW =
      Pattern.compile(
          "今(?!月|年|後|回|度|日|週|夜|晩)|(?<![てでり])いま(?!す|せ|し)|現在|ただいま|まだ|もう(?!一|少|1)|あと何分|\\bnow\\b|currently|at"
              + " the moment|\\bstill\\b|anyone there|too late to");

  static final Pattern PAST =
      Pattern.compile(
          "した(?!い|ら)|ました(?!ら)|でした|している|してい|始めて|使って|started|began|begun|since|signed|have"
              + " been|\\blive since\\b");
  static final Pattern QUESTION =
      Pattern.compile(
          "[?？]|いつ|何日|何月|ですか|ますか|でしょうか|間に合|期限|どうな|るか|可能|教え|教示|知りた|締め?切|解約日$|\\bwhen\\b|\\bwhat\\b|\\bcan\\b|\\bis\\b|\\bdoes\\b|\\bby\\b|latest|deadline|possible|in"
              + " time|\\bday\\b");

  private Cue() {}
}
