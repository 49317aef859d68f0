package jp.mimamori.bot.edr.visionone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisionOneSettingsTest {
  @Test
  void japanUnlessSaidOtherwise() {
    assertEquals(
        URI.create("https://api.xdr.trendmicro.co.jp"), new VisionOneSettings("key").baseUrl());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.xdr.trendmicro.co.jp", // the key would be readable on the way
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://10.0.0.5:8080",
        "https://user:password@api.xdr.trendmicro.co.jp",
        "ftp://localhost",
        "api.xdr.trendmicro.co.jp",
        "https:///v3.0"
      })
  void refusesWhatWouldGiveTheKeyAway(String url) {
    assertThrows(
        IllegalArgumentException.class, () -> new VisionOneSettings(URI.create(url), "key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:1/", "http://[::1]:8080/v3.0"})
  void bearsPlainHttpOnThisMachine(String url) {
    String base = new VisionOneSettings(URI.create(url), "key").baseUrl().toString();

    assertEquals(url.replace("/v3.0", "").replaceFirst("/$", ""), base);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a b", "a\nb", "鍵"})
  void refusesWhatIsNoKeyWithoutShowingIt(String key) {
    var refused = assertThrows(IllegalArgumentException.class, () -> new VisionOneSettings(key));

    assertFalse(key.length() > 2 && String.valueOf(refused.getMessage()).contains(key));
  }

  @Test
  void neverShowsTheKey() {
    assertFalse(new VisionOneSettings("very-secret").toString().contains("very-secret"));
  }

  @Test
  void refusesAFilterOfSeveralLines() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new VisionOneSettings(
                Region.JAPAN.baseUrl(),
                "key",
                Optional.of("severity eq 'high'\r\nX: y"),
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
  }

  @Test
  void regionsHaveLabels() {
    for (Region region : Region.values()) {
      assertEquals(region, Region.of(region.label()));
    }
    assertThrows(IllegalArgumentException.class, () -> Region.of("moon"));
  }
}
