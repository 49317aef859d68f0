package jp.mimamori.knowledge;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The figures of the contract, written once in {@code config/service.yaml}.
 *
 * @param monthlyFee yen for one endpoint for one month, excluding tax (別紙 利用料金)
 * @param minimumNewOrder endpoints in a first order (別紙 利用料金)
 * @param minimumAddition endpoints in a later order (別紙 利用料金)
 * @param lateInterestPercent percent a year (第24条第1項)
 * @param termMonths length of the term and of the minimum term (第14条第1項, 第15条第1項)
 * @param noticeMonths months of notice before a cancellation or an objection to renewal (第14条第2項,
 *     第16条第1項)
 * @param placeholders what only the operator knows, by the name used in the documents
 */
public record ServiceFacts(
    long monthlyFee,
    int minimumNewOrder,
    int minimumAddition,
    BigDecimal lateInterestPercent,
    int termMonths,
    int noticeMonths,
    Map<String, String> placeholders) {
  public ServiceFacts {
    placeholders = Map.copyOf(placeholders);
  }
}
