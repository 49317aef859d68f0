package jp.mimamori.bot.chat;

import java.util.Map;
import java.util.Objects;

/** What a person does to the bot. */
public sealed interface Incoming {
  /** The platform's id of this act: the same id twice is the same act delivered twice. */
  String event();

  Person person();

  Place place();

  /**
   * Asks something; the answer belongs into {@code place}, which is a thread where the platform has
   * threads.
   *
   * @param text as typed, without the mention of the bot
   */
  record Question(String event, Person person, Place place, String text) implements Incoming {}

  /**
   * Presses a button.
   *
   * @param message the message that carries the button
   * @param confirmed whether the platform has asked what the button wants asked first
   */
  record Press(
      String event, Person person, Place place, String message, String button, boolean confirmed)
      implements Incoming {}

  /**
   * Sends a form that a {@link Reply.Fill} opened.
   *
   * @param message the message that carries the button which led to the form
   * @param button that button's id
   * @param answers by the field's id; a field left empty may be missing
   */
  record Submission(
      String event,
      Person person,
      Place place,
      String message,
      String button,
      Map<String, String> answers)
      implements Incoming {
    public Submission {
      answers = Map.copyOf(answers);
    }
  }

  /**
   * Wants to see something, or has it begun, without a button at hand: a slash command, a home.
   *
   * @param about what it is narrowed down to, as typed; empty for all there is
   */
  record Command(String event, Person person, Place place, Order order, String about)
      implements Incoming {
    public Command {
      about = Objects.requireNonNullElse(about, ""); // acts that were kept before there was one
    }

    public Command(String event, Person person, Place place, Order order) {
      this(event, person, place, order, "");
    }
  }

  /** What a command can be about. */
  enum Order {
    /** The person's own open matters, whether the desk is open, and open alerts for analysts. */
    STATUS,
    /** The open alerts that the person may see. */
    ALERTS,
    /** A person is wanted. */
    HANDOVER,
    /** The newest reports that the person may have. */
    REPORT,
    /** What can be asked and ordered. */
    HELP
  }
}
