package jp.mimamori.bot.chat.discord;

/**
 * What an act is about.
 *
 * @param message that carries the button; empty for a command
 * @param button empty for a command
 */
record About(String message, String button) {
  static final About NOTHING = new About("", "");
}
