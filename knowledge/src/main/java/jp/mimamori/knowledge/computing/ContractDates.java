package jp.mimamori.knowledge.computing;

import java.time.LocalDate;
import jp.mimamori.knowledge.ServiceFacts;

/**
 * The dates of one term of a contract, as the terms count them (第14条第1項, 第2項).
 *
 * @param start its first day
 * @param end its last day
 * @param renewal the first day of the next one
 * @param objectBy the last day on which either side can object to the next one
 */
public record ContractDates(LocalDate start, LocalDate end, LocalDate renewal, LocalDate objectBy) {

  /** The term that begins on that day. */
  public static ContractDates of(LocalDate start, ServiceFacts facts) {
    LocalDate end = Term.end(start, facts.termMonths());
    return new ContractDates(start, end, end.plusDays(1), end.minusMonths(facts.noticeMonths()));
  }

  /**
   * The term in which a day lies, the contract having been renewed ever since; the first one, for a
   * day before the contract.
   *
   * @param first the first day of the service
   */
  public static ContractDates on(LocalDate day, LocalDate first, ServiceFacts facts) {
    ContractDates term = of(first, facts);
    while (day.isAfter(term.end())) {
      term = of(term.renewal(), facts);
    }
    return term;
  }
}
