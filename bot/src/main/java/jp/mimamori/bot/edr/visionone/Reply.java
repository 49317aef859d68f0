package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/**
 * What came back over HTTP.
 *
 * @param body a missing node for none, a binary one if it was no JSON
 */
record Reply(int status, HttpHeaders headers, JsonNode body) {
  boolean good() {
    return status >= 200 && status < 300;
  }

  /** They heard it and will not do it; 408 and 5xx leave that open. */
  boolean refuses() {
    return status >= 300 && status < 500 && status != 408;
  }

  /** Another try may go better: too many requests, or trouble at their side (fact sheet 1.4). */
  boolean passing() {
    return status == 429 || status >= 500;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** In seconds only; a date would need their clock. */
  Optional<Duration> retryAfter() {
    return header("Retry-After")
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
