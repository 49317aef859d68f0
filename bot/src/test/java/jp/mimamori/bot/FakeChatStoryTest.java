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
      Card card =
          chat.all(place).reversed().stream()
              .filter(one -> Texts.buttons(one).contains(label))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no button " + label));
      told.put(member, chat.pressId(account(member), place, Texts.button(card, label).id()));
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
    public void close() {
      chat.close();
    }

    private static String read(Card card) {
      return Texts.of(card) + "\n" + String.join(" ", Texts.buttons(card));
    }
  }
}
