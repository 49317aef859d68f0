package jp.mimamori.schedules;

import java.time.LocalDate;
import java.util.List;

/**
 * The usual week and the yearly closings, from a day on until the next regime begins: so that hours
 * may change and the past stays as it was.
 *
 * @param from in the calendar's zone
 */
public record Regime(LocalDate from, OfficeHours office, List<AnnualClosing> closings) {
  public Regime {
    closings = List.copyOf(closings);
  }
}
