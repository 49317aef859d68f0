package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "2026-11-24T10:00:01, 2026-11-24T10:00:11, '10:00:02 10:00:04 10:00:06 10:00:08 10:00:10'",
    "2026-11-24T10:00:00, 2026-11-24T10:02:30, '10:00:00 10:00:30 10:01:00 10:01:30 10:02:00"
        + " 10:02:30'",
    "2026-11-24T10:00:20, 2026-11-24T10:28:00, '10:05 10:10 10:15 10:20 10:25'",
    "2026-11-24T23:58:00, 2026-11-25T00:03:00, '11/24 23:58 11/24 23:59 11/25 0:00 11/25 0:01 11/25"
        + " 0:02 11/25 0:03'",
    "2026-11-24T10:00:00, 2026-11-25T08:00:00, '11/24 12:00 11/24 18:00 11/25 0:00 11/25 6:00'",
    "2026-11-24T10:00:00, 2026-11-29T08:00:00, '11/25 11/26 11/27 11/28 11/29'",
    "2026-12-30T10:00:00, 2027-01-03T12:00:00, '2026/12/31 2027/1/1 2027/1/2 2027/1/3'",
  })
  void whatTheSpanAsksFor(String first, String last, String labels) {
    assertEquals(
        labels,
        scale(first, last).ticks().stream()
            .map(TimeScale.Tick::label)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void noTwoTicksReadTheSameWhateverTheSpan() {
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      Instant first =
          Instant.parse("2026-01-01T00:00:00Z").plusMillis(random.nextLong(40_000_000_000L));
      long seconds = Math.round(Math.exp(random.nextDouble() * Math.log(300_000_000) + 2.31));
      Instant last = first.plusSeconds(seconds);
      List<TimeScale.Tick> ticks = TimeScale.over(first, last).ticks();
      String told = first + " " + Duration.ofSeconds(seconds) + " " + ticks;
      assertTrue(ticks.size() >= 2 && ticks.size() <= TimeScale.MOST_TICKS, told);
      assertEquals(
          ticks.size(), ticks.stream().map(TimeScale.Tick::label).distinct().count(), told);
      assertTrue(
          ticks.stream().noneMatch(tick -> tick.at().isBefore(first) || tick.at().isAfter(last)),
          told);
    }
  }

  private static TimeScale scale(String first, String last) {
    return TimeScale.over(tokyo(first), tokyo(last));
  }

  private static Instant tokyo(String moment) {
    return LocalDateTime.parse(moment).atZone(TOKYO).toInstant();
  }
}
