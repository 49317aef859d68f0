package jp.mimamori.bot.edr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import jp.mimamori.bot.edr.NoteworthyEvent.Indicator;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuspiciousObjectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FILE_SHA1   | da39a3ee5e6b4b0d3255bfef95601890afd80709 |"
            + " DA39A3EE5E6B4B0D3255BFEF95601890AFD80709",
        "IP          | 203.0.113.9            | 203.0.113.9",
        "IP          | ::1                    | ::1",
        "URL         | https://x.example/A?b  | https://x.example/A?b",
        "DOMAIN      | Bad-Host.Example       | bad-host.example",
        "DOMAIN      | xn--wgv71a.example     | xn--wgv71a.example",
        "SENDER      | A.B+c@Mail.example     | a.b+c@mail.example"
      })
  void theSameObjectIsTheSameValue(Kind kind, String text, String value) {
    assertEquals(value, new SuspiciousObject(kind, " " + text + " ").value());
    assertEquals(value, SuspiciousObject.of(kind, text).orElseThrow().value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FILE_SHA1   | da39a3ee",
        "FILE_SHA256 | da39a3ee5e6b4b0d3255bfef95601890afd80709", // a SHA-1
        "IP          | 203.0.113",
        "IP          | 203.0.113.256",
        "IP          | bad.example",
        "IP          | 12:30",
        "URL         | ftp://x.example",
        "URL         | https://x.example/a\"b", // would end the quotes of a search
        "URL         | https://x.example/a'b",
        "URL         | https://x.example/日本",
        "DOMAIN      | localhost",
        "DOMAIN      | 203.0.113.9",
        "DOMAIN      | a b.example",
        "SENDER      | bad.example",
        "SENDER      | a@b"
      })
  void whatCannotBeOneIsNone(Kind kind, String text) {
    assertEquals(Optional.empty(), SuspiciousObject.of(kind, text));
    assertThrows(IllegalArgumentException.class, () -> new SuspiciousObject(kind, text));
  }

  @Test
  void anIndicatorThatIsNoObjectIsShownAndNotOffered() {
    assertEquals(Optional.empty(), new Indicator("command_line", "objectCmd", "cmd").object());
    assertEquals(Optional.empty(), new Indicator("ip", "dst", "not an address").object());
    assertEquals(
        Optional.of(new SuspiciousObject(Kind.IP, "203.0.113.9")),
        new Indicator("ip", "dst", "203.0.113.9").object());
  }

  @Test
  void aKeyThatIsNoObjectsIsAnEndpoints() {
    assertInstanceOf(Endpoint.class, Target.of("35fa11da", "PC"));
    assertInstanceOf(Endpoint.class, Target.of("ip:nonsense", "PC"));
    assertInstanceOf(SuspiciousObject.class, Target.of("ip:203.0.113.9", "x"));
  }
}
