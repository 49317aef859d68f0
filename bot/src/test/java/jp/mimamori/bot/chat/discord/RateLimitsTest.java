package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private static final String POST = "POST channels/111111111111111111/messages";
  private static final String OTHER = "POST channels/222222222222222222/messages";
  private static final String TYPING = "POST channels/111111111111111111/typing";

  private long nanos = Long.MAX_VALUE - 1_000_000_000; // as System.nanoTime may be: it wraps around
  private final RateLimits limits = new RateLimits(() -> nanos, RateLimits.MOST_A_SECOND);

  @Test
  void aBucketThatIsSpentIsClosedUntilDiscordSays() {
    limits.learn(POST, told("bucket", 0, "1.5"));
    assertEquals(Duration.ofMillis(1_500), limits.turn(POST, true));
    assertEquals(Duration.ZERO, limits.turn(OTHER, false), "another channel has its own");
    passes(1_500);
    assertEquals(Duration.ZERO, limits.turn(POST, false));
  }

  @Test
  void routesOfOneBucketShareTheirFate() {
    limits.learn(POST, told("bucket", 3, "5"));
    limits.learn(TYPING, told("bucket", 0, "5"));
    assertEquals(Duration.ofSeconds(5), limits.turn(POST, false));
  }

  @Test
  void aBucketWithSomethingLeftIsOpen() {
    limits.learn(POST, told("bucket", 1, "5"));
    assertEquals(Duration.ZERO, limits.turn(POST, false));
  }

  @Test
  void fiftyInASecondOfWhichTenAreForWhatIsUrgent() {
    for (int i = 0; i < 40; i++) {
      assertEquals(Duration.ZERO, limits.turn(POST, false));
    }
    passes(300);
    assertEquals(Duration.ofMillis(700), limits.turn(POST, false));
    for (int i = 0; i < 10; i++) {
      assertEquals(Duration.ZERO, limits.turn(POST, true), "an alert need not wait for answers");
    }
    assertTrue(limits.turn(POST, true).isPositive());
    passes(700);
    assertEquals(Duration.ZERO, limits.turn(POST, false));
  }

  private void passes(int millis) {
    nanos += millis * 1_000_000L;
  }

  private static HttpHeaders told(String bucket, int remaining, String resetAfter) {
    return HttpHeaders.of(
        Map.of(
            "x-ratelimit-bucket",
            List.of(bucket),
            "x-ratelimit-remaining",
            List.of("" + remaining),
            "x-ratelimit-reset-after",
            List.of(resetAfter)),
        (_, _) -> true);
  }
}
