package jp.mimamori.bot.edr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file, an address or a sender that may be blocked, analysed and swept for (不審オブジェクト). The same
 * object is the same value: hashes are in capitals, domains and senders in small letters.
 */
public record SuspiciousObject(Kind kind, String value) implements Target {
  /** Longer is no address that anybody can visit. */
  private static final int MAX_LENGTH = 2048;

  public SuspiciousObject {
    value = kind.normal(value.strip());
    if (!kind.accepts(value)) {
      throw new IllegalArgumentException("not a " + kind.word() + ": " + value);
    }
  }

  /** Empty if the text can't be an object of that kind. */
  public static Optional<SuspiciousObject> of(Kind kind, String text) {
    return Optional.of(kind.normal(text.strip()))
        .filter(kind::accepts)
        .map(value -> new SuspiciousObject(kind, value));
  }

  /** Inverse of {@link #key()}; empty if it is not the key of an object. */
  static Optional<SuspiciousObject> ofKey(String key) {
    int colon = key.indexOf(':');
    return Arrays.stream(Kind.values())
        .filter(kind -> colon > 0 && kind.word.equals(key.substring(0, colon)))
        .findFirst()
        .flatMap(kind -> of(kind, key.substring(colon + 1)));
  }

  @Override
  public String key() {
    return kind.word + ":" + value;
  }

  @Override
  public String name() {
    return value;
  }

  /** What kinds the EDR can block. */
  public enum Kind {
    FILE_SHA1("fileSha1", "[0-9A-F]{40}"),
    FILE_SHA256("fileSha256", "[0-9A-F]{64}"),
    IP("ip", "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|(?=.*:.*:)[0-9a-fA-F:.]{2,45}"),
    URL("url", "(?i:https?)://[\\x21-\\x7E&&[^'\"<>\\\\^`{|}]]+"),
    SENDER("senderMailAddress", "[a-z0-9.!#$%&*+/=?^_`{|}~-]+@(?:[a-z0-9-]+\\.)+[a-z0-9-]{2,}"),
    DOMAIN(
        "domain", "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private final String word;
    private final Pattern shape;

    Kind(String word, String shape) {
      this.word = word;
      this.shape = Pattern.compile(shape);
    }

    /** The EDR's word for it (Trend Vision One API v3.0, response/suspiciousObjects). */
    public String word() {
      return word;
    }

    boolean accepts(String value) {
      return value.length() <= MAX_LENGTH && shape.matcher(value).matches();
    }

    String normal(String value) {
      return switch (this) {
        case FILE_SHA1, FILE_SHA256 -> value.toUpperCase(Locale.ROOT);
        case DOMAIN, SENDER -> value.toLowerCase(Locale.ROOT);
        case IP, URL -> value;
      };
    }
  }
}
