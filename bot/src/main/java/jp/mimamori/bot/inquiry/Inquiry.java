package jp.mimamori.bot.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Language;

/**
 * A customer's question, what was answered, and who takes care of it.
 *
 * @param id the number that people name it by, such as {@code Q-12}
 * @param askedBy the member's id
 * @param question as it was typed
 * @param meant the whole question that it was understood as, after what went before in the thread
 * @param oursSince since when it is a person's turn to answer; empty while it is not
 */
public record Inquiry(
    String id,
    String tenant,
    Spot spot,
    String askedBy,
    Instant askedAt,
    Language language,
    String question,
    String meant,
    Reply reply,
    State state,
    Optional<Boolean> helpful,
    Category category,
    Optional<Instant> oursSince) {

  /** The thread in which it is asked and answered. */
  public record Spot(String platform, String channel, String thread) {}

  /**
   * What was answered, as it was answered then.
   *
   * @param kind which of the {@link Answer}s it was
   * @param steps of a sum
   * @param note assumption or caveat; empty if there is none
   */
  public record Reply(
      Kind kind,
      String text,
      List<String> steps,
      String note,
      List<Citation> citations,
      List<Answer.Choice> choices,
      boolean urgent) {
    public Reply {
      steps = List.copyOf(steps);
      citations = List.copyOf(citations);
      choices = List.copyOf(choices);
    }

    public enum Kind {
      CITED,
      COMPUTED,
      WHICH_ONE,
      NOT_KNOWN,
      HAND_OVER,
      SMALL_TALK
    }

    static Reply of(Answer answer) {
      return switch (answer) {
        case Answer.Cited cited ->
            reply(Kind.CITED, answer, List.of(), cited.caveat().orElse(""), List.of(), false);
        case Answer.Computed computed ->
            reply(
                Kind.COMPUTED,
                answer,
                computed.steps(),
                computed.assumption().orElse(""),
                List.of(),
                false);
        case Answer.WhichOne which ->
            reply(Kind.WHICH_ONE, answer, List.of(), "", which.choices(), false);
        case Answer.NotKnown unknown ->
            reply(
                Kind.NOT_KNOWN, answer, List.of(), unknown.onRecord().orElse(""), List.of(), false);
        case Answer.HandOver handOver ->
            reply(Kind.HAND_OVER, answer, List.of(), "", List.of(), handOver.urgent());
        case Answer.SmallTalk _ -> reply(Kind.SMALL_TALK, answer, List.of(), "", List.of(), false);
      };
    }

    private static Reply reply(
        Kind kind,
        Answer answer,
        List<String> steps,
        String note,
        List<Answer.Choice> choices,
        boolean urgent) {
      return new Reply(kind, answer.text(), steps, note, answer.citations(), choices, urgent);
    }
  }

  /** Who takes care of it. */
  public sealed interface State {
    /** The bot answered; nobody asked for more. */
    record Answered() implements State {}

    /**
     * Waits for a person.
     *
     * @param humanAt when people are there to answer, as the customer was told
     */
    record Waiting(Instant since, Instant humanAt) implements State {}

    /**
     * A person has it.
     *
     * @param turn who is waited for
     */
    record Taken(String by, Instant since, Turn turn) implements State {}

    /**
     * It is done.
     *
     * @param by the member who had it
     */
    record Closed(String by, Instant at) implements State {}

    /** Who is to write next. */
    enum Turn {
      OURS,
      CUSTOMERS
    }
  }
}
