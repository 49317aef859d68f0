package jp.mimamori.bot.chat.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * What every request must pass before anything looks at it: it must call us by a name of ours (else
 * a foreign name that was pointed at this machine could read the page), and what changes something
 * must come from our own page.
 */
final class Gate {
  /** Only our own page can send it: a foreign one would have to ask first, and we never agree. */
  static final String OWN_HEADER = "HX-Request";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Set<String> names;

  Gate(WebSettings settings) {
    names =
        Set.of("localhost", "127.0.0.1", "[::1]").contains(settings.host())
            ? Set.of("localhost", "127.0.0.1", "[::1]")
            : Set.of("localhost", "127.0.0.1", "[::1]", settings.host().toLowerCase(Locale.ROOT));
  }

  void pass(Context context) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
    String host = context.header("Host");
    if (host == null || !names.contains(name(host))) {
      throw new Refusal(421, Words.FOREIGN_HOST);
    }
    if (!reads(context) && !ownPage(context, host)) {
      throw new Refusal(403, Words.FOREIGN);
    }
  }

  private static boolean reads(Context context) {
    HandlerType method = context.method();
    return method.equals(HandlerType.GET) || method.equals(HandlerType.HEAD);
  }

  private static boolean ownPage(Context context, String host) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    if (context.header(OWN_HEADER) == null || (site == null && origin == null)) {
      return false;
    }
    return (site == null || site.equals("same-origin"))
        && (origin == null || host.equalsIgnoreCase(authority(origin)));
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException nonsense) {
      return "";
    }
  }

  /** A Host header without its port. */
  private static String name(String host) {
    return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
  }
}
