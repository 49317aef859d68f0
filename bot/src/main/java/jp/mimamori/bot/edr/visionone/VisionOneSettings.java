package jp.mimamori.bot.edr.visionone;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Vision One is and how to be let in. Refuses what would send the key in the clear.
 *
 * @param baseUrl scheme and host; {@code /v3.0} follows it. Plain http for loopback only
 * @param apiKey never shown, not even by {@link #toString()}
 * @param alertFilter narrows what counts as noteworthy, in the grammar of TMV1-Filter (at most 5000
 *     characters, fact sheet 3.1)
 * @param investigationScript file name of a custom script in the console that gathers what an
 *     investigation needs; empty if there is none
 * @param connectTimeout until a connection stands
 * @param requestTimeout until an answer was read whole
 */
public record VisionOneSettings(
    URI baseUrl,
    String apiKey,
    Optional<String> alertFilter,
    Optional<String> investigationScript,
    Duration connectTimeout,
    Duration requestTimeout) {
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Longer than the 60 s after which Vision One gives up by itself with 504 (fact sheet 1.3). */
  public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(70);

  private static final int MAX_FILTER = 5000;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]+");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  public VisionOneSettings {
    baseUrl = root(baseUrl);
    apiKey = apiKey.strip();
    if (!KEY.matcher(apiKey).matches()) {
      // Checked here, since the JDK's own complaint about a bad header would quote the key.
      throw new IllegalArgumentException(
          "visionone.api-key is empty or holds characters that no API key has");
    }
    if (alertFilter.map(String::length).orElse(0) > MAX_FILTER
        || alertFilter
            .filter(filter -> filter.chars().anyMatch(c -> c < ' ' || c > '~'))
            .isPresent()) {
      throw new IllegalArgumentException(
          "visionone.alert-filter must be one line of ASCII, at most "
              + MAX_FILTER
              + " characters");
    }
    if (!connectTimeout.isPositive() || !requestTimeout.isPositive()) {
      throw new IllegalArgumentException("visionone time-outs must be longer than nothing");
    }
  }

  public VisionOneSettings(URI baseUrl, String apiKey) {
    this(baseUrl, apiKey, Optional.empty(), Optional.empty(), CONNECT_TIMEOUT, REQUEST_TIMEOUT);
  }

  public VisionOneSettings withInvestigationScript(String fileName) {
    return new VisionOneSettings(
        baseUrl, apiKey, alertFilter, Optional.of(fileName), connectTimeout, requestTimeout);
  }

  /** The region of most of our customers: Japan. */
  public VisionOneSettings(String apiKey) {
    this(Region.JAPAN.baseUrl(), apiKey);
  }

  /** Whether what is said there can be read by nobody on the way. */
  static boolean safe(URI url) {
    String scheme = String.valueOf(url.getScheme());
    String host = String.valueOf(url.getHost());
    return scheme.equalsIgnoreCase("https")
        || (scheme.equalsIgnoreCase("http") && LOOPBACK.matcher(host).matches());
  }

  private static URI root(URI url) {
    if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "visionone.base-url must be a scheme and a host, like " + Region.JAPAN.baseUrl());
    }
    if (!safe(url)) {
      throw new IllegalArgumentException(
          "visionone.base-url must be https (http only on this machine): the key would be readable"
              + " on the way");
    }
    String text = url.toString();
    return URI.create(text.replaceFirst("/+$", "").replaceFirst("/v3\\.0$", ""));
  }

  @Override
  public String toString() {
    return "VisionOneSettings[baseUrl=%s, apiKey=***, alertFilter=%s, connectTimeout=%s, requestTimeout=%s]"
        .formatted(baseUrl, alertFilter, connectTimeout, requestTimeout);
  }
}
