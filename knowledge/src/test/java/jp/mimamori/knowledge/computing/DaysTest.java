package jp.mimamori.knowledge.computing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.knowledge.wording.Numerals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  /** A Friday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026年9月1日 | 2026-09-01",
        "２０２６年９月１日 | 2026-09-01",
        "二〇二六年九月一日 | 2026-09-01",
        "令和8年9月1日 | 2026-09-01",
        "2026-09-01 | 2026-09-01",
        "2026/9/1 | 2026-09-01",
        "9/1 | 2027-09-01",
        "12月1日 | 2026-12-01",
        "十二月一日 | 2026-12-01",
        "来年の3月5日 | 2027-03-05",
        "今月末 | 2026-10-31",
        "来月末 | 2026-11-30",
        "再来月末 | 2026-12-31",
        "来月の5日 | 2026-11-05",
        "2月末 | 2027-02-28",
        "2028年2月末 | 2028-02-29",
        "今日 | 2026-10-30",
        "明日の朝 | 2026-10-31",
        "あさって | 2026-11-01",
        "10日後 | 2026-11-09",
        "2週間後 | 2026-11-13",
        "月曜日 | 2026-11-02",
        "来週の金曜 | 2026-11-06",
        "金曜 | 2026-10-30",
        "next monday | 2026-11-02",
        "friday | 2026-10-30",
        "next friday | 2026-11-06",
        "5 November | 2026-11-05",
        "the 5th of November | 2026-11-05",
        "Nov 5 | 2026-11-05",
        "November 5th, 2027 | 2027-11-05",
        "5 Nov 2027 | 2027-11-05",
        "in 3 days | 2026-11-02",
        "in three days | 2026-11-02",
        "tomorrow | 2026-10-31",
        "end of next month | 2026-11-30",
        "end of March | 2027-03-31",
      })
  void readsADay(String words, LocalDate day) {
    assertEquals(
        List.of(day), Days.in(Numerals.digits(words), TODAY).stream().map(Day::date).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2月30日",
        "13/45",
        "market 5",
        "maybe 10 pcs",
        "一般",
        "24/365",
        "monitoring",
        "9:30",
        "月額"
      })
  void readsNoDayWhereThereIsNone(String words) {
    assertEquals(List.of(), Days.in(Numerals.digits(words), TODAY));
  }

  @ParameterizedTest
  @CsvSource({"2026-09-01,12,2027-08-31", "2028-02-29,12,2029-02-28", "2026-12-31,2,2027-02-28"})
  void aTermEndsTheDayBeforeItsOwn(LocalDate start, int months, LocalDate end) {
    assertEquals(end, Term.end(start, months));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30,2027-03-31,4",
    "2026-11-15,2027-03-31,5",
    "2027-03-31,2027-03-31,0",
    "2027-04-30,2027-03-31,0"
  })
  void aPartOfAMonthCountsAsOne(LocalDate cancelled, LocalDate end, int months) {
    assertEquals(months, Term.monthsAfter(cancelled, end));
  }
}
