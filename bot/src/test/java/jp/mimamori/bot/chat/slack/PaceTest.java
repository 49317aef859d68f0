package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card.Tone;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");
  private final Pace pace = new Pace();

  @Test
  void aBurstThenOneASecond() {
    burst();
    assertEquals(Duration.ofSeconds(1), turn("a", Tone.PLAIN, NOON));
    assertEquals(Duration.ofSeconds(2), turn("b", Tone.PLAIN, NOON));
    assertEquals(Duration.ZERO, pace.turn("C2", "c", Tone.PLAIN, NOON), "another channel");
    assertEquals(Duration.ZERO, turn("a", Tone.PLAIN, NOON.plusSeconds(1)));
    assertEquals(Duration.ofSeconds(1), turn("b", Tone.PLAIN, NOON.plusSeconds(1)));
  }

  @Test
  void whoCameFirstGoesFirst() {
    burst();
    turn("a", Tone.PLAIN, NOON);
    assertTrue(turn("b", Tone.PLAIN, NOON.plusSeconds(1)).isPositive(), "a is before");
    assertEquals(Duration.ZERO, turn("a", Tone.PLAIN, NOON.plusSeconds(1)));
    assertEquals(Duration.ZERO, turn("b", Tone.PLAIN, NOON.plusSeconds(2)));
  }

  @Test
  void theUrgentPassAndTheWorkingPassThePlain() {
    burst();
    turn("chatter", Tone.PLAIN, NOON);
    turn("work", Tone.WORKING, NOON);
    turn("alert", Tone.URGENT, NOON);
    assertTrue(turn("chatter", Tone.PLAIN, NOON.plusSeconds(1)).isPositive());
    assertTrue(turn("work", Tone.WORKING, NOON.plusSeconds(1)).isPositive());
    assertEquals(Duration.ZERO, turn("alert", Tone.URGENT, NOON.plusSeconds(1)));
    assertEquals(Duration.ZERO, turn("work", Tone.WORKING, NOON.plusSeconds(2)));
    assertEquals(Duration.ZERO, turn("chatter", Tone.PLAIN, NOON.plusSeconds(3)));
  }

  @Test
  void whoDoesNotComeBackHoldsNobodyUp() {
    burst();
    turn("gone", Tone.PLAIN, NOON);
    assertEquals(Duration.ZERO, turn("other", Tone.PLAIN, NOON.plusSeconds(60)));
  }

  private void burst() {
    IntStream.range(0, Pace.BURST)
        .forEach(i -> assertEquals(Duration.ZERO, turn("burst " + i, Tone.PLAIN, NOON)));
  }

  @Test
  void whoseAttemptFailedIsNotPassedExceptAfterThree() {
    burst();
    turn("a", Tone.PLAIN, NOON);
    turn("b", Tone.PLAIN, NOON);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertTrue(turn("b", Tone.PLAIN, NOON.plusSeconds(attempt)).isPositive(), "a is before");
      assertEquals(Duration.ZERO, pace.turn("C1", "a", Tone.PLAIN, NOON.plusSeconds(attempt)));
    }
    assertEquals(Duration.ZERO, turn("b", Tone.PLAIN, NOON.plusSeconds(4)));
  }

  /** Whoever has a turn succeeds. */
  private Duration turn(String key, Tone tone, Instant now) {
    Duration wait = pace.turn("C1", key, tone, now);
    if (wait.isZero()) {
      pace.served("C1", key);
    }
    return wait;
  }
}
