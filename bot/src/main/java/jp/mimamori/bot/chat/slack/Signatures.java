package jp.mimamori.bot.chat.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request is Slack's, and new
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Stricter than Slack's
 * library, which takes requests from the future and any number of replays.
 */
final class Signatures {
  /** A request older, or further in the future, than this is refused. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v0";

  private final SecretKeySpec secret;
  private final Map<String, Instant> seen = new HashMap<>();

  Signatures(String signingSecret) {
    secret = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  enum Verdict {
    GENUINE,
    FORGED,
    OUT_OF_TIME,
    REPLAYED
  }

  synchronized Verdict judge(String timestamp, byte[] body, String signature, Instant now) {
    Instant sentAt;
    try {
      sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException nonsense) {
      return Verdict.FORGED;
    }
    byte[] expected = sign(timestamp, body).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
      return Verdict.FORGED;
    }
    if (Duration.between(sentAt, now).abs().compareTo(WINDOW) > 0) {
      return Verdict.OUT_OF_TIME;
    }
    seen.values().removeIf(until -> until.isBefore(now));
    return seen.putIfAbsent(signature, now.plus(WINDOW.multipliedBy(2))) == null
        ? Verdict.GENUINE
        : Verdict.REPLAYED;
  }

  /** How Slack signs. */
  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
