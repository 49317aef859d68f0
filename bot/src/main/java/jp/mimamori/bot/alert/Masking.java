package jp.mimamori.bot.alert;

import java.util.Locale;
import java.util.Set;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.edr.SuspiciousObject;

/**
 * What of an alert is not shown in a channel that customers see too. Analysts find it in the
 * alert's menu, which they alone see.
 */
public record Masking(Set<Field> hidden) {
  public Masking {
    hidden = Set.copyOf(hidden);
  }

  /** Whether what was seen is hidden in such a channel. */
  public boolean hides(String kind) {
    return hidden.contains(Field.of(kind));
  }

  /** Whether what may be blocked is hidden in such a channel. */
  public boolean hides(SuspiciousObject object) {
    return hidden.contains(
        switch (object.kind()) {
          case FILE_SHA1, FILE_SHA256 -> Field.HASH;
          case IP, URL, DOMAIN -> Field.ADDRESS;
          case SENDER -> Field.USER;
        });
  }

  /** What was seen, as people call it. */
  public enum Field {
    USER,
    COMMAND_LINE,
    HASH,
    FILE,
    REGISTRY,
    ADDRESS,
    OTHER;

    /** The EDR's words for an indicator's type are an open set: what we don't know is "other". */
    public static Field of(String kind) {
      return switch (kind.toLowerCase(Locale.ROOT)) {
        case Seen.ACCOUNT -> USER;
        case "command_line" -> COMMAND_LINE;
        case "file_sha1", "file_sha256" -> HASH;
        case "fullpath", "filename" -> FILE;
        case "registry_key", "registry_value", "registry_value_data" -> REGISTRY;
        case "url", "domain", "ip" -> ADDRESS;
        default -> OTHER;
      };
    }
  }
}
