package jp.mimamori.bot.edr.visionone;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of the next page, made harmless: what remains of it is a path at the configured host.
 * It may hold raw spaces (fact sheet 1.6).
 */
final class NextLink {
  private NextLink() {}

  /** The path and query, relative to the base; empty if the link leads elsewhere. */
  static Optional<String> pathAndQuery(URI base, String link) {
    URI target;
    try {
      target = base.resolve(new URI(encoded(link)));
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
    if (!origin(target).equals(origin(base)) || target.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String path = target.getRawPath();
    if (!path.startsWith(base.getRawPath() + "/")) {
      return Optional.empty();
    }
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return Optional.of(path.substring(base.getRawPath().length()) + query);
  }

  private static String origin(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() == -1 ? standard : uri.getPort();
    return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  /** Percent-encodes what may not stand in a URI, and leaves alone what is encoded already. */
  private static String encoded(String link) {
    var result = new StringBuilder();
    for (byte octet : link.strip().getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet > ' ' && octet < 0x7f && "\"<>\\^`{|}".indexOf(octet) < 0;
      if (plain) {
        result.append((char) octet);
      } else {
        result.append('%').append(String.format("%02X", octet));
      }
    }
    return result.toString();
  }
}
