package jp.mimamori.bot.chat.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPlatformTest {
  private static final Instant NOW = Instant.parse("2026-10-01T05:03:00Z");

  private final MemoryStore store = new MemoryStore();
  private final AtomicInteger raised = new AtomicInteger();
  private final LinkedBlockingQueue<Incoming> heard = new LinkedBlockingQueue<>();
  private final DemoAction raise =
      new DemoAction(
          "raise",
          new Bilingual("イベントを起こす", "Raise an event"),
          visitor -> visitor.id().equals("ito"),
          raised::incrementAndGet);
  private final WebPlatform platform = platform(0);

  private volatile boolean broken;
  private volatile Finding health = Finding.well("slack socket", "connected");
  private WebClient sato;
  private WebClient ito;

  @BeforeEach
  void start() {
    platform.start((incoming, _) -> heard.add(incoming));
    sato = WebClient.signedIn(platform.port(), "sato");
    ito = WebClient.signedIn(platform.port(), "ito");
  }

  @AfterEach
  void stop() {
    sato.close();
    ito.close();
    platform.close();
  }

  @Test
  void aVisitorSeesTheirChannelsAndNoOther() {
    String page = sato.get("/").body();

    assertTrue(page.contains("東都精機 サポート"), page);
    assertFalse(page.contains("みなと商事"), page);
    assertFalse(page.contains("イベントを起こす"), page);
    assertTrue(ito.get("/").body().contains("イベントを起こす"));
  }

  @Test
  void withoutASessionThereIsOnlyTheSignIn() {
    try (var stranger = new WebClient(platform.port())) {
      HttpResponse<String> page = stranger.get("/");
      assertEquals(302, page.statusCode());
      assertEquals("/sign-in", page.headers().firstValue("Location").orElse(""));
      assertEquals(401, stranger.get("/events?channel=" + People.ACME).statusCode());
      assertEquals(401, stranger.ask(People.ACME, "hello").statusCode());
      assertEquals(401, stranger.press(People.ACME, "m", "b").statusCode());
      assertEquals(401, stranger.post("/demo", Map.of("action", "raise")).statusCode());
      assertEquals(404, stranger.signIn("nobody").statusCode());
      assertTrue(stranger.get("/sign-in").body().contains("佐藤 花子"));
    }
    assertTrue(heard.isEmpty());
  }

  @Test
  void theSessionCookieIsOutOfReachForScriptsAndOtherSites() {
    String cookie = sato.signIn("sato").headers().firstValue("Set-Cookie").orElse("");

    assertTrue(cookie.matches("mimamori_session=[\\w-]{43};.*"), cookie);
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
  }

  @Test
  void whoeverLeftIsOut() {
    assertEquals(200, sato.get("/").statusCode());
    sato.post("/sign-out", Map.of());
    assertEquals(302, sato.get("/").statusCode(), "the old cookie opens nothing any more");
  }

  @Test
  void anotherTenantsChannelIsNotThere() {
    String theirs = posted(Place.channel(People.GLOBEX), card("Theirs"));
    String alert = posted(Place.channel(People.ALERTS), card("For analysts"));

    assertEquals(404, sato.get("/?channel=" + People.GLOBEX).statusCode());
    assertEquals(404, sato.get("/events?channel=" + People.GLOBEX).statusCode());
    assertEquals(404, sato.ask(People.GLOBEX, "hello").statusCode());
    assertEquals(404, sato.press(People.GLOBEX, theirs, "take").statusCode());
    assertEquals(404, sato.press(People.ACME, theirs, "take").statusCode());
    assertEquals(404, sato.press(People.ALERTS, alert, "take").statusCode());
    assertEquals(404, sato.get("/?channel=no-such").statusCode());
    assertEquals(204, ito.press(People.ALERTS, alert, "take").statusCode(), "while others may");
    assertEquals("ito", hear().person().id());
    assertTrue(heard.isEmpty());
  }

  @Test
  void theStreamTellsAVisitorOnlyOfTheirChannels() {
    WebClient.Events events = sato.events(People.ACME);
    posted(Place.channel(People.ALERTS), card("For analysts"));
    posted(Place.channel(People.GLOBEX), card("Theirs"));
    String ours = posted(Place.channel(People.ACME), card("Ours"));

    WebClient.Event first = events.next();
    assertEquals("thread", first.name());
    assertTrue(first.data().get("html").asText().contains("Ours"));
    WebClient.Event second = events.next();
    assertEquals("latest", second.name());
    assertEquals(People.ACME, second.data().get("channel").asText());
    assertEquals(ours, second.data().get("message").asText());
  }

  @Test
  void aReplyHangsUnderTheRootWhereverInTheThreadItWasMade() {
    sato.ask(People.ACME, "First");
    var question = assertInstanceOf(Incoming.Question.class, hear());
    String root = question.place().thread().orElseThrow();
    String answer = posted(question.place(), card("Answer"));
    Map<String, String> reply =
        Map.of("channel", People.ACME, "thread", answer, "text", "More", "act", WebClient.act());
    assertEquals(204, sato.post("/ask", reply).statusCode());

    assertEquals(Place.thread(People.ACME, root), hear().place());
    assertEquals(3, store.thread(People.ACME, root).size());
  }

  @Test
  void theSameActSentAgainIsOneQuestion() {
    Map<String, String> act =
        Map.of("channel", People.ACME, "text", "Once", "act", WebClient.act());

    assertEquals(204, sato.post("/ask", act).statusCode());
    assertEquals(204, sato.post("/ask", act).statusCode());
    sato.ask(People.ACME, "Twice");

    String first = hear().event();
    assertEquals(first, hear().event(), "told again, as the same act");
    assertEquals("Twice", assertInstanceOf(Incoming.Question.class, hear()).text());
    assertEquals(2, sato.messages(People.ACME).size());
  }

  @Test
  void theSamePressSentAgainCarriesTheSameEvent() {
    String message = posted(Place.channel(People.ALERTS), card("Alert"));
    Map<String, String> act =
        Map.of("channel", People.ALERTS, "message", message, "button", "take", "act", "one-dialog");

    ito.post("/press", act);
    ito.post("/press", act);
    assertEquals(hear().event(), hear().event());
  }

  @Test
  void aButtonThatIsGoneIsNotPressed() {
    String message = posted(Place.channel(People.ALERTS), card("Alert"));
    assertEquals(409, ito.press(People.ALERTS, message, "another").statusCode());

    platform.update(
        Place.channel(People.ALERTS),
        message,
        new Card("Taken", Tone.SETTLED, Language.JA, List.of()));
    HttpResponse<String> refused = ito.press(People.ALERTS, message, "take");
    assertEquals(409, refused.statusCode());
    assertEquals(Words.BUTTON_GONE.ja(), refused.body());
    assertTrue(heard.isEmpty());
  }

  @Test
  void aDemoActionRunsForWhomItIsMeant() {
    assertEquals(404, sato.post("/demo", Map.of("action", "raise")).statusCode());
    assertEquals(404, ito.post("/demo", Map.of("action", "other")).statusCode());
    assertEquals(0, raised.get());
    assertEquals(204, ito.post("/demo", Map.of("action", "raise")).statusCode());
    assertEquals(1, raised.get());
  }

  @Test
  void whatOtherSitesSendIsRefused() {
    String own = "http://127.0.0.1:" + platform.port();
    Map<String, String> fields =
        Map.of("channel", People.ACME, "text", "forged", "act", WebClient.act());
    List<String[]> forgeries =
        List.of(
            new String[] {},
            new String[] {"HX-Request", "true"},
            new String[] {"Origin", own},
            new String[] {"HX-Request", "true", "Origin", "https://evil.example"},
            new String[] {"HX-Request", "true", "Origin", "null"},
            new String[] {"HX-Request", "true", "Origin", "http://127.0.0.1:1"},
            new String[] {"HX-Request", "true", "Sec-Fetch-Site", "same-site"},
            new String[] {"HX-Request", "true", "Origin", own, "Sec-Fetch-Site", "cross-site"});

    for (String[] headers : forgeries) {
      HttpResponse<String> response = sato.postBare("/ask", fields, headers);
      assertEquals(403, response.statusCode(), String.join(" ", headers));
    }
    assertEquals(
        204,
        sato.postBare("/ask", fields, "HX-Request", "true", "Sec-Fetch-Site", "same-origin")
            .statusCode());
    assertEquals(1, sato.messages(People.ACME).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example", "127.0.0.2"})
  void aForeignHostNameIsRefused(String host) throws IOException {
    assertTrue(rawGet("/sign-in", host).startsWith("HTTP/1.1 421"), host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"})
  void ourOwnNamesAreServed(String host) throws IOException {
    assertTrue(rawGet("/sign-in", host).startsWith("HTTP/1.1 200"), host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/no-such-page", "/assets/app.js", "/assets/no-such"})
  void everyAnswerCarriesTheSecurityHeaders(String path) {
    var headers = sato.get(path).headers();

    String policy = headers.firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("no-referrer", headers.firstValue("Referrer-Policy").orElse(""));
  }

  @Test
  void whoeverWatchesTheServiceIsToldHowItStands() {
    assertEquals(200, sato.get("/health").statusCode());
    assertTrue(sato.get("/health").body().contains("\"connected\""), sato.get("/health").body());

    health = Finding.ill("slack socket", "not connected");
    assertEquals(503, sato.get("/health").statusCode());
    assertTrue(sato.get("/health").body().contains("\"ILL\""));
  }

  @Test
  void theFilesOfThePageAreThere() {
    for (String name : List.of("app.css", "app.js", "htmx.js", "icon.svg")) {
      HttpResponse<String> file = sato.get(new Assets().url(name));
      assertEquals(200, file.statusCode(), name);
      assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    }
    assertEquals(404, sato.get("/assets/../WebPlatform.class").statusCode());
  }

  @Test
  void whatPeopleTypeNeverBecomesMarkup() {
    String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    sato.ask(People.ACME, evil);
    posted(
        Place.channel(People.ACME),
        new Card(
            evil,
            Tone.URGENT,
            Language.JA,
            List.of(
                new Block.Facts(List.of(new Fact("ファイル", "<script>invoice.exe</script>"))),
                new Block.Quote(evil, evil),
                new Block.Note(evil),
                new Block.History(evil, List.of(evil)),
                new Block.Buttons(
                    List.of(
                        new Button(
                            evil,
                            evil,
                            Button.Style.DANGER,
                            Optional.of(new Card.Confirm(evil, evil, evil, evil))))))));

    for (String drawn : List.of(sato.get("/").body(), threadHtml())) {
      assertFalse(drawn.contains("<script>"), drawn);
      assertFalse(drawn.contains("<img"), drawn);
      assertFalse(drawn.contains("\"'>"), drawn);
    }
    assertTrue(sato.get("/").body().contains("&lt;script&gt;invoice.exe"));
  }

  @Test
  void aHundredKilobytesAreAsked() {
    String log = "証跡".repeat(100_000 / 6);
    assertEquals(204, sato.ask(People.ACME, log).statusCode());

    assertEquals(log, assertInstanceOf(Incoming.Question.class, hear()).text());
    assertTrue(sato.get("/").body().contains("<details class=\"rest\">"), "and shown folded");
  }

  @Test
  void aMegabyteIsRefusedInWords() {
    HttpResponse<String> refused = sato.ask(People.ACME, "x".repeat(1_000_000));

    assertEquals(413, refused.statusCode());
    assertEquals(Words.TOO_LONG.ja(), refused.body());
    assertEquals(413, sato.ask(People.ACME, "x".repeat(300_000)).statusCode());
    assertTrue(heard.isEmpty());
  }

  @Test
  void nonsenseIsRefused() {
    assertEquals(400, sato.ask(People.ACME, " \n ").statusCode());
    assertEquals(400, sato.post("/ask", Map.of("channel", People.ACME)).statusCode());
    assertEquals(
        400,
        sato.post("/ask", Map.of("channel", People.ACME, "text", "x", "act", "<b>")).statusCode());
    assertEquals(400, sato.postBare("/language", Map.of("language", "%%"), page()).statusCode());
    assertEquals(400, sato.post("/language", Map.of("language", "FR")).statusCode());
    assertEquals(200, sato.get("/?threads=many").statusCode());
    assertEquals(404, sato.get("/no/such/page").statusCode());
  }

  @Test
  void whatCouldNotBeKeptIsNotAccepted() {
    try (var deaf = platform(0)) {
      deaf.start(
          (_, _) -> {
            throw new IllegalStateException("the store is full");
          });
      String message =
          assertInstanceOf(
                  Receipt.Delivered.class,
                  deaf.post(
                      Place.channel(People.ALERTS), card("Alert"), new PostKey("alert", false)))
              .message();
      try (var client = WebClient.signedIn(deaf.port(), "ito")) {
        assertEquals(500, client.press(People.ALERTS, message, "take").statusCode());
      }
    }
  }

  @Test
  void aPortInUseIsNamed() {
    try (var second = platform(platform.port())) {
      var taken = assertThrows(WebException.class, () -> second.start((_, _) -> {}));
      assertTrue(
          Objects.requireNonNull(taken.getMessage()).contains("port " + platform.port()),
          taken.getMessage());
    }
  }

  @Test
  void whatIsBrokenIsSaidInOneSentenceAndNoMore() {
    broken = true;
    HttpResponse<String> page = sato.get("/");

    assertEquals(500, page.statusCode());
    assertTrue(page.body().contains(Words.FAILED.ja()), page.body());
    assertFalse(page.body().contains("out of order"), page.body());
    assertEquals(500, sato.ask(People.ACME, "hello").statusCode());
    assertEquals(500, sato.get("/events").statusCode());
  }

  @Test
  void aCrowdOfPagesLeavesRoomForRequests() {
    WebClient.Events oldest = sato.events(People.ACME);
    for (int i = 0; i < 4; i++) {
      sato.events(People.ACME);
    }
    oldest.next("parked");
    oldest.next("end");
  }

  @Test
  void timesAreTokyos() {
    posted(Place.channel(People.ACME), card("Card"));

    assertTrue(sato.get("/").body().contains(">14:03</time>"));
    assertTrue(sato.get("/").body().contains("2026年10月1日(木)"));
  }

  private WebPlatform platform(int port) {
    return new WebPlatform(
        WebSettings.local(port),
        store,
        this::visitors,
        List.of(raise),
        InstantSource.fixed(NOW),
        () -> List.of(health));
  }

  private List<Visitor> visitors() {
    if (broken) {
      throw new IllegalStateException("out of order");
    }
    return People.ALL;
  }

  private String posted(Place place, Card card) {
    Receipt receipt = platform.post(place, card, new PostKey(card.title(), false));
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  private static Card card(String title) {
    return new Card(
        title,
        Tone.PLAIN,
        Language.JA,
        List.of(new Block.Buttons(List.of(new Button("take", "受け持つ")))));
  }

  private String threadHtml() {
    WebClient.Events events = sato.events(People.ACME);
    posted(Place.channel(People.ACME), card("<script>last</script>"));
    return events.next("thread").get("html").asText();
  }

  private String[] page() {
    return new String[] {"HX-Request", "true", "Origin", "http://127.0.0.1:" + platform.port()};
  }

  private Incoming hear() {
    return poll(heard);
  }

  private static Incoming poll(LinkedBlockingQueue<Incoming> queue) {
    try {
      return Objects.requireNonNull(queue.poll(10, TimeUnit.SECONDS), "nothing was heard");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private String rawGet(String path, String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), platform.port())) {
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
