package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import org.jspecify.annotations.Nullable;

/** A platform in memory. */
final class FakeChat implements ChatPlatform {
  /** Whether it hears people. */
  volatile Finding health = Finding.well("fake", "listens");

  private final String name;

  /** What is shown, by message, in the order of posting. */
  private final Map<String, Shown> shown = new LinkedHashMap<>();

  private final Map<String, String> byKey = new LinkedHashMap<>();
  private final List<String> whispers = new ArrayList<>();
  private final Map<String, Shared> documents = new LinkedHashMap<>();
  private final Set<String> gone = new HashSet<>();
  private @Nullable Listener listener;
  private boolean down;
  private boolean deaf;
  private boolean unclear;
  private Runnable meanwhile = () -> {};
  private int acts;
  private Optional<Form> filled = Optional.empty();
  private Optional<Card> privately = Optional.empty();
  int posts;

  /** Calls itself the page, so that the sample tenants live on it. */
  FakeChat() {
    this("web");
  }

  FakeChat(String name) {
    this.name = name;
  }

  record Shown(Place place, Card card) {}

  record Shared(Place place, Document document) {}

  void goesDown() {
    down = true;
  }

  void comesBack() {
    down = false;
  }

  /** The next post arrives, and its receipt is lost. */
  void losesTheNextReceipt() {
    unclear = true;
  }

  /** Something that happens while the next message is on its way. */
  void meanwhile(Runnable event) {
    meanwhile = event;
  }

  /** The newest card of a channel or of a thread in it; the history of an alert does not count. */
  Card in(String channel) {
    return all(channel).stream()
        .reduce((_, last) -> last)
        .orElseThrow(() -> new AssertionError("nothing was shown in " + channel + ": " + shown));
  }

  List<Card> all(String channel) {
    return shownIn(channel).filter(card -> !tellsHistory(card)).toList();
  }

  /** What the threads of a channel's alerts tell, each alert's lines in its one message. */
  List<Card> histories(String channel) {
    return shownIn(channel).filter(FakeChat::tellsHistory).toList();
  }

  private Stream<Card> shownIn(String channel) {
    return shown.values().stream()
        .filter(message -> message.place().channel().equals(channel))
        .map(Shown::card);
  }

  private static boolean tellsHistory(Card card) {
    return card.blocks().stream().anyMatch(Card.Block.History.class::isInstance);
  }

  boolean silentIn(String channel) {
    return all(channel).isEmpty();
  }

  /** Presses the button with that label on the newest card; returns what was whispered. */
  String press(String user, String channel, String label) {
    return pressId(user, channel, Texts.button(in(channel), label).id());
  }

  String pressId(String user, String channel, String button) {
    return pressId(user, channel, button, "act " + ++acts);
  }

  String pressId(String user, String channel, String button, String event) {
    return hear(
        new Incoming.Press(event, person(user), Place.channel(channel), "message", button, true));
  }

  /** Asks in a thread of its own. */
  String ask(String user, String channel, String text) {
    String act = "act " + ++acts;
    return hear(new Incoming.Question(act, person(user), Place.thread(channel, act), text));
  }

  String askIn(String user, String channel, String thread, String text) {
    return hear(
        new Incoming.Question("act " + ++acts, person(user), Place.thread(channel, thread), text));
  }

  /** The thread in which the newest card of a channel stands. */
  String threadIn(String channel) {
    return shown.values().stream()
        .filter(message -> message.place().channel().equals(channel))
        .reduce((_, last) -> last)
        .flatMap(message -> message.place().thread())
        .orElseThrow();
  }

  /** The message that shows the newest card of a channel; what hangs under one does not count. */
  String messageIn(String channel) {
    return shown.entrySet().stream()
        .filter(message -> message.getValue().place().equals(Place.channel(channel)))
        .map(Map.Entry::getKey)
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  String hear(Incoming incoming) {
    whispers.clear();
    Objects.requireNonNull(listener, "nobody listens").hear(incoming, this::whisper);
    return String.join("\n", whispers);
  }

  private void whisper(Reply reply) {
    switch (reply) {
      case Reply.Nothing _ -> {}
      case Reply.Words(String text) -> whispers.add(text);
      case Reply.Shown(Card card) -> {
        whispers.add(Texts.of(card));
        privately = Optional.of(card);
      }
      case Reply.Sure(Card.Confirm confirm) -> whispers.add(confirm.title());
      case Reply.Fill(Form form) -> filled = Optional.of(form);
      case Reply.Mend(var mistakes) -> whispers.addAll(mistakes.values());
    }
  }

  /** The card that was shown to somebody alone, last. */
  Card privately() {
    return privately.orElseThrow(() -> new AssertionError("nothing was shown privately"));
  }

  /** Presses a button on it. */
  String pressPrivately(String user, String channel, String label) {
    return pressId(user, channel, Texts.button(privately(), label).id());
  }

  /** Opens the menu of the newest card, there a form, and fills it in. */
  String chore(String user, String channel, String label, Map<String, String> answers) {
    press(user, channel, "その他の対応");
    String button = Texts.button(privately(), label).id();
    pressId(user, channel, button);
    return fill(user, channel, button, answers);
  }

  /** The form that was opened last. */
  Form form() {
    return filled.orElseThrow(() -> new AssertionError("no form was opened"));
  }

  /** Fills in the form that a button opened. */
  String fill(String user, String channel, String button, Map<String, String> answers) {
    return hear(
        new Incoming.Submission(
            "act " + ++acts, person(user), Place.channel(channel), "message", button, answers));
  }

  String order(String user, String channel, Incoming.Order order) {
    return hear(new Incoming.Command("act " + ++acts, person(user), Place.channel(channel), order));
  }

  private Person person(String user) {
    return new Person(name, user, user);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start(Listener newListener) {
    listener = newListener;
  }

  @Override
  public synchronized Receipt post(Place place, Card card, PostKey key) {
    if (down) {
      return new Receipt.TryAgain(Duration.ofSeconds(30));
    }
    String message = byKey.get(key.id());
    if (message == null) {
      message = "message " + ++posts;
      byKey.put(key.id(), message);
      shown.put(message, new Shown(place, card));
    }
    Runnable event = meanwhile;
    meanwhile = () -> {};
    event.run();
    if (unclear) {
      unclear = false;
      return new Receipt.Unclear("the connection was lost");
    }
    return new Receipt.Delivered(message);
  }

  @Override
  public synchronized Receipt update(Place place, String message, Card card) {
    if (down) {
      return new Receipt.TryAgain(Duration.ofSeconds(30));
    }
    assertTrue(shown.containsKey(message), "updates a message that was never posted");
    shown.put(message, new Shown(place, card));
    return new Receipt.Delivered(message);
  }

  @Override
  public synchronized Receipt share(Place place, Document document, PostKey key) {
    if (down) {
      return new Receipt.TryAgain(Duration.ofSeconds(30));
    }
    if (documents.putIfAbsent(key.id(), new Shared(place, document)) == null) {
      posts++;
    }
    if (unclear) {
      unclear = false;
      return new Receipt.Unclear("the connection was lost");
    }
    return new Receipt.Delivered(key.id());
  }

  /** The files that were shared in a channel and its threads, oldest first. */
  List<Shared> documents(String channel) {
    return documents.values().stream()
        .filter(shared -> shared.place().channel().equals(channel))
        .toList();
  }

  void answersNoLookUps() {
    deaf = true;
  }

  /** The platform does not know that person any more. */
  void forgets(String user) {
    gone.add(user);
  }

  @Override
  public Standing lookUp(String account) {
    if (deaf) {
      return new Standing.NotKnown("it is down");
    }
    return gone.contains(account) ? new Standing.Gone() : new Standing.Present(person(account));
  }

  @Override
  public Finding health() {
    return health;
  }

  @Override
  public void close() {
    listener = null;
  }
}
