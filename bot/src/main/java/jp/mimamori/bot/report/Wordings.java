package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.report.Figures.Open;
import jp.mimamori.knowledge.Language;

/** How times, and the words of the records, are written for people. */
public final class Wordings {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("M/d H:mm", Locale.ROOT).withZone(TOKYO);
  private static final DateTimeFormatter DAY_JA =
      DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE).withZone(TOKYO);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(TOKYO);
  private static final DateTimeFormatter MONTH_JA = DateTimeFormatter.ofPattern("uuuu年M月");
  private static final DateTimeFormatter MONTH_EN =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Wordings() {}

  public static String month(YearMonth month, Language language) {
    return (language == Language.JA ? MONTH_JA : MONTH_EN).format(month);
  }

  static String day(Instant at, Language language) {
    return (language == Language.JA ? DAY_JA : DAY_EN).format(at);
  }

  static String brief(Instant at) {
    return SHORT.format(at);
  }

  /** To the minute, rounded up: less than a minute is one. */
  public static String time(Optional<Duration> time, Language language) {
    if (time.isEmpty()) {
      return ReportWords.NO_TIME.in(language);
    }
    long minutes = Math.max(1, (time.get().toSeconds() + 59) / 60);
    if (minutes < 60) {
      return ReportWords.MINUTES.in(language, minutes);
    }
    if (minutes < 24 * 60) {
      return ReportWords.HOURS.in(language, minutes / 60, minutes % 60);
    }
    return ReportWords.DAYS.in(language, minutes / (24 * 60), minutes % (24 * 60) / 60);
  }

  static String severity(Severity severity, Language language) {
    ReportWords words =
        switch (severity) {
          case CRITICAL -> ReportWords.CRITICAL;
          case HIGH -> ReportWords.HIGH;
          case MEDIUM -> ReportWords.MEDIUM;
          case LOW -> ReportWords.LOW;
        };
    return words.in(language);
  }

  static String object(SuspiciousObject.Kind kind, Language language) {
    ReportWords words =
        switch (kind) {
          case FILE_SHA1, FILE_SHA256 -> ReportWords.OBJECT_FILE;
          case IP -> ReportWords.OBJECT_IP;
          case URL -> ReportWords.OBJECT_URL;
          case DOMAIN -> ReportWords.OBJECT_DOMAIN;
          case SENDER -> ReportWords.OBJECT_SENDER;
        };
    return words.in(language);
  }

  static String category(Category category, Language language) {
    ReportWords words =
        switch (category) {
          case INSTALL -> ReportWords.INSTALL;
          case CONSOLE -> ReportWords.CONSOLE;
          case DETECTION -> ReportWords.DETECTION;
          case TERMS -> ReportWords.TERMS;
          case OTHER -> ReportWords.OTHER;
        };
    return words.in(language);
  }

  static String open(Open.Kind kind, Language language) {
    ReportWords words =
        switch (kind) {
          case ALERT -> ReportWords.OPEN_ALERT;
          case ACTION -> ReportWords.OPEN_ACTION;
          case INQUIRY -> ReportWords.OPEN_INQUIRY;
        };
    return words.in(language);
  }

  /** The store's words for what can be done; one that is not known here is shown as it is. */
  static String verb(String verb, Language language) {
    return switch (verb) {
      case "isolate" -> ReportWords.ISOLATE.in(language);
      case "release" -> ReportWords.RELEASE.in(language);
      case "block" -> ReportWords.BLOCK.in(language);
      case "unblock" -> ReportWords.UNBLOCK.in(language);
      case "scan" -> ReportWords.SCAN.in(language);
      case "cancel-scan" -> ReportWords.CANCEL_SCAN.in(language);
      case "terminate" -> ReportWords.TERMINATE.in(language);
      case "collect-file" -> ReportWords.COLLECT_FILE.in(language);
      case "collect-package" -> ReportWords.COLLECT_PACKAGE.in(language);
      case "analyze", "analyze-file", "analyze-url" -> ReportWords.ANALYZE.in(language);
      case "sweep" -> ReportWords.SWEEP.in(language);
      default -> verb;
    };
  }

  static String finding(String finding, Language language) {
    return switch (finding) {
      case "" -> ReportWords.FINDING_OPEN.in(language);
      case "TRUE_POSITIVE" -> ReportWords.FINDING_TRUE.in(language);
      case "FALSE_POSITIVE" -> ReportWords.FINDING_FALSE.in(language);
      case "BENIGN_TRUE_POSITIVE" -> ReportWords.FINDING_BENIGN.in(language);
      case "NOTEWORTHY" -> ReportWords.FINDING_NOTEWORTHY.in(language);
      default -> ReportWords.FINDING_OTHER.in(language);
    };
  }
}
