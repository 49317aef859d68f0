package jp.mimamori.bot.chat.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.ChatPlatformContract;

final class WebPlatformContractTest extends ChatPlatformContract {
  @Override
  protected Stage stage() {
    return new WebStage();
  }

  private static final class WebStage implements Stage {
    private final WebPlatform platform =
        new WebPlatform(
            WebSettings.local(0),
            new MemoryStore(),
            () -> People.ALL,
            List.of(),
            InstantSource.system());
    private Map<String, String> pressed = Map.of();
    private final Map<String, WebClient> clients = new HashMap<>();
    private final Map<String, WebClient.Events> events = new HashMap<>();

    @Override
    public ChatPlatform platform() {
      return platform;
    }

    @Override
    public String channel() {
      return People.ALERTS;
    }

    @Override
    public String anna() {
      return People.ITO.id();
    }

    @Override
    public String bert() {
      return People.MORI.id();
    }

    @Override
    public void asks(String person, String text) {
      everybodyLooks();
      client(person).ask(channel(), text);
    }

    @Override
    public void presses(String person, String message, String button) {
      everybodyLooks();
      pressed = Map.of("channel", channel(), "message", message, "button", button);
      client(person).press(channel(), message, button);
    }

    @Override
    public List<String> messages() {
      return client(anna()).messages(channel());
    }

    @Override
    public String privateReply(String person) {
      return events(person).next("note").get("text").asText();
    }

    @Override
    public List<String> files() {
      return messages();
    }

    @Override
    public String form(String person) {
      return events(person).next("form").get("html").asText();
    }

    @Override
    public String agrees(String person) {
      String asked = events(person).next("sure").toString();
      client(person)
          .confirm(
              channel(), pressed.getOrDefault("message", ""), pressed.getOrDefault("button", ""));
      return asked;
    }

    @Override
    public void submits(String person, Map<String, String> answers) {
      var fields = new HashMap<String, String>(pressed);
      answers.forEach((field, answer) -> fields.put("answer." + field, answer));
      fields.put("act", WebClient.act());
      client(person).post("/submit", fields);
    }

    /** A page is no letter box. */
    @Override
    public boolean speaksAlone() {
      return false;
    }

    @Override
    public void close() {
      clients.values().forEach(WebClient::close);
    }

    private void everybodyLooks() {
      events(anna());
      events(bert());
    }

    private WebClient.Events events(String person) {
      return events.computeIfAbsent(person, who -> client(who).events(channel()));
    }

    private WebClient client(String person) {
      return clients.computeIfAbsent(person, who -> WebClient.signedIn(platform.port(), who));
    }
  }
}
