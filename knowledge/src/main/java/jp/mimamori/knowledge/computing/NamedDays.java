package jp.mimamori.knowledge.computing;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.SupportHours;

/** Finds the holidays that a question calls by their names, in the calendar of the desk. */
final class NamedDays {
  /** A holiday returns within a year, even if it moves. */
  private static final int YEAR = 400;

  /** By the name of the Act on National Holidays; how people call that day. */
  private static final Map<String, Pattern> HOLIDAYS =
      Map.ofEntries(
          named("成人の日", "成人の日|coming[- ]of[- ]age day"),
          named("建国記念の日", "建国記念の?日|(?:national )?foundation day"),
          named("天皇誕生日", "天皇(?:の)?誕生日|emperor'?s birthday"),
          named("春分の日", "春分の?日?|(?:vernal|spring) equinox(?: day)?"),
          named("昭和の日", "昭和の日|sh[oō]wa day"),
          named("憲法記念日", "憲法記念日|憲法の日|constitution (?:memorial )?day"),
          named("みどりの日", "みどりの日|緑の日|greenery day"),
          named("こどもの日", "(?:こども|子供|子ども)の日|children'?s day"),
          named("海の日", "海の日|(?:marine|sea|ocean) day"),
          named("山の日", "山の日|mountain day"),
          named("敬老の日", "敬老の?日|respect[- ]for[- ](?:the[- ])?aged[- ]day"),
          named("秋分の日", "秋分の?日?|autumn(?:al)? equinox(?: day)?"),
          named("スポーツの日", "スポーツの日|体育の日|(?:health and )?sports day"),
          named("文化の日", "文化の日|culture day"),
          named("勤労感謝の日", "勤労感謝の?日|labou?r thanksgiving(?: day)?"));

  private static final Map<MonthDay, Pattern> FIXED =
      Map.of(
          MonthDay.of(1, 1), Pattern.compile("元日|元旦|new year'?s day"),
          MonthDay.of(12, 24), Pattern.compile("クリスマス・?イ[ブヴ]|christmas eve"),
          MonthDay.of(12, 25), Pattern.compile("クリスマス(?!・?イ[ブヴ])|christmas(?! eve)(?: day)?"),
          MonthDay.of(12, 26), Pattern.compile("boxing day"),
          MonthDay.of(12, 31), Pattern.compile("大晦日|大みそか|おおみそか|new year'?s eve"));

  private NamedDays() {}

  private static Map.Entry<String, Pattern> named(String name, String words) {
    return Map.entry(name, Pattern.compile(words));
  }

  /** The named days to come, or today. */
  static List<Day> in(String text, LocalDate today, SupportHours hours) {
    List<Day> days = new ArrayList<>();
    HOLIDAYS.forEach(
        (name, words) -> add(words.matcher(text), () -> next(name, today, hours), days));
    FIXED.forEach((day, words) -> add(words.matcher(text), () -> next(day, today), days));
    return days;
  }

  private static void add(
      Matcher found, java.util.function.Supplier<Optional<LocalDate>> next, List<Day> days) {
    if (found.find()) {
      next.get().ifPresent(date -> days.add(new Day(date, found.start(), found.end())));
    }
  }

  private static Optional<LocalDate> next(String name, LocalDate today, SupportHours hours) {
    return today
        .datesUntil(today.plusDays(YEAR))
        .filter(day -> hours.holiday(day).filter(name::equals).isPresent())
        .findFirst();
  }

  private static Optional<LocalDate> next(MonthDay day, LocalDate today) {
    LocalDate date = day.atYear(today.getYear());
    return Optional.of(date.isBefore(today) ? date.plusYears(1) : date);
  }
}
