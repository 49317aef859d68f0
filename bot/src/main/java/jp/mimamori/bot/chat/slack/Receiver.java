package jp.mimamori.bot.chat.slack;

/** Where Slack's requests come in. */
interface Receiver extends AutoCloseable {
  void start();

  /** Stops listening and lets what is under way finish. */
  @Override
  void close();
}
