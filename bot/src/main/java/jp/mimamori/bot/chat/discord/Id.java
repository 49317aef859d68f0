package jp.mimamori.bot.chat.discord;

/** Discord's ids: unsigned numbers with the moment of their birth in them. */
final class Id {
  private Id() {}

  /** Whether Discord could have given out that id. */
  static boolean isOne(String text) {
    return text.length() >= 15
        && text.length() <= 20
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
