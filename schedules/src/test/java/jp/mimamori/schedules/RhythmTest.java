package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final BusinessCalendar CALENDAR = BusinessCalendar.standard();

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "2026-10-31T12:00, 2026-11-02T09:00, the 1st is a Sunday",
    "2026-11-02T08:59:59, 2026-11-02T09:00, a second before",
    "2026-11-02T09:00, 2026-12-01T09:00, the moment itself is over",
    "2026-12-15T00:00, 2027-01-05T09:00, New Year: the 4th is closed too",
    "2027-04-30T10:00, 2027-05-06T09:00, Golden Week",
  })
  void onTheFirstBusinessDay(LocalDateTime after, LocalDateTime due, String why) {
    assertEquals(at(due), new Rhythm.FirstBusinessDay(NINE).next(at(after), CALENDAR), why);
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "2026-11-20T08:00, 2026-11-20T09:00, today",
    "2026-11-20T09:00, 2026-11-21T09:00, also on a Saturday",
    "2026-12-31T23:59, 2027-01-01T09:00, across the year",
  })
  void daily(LocalDateTime after, LocalDateTime due, String why) {
    assertEquals(at(due), new Rhythm.Daily(NINE).next(at(after), CALENDAR), why);
  }

  private static Instant at(LocalDateTime tokyo) {
    return tokyo.atZone(TOKYO).toInstant();
  }
}
