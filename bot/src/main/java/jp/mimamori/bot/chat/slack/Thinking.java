package jp.mimamori.bot.chat.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.knowledge.Language;

/**
 * Shows that a question is being thought of, if its answer takes longer than a moment: the
 * assistant's status in a thread of a direct conversation, elsewhere an hourglass at the question.
 * Both vanish with the answer. Best effort: nothing depends on it.
 */
final class Thinking {
  private static final String HOURGLASS = "hourglass_flowing_sand";

  private final SlackApi api;
  private final Later later;
  private final Duration moment;
  private final Map<Place, Question> open = new ConcurrentHashMap<>();

  Thinking(SlackApi api, Later later, Duration moment) {
    this.api = api;
    this.later = later;
    this.moment = moment;
  }

  /**
   * A question that waits for its answer.
   *
   * @param channel Slack's id of the channel
   * @param message the question itself
   * @param pane whether it was asked in a thread of a direct conversation
   * @param shown whether people see that it waits
   */
  private record Question(
      String channel, String message, boolean pane, Language language, boolean shown) {
    Question nowShown() {
      return new Question(channel, message, pane, language, true);
    }
  }

  /**
   * @param text what was asked, in the language in which it will be answered
   */
  void asked(Place place, String channel, String message, boolean pane, String text) {
    open.put(place, new Question(channel, message, pane, Language.of(text), false));
    later.after(moment, () -> open.computeIfPresent(place, (_, question) -> show(place, question)));
  }

  /** Something was said there, or nothing will be. */
  void answered(Place place) {
    Question question = open.remove(place);
    if (question != null && question.shown() && !question.pane()) {
      var _ =
          api.call(
              "reactions.remove",
              () ->
                  api.methods()
                      .reactionsRemove(
                          request ->
                              request
                                  .channel(question.channel())
                                  .timestamp(question.message())
                                  .name(HOURGLASS)));
    }
  }

  private Question show(Place place, Question question) {
    if (question.shown()) {
      return question;
    }
    if (question.pane()) {
      var _ =
          api.call(
              "assistant.threads.setStatus",
              () ->
                  api.methods()
                      .assistantThreadsSetStatus(
                          request ->
                              request
                                  .channelId(question.channel())
                                  .threadTs(place.thread().orElse(question.message()))
                                  .status(Words.THINKING.in(question.language()))));
    } else {
      var _ =
          api.call(
              "reactions.add",
              () ->
                  api.methods()
                      .reactionsAdd(
                          request ->
                              request
                                  .channel(question.channel())
                                  .timestamp(question.message())
                                  .name(HOURGLASS)));
    }
    return question.nowShown();
  }
}
