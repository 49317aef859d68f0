package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource({
    "7,              7m,   7m,  the only one is both",
    "1 9,            5m,   9m,  two: their mean and the longer",
    "3 1 2,          2m,   3m,  the middle of three and the longest",
    "4 1 3 2,        2m30s, 4m, four: the mean of the two in the middle",
    "1 2 3 4 5 6 7 8 9 10, 5m30s, 9m, ten: the ninth by nearest rank",
    "1 2 3 4 5 6 7 8 9 10 11, 6m, 10m, eleven: the tenth (9.9 rounded up)",
    "1 1 1 1 1 1 1 1 1 600, 1m, 1m, one of ten does not move it",
  })
  void ofMinutes(String minutes, String median, String ninetieth, String why) {
    Spread spread =
        Spread.of(
            Stream.of(minutes.split(" ")).map(Long::parseLong).map(Duration::ofMinutes).toList());
    assertEquals(Optional.of(Duration.parse("PT" + median)), spread.median(), why);
    assertEquals(Optional.of(Duration.parse("PT" + ninetieth)), spread.ninetieth(), why);
  }

  @Test
  void ofNothingIsNothing() {
    assertEquals(new Spread(0, Optional.empty(), Optional.empty()), Spread.of(List.of()));
  }

  @Test
  void ofAHundred() {
    Spread spread =
        Spread.of(LongStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList());
    assertEquals(Optional.of(Duration.ofSeconds(90)), spread.ninetieth());
  }
}
