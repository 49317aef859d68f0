package jp.mimamori.schedules;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * When people are there to answer: 別紙 問合せサポート(4), weekdays 9:00–17:30 in Tokyo but for national
 * holidays, the year's end and the company's own days. Pure: it asks no clock, and every moment is
 * an argument.
 *
 * <p>The opening moment is open, the closing moment is closed. Business time passes only while the
 * desk is open; it is a {@link Duration} of exact time, to the nanosecond.
 *
 * <p>Two failures: {@link IllegalStateException} if there is no open day within {@value
 * #SEARCH_DAYS} days, {@link IllegalArgumentException} for years whose holidays are not known (see
 * {@link JapaneseHolidays}).
 */
public final class BusinessCalendar {
  private static final int SEARCH_DAYS = 400; // more than a year: every annual closing ends by then

  private final ZoneId zone;
  private final NavigableMap<LocalDate, Regime> regimes = new TreeMap<>();
  private final JapaneseHolidays holidays;
  private final Map<LocalDate, CompanyDay> companyDays;

  /** With the same usual week for all time. */
  public BusinessCalendar(
      OfficeHours office,
      JapaneseHolidays holidays,
      List<AnnualClosing> closings,
      List<CompanyDay> companyDays) {
    this(List.of(new Regime(LocalDate.MIN, office, closings)), holidays, companyDays);
  }

  /**
   * With a usual week that changed, or will. Refuses, with {@link IllegalArgumentException}, two
   * company days on one date, two regimes from one date, and regimes of different zones.
   *
   * @param regimes the first of them holds for all the time before it, too
   */
  public BusinessCalendar(
      List<Regime> regimes, JapaneseHolidays holidays, List<CompanyDay> companyDays) {
    if (regimes.isEmpty()) {
      throw new IllegalArgumentException("A calendar needs the hours of a usual week.");
    }
    this.zone = regimes.getFirst().office().zone();
    for (Regime regime : regimes) {
      if (!regime.office().zone().equals(zone)) {
        throw new IllegalArgumentException("A calendar has one zone: " + zone + ".");
      }
      if (this.regimes.put(regime.from(), regime) != null) {
        throw new IllegalArgumentException("Two kinds of hours from " + regime.from() + " on.");
      }
    }
    this.holidays = holidays;
    this.companyDays =
        companyDays.stream()
            .collect(
                toUnmodifiableMap(CompanyDay::date, Function.identity(), BusinessCalendar::refuse));
  }

  /** As the terms say it, with no company days: 別紙 問合せサポート(4). */
  public static BusinessCalendar standard() {
    return new BusinessCalendar(
        OfficeHours.STANDARD,
        JapaneseHolidays.byTheAct(),
        List.of(AnnualClosing.YEAR_END),
        List.of());
  }

  /** The zone in which days and hours are meant. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether the operator's table covers the holidays of that year. */
  public boolean isConfirmed(Year year) {
    return holidays.isConfirmed(year);
  }

  /**
   * What the day is. Where several reasons meet, the company's decision is named before the
   * national holiday, that before the annual closing, and that before the weekday.
   */
  public Day day(LocalDate date) {
    CompanyDay decided = companyDays.get(date);
    if (decided != null) {
      return switch (decided) {
        case CompanyDay.Closed(_, Reason reason) -> new Day.Closed(reason);
        case CompanyDay.Open(_, Hours hours, Reason reason) ->
            new Day.Open(hours.opens(), hours.closes(), Optional.of(reason));
      };
    }
    return whyClosed(date)
        .<Day>map(Day.Closed::new)
        .orElseGet(
            () -> {
              Hours hours = regime(date).office().hours();
              return new Day.Open(hours.opens(), hours.closes(), Optional.empty());
            });
  }

  /** The national holiday on that day, whether the desk is open or not. */
  public Optional<Holiday> holiday(LocalDate date) {
    return holidays.on(date);
  }

  /** Whether the desk is open at some time of the day, be it for an hour. */
  public boolean isBusinessDay(LocalDate date) {
    return day(date) instanceof Day.Open;
  }

  /** The first business day of the month; {@link IllegalStateException} if it has none. */
  public LocalDate firstBusinessDay(YearMonth month) {
    return month
        .atDay(1)
        .datesUntil(month.atEndOfMonth().plusDays(1))
        .filter(this::isBusinessDay)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The desk is closed all of " + month + ": look at the company's days."));
  }

  public boolean isOpen(Instant at) {
    ZonedDateTime local = at.atZone(zone());
    LocalTime time = local.toLocalTime();
    return day(local.toLocalDate()) instanceof Day.Open open
        && !time.isBefore(open.opens())
        && time.isBefore(open.closes());
  }

  /** The moment itself if the desk is open then, otherwise the next at which it opens. */
  public Instant nextOpening(Instant at) {
    return later(at, shiftEndingAfter(at).opens());
  }

  /** When the desk next opens or closes, after that moment. */
  public Instant nextChange(Instant at) {
    Shift shift = shiftEndingAfter(at);
    return shift.opens().isAfter(at) ? shift.opens() : shift.closes();
  }

  /**
   * The moment at which so much business time will have passed since {@code from}. A wait that ends
   * exactly when the desk closes is due at the closing moment of that day, not at the next opening;
   * no wait at all is due at {@link #nextOpening}. So {@code between(from, plus(from, wait))} is
   * always {@code wait}. Refuses a negative wait with {@link IllegalArgumentException}.
   */
  public Instant plus(Instant from, Duration businessTime) {
    if (businessTime.isNegative()) {
      throw new IllegalArgumentException(
          "Business time can only be waited for, not taken back: " + businessTime + ".");
    }
    Shift shift = shiftEndingAfter(from);
    Instant start = later(from, shift.opens());
    Duration left = businessTime;
    while (left.compareTo(Duration.between(start, shift.closes())) > 0) {
      left = left.minus(Duration.between(start, shift.closes()));
      shift = shiftEndingAfter(shift.closes());
      start = shift.opens();
    }
    return start.plus(left);
  }

  /** The business time that passes from one moment to the other; negative if they are reversed. */
  public Duration between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    LocalDate last = dateOf(to);
    Duration sum = Duration.ZERO;
    for (LocalDate date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
      Optional<Shift> shift = shift(date);
      if (shift.isPresent()) {
        sum = sum.plus(shift.get().within(from, to));
      }
    }
    return sum;
  }

  private Optional<Reason> whyClosed(LocalDate date) {
    Optional<Holiday> holiday = holidays.on(date);
    if (holiday.isPresent()) {
      return holiday.map(day -> new Reason(day.japanese(), day.english()));
    }
    Regime regime = regime(date);
    for (AnnualClosing closing : regime.closings()) {
      if (closing.includes(date)) {
        return Optional.of(closing.reason());
      }
    }
    var weekday = date.getDayOfWeek();
    if (regime.office().workingDays().contains(weekday)) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            weekday.getDisplayName(TextStyle.FULL, Locale.JAPANESE),
            weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
  }

  private Regime regime(LocalDate date) {
    var entry = regimes.floorEntry(date);
    return entry == null ? regimes.firstEntry().getValue() : entry.getValue();
  }

  /** The shift that goes on at this moment, or the next one. */
  private Shift shiftEndingAfter(Instant at) {
    LocalDate today = dateOf(at);
    for (int days = 0; days <= SEARCH_DAYS; days++) {
      Optional<Shift> shift = shift(today.plusDays(days));
      if (shift.isPresent() && shift.get().closes().isAfter(at)) {
        return shift.get();
      }
    }
    throw new IllegalStateException(
        "The desk does not open within %d days from %s: look at the working weekdays and the closed days."
            .formatted(SEARCH_DAYS, today));
  }

  private Optional<Shift> shift(LocalDate date) {
    return switch (day(date)) {
      case Day.Open(LocalTime opens, LocalTime closes, _) ->
          Optional.of(
              new Shift(
                  date.atTime(opens).atZone(zone()).toInstant(),
                  date.atTime(closes).atZone(zone()).toInstant()));
      case Day.Closed _ -> Optional.empty();
    };
  }

  private LocalDate dateOf(Instant at) {
    return LocalDate.ofInstant(at, zone());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static CompanyDay refuse(CompanyDay one, CompanyDay other) {
    throw new IllegalArgumentException(
        "Two company days on %s: %s and %s."
            .formatted(one.date(), one.reason().english(), other.reason().english()));
  }

  /** One day's open hours on the line of time, half-open. */
  private record Shift(Instant opens, Instant closes) {
    Duration within(Instant from, Instant to) {
      Instant start = later(opens, from);
      Instant end = closes.isBefore(to) ? closes : to;
      return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
    }
  }
}
