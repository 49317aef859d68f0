package jp.mimamori.bot.chat.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.chat.discord.local.Act;
import jp.mimamori.bot.chat.discord.local.Guild;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Events in the shape of Discord's API description, with all that it tells beside what we need, in
 * every context, through JDA.
 */
class DiscordPayloadsTest extends AtLocalDiscord {
  private static final Path FOLDER = Path.of("src", "test", "resources", "discord", "payloads");

  private String thread;

  @BeforeEach
  void aThreadIsThere() {
    discord.guild().gives(anna, "123456789012345678");
    thread = delivered(post("root", false));
    delivered(platform.post(Place.thread(channel, thread), card("in it"), key("t")));
    listens();
  }

  @Test
  void commandsInEveryContext() throws Exception {
    assertEquals(
        new Incoming.Command("", person(), Place.channel(channel), Order.STATUS),
        same(command("command-guild")));
    Incoming.Command inThread = command("command-thread");
    assertEquals(Place.thread(channel, thread), inThread.place());
    assertEquals("重大", inThread.about());
    assertEquals(Place.person(anna), command("command-dm").place());
    assertEquals(Place.person(anna), command("command-user-install").place());
    assertEquals(Order.STATUS, command("command-unknown-fields").order());
  }

  @Test
  void aMessageThatIsAskedAbout() throws Exception {
    var question = assertInstanceOf(Incoming.Question.class, replayed("message-command"));
    assertEquals("ウイルスの知らせが出ました。どうすればいいですか？", question.text());
    assertEquals(anna, question.person().id(), "not its author");
    assertEquals(Place.thread(channel, "300000000000000002"), question.place());
  }

  @Test
  void presses() throws Exception {
    var press = assertInstanceOf(Incoming.Press.class, replayed("button"));
    assertEquals("take", press.button());
    assertEquals("300000000000000001", press.message());
    assertEquals(Set.of("123456789012345678"), press.person().groups());
    assertEquals("アンナ", press.person().displayName());
    assertEquals(Place.thread(channel, thread), replayed("button-thread").place());
  }

  @Test
  void modals() throws Exception {
    var sent = assertInstanceOf(Incoming.Submission.class, replayed("modal"));
    assertEquals(Map.of("reason", "調査のため", "how", "all"), sent.answers());
    assertEquals("take", sent.button());
  }

  @Test
  void typing() throws Exception {
    Act act = discord.people().happens(read("autocomplete"));
    Eventually.so(act::isAnswered, "nothing was offered");
    assertEquals(1, discord.people().choices().size());
  }

  @ParameterizedTest(name = "type {0}")
  @ValueSource(ints = {0, 19})
  void whatPeopleWriteIsHeard(int type) throws Exception {
    String id = discord.people().arrives(read("message").put("type", type));
    var question = (Incoming.Question) next().incoming();
    assertEquals("いつまでに？", question.text());
    assertEquals(id, question.event());
  }

  /** Pins, joins, boosts, threads, replies to commands, polls, and types that are still to come. */
  @ParameterizedTest(name = "type {0}")
  @ValueSource(ints = {1, 6, 7, 8, 12, 18, 20, 21, 23, 24, 46, 99})
  void whatDiscordWritesIsNot(int type) throws Exception {
    discord.people().arrives(read("message").put("type", type));
    discord.people().arrives(read("message").put("content", "<@" + Guild.BOT + "> 次"));
    assertEquals("次", ((Incoming.Question) next().incoming()).text());
    assertTrue(heard.isEmpty());
  }

  private Incoming.Command command(String name) throws Exception {
    return (Incoming.Command) replayed(name);
  }

  private static Incoming.Command same(Incoming.Command command) {
    return new Incoming.Command(
        "", command.person(), command.place(), command.order(), command.about());
  }

  private Person person() {
    return new Person("discord", anna, "アンナ", Set.of("123456789012345678"), false);
  }

  private Incoming replayed(String name) throws Exception {
    Act act = discord.people().happens(read(name));
    Heard one = next();
    one.reply().accept(new Reply.Words("承りました"));
    Eventually.so(act::isAnswered, name + " was not answered");
    return one.incoming();
  }

  private ObjectNode read(String name) throws IOException {
    String text =
        Files.readString(FOLDER.resolve(name + ".json"), UTF_8)
            .replace("{{ANNA}}", anna)
            .replace("{{BOT}}", Guild.BOT)
            .replace("{{GUILD}}", Guild.ID)
            .replace("{{CHANNEL}}", channel)
            .replace("{{THREAD}}", thread)
            .replace("{{DM}}", discord.guild().conversation(anna));
    return (ObjectNode) new JsonMapper().readTree(text);
  }

  private static PostKey key(String id) {
    return new PostKey(id, false);
  }
}
