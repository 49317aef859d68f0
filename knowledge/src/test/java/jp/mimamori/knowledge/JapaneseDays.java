package jp.mimamori.knowledge;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The holidays of 2026 to 2028 as printed in calendars, and the days on which nobody works. */
public final class JapaneseDays {
  private static final Map<LocalDate, String> HOLIDAYS = new TreeMap<>();

  static {
    put("元日", "2026-01-01", "2027-01-01", "2028-01-01");
    put("成人の日", "2026-01-12", "2027-01-11", "2028-01-10");
    put("建国記念の日", "2026-02-11", "2027-02-11", "2028-02-11");
    put("天皇誕生日", "2026-02-23", "2027-02-23", "2028-02-23");
    put("春分の日", "2026-03-20", "2027-03-21", "2028-03-20");
    put("昭和の日", "2026-04-29", "2027-04-29", "2028-04-29");
    put("憲法記念日", "2026-05-03", "2027-05-03", "2028-05-03");
    put("みどりの日", "2026-05-04", "2027-05-04", "2028-05-04");
    put("こどもの日", "2026-05-05", "2027-05-05", "2028-05-05");
    put("海の日", "2026-07-20", "2027-07-19", "2028-07-17");
    put("山の日", "2026-08-11", "2027-08-11", "2028-08-11");
    put("敬老の日", "2026-09-21", "2027-09-20", "2028-09-18");
    put("秋分の日", "2026-09-23", "2027-09-23", "2028-09-22");
    put("スポーツの日", "2026-10-12", "2027-10-11", "2028-10-09");
    put("文化の日", "2026-11-03", "2027-11-03", "2028-11-03");
    put("勤労感謝の日", "2026-11-23", "2027-11-23", "2028-11-23");
    put("休日", "2026-05-06", "2026-09-22", "2027-03-22");
  }

  private JapaneseDays() {}

  private static void put(String name, String... days) {
    for (String day : days) {
      HOLIDAYS.put(LocalDate.parse(day), name);
    }
  }

  static Optional<String> holiday(LocalDate day) {
    return Optional.ofNullable(HOLIDAYS.get(day));
  }

  /** No weekend, no holiday, not from 29 December to 4 January. */
  public static boolean isWorkday(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    boolean yearEnd = !date.isBefore(MonthDay.of(12, 29)) || !date.isAfter(MonthDay.of(1, 4));
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return !weekend && !yearEnd && !HOLIDAYS.containsKey(day);
  }
}
