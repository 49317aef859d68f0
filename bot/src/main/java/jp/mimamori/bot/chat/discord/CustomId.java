package jp.mimamori.bot.chat.discord;

/**
 * What a component's {@code custom_id} carries: at most 100 characters that come back with the
 * press, to whichever node hears it. {@code
 * https://discord.com/developers/docs/components/reference}
 */
sealed interface CustomId {
  /** A button of a card. */
  record Plain(String button) implements CustomId {}

  /** The yes of a question about a button of another message. */
  record Yes(String message, String button) implements CustomId {}

  /** The no of such a question. */
  record No() implements CustomId {}

  /** A form that a button of another message opened. */
  record Sent(String message, String button) implements CustomId {}

  /** Opens such a form, perhaps again. */
  record Open(String message, String button) implements CustomId {}

  /** Not of ours, or of another version of us. */
  record Strange() implements CustomId {}

  /** So much is left of the 100 for the id of a button. */
  int MOST_BUTTON = 100 - "y:18446744073709551615:".length();

  static CustomId of(String text) {
    String[] parts = text.split(":", 3);
    return switch (parts[0]) {
      case "b" -> text.length() > 2 ? new Plain(text.substring(2)) : new Strange();
      case "n" -> new No();
      case "y" -> parts.length == 3 ? new Yes(parts[1], parts[2]) : new Strange();
      case "s" -> parts.length == 3 ? new Sent(parts[1], parts[2]) : new Strange();
      case "o" -> parts.length == 3 ? new Open(parts[1], parts[2]) : new Strange();
      default -> new Strange();
    };
  }

  default String text() {
    return switch (this) {
      case Plain(String button) -> "b:" + button;
      case Yes(String message, String button) -> "y:" + message + ":" + button;
      case No _ -> "n";
      case Sent(String message, String button) -> "s:" + message + ":" + button;
      case Open(String message, String button) -> "o:" + message + ":" + button;
      case Strange _ -> "?";
    };
  }
}
