package jp.mimamori.bot;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Incoming.Order;

/** The platform in memory tells the same story as the real ones. */
class FakeChatStoryTest extends PlatformStory {
  @Override
  protected People people(InstantSource clock) {
    return new InMemory();
  }

  private static final class InMemory implements People {
    private final FakeChat chat = new FakeChat("fake");
    private final Map<String, String> told = new HashMap<>();
    private String pressed = "";

    @Override
    public ChatPlatform platform() {
      return chat;
    }

    @Override
    public String account(String member) {
      return "fake-" + member;
    }

    @Override
    public String channel(String name) {
      return "fake-" + name;
    }

    @Override
    public void asks(String member, String channel, String text) {
      told.put(member, chat.ask(account(member), channel(channel), text));
    }

    @Override
    public void asksOn(String member, String channel, String text) {
      String place = channel(channel);
      told.put(member, chat.askIn(account(member), place, chat.threadIn(place), text));
    }

    @Override
    public void presses(String member, String channel, String label) {
      String place = channel(channel);
      told.put(member, chat.pressId(account(member), place, button(place, label)));
    }

    @Override
    public void pressesElsewhere(String member, String channel, String label, String elsewhere) {
      told.put(
          member,
          chat.pressId(account(member), channel(elsewhere), button(channel(channel), label)));
    }

    private String button(String place, String label) {
      return chat.all(place).reversed().stream()
          .filter(one -> Texts.buttons(one).contains(label))
          .findFirst()
          .map(card -> Texts.button(card, label).id())
          .orElseThrow(() -> new AssertionError("no button " + label));
    }

    @Override
    public void pressesPrivately(String member, String channel, String label) {
      pressed = Texts.button(chat.privately(), label).id();
      told.put(member, chat.pressId(account(member), channel(channel), pressed));
    }

    @Override
    public void fills(String member, String channel, Map<String, String> answers) {
      told.put(member, chat.fill(account(member), channel(channel), pressed, answers));
    }

    @Override
    public void orders(String member, String channel, Order order) {
      told.put(member, chat.order(account(member), channel(channel), order));
    }

    @Override
    public String told(String member) {
      return Optional.ofNullable(told.remove(member)).orElse("");
    }

    @Override
    public List<String> messages(String channel) {
      String place = channel(channel);
      return Stream.concat(chat.all(place).stream(), chat.histories(place).stream())
          .map(InMemory::read)
          .toList();
    }

    @Override
    public List<String> files(String channel) {
      return named(channel(channel));
    }

    @Override
    public List<String> filesFor(String member) {
      return named("@" + account(member));
    }

    private List<String> named(String channel) {
      return chat.documents(channel).stream().map(shared -> shared.document().name()).toList();
    }

    @Override
    public void close() {
      chat.close();
    }

    private static String read(Card card) {
      return Texts.of(card) + "\n" + String.join(" ", Texts.buttons(card));
    }
  }
}
