package jp.mimamori.bot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.DiscordPlatform;
import jp.mimamori.bot.chat.discord.Eventually;
import jp.mimamori.bot.chat.discord.GatewayLease;
import jp.mimamori.bot.chat.discord.LocalPeople;
import jp.mimamori.bot.chat.discord.Reading;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;

/** The whole story through JDA and a Discord on this machine. */
class DiscordStoryTest extends PlatformStory {
  @Override
  protected People people(InstantSource clock) {
    return new AtDiscord();
  }

  private static final class AtDiscord implements People {
    private final LocalDiscord discord = LocalPeople.discord();
    private final LocalPeople people = new LocalPeople(discord);
    private final Set<String> channels = new HashSet<>();
    private final Counted platform =
        new Counted(LocalPeople.platform(discord, channels, GatewayLease.ALONE));

    @Override
    public ChatPlatform platform() {
      return platform;
    }

    @Override
    public String account(String member) {
      return discord.guild().person(member);
    }

    @Override
    public String channel(String name) {
      String id = discord.guild().channel(name);
      channels.add(id);
      return id;
    }

    @Override
    public void asks(String member, String channel, String text) {
      heard(() -> discord.people().asks(account(member), channel(channel), text));
    }

    @Override
    public void asksOn(String member, String channel, String text) {
      String thread =
          discord.board().shownIn(channel(channel)).getLast().path("channel_id").asText();
      heard(() -> discord.people().asks(account(member), thread, text));
    }

    @Override
    public void presses(String member, String channel, String label) {
      people.listened();
      people.presses(account(member), channel(channel), label);
    }

    @Override
    public void pressesElsewhere(String member, String channel, String label, String elsewhere) {
      people.listened();
      people.presses(account(member), channel(channel), label, channel(elsewhere));
    }

    @Override
    public void pressesPrivately(String member, String channel, String label) {
      people.pressesPrivately(account(member), channel(channel), label);
    }

    @Override
    public void fills(String member, String channel, Map<String, String> answers) {
      people.fills(account(member), answers);
    }

    @Override
    public void orders(String member, String channel, Incoming.Order order) {
      people.listened();
      people.orders(account(member), channel(channel), order.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String told(String member) {
      return people.told(account(member));
    }

    @Override
    public List<String> messages(String channel) {
      return Reading.in(discord, channel(channel));
    }

    @Override
    public List<String> files(String channel) {
      return named(discord.board().shownIn(channel(channel)));
    }

    @Override
    public List<String> filesFor(String member) {
      return named(discord.board().in(discord.guild().conversation(account(member))));
    }

    private static List<String> named(List<ObjectNode> messages) {
      return messages.stream()
          .flatMap(message -> message.path("attachments").valueStream())
          .map(file -> file.path("filename").asText())
          .toList();
    }

    @Override
    public void close() {
      platform.close();
      discord.close();
    }

    /** A message has no acknowledgement that could be seen at Discord. */
    private void heard(Runnable act) {
      people.listened();
      int before = platform.replied.get();
      act.run();
      Eventually.so(() -> platform.replied.get() > before, "the question was not attended to");
    }
  }

  /** The platform, counting the acts that were attended to. */
  private record Counted(DiscordPlatform platform, AtomicInteger replied) implements ChatPlatform {
    Counted(DiscordPlatform platform) {
      this(platform, new AtomicInteger());
    }

    @Override
    public String name() {
      return platform.name();
    }

    @Override
    public void start(Listener listener) {
      platform.start((incoming, reply) -> listener.hear(incoming, counted(reply)));
    }

    private Consumer<Reply> counted(Consumer<Reply> reply) {
      return answer -> {
        reply.accept(answer);
        replied.incrementAndGet();
      };
    }

    @Override
    public Receipt post(Place place, Card card, PostKey key) {
      return platform.post(place, card, key);
    }

    @Override
    public Receipt update(Place place, String message, Card card) {
      return platform.update(place, message, card);
    }

    @Override
    public Receipt share(Place place, Document document, PostKey key) {
      return platform.share(place, document, key);
    }

    @Override
    public Standing lookUp(String account) {
      return platform.lookUp(account);
    }

    @Override
    public Finding health() {
      return platform.health();
    }

    @Override
    public void close() {
      platform.close();
    }
  }
}
