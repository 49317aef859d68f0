package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.web.MemoryStore;
import jp.mimamori.bot.chat.web.WebClient;
import jp.mimamori.bot.chat.web.WebPlatform;
import jp.mimamori.bot.chat.web.WebSettings;
import jp.mimamori.bot.frontdesk.Visitors;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** The whole service, told through the page's own server, by requests such as the page sends. */
class WebStoryTest extends PlatformStory {
  @SuppressWarnings("NullAway.Init") // each test has its own
  private AtThePage page;

  @Override
  protected People people(InstantSource clock) {
    page = new AtThePage(clock);
    return page;
  }

  /** A stranger does not even get in. */
  @Test
  @Override
  void aStrangerIsRefusedPrivatelyAndOnRecord() {
    try (var stranger = WebClient.signedIn(page.platform.port(), "mallory")) {
      assertEquals(401, stranger.ask("sakura-support", "隔離してください").statusCode());
    }
    assertEquals(List.of(), page.messages("sakura-support"));
  }

  @Test
  void aDangerousPressThatNobodySaidYesToIsNotCarriedOut() {
    happens(EVENT);
    page.pressesElsewhere(ANALYST, ALERTS, "隔離", ALERTS);
    passes(3);
    assertEquals(List.of(), stage.edr.done());

    page.presses(ANALYST, ALERTS, "隔離");
    passes(3);
    assertEquals(List.of("isolate guid-042"), stage.edr.done(), "asked, and told yes");
  }

  /** What people do as the page does it; each act on a page that was opened for it. */
  private static final class AtThePage implements People {
    private final WebPlatform platform;
    private final Map<String, Sitting> sittings = new HashMap<>();
    private int marks;

    AtThePage(InstantSource clock) {
      platform =
          new WebPlatform(
              WebSettings.local(0),
              new MemoryStore(),
              () -> Visitors.of(Stage.SETTINGS.tenants()),
              List.of(),
              clock);
    }

    @Override
    public ChatPlatform platform() {
      return platform;
    }

    @Override
    public String account(String member) {
      return member;
    }

    @Override
    public String channel(String name) {
      return name;
    }

    @Override
    public void asks(String member, String channel, String text) {
      Sitting at = sits(member, channel);
      at.posts("/ask", Map.of("channel", channel, "text", text));
    }

    @Override
    public void asksOn(String member, String channel, String text) {
      Sitting at = sits(member, channel);
      String newest = at.page.ids(channel).getLast();
      at.posts("/ask", Map.of("channel", channel, "thread", newest, "text", text));
    }

    @Override
    public void presses(String member, String channel, String label) {
      Sitting at = sits(member, channel);
      WebClient.Shown button = button(at.page.buttons(channel), label);
      at.presses(
          Map.of("channel", channel, "message", button.message(), "button", button.button()));
    }

    @Override
    public void pressesElsewhere(String member, String channel, String label, String elsewhere) {
      String button;
      try (var sees = WebClient.signedIn(platform.port(), "sato")) {
        button = button(sees.buttons(channel), label).button();
      }
      Sitting at = sits(member, elsewhere);
      String there = at.page.ids(elsewhere).getLast();
      at.posts(
          "/press",
          Map.of("channel", elsewhere, "message", there, "button", button, "private", "true"));
    }

    @Override
    public void pressesPrivately(String member, String channel, String label) {
      Sitting before = Objects.requireNonNull(sittings.get(member), "has done nothing yet");
      WebClient.Shown button = button(WebClient.buttonsIn(before.card), label);
      sits(member, channel)
          .presses(
              Map.of(
                  "channel",
                  channel,
                  "message",
                  button.message(),
                  "button",
                  button.button(),
                  "private",
                  "true"));
    }

    @Override
    public void fills(String member, String channel, Map<String, String> answers) {
      Sitting before = Objects.requireNonNull(sittings.get(member), "has done nothing yet");
      var fields = new HashMap<String, String>();
      fields.put("channel", channel);
      fields.put("message", attribute(before.form, "data-message"));
      fields.put("button", attribute(before.form, "data-button"));
      fields.put("private", "true");
      answers.forEach((field, answer) -> fields.put("answer." + field, answer));
      sits(member, channel).posts("/submit", fields);
    }

    @Override
    public void orders(String member, String channel, Order order) {
      Sitting at = sits(member, channel);
      String text = "/edr " + order.name().toLowerCase(Locale.ROOT);
      at.posts("/ask", Map.of("channel", channel, "text", text));
    }

    @Override
    public String told(String member) {
      Sitting at = sittings.get(member);
      String told = at == null ? "" : at.told;
      if (at != null) {
        at.told = "";
      }
      return told;
    }

    @Override
    public List<String> messages(String channel) {
      try (var sees = WebClient.signedIn(platform.port(), "sato")) {
        return sees.messagesOfTheBot(channel);
      }
    }

    @Override
    public List<String> files(String channel) {
      try (var sees = WebClient.signedIn(platform.port(), "sato")) {
        return sees.files(channel);
      }
    }

    @Override
    public List<String> filesFor(String member) {
      try (var theirs = WebClient.signedIn(platform.port(), member)) {
        return theirs.files(Place.person(member).channel());
      }
    }

    @Override
    public void close() {
      platform.close();
      sittings.values().forEach(Sitting::close);
    }

    private Sitting sits(String member, String channel) {
      var sitting = new Sitting(member, channel);
      Sitting before = sittings.put(member, sitting);
      if (before != null) {
        before.close();
      }
      return sitting;
    }

    private static WebClient.Shown button(List<WebClient.Shown> shown, String label) {
      return shown.reversed().stream()
          .filter(one -> one.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no button " + label + " among " + shown));
    }

    private static String attribute(String html, String name) {
      int begin = html.indexOf(name + "=\"") + name.length() + 2;
      return html.substring(begin, html.indexOf('"', begin));
    }

    /** Somebody before an open page. */
    private final class Sitting implements AutoCloseable {
      private final String member;
      private final WebClient page;
      private final WebClient.Events events;
      private String told = "";
      private String card = "";
      private String form = "";
      private boolean asked;

      Sitting(String member, String channel) {
        this.member = member;
        page = WebClient.signedIn(platform.port(), member);
        events = page.events(channel);
      }

      /** Presses without having asked; says yes when the server asks. */
      void presses(Map<String, String> fields) {
        posts("/press", fields);
        if (asked) {
          asked = false;
          var sure = new HashMap<String, String>(fields);
          sure.put("confirmed", "true");
          posts("/press", sure);
        }
      }

      void posts(String path, Map<String, String> fields) {
        var act = new HashMap<String, String>(fields);
        act.put("act", WebClient.act());
        assertEquals(204, page.post(path, act).statusCode(), path);
        reads();
      }

      /** Reads all that was told up to now: up to a mark, which comes after it. */
      private void reads() {
        String mark = mark();
        while (true) {
          WebClient.Event event = events.next();
          switch (event.name()) {
            case "note" -> {
              String html = event.data().path("html").asText();
              boolean isCard = html.contains("has-card");
              card = isCard ? html : card;
              told = isCard ? WebClient.text(html) : event.data().path("text").asText();
            }
            case "sure" -> asked = true;
            case "form" -> form = event.data().path("html").asText();
            case "latest" -> {
              if (event.data().path("message").asText().equals(mark)) {
                return;
              }
            }
            default -> {}
          }
        }
      }

      private String mark() {
        Receipt receipt =
            platform.post(
                Place.person(member),
                new Card("·", Card.Tone.PLAIN, Language.JA, List.of()),
                new PostKey("mark " + ++marks, false));
        return assertInstanceOf(Receipt.Delivered.class, receipt).message();
      }

      @Override
      public void close() {
        page.close();
      }
    }
  }
}
