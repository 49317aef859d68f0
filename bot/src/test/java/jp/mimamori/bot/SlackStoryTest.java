package jp.mimamori.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.chat.slack.Quick;
import jp.mimamori.bot.chat.slack.SlackPlatform;
import jp.mimamori.bot.chat.slack.SlackReader;
import jp.mimamori.bot.chat.slack.local.Deliveries;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;

/** The whole service, told through Slack. */
class SlackStoryTest extends PlatformStory {
  @Override
  protected People people(InstantSource clock) {
    return new InSlack(clock);
  }

  private static final class InSlack implements People {
    private final LocalSlack slack;
    private final SlackPlatform platform;
    private final Map<String, Integer> read = new HashMap<>();

    InSlack(InstantSource clock) {
      slack = new LocalSlack(0, clock);
      platform = new SlackPlatform(Quick.settings(slack), clock);
      List.of("tanaka", "ito", "sato", "takahashi", "mallory")
          .forEach(name -> slack.workspace().add(new Workspace.User(account(name), name)));
      List.of(
              "sakura-support",
              "sakura-alerts",
              "minato-support",
              "minato-alerts",
              "desk",
              "on-call")
          .forEach(name -> slack.workspace().add(new Workspace.Channel(channel(name), name)));
    }

    @Override
    public ChatPlatform platform() {
      return platform;
    }

    @Override
    public String account(String member) {
      return "U" + member.toUpperCase(Locale.ROOT);
    }

    @Override
    public String channel(String name) {
      return "C" + name.toUpperCase(Locale.ROOT).replace("-", "");
    }

    @Override
    public void asks(String member, String channel, String text) {
      says(member, channel, text, Optional.empty());
    }

    @Override
    public void asksOn(String member, String channel, String text) {
      String root =
          slack.workspace().messages(channel(channel)).stream()
              .filter(message -> message.has("thread_ts"))
              .reduce((_, last) -> last)
              .orElseThrow()
              .get("thread_ts")
              .asText();
      says(member, channel, text, Optional.of(root));
    }

    private void says(String member, String channel, String text, Optional<String> thread) {
      arrived(
          slack
              .people()
              .says(account(member), channel(channel), "<@" + Workspace.BOT + "> " + text, thread));
    }

    @Override
    public void presses(String member, String channel, String label) {
      press(member, channel, label, channel);
    }

    @Override
    public void pressesElsewhere(String member, String channel, String label, String elsewhere) {
      press(member, channel, label, elsewhere);
    }

    private void press(String member, String channel, String label, String where) {
      var message =
          slack.workspace().messages(channel(channel)).reversed().stream()
              .filter(one -> SlackReader.button(one, label).isPresent())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no button " + label));
      press(member, channel(where), message, label);
    }

    @Override
    public void pressesPrivately(String member, String channel, String label) {
      var shown = slack.workspace().ephemerals(account(member)).getLast();
      press(member, shown.channel(), shown.message(), label);
    }

    private void press(String member, String where, JsonNode message, String label) {
      arrived(
          slack
              .people()
              .presses(
                  account(member),
                  where,
                  message.get("ts").asText(),
                  SlackReader.button(message, label)
                      .orElseThrow(() -> new AssertionError(label + " on " + message))));
    }

    @Override
    public void fills(String member, String channel, Map<String, String> answers) {
      arrived(slack.people().submits(account(member), answers));
    }

    @Override
    public void orders(String member, String channel, Order order) {
      arrived(
          slack
              .people()
              .commands(account(member), channel(channel), order.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public String told(String member) {
      var told = slack.workspace().ephemerals(account(member));
      int seen = read.getOrDefault(member, 0);
      read.put(member, told.size());
      return told.size() > seen ? SlackReader.text(told.getLast().message()) : "";
    }

    @Override
    public List<String> messages(String channel) {
      return slack.workspace().messages(channel(channel)).stream()
          .filter(message -> message.has("bot_id"))
          .map(SlackReader::text)
          .toList();
    }

    @Override
    public List<String> files(String channel) {
      return named(channel(channel));
    }

    @Override
    public List<String> filesFor(String member) {
      return named(Workspace.direct(account(member)));
    }

    private List<String> named(String channel) {
      return slack.workspace().messages(channel).stream()
          .flatMap(message -> message.path("files").valueStream())
          .map(file -> file.path("name").asText())
          .toList();
    }

    @Override
    public void close() {
      platform.close();
      slack.close();
    }

    private static void arrived(Deliveries.Told told) {
      if (!told.acknowledged()) {
        throw new AssertionError("Slack was not told that it arrived");
      }
    }
  }
}
