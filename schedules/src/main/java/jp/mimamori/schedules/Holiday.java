package jp.mimamori.schedules;

import java.time.LocalDate;

/**
 * A day in Japan (Asia/Tokyo) that is a day off for everybody, with the names people know it by.
 * The names are never blank.
 */
public record Holiday(LocalDate date, String japanese, String english, Kind kind) {

  /** The ground on which a day is a holiday. */
  public enum Kind {
    /** A national holiday (国民の祝日), Article 2 of the Act, or one moved for a year by another Act. */
    NATIONAL,
    /** A substitute holiday (振替休日) for a national holiday on a Sunday, Article 3 paragraph 2. */
    SUBSTITUTE,
    /** A citizens' holiday (国民の休日) between two national holidays, Article 3 paragraph 3. */
    CITIZENS,
    /** A day that an Act of its own made a holiday once, to be treated as a national holiday. */
    SPECIAL,
    /** A day from the operator's table, see {@link ConfirmedHolidays}. */
    CONFIRMED
  }

  public Holiday {
    if (japanese.isBlank() || english.isBlank()) {
      throw new IllegalArgumentException(
          "The holiday on " + date + " needs a Japanese and an English name.");
    }
  }

  /** A day of the operator's table. */
  public static Holiday confirmed(LocalDate date, String japanese, String english) {
    return new Holiday(date, japanese, english, Kind.CONFIRMED);
  }
}
