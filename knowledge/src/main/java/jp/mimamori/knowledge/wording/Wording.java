package jp.mimamori.knowledge.wording;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.mimamori.knowledge.Language;

/** Numbers, money, dates and times as people of each language write them. */
public final class Wording {
  /** Where the people of the desk and the contract live. */
  public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static final DateTimeFormatter DATE_JA =
      DateTimeFormatter.ofPattern("uuuu年M月d日（E）", Locale.JAPANESE);
  private static final DateTimeFormatter DATE_EN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME_JA = DateTimeFormatter.ofPattern("H:mm");
  private static final DateTimeFormatter TIME_EN = DateTimeFormatter.ofPattern("H:mm '(JST)'");

  private Wording() {}

  /** {@code 2026年11月4日（水）}, {@code Wednesday, 4 November 2026}. */
  public static String date(LocalDate date, Language language) {
    return switch (language) {
      case JA -> DATE_JA.format(date);
      case EN -> DATE_EN.format(date);
    };
  }

  /** {@code 2026年11月4日（水）9:00}, {@code Wednesday, 4 November 2026, 9:00 (JST)}; Asia/Tokyo. */
  public static String moment(Instant moment, Language language) {
    ZonedDateTime at = moment.atZone(TOKYO);
    return switch (language) {
      case JA -> date(at.toLocalDate(), language) + TIME_JA.format(at);
      case EN -> date(at.toLocalDate(), language) + ", " + TIME_EN.format(at);
    };
  }

  /** {@code 576,000円}, {@code 576,000 yen}. */
  public static String yen(BigDecimal amount, Language language) {
    return switch (language) {
      case JA -> String.format(Locale.ROOT, "%,d円", amount.toBigIntegerExact());
      case EN -> String.format(Locale.ROOT, "%,d yen", amount.toBigIntegerExact());
    };
  }

  /** {@code 576,000円（税別）}, {@code 576,000 yen (excluding tax)}. */
  public static String untaxed(BigDecimal amount, Language language) {
    return switch (language) {
      case JA -> yen(amount, language) + "（税別）";
      case EN -> yen(amount, language) + " (excluding tax)";
    };
  }

  /** {@code 30台}, {@code 30 endpoints}. */
  public static String endpoints(long number, Language language) {
    return switch (language) {
      case JA -> String.format(Locale.ROOT, "%,d台", number);
      case EN -> String.format(Locale.ROOT, number == 1 ? "%,d endpoint" : "%,d endpoints", number);
    };
  }

  /** {@code 12か月}, {@code 12 months}. */
  public static String months(long number, Language language) {
    return switch (language) {
      case JA -> number + "か月";
      case EN -> number == 1 ? "1 month" : number + " months";
    };
  }

  /** {@code 10日}, {@code 10 days}. */
  public static String days(long number, Language language) {
    return switch (language) {
      case JA -> number + "日";
      case EN -> number == 1 ? "1 day" : number + " days";
    };
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
