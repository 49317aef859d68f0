package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.ChatPlatformContract;
import jp.mimamori.bot.chat.Suggestions;
import jp.mimamori.bot.chat.discord.local.Act;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import org.jspecify.annotations.Nullable;

final class DiscordPlatformContractTest extends ChatPlatformContract {
  @Override
  protected Stage stage() {
    return new DiscordStage();
  }

  private static final class DiscordStage implements Stage {
    private final LocalDiscord discord = LocalPeople.discord();
    private final String channel = discord.guild().channel("alerts");
    private final DiscordPlatform platform =
        new DiscordPlatform(
            LocalPeople.settings(discord),
            () -> new DiscordChannels(Set.of(channel), Set.of(channel)),
            GatewayLease.ALONE,
            Suggestions.NONE,
            InstantSource.system());

    private @Nullable Act pressed;

    @Override
    public ChatPlatform platform() {
      return platform;
    }

    @Override
    public String channel() {
      return channel;
    }

    @Override
    public String anna() {
      return discord.guild().person("anna");
    }

    @Override
    public String bert() {
      return discord.guild().person("bert");
    }

    @Override
    public void asks(String person, String text) {
      Eventually.so(() -> platform.health().what().equals("connected"));
      discord.people().asks(person, channel, text);
    }

    @Override
    public void presses(String person, String message, String button) {
      Eventually.so(() -> platform.health().what().equals("connected"));
      pressed =
          discord.people().presses(person, channel, message, new CustomId.Plain(button).text());
    }

    @Override
    public List<String> messages() {
      return Reading.in(discord, channel);
    }

    @Override
    public String privateReply(String person) {
      return Reading.text(discord.board().tells(person));
    }

    @Override
    public List<String> files() {
      return discord.board().shownIn(channel).stream()
          .flatMap(message -> message.path("components").findValuesAsText("url").stream())
          .toList();
    }

    @Override
    public String form(String person) {
      Act opened = Objects.requireNonNull(pressed);
      Eventually.so(() -> opened.modal() != null, "no form was opened");
      return String.valueOf(opened.modal());
    }

    @Override
    public String agrees(String person) {
      ObjectNode question = discord.board().tells(person);
      String yes = Reading.button(question, "Isolate").orElseThrow();
      discord.people().presses(person, channel, question, yes);
      return Reading.text(question);
    }

    @Override
    public void submits(String person, Map<String, String> answers) {
      discord.people().sends(Objects.requireNonNull(pressed), answers);
    }

    @Override
    public void close() {
      discord.close();
    }
  }
}
