package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Day;
import jp.mimamori.schedules.JapaneseHolidays;
import jp.mimamori.schedules.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators add what Acts still to come say, without a new release. */
class HolidaysCsvTest {
  private static final String HEADING = "国民の祝日・休日月日,国民の祝日・休日名称\r\n1955/1/1,元日\r\n";

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = Files.createDirectory(root.resolve("config"));
    try (var files = Files.list(Path.of("..", "config"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-31j", "UTF-8"})
  void theCabinetOfficesTableWinsForItsYears(String charset) throws IOException {
    String moved = HEADING + year2028().replace("2028/7/17,海の日", "2028/7/21,海の日");
    Files.write(folder.resolve("holidays.csv"), moved.getBytes(Charset.forName(charset)));

    BusinessCalendar calendar = SettingsFolder.read(folder, Map.of()).calendar();
    assertTrue(calendar.isConfirmed(Year.of(2028)));
    assertFalse(calendar.isConfirmed(Year.of(2029)), "by the rules");
    assertTrue(calendar.isBusinessDay(LocalDate.of(2028, 7, 17)), "moved away");
    assertEquals(
        new Day.Closed(new Reason("海の日", "National holiday")),
        calendar.day(LocalDate.of(2028, 7, 21)));
    assertEquals(
        new Day.Closed(new Reason("春分の日", "Vernal Equinox Day")),
        calendar.day(LocalDate.of(2028, 3, 20)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2028/2/30,元日        | config/holidays.csv:3: "2028/2/30,元日" is no day of the calendar
          the second of January | config/holidays.csv:3: "the second of January" is not a date and a name
          1955/1/1,元日         | config/holidays.csv:3: 1955-01-01 stands in line 2 already
          2101/1/1,元日         | config/holidays.csv:3: years up to 2099 are known, not 2101-01-01
          2028/1/1,元日         | must list all of its holidays, but 2028 lists 1
          """)
  void aMistakeIsNamedWithItsLine(String line, String told) throws IOException {
    Files.writeString(folder.resolve("holidays.csv"), HEADING + line + "\n");
    refuses(told);
  }

  @Test
  void aYearIsConfirmedInOnePlaceOnly() throws IOException {
    Files.writeString(folder.resolve("holidays.csv"), HEADING + year2028());
    change("years: []", "years: [2028]");
    refuses("confirmed-holidays.years: 2028 stands in holidays.csv, too");
  }

  @Test
  void aDayIsMovedByHandToo() throws IOException {
    change("withdrawn: []", "withdrawn: [2031-07-21]");
    change(
        "years: []\n  # A day of another year is added to what the rules say.\n  days: []",
        "years: []\n  days: [{ date: 2031-07-25, ja: 海の日, en: Marine Day }]");

    BusinessCalendar calendar = SettingsFolder.read(folder, Map.of()).calendar();
    assertTrue(calendar.isBusinessDay(LocalDate.of(2031, 7, 21)));
    assertFalse(calendar.isBusinessDay(LocalDate.of(2031, 7, 25)));

    change("withdrawn: [2031-07-21]", "withdrawn: [2031-07-22]");
    refuses("2031-07-22 can't be withdrawn: it is no holiday by the Act");
  }

  @Test
  void hoursChangeFromADayOnAndThePastStays() throws IOException {
    change(
        "changes: []",
        "changes: [{ from: 2027-04-01, weekdays: [monday], opens: \"08:00\", closes: \"20:00\" }]");
    BusinessCalendar calendar = SettingsFolder.read(folder, Map.of()).calendar();
    assertTrue(calendar.isBusinessDay(LocalDate.of(2027, 3, 30)), "a Tuesday before");
    assertFalse(calendar.isBusinessDay(LocalDate.of(2027, 4, 6)), "a Tuesday after");
    assertFalse(
        calendar.isBusinessDay(LocalDate.of(2028, 1, 3)), "the closing at year's end stays");

    change("closes: \"20:00\"", "closes: \"07:00\"");
    refuses("changes[0]: The desk must open before it closes");
  }

  private void refuses(String told) {
    String message =
        assertThrows(SettingsException.class, () -> SettingsFolder.read(folder, Map.of()))
            .getMessage();
    assertTrue(message.contains(told), message);
  }

  private void change(String from, String to) throws IOException {
    Path hours = folder.resolve("hours.yaml");
    String before = Files.readString(hours);
    assertTrue(before.contains(from), "the shipped file has no " + from);
    Files.writeString(hours, before.replace(from, to));
  }

  private static String year2028() {
    return JapaneseHolidays.byTheAct().of(Year.of(2028)).stream()
        .map(
            day ->
                "%d/%d/%d,%s\r\n"
                    .formatted(
                        day.date().getYear(),
                        day.date().getMonthValue(),
                        day.date().getDayOfMonth(),
                        day.japanese()))
        .collect(joining());
  }
}
