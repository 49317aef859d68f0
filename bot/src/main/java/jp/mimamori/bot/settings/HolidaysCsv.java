package jp.mimamori.bot.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.bot.settings.YamlFiles.Malformed;
import jp.mimamori.schedules.Holiday;
import jp.mimamori.schedules.JapaneseHolidays;

/**
 * {@code holidays.csv}, which may be missing: the table as the Cabinet Office publishes it
 * (内閣府「国民の祝日」について, {@code syukujitsu.csv}), in Shift_JIS as it comes or in UTF-8. A heading, then
 * {@code 2027/1/1,元日} a line. Years before {@value JapaneseHolidays#FIRST_YEAR} are passed over.
 */
final class HolidaysCsv {
  static final String NAME = "holidays.csv";

  private static final Pattern LINE =
      Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2}),([^,]+)");
  private static final Charset AS_PUBLISHED = Charset.forName("windows-31j");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final JapaneseHolidays computed = JapaneseHolidays.byTheAct();

  private HolidaysCsv(Path file) {
    this.file = file;
  }

  /** Throws {@link Malformed} naming file and line. */
  static List<Holiday> read(Path folder) {
    Path file = folder.resolve(NAME);
    return Files.exists(file) ? new HolidaysCsv(file).days() : List.of();
  }

  private List<Holiday> days() {
    List<String> lines = text().lines().toList();
    List<Holiday> days = new ArrayList<>();
    Map<LocalDate, Integer> seen = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        if (i == 0 || line.isEmpty()) {
          continue; // the heading
        }
        throw wrong(i, "\"" + line + "\" is not a date and a name such as 2027/1/1,元日");
      }
      LocalDate date = date(i, parts);
      Integer other = seen.putIfAbsent(date, i + 1);
      if (other != null) {
        throw wrong(i, date + " stands in line " + other + " already");
      }
      day(i, date, parts.group(4).strip()).ifPresent(days::add);
    }
    return days;
  }

  private Optional<Holiday> day(int line, LocalDate date, String name) {
    if (date.getYear() < JapaneseHolidays.FIRST_YEAR) {
      return Optional.empty();
    }
    if (date.getYear() > JapaneseHolidays.LAST_YEAR) {
      throw wrong(line, "years up to " + JapaneseHolidays.LAST_YEAR + " are known, not " + date);
    }
    String english = computed.on(date).map(Holiday::english).orElse("National holiday");
    return Optional.of(Holiday.confirmed(date, name, english));
  }

  private LocalDate date(int line, Matcher parts) {
    try {
      return LocalDate.of(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)));
    } catch (DateTimeException e) {
      throw wrong(line, "\"" + parts.group() + "\" is no day of the calendar");
    }
  }

  private String text() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = decoded(bytes);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException unreadable) {
      throw new Malformed(
          new Problem(YamlFiles.shown(file), "", "can't be read: " + unreadable.getMessage()),
          unreadable);
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, AS_PUBLISHED);
    }
  }

  private Malformed wrong(int line, String what) {
    return new Malformed(new Problem(YamlFiles.shown(file) + ":" + (line + 1), "", what));
  }
}
