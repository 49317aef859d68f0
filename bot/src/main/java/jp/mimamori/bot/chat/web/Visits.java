package jp.mimamori.bot.chat.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.knowledge.Language;

/** Knows who a request comes from, by its cookies. */
final class Visits {
  static final String SESSION = "mimamori_session";
  private static final String LANGUAGE = "mimamori_language";
  private static final String THEME = "mimamori_theme";
  private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

  /** A day at the desk and a margin; then one chooses again. */
  private static final Duration SESSION_LASTS = Duration.ofHours(24);

  private final SecureRandom random = new SecureRandom();
  private final MessageStore store;
  private final Supplier<List<Visitor>> visitors;
  private final InstantSource clock;
  private final Assets assets;

  Visits(MessageStore store, Supplier<List<Visitor>> visitors, InstantSource clock, Assets assets) {
    this.store = store;
    this.visitors = visitors;
    this.clock = clock;
    this.assets = assets;
  }

  List<Visitor> visitors() {
    return visitors.get();
  }

  /** Who it is; empty without a session, or when its visitor may no longer be chosen. */
  Optional<Visit> find(Context context) {
    return token(context)
        .map(Visits::hash)
        .flatMap(
            session ->
                present(session)
                    .map(
                        visitor ->
                            new Visit(
                                session, visitor, chosen(context).orElseGet(visitor::language))));
  }

  /** The visitor of a session as they are now, while it lasts. */
  Optional<Visitor> present(String session) {
    return store
        .session(session)
        .filter(known -> clock.instant().isBefore(known.since().plus(SESSION_LASTS)))
        .flatMap(known -> visitor(known.visitor()));
  }

  Visit get(Context context) {
    return find(context).orElseThrow(() -> new Refusal(401, Words.SIGN_IN_FIRST));
  }

  private Optional<Visitor> visitor(String id) {
    return visitors().stream().filter(visitor -> visitor.id().equals(id)).findFirst();
  }

  void signIn(Context context, String id) {
    Visitor visitor = visitor(id).orElseThrow(Refusal::notFound);
    token(context).ifPresent(token -> store.end(hash(token)));
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    store.put(new Session(hash(token), visitor.id(), clock.instant()));
    context.cookie(cookie(SESSION, token, -1));
  }

  void signOut(Context context) {
    token(context).ifPresent(token -> store.end(hash(token)));
    context.cookie(cookie(SESSION, "", 0));
  }

  void choose(Context context, Language language) {
    context.cookie(cookie(LANGUAGE, language.name(), A_YEAR));
  }

  Language language(Context context) {
    return chosen(context)
        .or(() -> find(context).map(Visit::language))
        .orElseGet(() -> browsers(context));
  }

  /** The language that a browser asks for, without a look into the store. */
  Language browsers(Context context) {
    return chosen(context).orElseGet(() -> preferred(context));
  }

  Frame frame(Context context, Language language) {
    Optional<String> theme =
        Optional.ofNullable(context.cookie(THEME))
            .filter(name -> name.equals("light") || name.equals("dark"));
    return new Frame(language, theme, assets);
  }

  private static Optional<Language> chosen(Context context) {
    String name = context.cookie(LANGUAGE);
    return List.of(Language.values()).stream()
        .filter(language -> language.name().equals(name))
        .findFirst();
  }

  private static Language preferred(Context context) {
    String accepted = context.header("Accept-Language");
    boolean english = accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("en");
    return english ? Language.EN : Language.JA;
  }

  private static Optional<String> token(Context context) {
    return Optional.ofNullable(context.cookie(SESSION)).filter(token -> !token.isEmpty());
  }

  private static Cookie cookie(String name, String value, int seconds) {
    var cookie = new Cookie(name, value, "/", seconds, false, true);
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }

  private static String hash(String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
