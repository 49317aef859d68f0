package jp.mimamori.bot.settings;

import java.math.BigDecimal;
import java.util.Map;
import jp.mimamori.knowledge.ServiceFacts;

/** {@code service.yaml}: the figures of the contract. */
record ServiceFile(
    long monthlyFee,
    int minimumNewOrder,
    int minimumAddition,
    BigDecimal lateInterestPercent,
    int termMonths,
    int noticeMonths) {
  ServiceFacts facts(Map<String, String> placeholders) {
    positive("monthly-fee", monthlyFee);
    positive("minimum-new-order", minimumNewOrder);
    positive("minimum-addition", minimumAddition);
    positive("late-interest-percent", lateInterestPercent.signum());
    positive("term-months", termMonths);
    positive("notice-months", noticeMonths);
    return new ServiceFacts(
        monthlyFee,
        minimumNewOrder,
        minimumAddition,
        lateInterestPercent,
        termMonths,
        noticeMonths,
        placeholders);
  }

  private static void positive(String key, long value) {
    if (value <= 0) {
      throw new Wrong(key, "must be more than 0");
    }
  }
}
