package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import jp.mimamori.bot.store.Database;
import jp.mimamori.schedules.BusinessCalendar;

/**
 * Sees to it that a card says when an answer is due, also when a holiday, a promise or the time of
 * day has changed that meanwhile.
 */
public final class Deadlines {
  private final Database database;
  private final Inquiries inquiries;
  private final Supplier<ResponseTimes> times;
  private final Supplier<BusinessCalendar> calendar;

  public Deadlines(
      Database database,
      Inquiries inquiries,
      Supplier<ResponseTimes> times,
      Supplier<BusinessCalendar> calendar) {
    this.database = database;
    this.inquiries = inquiries;
    this.times = times;
    this.calendar = calendar;
  }

  /** Shows anew what shows another time than now holds. Any node, any time, any number. */
  public void look(Instant now) {
    List<Shown> stale =
        database.read(
            view ->
                inquiries.ours(view).stream()
                    .flatMap(
                        one ->
                            times.get().due(one.inquiry(), calendar.get()).stream()
                                .map(due -> new Shown(one.inquiry().id(), due, !due.isAfter(now)))
                                .filter(
                                    as ->
                                        as.overdue() != one.overdue()
                                            || !as.due().equals(one.due())))
                    .toList());
    if (!stale.isEmpty()) {
      database.write(
          now,
          tx ->
              stale.forEach(
                  one -> {
                    inquiries.shows(tx, one.id(), one.due(), one.overdue());
                    tx.show(Steps.desk(one.id()));
                  }));
    }
  }

  private record Shown(String id, Instant due, boolean overdue) {}
}
