package jp.mimamori.bot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people type it; without an offset it is Asia/Tokyo. */
public final class MomentConverter implements ITypeConverter<Instant> {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']H:mm[:ss]")
          .toFormatter(Locale.ROOT);

  private static final List<Function<String, Instant>> FORMS =
      List.of(
          Instant::parse,
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text, LOCAL).atZone(TOKYO).toInstant(),
          text -> LocalDate.parse(text).atStartOfDay(TOKYO).toInstant());

  @Override
  public Instant convert(String text) {
    return moment(text);
  }

  static Instant moment(String text) {
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(text.strip());
      } catch (DateTimeException e) {
        // The next form may fit; if none does, all are named below.
      }
    }
    throw new TypeConversionException(
        "\""
            + text
            + "\" is not a moment such as \"2026-12-28 17:45\" (Asia/Tokyo) or"
            + " 2026-12-28T17:45:00+09:00");
  }
}
