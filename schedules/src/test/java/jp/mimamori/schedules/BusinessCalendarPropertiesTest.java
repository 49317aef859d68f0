package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What holds at any moment, tried at many; a failure names its case, the seed is fixed. */
class BusinessCalendarPropertiesTest {
  private static final int CASES = 3000;
  private static final Instant FIRST = Instant.parse("2018-12-01T00:00:00Z");
  private static final long SECONDS = Duration.ofDays(365 * 10).toSeconds();

  private final Random random = new Random(20260901);
  private final BusinessCalendar calendar =
      new BusinessCalendar(
          OfficeHours.STANDARD,
          JapaneseHolidays.byTheAct(),
          List.of(AnnualClosing.YEAR_END),
          List.of(
              new CompanyDay.Open(
                  LocalDate.of(2026, 12, 25),
                  new Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                  new Reason("納会", "Party"))));

  @Test
  void plusIsWhatSteppingMinuteByMinuteFinds() {
    tryMany(
        300,
        _ -> {
          Instant from = moment().truncatedTo(ChronoUnit.MINUTES);
          int minutes = 1 + random.nextInt(1500);
          assertEquals(
              stepped(from, minutes),
              calendar.plus(from, Duration.ofMinutes(minutes)),
              () -> from + " + " + minutes + " minutes");
        });
  }

  @Test
  void betweenUndoesPlus() {
    tryMany(
        CASES,
        _ -> {
          Instant from = moment();
          Duration wait = span();
          assertEquals(
              wait, calendar.between(from, calendar.plus(from, wait)), () -> from + " + " + wait);
        });
  }

  @Test
  void plusUndoesBetweenWhileTheDeskIsOpen() {
    tryMany(
        CASES,
        _ -> {
          Instant from = moment();
          Instant to = calendar.nextOpening(from.plusSeconds(random.nextInt(1_000_000)));
          Instant again = calendar.plus(from, calendar.between(from, to));
          // The very opening is, in business time, the same as the closing before it.
          if (!again.equals(to)) {
            assertFalse(calendar.isOpen(again), () -> from + " to " + to);
            assertEquals(to, calendar.nextOpening(again), () -> from + " to " + to);
          }
        });
  }

  @Test
  void aLaterStartIsNeverDueEarlier() {
    tryMany(
        CASES,
        _ -> {
          Instant from = moment();
          Instant later = from.plusSeconds(random.nextInt(200_000));
          Duration wait = span();
          assertFalse(
              calendar.plus(later, wait).isBefore(calendar.plus(from, wait)),
              () -> from + " and " + later + " + " + wait);
        });
  }

  @Test
  void aLongerWaitIsAlwaysDueLater() {
    tryMany(
        CASES,
        _ -> {
          Instant from = moment();
          Duration wait = span().plusSeconds(1);
          Duration longer = wait.plusSeconds(1 + random.nextInt(10_000));
          assertTrue(
              calendar.plus(from, wait).isBefore(calendar.plus(from, longer)),
              () -> from + " + " + wait + " and " + longer);
        });
  }

  @Test
  void waitsAddUp() {
    tryMany(
        CASES,
        _ -> {
          Instant from = moment();
          Duration one = span();
          Duration other = span().plusSeconds(1);
          assertEquals(
              calendar.plus(from, one.plus(other)),
              calendar.plus(calendar.plus(from, one), other),
              () -> from + " + " + one + " + " + other);
        });
  }

  @Test
  void spansAddUp() {
    tryMany(
        CASES,
        _ -> {
          Instant from = moment();
          Instant middle = moment();
          Instant to = from.plusSeconds(random.nextInt(2_000_000));
          assertEquals(
              calendar.between(from, to),
              calendar.between(from, middle).plus(calendar.between(middle, to)),
              () -> from + ", " + middle + ", " + to);
        });
  }

  @Test
  void theNextOpeningIsOpenAndNothingBeforeIt() {
    tryMany(
        CASES,
        _ -> {
          Instant at = moment();
          Instant opening = calendar.nextOpening(at);
          assertTrue(calendar.isOpen(opening), at::toString);
          assertEquals(Duration.ZERO, calendar.between(at, opening), at::toString);
          assertEquals(calendar.isOpen(at), at.equals(opening), at::toString);
        });
  }

  private static void tryMany(int cases, IntConsumer property) {
    for (int number = 0; number < cases; number++) {
      property.accept(number);
    }
  }

  /** The end of the so-many-th minute that is open when it begins. */
  private Instant stepped(Instant from, int minutes) {
    Instant at = from;
    for (int left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
      if (calendar.isOpen(at)) {
        left--;
      }
    }
    return at;
  }

  /** Any moment, and often one on an hour or half-hour, where the edges are. */
  private Instant moment() {
    Instant any = FIRST.plusSeconds(random.nextLong(SECONDS));
    if (random.nextInt(3) > 0) {
      return any;
    }
    return any.minusSeconds(any.getEpochSecond() % 1800);
  }

  private Duration span() {
    int seconds = random.nextInt(200_000);
    return Duration.ofSeconds(random.nextInt(3) > 0 ? seconds : seconds - seconds % 1800);
  }
}
