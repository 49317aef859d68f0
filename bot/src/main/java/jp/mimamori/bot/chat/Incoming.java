package jp.mimamori.bot.chat;

/** What a person does to the bot. */
public sealed interface Incoming {
  /** The platform's id of this act: the same id twice is the same act delivered twice. */
  String event();

  Person person();

  Place place();

  /**
   * Asks something; the answer belongs into {@code place}, which is a thread.
   *
   * @param text as typed
   */
  record Question(String event, Person person, Place place, String text) implements Incoming {}

  /**
   * Presses a button, after confirming where the button asked for it.
   *
   * @param message the message that carries the button
   */
  record Press(String event, Person person, Place place, String message, String button)
      implements Incoming {}
}
