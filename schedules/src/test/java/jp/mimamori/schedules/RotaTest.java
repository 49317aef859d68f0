package jp.mimamori.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import jp.mimamori.schedules.Rota.HandOver;
import jp.mimamori.schedules.Rota.Replacement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotaTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  @ParameterizedTest(name = "{0}: {1}   ({2})")
  @CsvSource({
    "2026-11-02T09:00, sato, the first turn begins with the first Monday",
    "2026-11-08T23:59, sato, the whole week",
    "2026-11-09T08:59:59, sato, until the very last second",
    "2026-11-09T09:00, takahashi, and not one longer",
    "2026-11-16T09:00, watanabe, the third",
    "2026-11-23T09:00, sato, round again; a holiday is a Monday like any other",
    "2026-11-02T08:59, watanabe, before the first turn it is counted backwards",
    "2026-12-30T12:00, takahashi, replaced over the end of the year",
    "2027-01-05T08:59, takahashi, until its last second",
    "2027-01-05T09:00, sato, and back to the turns",
    "2026-12-31T20:00, watanabe, of two replacements the one named later counts",
  })
  void handsOverWeekByWeek(LocalDateTime at, String onDuty, String why) {
    var rota =
        new Rota(
            "soc",
            TOKYO,
            List.of("sato", "takahashi", "watanabe"),
            new HandOver.Weekly(DayOfWeek.MONDAY, NINE),
            LocalDate.of(2026, 11, 1),
            List.of(
                new Replacement("takahashi", tokyo("2026-12-29T09:00"), tokyo("2027-01-05T09:00")),
                new Replacement("watanabe", tokyo("2026-12-31T18:00"), tokyo("2027-01-01T09:00"))));

    assertEquals(onDuty, rota.onDuty(at.atZone(TOKYO).toInstant()), why);
  }

  @ParameterizedTest(name = "{0}: {1}   ({2})")
  @CsvSource({
    "2026-11-02T18:00, sato, the first evening",
    "2026-11-03T17:59, sato, until the next evening",
    "2026-11-03T18:00, takahashi, the second",
    "2026-11-04T18:00, sato, in turns",
    "2028-02-29T20:00, sato, 484 days later: even a leap day is one turn",
  })
  void handsOverDayByDay(LocalDateTime at, String onDuty, String why) {
    var rota =
        new Rota(
            "night",
            TOKYO,
            List.of("sato", "takahashi"),
            new HandOver.Daily(LocalTime.of(18, 0)),
            LocalDate.of(2026, 11, 2),
            List.of());

    assertEquals(onDuty, rota.onDuty(at.atZone(TOKYO).toInstant()), why);
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Rota(
                "soc",
                TOKYO,
                List.of(),
                new HandOver.Daily(NINE),
                LocalDate.of(2026, 11, 2),
                List.of()),
        "nobody");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Replacement("sato", tokyo("2026-11-03T09:00"), tokyo("2026-11-03T09:00")),
        "for no time");
  }

  private static Instant tokyo(String local) {
    return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
  }
}
