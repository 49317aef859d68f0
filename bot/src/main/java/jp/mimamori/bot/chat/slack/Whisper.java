package jp.mimamori.bot.chat.slack;

import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one person something that nobody else sees: by the act's response_url (5 times in 30
 * minutes, https://docs.slack.dev/interactivity/handling-user-interaction#message_responses), else
 * as an ephemeral message, else in a direct message.
 */
final class Whisper {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final Logger LOG = LoggerFactory.getLogger(Whisper.class);

  private final SlackApi api;
  private final Conversations conversations;

  Whisper(SlackApi api, Conversations conversations) {
    this.api = api;
    this.conversations = conversations;
  }

  /**
   * What it takes to reach somebody who acted.
   *
   * @param place where they acted
   * @param responseUrl empty if the act had none
   * @param trigger opens a form, for 3 s and once; empty if the act had none
   * @param message what was pressed on; empty if nothing was
   * @param button what was pressed; empty if nothing was
   */
  record Ear(
      String person,
      Place place,
      String responseUrl,
      String trigger,
      String message,
      String button) {}

  void tell(Ear ear, Reply reply) {
    switch (reply) {
      case Reply.Nothing _ -> {}
      case Reply.Words(String text) -> tell(ear, words(text));
      case Reply.Shown(Card card) -> tell(ear, SlackCards.draw(card));
      case Reply.Sure(Card.Confirm confirm) -> tell(ear, SlackCards.draw(asked(confirm, ear)));
      case Reply.Fill(Form form) -> open(ear, form);
      case Reply.Mend(Map<String, String> mistakes) ->
          tell(ear, words(mistakes.values().stream().collect(Collectors.joining("\n"))));
    }
  }

  private static SlackCards.Drawn words(String text) {
    return new SlackCards.Drawn(SlackText.escaped(text, SlackCards.MOST_TEXT).text(), "");
  }

  /** The same button once more, now with a dialog. */
  private static Card asked(Card.Confirm confirm, Ear ear) {
    return new Card(
        confirm.title(),
        Card.Tone.PLAIN,
        Language.JA,
        List.of(
            new Block.Text(confirm.text()),
            new Block.Buttons(
                List.of(
                    new Card.Button(
                        ear.button(),
                        confirm.yes(),
                        Card.Button.Style.DANGER,
                        Optional.of(confirm))))));
  }

  private void open(Ear ear, Form form) {
    View view =
        SlackForms.draw(form, SlackForms.Origin.of(ear.place(), ear.message(), ear.button()));
    var called =
        api.call(
            "views.open",
            () -> api.methods().viewsOpen(request -> request.triggerId(ear.trigger()).view(view)));
    if (!(called instanceof Called.Done<?>)) {
      LOG.warn("a form could not be opened: {}", called);
    }
  }

  private void tell(Ear ear, SlackCards.Drawn drawn) {
    if (!ear.responseUrl().isEmpty() && responded(ear.responseUrl(), drawn)) {
      return;
    }
    if (ear.place().alone().isEmpty() && ephemeral(ear, drawn)) {
      return;
    }
    direct(ear, drawn);
  }

  private boolean responded(String url, SlackCards.Drawn drawn) {
    ActionResponse response =
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(false)
            .deleteOriginal(false)
            .text(drawn.text())
            .build();
    var json = GsonFactory.createSnakeCase().toJsonTree(response).getAsJsonObject();
    if (!drawn.json().isEmpty()) {
      json.add("blocks", JsonParser.parseString(drawn.json()));
    }
    Request request =
        new Request.Builder().url(url).post(RequestBody.create(json.toString(), JSON)).build();
    try (Response answer = api.http().newCall(request).execute()) {
      return answer.isSuccessful();
    } catch (IOException lost) {
      LOG.warn("a private reply was lost: {}", lost.getClass().getSimpleName());
      return false;
    }
  }

  private boolean ephemeral(Ear ear, SlackCards.Drawn drawn) {
    var called =
        api.call(
            "chat.postEphemeral",
            () ->
                api.methods()
                    .chatPostEphemeral(
                        request ->
                            request
                                .channel(ear.place().channel())
                                .user(ear.person())
                                .threadTs(Conversations.thread(ear.place()).orElse(null))
                                .text(drawn.text())
                                .blocksAsString(drawn.json().isEmpty() ? null : drawn.json())));
    return called instanceof Called.Done<?>;
  }

  private void direct(Ear ear, SlackCards.Drawn drawn) {
    Place alone = Place.person(ear.person());
    Optional<String> thread =
        ear.place().alone().isPresent() ? Conversations.thread(ear.place()) : Optional.empty();
    if (!(conversations.channel(alone) instanceof Called.Done<String>(String channel))) {
      LOG.warn("a private reply could not be made: no direct channel");
      return;
    }
    var called =
        api.call(
            "chat.postMessage " + channel,
            () ->
                api.methods()
                    .chatPostMessage(
                        request ->
                            request
                                .channel(channel)
                                .threadTs(thread.orElse(null))
                                .text(drawn.text())
                                .blocksAsString(drawn.json().isEmpty() ? null : drawn.json())));
    if (!(called instanceof Called.Done<?>)) {
      LOG.warn("a private reply could not be made: {}", called);
    }
  }

  /** The App Home of somebody. */
  Consumer<Reply> home(String person) {
    return reply -> {
      if (!(reply instanceof Reply.Shown(Card card))) {
        return;
      }
      String view = homeView(card);
      var called =
          api.call(
              "views.publish",
              () ->
                  api.methods().viewsPublish(request -> request.userId(person).viewAsString(view)));
      if (!(called instanceof Called.Done<?>)) {
        LOG.warn("a home could not be shown: {}", called);
      }
    };
  }

  static String homeView(Card card) {
    SlackCards.Drawn drawn =
        SlackCards.draw(card, List.of(SlackCards.note(Words.HOME_HINT.in(card.language()))));
    return "{\"type\":\"home\",\"blocks\":" + drawn.json() + "}";
  }
}
