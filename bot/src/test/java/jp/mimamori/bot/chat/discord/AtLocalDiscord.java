package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A platform at the local Discord, somebody there, and what is heard. */
abstract class AtLocalDiscord {
  static final String TAKE = new CustomId.Plain("take").text();

  final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  LocalDiscord discord;
  DiscordPlatform platform;
  String channel;
  String anna;

  record Heard(Incoming incoming, Consumer<Reply> reply) {}

  @BeforeEach
  void start() {
    discord = LocalPeople.discord();
    channel = discord.guild().channel("alerts");
    anna = discord.guild().person("anna");
    platform = LocalPeople.platform(discord, Set.of(channel), GatewayLease.ALONE);
  }

  @AfterEach
  void stop() {
    platform.close();
    discord.close();
  }

  void listens() {
    platform.start((incoming, reply) -> heard.add(new Heard(incoming, reply)));
    new LocalPeople(discord).listened();
  }

  long posts() {
    return discord.requests().stream().filter(one -> one.startsWith("POST /channels/")).count();
  }

  Receipt post(String key, boolean perhapsPosted) {
    return platform.post(
        Place.channel(channel), card("card " + key), new PostKey(key, perhapsPosted));
  }

  static Card card(String title) {
    return new Card(
        title,
        Tone.PLAIN,
        Language.JA,
        List.of(new Card.Block.Buttons(List.of(new Card.Button("take", "取る")))));
  }

  static String delivered(Receipt receipt) {
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  String whispered() {
    return Reading.text(discord.board().tells(anna));
  }

  Heard next() throws InterruptedException {
    return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
  }
}
