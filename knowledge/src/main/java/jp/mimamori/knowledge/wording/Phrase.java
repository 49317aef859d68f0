package jp.mimamori.knowledge.wording;

import jp.mimamori.knowledge.Language;

/**
 * Every fixed sentence that an answer may contain. What stands in the documents is not here; what a
 * sum says is. Arguments are {@code %1$s}, so that each language may order them as it must.
 */
public enum Phrase {
  // Asking back.
  ASK_CONCRETELY(
      "ご質問の内容を読み取れませんでした。お手数ですが、「解約の期限は？」「30台の月額は？」のように、具体的にお書きください。",
      "I could not make out a question. Please ask in a few concrete words, such as \"How do I"
          + " cancel?\" or \"What do 30 PCs cost a month?\""),
  WHICH_ONE("どちらについてのご質問でしょうか。近いものをお選びください。", "Which of these do you mean?"),

  SEE_ALSO("あわせて%1$sもご覧ください。", "See also %1$s."),

  // Not known.
  NOT_FOUND(
      "申し訳ありません。利用規約とFAQには、お尋ねの内容についての記載が見つかりません。担当者におつなぎできます。",
      "Sorry, I couldn't find that in the terms or the FAQ. I can connect you with our support"
          + " team."),
  NO_SUCH_PLACE(
      "%1$s は、利用規約とFAQの中に記載が見つかりません。担当者におつなぎできます。",
      "I couldn't find %1$s in the terms or the FAQ. I can connect you with our support team."),
  NOT_YET_TOLD(
      "お答えの一部は、まだ資料に記載がありません。分かっていることだけをお伝えします。続きは担当者におつなぎできます。",
      "Part of the answer is not in our documents yet. Here is what is on record; our support team"
          + " can tell you the rest."),

  // Fees (別紙 利用料金).
  FEE_UNIT(
      "利用料金は、1台あたり月額%1$sです。新規のご注文は%2$sから、追加は%3$sからです。",
      "The fee is %1$s per endpoint per month. A first order is for at least %2$s, later orders for"
          + " at least %3$s."),
  FEE_MONTHLY("%1$sの利用料金は、1か月あたり%2$sです。", "The fee for %1$s is %2$s a month."),
  FEE_PERIOD("%1$sを%2$sご利用の場合、利用料金は合計%3$sです。", "The fee for %1$s over %2$s comes to %3$s."),
  FEE_MINIMUM(
      "新規のご注文は%1$sからです。%2$sだけの新規注文はできませんので、%1$sの場合も計算しました: %3$s。",
      "A first order is for at least %1$s, so %2$s alone cannot be ordered. For %1$s it would be:"
          + " %3$s."),
  FEE_ADDED("%1$sを追加すると、利用料金は1か月あたり%2$s増えます。", "Adding %1$s raises the fee by %2$s a month."),
  FEE_ADDED_TOTAL("合わせて%1$sでは、1か月あたり%2$sです。", "Together, %1$s cost %2$s a month."),
  ADDITIONS_FROM("追加のご注文は%1$sからです。", "Later orders start from %1$s."),
  TAX_ON_TOP("別に消費税がかかります。", "Consumption tax is added to this."),
  STEP_MONTH("%1$s × %2$s = %3$s（1か月、税別）", "%1$s × %2$s = %3$s (one month, excluding tax)"),
  STEP_PERIOD("%1$s × %2$s = %3$s（税別）", "%1$s × %2$s = %3$s (excluding tax)"),
  STEP_TOGETHER("%1$s ＝ %2$s", "%1$s = %2$s"),
  FEE_IN_TURN("合わせて%1$sの利用料金は、合計%2$sです。", "Together, the fees for %1$s come to %2$s."),
  BUDGET(
      "ご予算%1$sで%2$sご利用の場合、%3$sまでご契約いただけます。利用料金は%4$sです。",
      "A budget of %1$s for %2$s covers up to %3$s. The fees come to %4$s."),
  STEP_BUDGET("%1$s ÷ %2$s → %3$s（端数切り捨て）", "%1$s ÷ %2$s → %3$s (rounded down)"),
  ORDERS_FROM("新規のご注文は%1$sからです。", "A first order is for at least %1$s."),
  PEOPLE_ASSUMPTION("お一人につき端末1台として計算しました。", "One endpoint was counted for each person."),
  TAX_ASSUMPTION(
      "規約の料金は税別で、税率の記載がないため、税込の金額はお答えしていません。請求額は担当者がご案内します。",
      "The terms state fees without tax and no tax rate, so no sum including tax is given here. Our"
          + " support team can tell you the amount of the invoice."),
  FEWER_ASSUMPTION(
      "台数を減らす手続きや時期、最低利用期間との関係は規約に定めがありません。減らせるかどうかは担当者が確認します。",
      "The terms do not say whether, when and how the number of endpoints can be reduced. Our"
          + " support team can check that for you."),
  ASK_ENDPOINTS(
      "何台分でしょうか。台数を添えて、もう一度お尋ねください（例: %1$s）。",
      "For how many endpoints? Please ask again with the number (for example: %1$s)."),
  EXAMPLE_FEE("30台を1年使うといくら？", "What do 30 PCs cost for a year?"),
  FEE_UNIT_CHOICE("1台あたりの料金", "Price of one endpoint"),

  // Early termination (第15条第2項).
  EARLY(
      "最低利用期間の途中で解約される場合、残り%1$s分の利用料金に相当する%2$sと、その消費税相当額を、一括でお支払いいただきます（%3$sの場合）。",
      "When cancelling within the minimum period, the fees for the remaining %1$s, %2$s, plus the"
          + " corresponding consumption tax are payable in one sum (for %3$s)."),
  EARLY_OVER(
      "最低利用期間は過ぎていますので、残りの期間に相当する料金はかかりません。",
      "The minimum period is over, so no fee for a remaining period is due."),
  STEP_REMAINING("残りの期間: %1$s", "Remaining period: %1$s"),
  STEP_REMAINING_USED("%1$s − %2$s ＝ 残り%3$s", "%1$s - %2$s = %3$s remaining"),
  STEP_MINIMUM_END("最低利用期間の満了日: %1$s", "End of the minimum period: %1$s"),
  EARLY_ASSUMPTION(
      "規約に日割りの定めがないため、1か月に満たない端数は1か月と数えました。解約日当日を残りの期間に含めるかも定めがなく、含めずに計算しています。確定額は担当者が確認します。",
      "The terms have no rule on proration, so a part of a month counts as a month; nor do they say"
          + " whether the cancellation day itself belongs to the remaining period, and it is not"
          + " counted here. Our support team confirms the final sum."),
  ASK_EARLY(
      "計算には、台数と、残りの月数（または利用開始日と解約日）が必要です。続けてお知らせください（例: %1$s）。",
      "To work this out I need the number of endpoints and the months remaining (or the start date"
          + " and the cancellation date). Please ask again with them (for example: %1$s)."),
  EXAMPLE_EARLY("20台、残り4か月で解約したらいくら？", "What do we pay if we cancel 20 PCs with 4 months left?"),
  EARLY_CHOICE("途中で解約するときの決まり", "The rule on early cancellation"),

  // Late interest (第24条第1項).
  INTEREST(
      "%1$sの支払いが%2$s遅れた場合の延滞利息は、年%3$s%%で計算して%4$sです。",
      "For %1$s paid %2$s late, the late interest at %3$s%% a year is %4$s."),
  STEP_DELAY(
      "期日の翌日 %1$s から支払日 %2$s まで: %3$s", "From %1$s, the day after the due date, to %2$s: %3$s"),
  STEP_INTEREST("%1$s × %2$s%% × %3$s ÷ 365日 = %4$s", "%1$s × %2$s%% × %3$s ÷ 365 days = %4$s"),
  INTEREST_ASSUMPTION(
      "1年を365日とし、1円未満は切り捨てました。規約に、閏年と端数の扱い、税別・税込のどちらに掛けるかの定めがないためです。",
      "A year is taken as 365 days and fractions of a yen are rounded down; the terms do not say"
          + " so, nor whether the amount includes tax."),
  INTEREST_ON_TIME(
      "期日までに支払われていますので、延滞利息はかかりません。", "It is paid by the due date, so no interest is due."),
  ASK_INTEREST(
      "計算には、遅れた金額（または台数）と、遅れた日数（または支払期日と支払日）が必要です（例: %1$s）。",
      "To work this out I need the amount (or the number of endpoints) and the days of delay (or"
          + " the due date and the date of payment) (for example: %1$s)."),
  EXAMPLE_INTEREST(
      "10万円の支払いが20日遅れたら利息はいくら？", "How much interest on 100,000 yen paid 20 days late?"),
  INTEREST_CHOICE("支払いが遅れたときの決まり", "The rule on late payment"),

  // Cancellation date (第16条第1項).
  CANCEL_DEEMED(
      "解約の通知が%1$sに届いた場合、1か月後の%2$sが解約日とみなされます。",
      "If the notice of cancellation arrives on %1$s, the cancellation takes effect one month"
          + " later, on %2$s."),
  CANCEL_AS_WISHED(
      "解約の通知が%1$sに届けば1か月前に間に合いますので、ご希望の%2$sに解約できます。",
      "If the notice arrives on %1$s, that is at least one month ahead, so you can cancel on %2$s"
          + " as you wish."),
  CANCEL_TOO_LATE(
      "解約の通知が%1$sに届いた場合、ご希望の%2$sまで1か月に満たないため、1か月後の%3$sが解約日とみなされます。",
      "If the notice arrives on %1$s, less than one month remains until %2$s, so the cancellation"
          + " takes effect one month after it arrives, on %3$s."),
  CANCEL_DEADLINE(
      "%1$sに解約するには、1か月前の%2$sまでに通知が届くようにしてください。",
      "To cancel on %1$s, your notice must reach us one month before, by %2$s."),
  CANCEL_DEADLINE_PAST(
      "その期限は過ぎています。本日%1$sに届いた場合の解約日は%2$sです。",
      "That day has passed. If your notice arrives today, %1$s, the cancellation takes effect on"
          + " %2$s."),
  STEP_MONTH_LATER("通知の到達日 %1$s ＋ %2$s ＝ %3$s", "Arrival of the notice %1$s + %2$s = %3$s"),
  STEP_MONTH_EARLIER("解約希望日 %1$s − %2$s ＝ %3$s", "Wished date %1$s - %2$s = %3$s"),
  MONTH_ASSUMPTION(
      "1か月は応当日で数え、応当日のない月は月末としました（規約に数え方の定めはありません）。最低利用期間内の解約には第15条第2項の支払いも必要です。",
      "A month is counted to the same day of the month, or to its last day where there is none (the"
          + " terms do not say how to count). Within the minimum period, the payment of 第15条第2項 is"
          + " also due."),

  // Term and renewal (第14条).
  TERM(
      "%1$sに提供開始の場合、最初の利用期間は%2$sまでです。申し出がなければ%3$sから1年間、自動で更新されます。更新しない場合の申し出は、満了の1か月前の%4$sまでです。",
      "With a start on %1$s, the first term runs until %2$s. Unless somebody objects, it renews"
          + " automatically for another year from %3$s. The last day to object is %4$s, one month"
          + " before the end."),
  TERM_RENEWED(
      "%1$sに提供開始のご契約は、自動更新により、現在の利用期間が%2$sから%3$sまでです。申し出がなければ%4$sからさらに1年間、自動で更新されます。更新しない場合の申し出は、満了の1か月前の%5$sまでです。",
      "A contract that started on %1$s has been renewed automatically; its present term runs from"
          + " %2$s to %3$s. Unless somebody objects, it renews for another year from %4$s. The last"
          + " day to object is %5$s, one month before the end."),
  OBJECTION(
      "%1$sに満了する契約を更新しない場合は、満了の1か月前の%2$sまでにお申し出ください。お申し出がなければ、%3$sから1年間、自動で更新されます。",
      "If your term ends on %1$s and you do not want it to renew, object by %2$s, one month before"
          + " the end. Otherwise it renews automatically for another year from %3$s."),
  OBJECTION_PAST("その期限は過ぎています。", "That day has passed."),
  STEP_RENEWED("以後1年ごとに更新: 現在は%1$s～%2$s", "Renewed every year since: now %1$s to %2$s"),
  STEP_TERM_END("開始日 %1$s から%2$s ＝ 満了日 %3$s", "Start %1$s, %2$s = ends %3$s"),
  STEP_RENEWAL("満了日の翌日 ＝ 更新日 %1$s", "The day after = renewal on %1$s"),
  STEP_OBJECTION("満了日 − %1$s ＝ 申し出の期限 %2$s", "End - %1$s = last day to object %2$s"),
  TERM_ASSUMPTION(
      "開始日を算入して数え、1か月前は応当日、応当日のない月は月末としました（規約に数え方の定めはありません）。余裕をもってお申し出ください。",
      "The start day is counted in, and one month before means the same day of the month, or its"
          + " last day where there is none (the terms do not say how to count). Please leave some"
          + " time to spare."),

  // The desk (別紙 問合せサポート(4)).
  DESK_OPEN_NOW("はい、いま（%1$s）は担当者の対応時間内です。", "Yes, our support team is there now (%1$s)."),
  DESK_CLOSED_NOW("いま（%1$s）は担当者の対応時間外です。", "Our support team is not there now (%1$s)."),
  DESK_OPEN_AT("はい、%1$sは担当者の対応時間内です。", "Yes, our support team is there on %1$s."),
  DESK_CLOSED_AT("いいえ、%1$sは担当者の対応時間外です。", "No, our support team is not there on %1$s."),
  DESK_OPEN_DAY(
      "はい、%1$sは担当者が対応します。対応時間は%2$sから%3$sまでです。",
      "Yes, our support team works on %1$s, from %2$s to %3$s."),
  DESK_CLOSED_DAY("いいえ、%1$sは担当者の対応はお休みです。", "No, our support team does not work on %1$s."),
  DESK_NEXT("次に担当者が対応するのは%1$sからです。", "They are next there from %1$s."),
  DESK_UNTIL("本日の対応は%1$sまでです。", "Today they are there until %1$s."),
  DESK_REPLY_NOW(
      "いま（%1$s）は対応時間内ですので、担当者が順に対応します。",
      "Our support team is there now (%1$s) and answers in turn."),
  DESK_REPLY_NEXT("担当者が対応するのは%1$sからです。", "Our support team will be there to answer from %1$s."),
  DESK_MAIL("メールでの受付は24時間365日です。", "E-mail is received around the clock, every day."),
  SEASON_CLOSED(
      "%1$s（%2$s～%3$s）は、担当者の対応はお休みです。", "Our support team is away over %1$s (%2$s to %3$s)."),
  SEASON_OPEN(
      "%1$s（%2$s～%3$s）は、担当者が通常どおり対応します。",
      "Our support team works as usual over %1$s (%2$s to %3$s)."),
  SEASON_PARTLY(
      "%1$s（%2$s～%3$s）のうち、担当者の対応がお休みなのは%4$sです。%5$sは%6$sから%7$sまで対応します。",
      "Over %1$s (%2$s to %3$s), our support team is away on %4$s. They work on %5$s, from %6$s to"
          + " %7$s."),
  SEASON_BEFORE("お休み前の最後の対応は%1$s%2$sまで、", "They are last there on %1$s until %2$s and "),
  SEASON_AFTER("お休み明けは%1$sからです。", "are back from %1$s."),
  COMPANY_HOLIDAYS(
      "規約にある「当社の定めた休日」は、登録されている分だけを反映しています。",
      "Of the holidays that we set ourselves under the terms, those on record are taken into"
          + " account."),
  STEP_ASKED("お尋ねの日時: %1$s", "Time asked about: %1$s"),
  STEP_HOURS(
      "対応時間の定めと休日の一覧に照らしました。", "Checked against the support hours and the list of holidays.");

  private final String japanese;
  private final String english;

  Phrase(String japanese, String english) {
    this.japanese = japanese;
    this.english = english;
  }

  /** The sentence in a language, with its arguments in place. */
  public String in(Language language, Object... arguments) {
    String sentence =
        switch (language) {
          case JA -> japanese;
          case EN -> english;
        };
    return sentence.formatted(arguments);
  }
}
