package jp.mimamori.bot;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Day;
import jp.mimamori.schedules.JapaneseHolidays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says when people are there, and why not. */
@Command(
    name = "calendar",
    description = "Says whether people are there at a moment, or on the days of a period.",
    footer = {
      "",
      "Examples:",
      "  ./mimamori calendar --at \"2026-11-20 17:45\"",
      "  ./mimamori calendar --from 2026-12-26 --to 2027-01-06",
      "  ./mimamori calendar --year 2027 --csv"
    })
public final class CalendarCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description =
          "A moment, for example \"2026-11-20 17:45\" (Asia/Tokyo); now, if nothing is named.")
  private @Nullable Instant at;

  @Option(names = "--from", paramLabel = "DATE", description = "The first day of a period.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day of a period.")
  private @Nullable LocalDate to;

  @Option(names = "--year", paramLabel = "YEAR", description = "All days of a year.")
  private @Nullable Integer year;

  @Option(names = "--csv", description = "One line a day: 2027-01-01,closed,元日")
  private boolean csv;

  @Override
  public Integer call() {
    if ((year != null && (from != null || to != null)) || (from == null) != (to == null)) {
      throw usage("Name --at TIME, or --from DATE and --to DATE, or --year YEAR.");
    }
    BusinessCalendar calendar = folders.settings().calendar();
    PrintWriter out = spec.commandLine().getOut();
    if (year != null) {
      known(year);
      days(out, calendar, Year.of(year).atDay(1), Year.of(year).atMonth(12).atEndOfMonth());
      if (!csv) {
        out.println(
            calendar.isConfirmed(Year.of(year))
                ? "The holidays of " + year + " are confirmed."
                : "The holidays of " + year + " are computed by the Act, not confirmed.");
      }
    } else if (from != null && to != null) {
      known(from.getYear());
      known(to.getYear());
      if (to.isBefore(from)) {
        throw usage("--to " + to + " is before --from " + from + ".");
      }
      days(out, calendar, from, to);
    } else {
      moment(out, calendar, at == null ? Folders.clock().instant() : at);
    }
    out.flush();
    return 0;
  }

  private void moment(PrintWriter out, BusinessCalendar calendar, Instant moment) {
    LocalDate date = LocalDate.ofInstant(moment, calendar.zone());
    known(date.getYear());
    if (calendar.isOpen(moment)) {
      out.println(Lines.day(moment) + "  open");
      return;
    }
    String why =
        switch (calendar.day(date)) {
          case Day.Open(var opens, var closes, _) -> "outside " + opens + "–" + closes;
          case Day.Closed(var reason) -> reason.japanese() + " (" + reason.english() + ")";
        };
    out.println(Lines.day(moment) + "  closed: " + why);
    out.println("next opening: " + Lines.day(calendar.nextOpening(moment)));
  }

  private void days(PrintWriter out, BusinessCalendar calendar, LocalDate first, LocalDate last) {
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            date -> {
              Day day = calendar.day(date);
              out.println(csv ? csvLine(date, day) : line(date, day));
            });
  }

  private static String csvLine(LocalDate date, Day day) {
    return switch (day) {
      case Day.Open(_, _, var reason) ->
          date + ",open," + reason.map(why -> why.japanese()).orElse("");
      case Day.Closed(var reason) -> date + ",closed," + reason.japanese();
    };
  }

  private static String line(LocalDate date, Day day) {
    String weekday = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return switch (day) {
      case Day.Open(var opens, var closes, var reason) ->
          date
              + " "
              + weekday
              + "  open "
              + opens
              + "–"
              + closes
              + reason.map(why -> "  " + why.japanese()).orElse("");
      case Day.Closed(var reason) ->
          date + " " + weekday + "  closed  " + reason.japanese() + " (" + reason.english() + ")";
    };
  }

  private void known(int wanted) {
    if (wanted < JapaneseHolidays.FIRST_YEAR || wanted > JapaneseHolidays.LAST_YEAR) {
      throw usage(
          "The calendar knows the years "
              + JapaneseHolidays.FIRST_YEAR
              + " to "
              + JapaneseHolidays.LAST_YEAR
              + ", not "
              + wanted
              + ".");
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
