package jp.mimamori.schedules;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** The usual week: in which zone, at what hours and on which weekdays people are there. */
public record OfficeHours(ZoneId zone, Hours hours, Set<DayOfWeek> workingDays) {
  /** Monday to Friday 9:00–17:30 in Asia/Tokyo: 別紙 問合せサポート(4) サービス時間, 対応. */
  public static final OfficeHours STANDARD =
      new OfficeHours(
          ZoneId.of("Asia/Tokyo"),
          new Hours(LocalTime.of(9, 0), LocalTime.of(17, 30)),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

  public OfficeHours {
    workingDays = Set.copyOf(workingDays);
    if (workingDays.isEmpty()) {
      throw new IllegalArgumentException("Office hours need at least one working weekday.");
    }
  }
}
