package jp.mimamori.bot.chat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.web.Message.Content;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** What the page needs of whatever remembers for it. */
public abstract class MessageStoreContract {
  /** Milliseconds, which every database keeps. */
  private static final Instant NOW = Instant.parse("2026-10-01T05:03:00.123Z");

  /** A store without messages at first; opened again, it still has what was put into it. */
  protected abstract MessageStore open();

  @Test
  void whatWasAppendedIsThereInItsOrder() {
    MessageStore store = open();
    Message asked = store.append("k1", said("m1", Optional.empty(), "こんにちは\n<b>&'\"😀"));
    Message shown = store.append("k2", shown("m2", Optional.of("m1"), everything("Answer")));
    Message alone = store.append("k3", shown("a0", Optional.empty(), everything("Alert")));
    store.append("k4", new Message("x1", "other", Optional.empty(), NOW, asked.content()));

    assertEquals(List.of(asked, shown, alone), open().messages("acme", 10));
    assertEquals(List.of(asked, shown), open().thread("acme", "m1"));
    assertEquals(Optional.of(alone), open().latest("acme"));
    assertEquals(Optional.of(shown), open().message("acme", "m2"));
  }

  @Test
  void theSameKeyKeepsTheFirst() {
    MessageStore store = open();
    Message first = store.append("k1", said("m1", Optional.empty(), "first"));

    assertEquals(first, store.append("k1", said("m2", Optional.empty(), "second")));
    assertEquals(List.of(first), store.messages("acme", 10));
  }

  @Test
  void theSameKeyAtTheSameTimeKeepsOne() throws Exception {
    MessageStore store = open();
    Set<String> kept = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Message>> appends =
          IntStream.range(0, 16)
              .<Callable<Message>>mapToObj(
                  i -> () -> store.append("k1", said("m" + i, Optional.empty(), "text")))
              .toList();
      for (var appended : threads.invokeAll(appends)) {
        kept.add(appended.get().id());
      }
    }

    assertEquals(1, kept.size());
    assertEquals(1, store.messages("acme", 10).size());
  }

  @Test
  void anotherCardTakesThePlaceOfTheFirst() {
    MessageStore store = open();
    store.append("k1", shown("m1", Optional.empty(), everything("Isolating")));
    Message later = store.append("k2", shown("m2", Optional.empty(), everything("Later")));

    Message done = shown("m1", Optional.empty(), everything("Isolated"));
    assertEquals(Optional.of(done), store.replace("acme", "m1", everything("Isolated")));
    assertEquals(List.of(done, later), open().messages("acme", 10));
    assertEquals(Optional.of(later), open().latest("acme"), "an update is no new message");
  }

  @Test
  void onlyTheBotsOwnMessageOfThatChannelIsReplaced() {
    MessageStore store = open();
    Message asked = store.append("k1", said("m1", Optional.empty(), "mine"));
    Message card = store.append("k2", shown("m2", Optional.empty(), everything("Card")));

    assertEquals(Optional.empty(), store.replace("acme", "m1", everything("No")));
    assertEquals(Optional.empty(), store.replace("other", "m2", everything("No")));
    assertEquals(Optional.empty(), store.replace("acme", "m3", everything("No")));
    assertEquals(List.of(asked, card), store.messages("acme", 10));
  }

  @Test
  void aChannelKnowsNothingOfAnother() {
    MessageStore store = open();
    store.append("k1", said("m1", Optional.empty(), "secret"));

    assertEquals(List.of(), store.messages("other", 10));
    assertEquals(List.of(), store.thread("other", "m1"));
    assertEquals(Optional.empty(), store.message("other", "m1"));
    assertEquals(Optional.empty(), store.latest("other"));
  }

  @Test
  void theNewestThreadsAreWhole() {
    MessageStore store = open();
    store.append("k1", said("m1", Optional.empty(), "oldest"));
    Message second = store.append("k2", said("m2", Optional.empty(), "second"));
    Message third = store.append("k3", said("m3", Optional.empty(), "third"));
    Message under = store.append("k4", said("m4", Optional.of("m2"), "under the second"));
    store.append("k5", said("m5", Optional.of("m1"), "under the oldest"));

    assertEquals(List.of(second, third, under), store.messages("acme", 2));
  }

  @Test
  void aFileIsThereForItsChannelAlone() {
    MessageStore store = open();
    var message =
        new Message(
            "m1",
            "acme",
            Optional.empty(),
            NOW,
            new Content.Shared("報告書", "報告書.pdf", "application/pdf", 3));
    var file = ByteBuffer.wrap(new byte[] {0, -1, 7});
    assertEquals(message, store.share("k1", message, file));
    assertEquals(
        "m1",
        store
            .share("k1", new Message("m2", "acme", Optional.empty(), NOW, message.content()), file)
            .id(),
        "the same key is one message");

    assertEquals(List.of(message), open().messages("acme", 10));
    assertEquals(Optional.of(file), open().file("acme", "m1"));
    assertEquals(Optional.empty(), open().file("other", "m1"));
    assertEquals(Optional.empty(), open().file("acme", "m2"));
  }

  @Test
  void aSessionIsThereUntilItEnds() {
    MessageStore store = open();
    var session = new Session("abc", "anna", NOW);
    assertEquals(Optional.empty(), store.session("abc"));

    store.put(session);
    assertEquals(Optional.of(session), open().session("abc"));
    assertEquals(Optional.empty(), open().session("ABC"));

    store.end("abc");
    store.end("abc");
    assertEquals(Optional.empty(), open().session("abc"));
  }

  private static Message said(String id, Optional<String> thread, String text) {
    return new Message(id, "acme", thread, NOW, new Content.Said("anna", "Anna", text));
  }

  private static Message shown(String id, Optional<String> thread, Card card) {
    return new Message(id, "acme", thread, NOW, new Content.Shown(card));
  }

  /** A card with every kind of block. */
  private static Card everything(String title) {
    return new Card(
        title,
        Tone.URGENT,
        Language.JA,
        List.of(
            new Block.Text("二行\nの文"),
            new Block.Facts(List.of(new Fact("端末", "PC-042"), new Fact("", ""))),
            new Block.Quote("条文", "利用規約 第16条第1項"),
            new Block.Note("note"),
            new Block.History("経過", List.of("one", "two")),
            new Block.Buttons(
                List.of(
                    new Button("b1", "受け持つ"),
                    new Button(
                        "b2",
                        "隔離",
                        Button.Style.DANGER,
                        Optional.of(new Confirm("t", "x", "はい", "いいえ")))))));
  }
}
