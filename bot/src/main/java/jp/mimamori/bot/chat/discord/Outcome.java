package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;

/** What became of one request. */
sealed interface Outcome {
  /** It was carried out. */
  record Done(JsonNode body) implements Outcome {}

  /** It was not carried out, since there were too many. */
  record Slowed(Duration after) implements Outcome {}

  /**
   * It was not carried out and will not be, as things are.
   *
   * @param code Discord's, 0 if there is none:
   *     https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
   */
  record Denied(int status, int code, String message) implements Outcome {}

  /** It never left us. */
  record Unsent(String reason) implements Outcome {}

  /** Nobody knows. */
  record Lost(String reason) implements Outcome {}

  int UNKNOWN_CHANNEL = 10003;
  int UNKNOWN_MEMBER = 10007;
  int UNKNOWN_MESSAGE = 10008;
  int UNKNOWN_USER = 10013;
  int MISSING_ACCESS = 50001;
  int NO_DIRECT_MESSAGES = 50007;
  int MISSING_PERMISSIONS = 50013;
  int ARCHIVED = 50083;
  int THREAD_EXISTS = 160004;

  default boolean is(int code) {
    return this instanceof Denied(int _, int given, String _) && given == code;
  }

  /** What it means for a message; {@code place} is named where somebody must mend something. */
  default Receipt receipt(String place) {
    return switch (this) {
      case Done(JsonNode body) -> new Receipt.Delivered(body.path("id").asText());
      case Slowed(Duration after) -> new Receipt.TryAgain(after);
      case Unsent _ -> new Receipt.TryAgain(Duration.ofSeconds(5));
      case Lost(String reason) -> new Receipt.Unclear(reason);
      case Denied denied -> new Receipt.Refused(sentence(denied, place));
    };
  }

  /** Why not, and what to do about it. */
  static String sentence(Denied denied, String place) {
    return switch (denied.code()) {
      case UNKNOWN_CHANNEL -> "Discord knows no " + place + ", or the bot was not invited there";
      case UNKNOWN_MESSAGE -> "the message in " + place + " was deleted";
      case MISSING_ACCESS -> "the bot may not see " + place;
      case MISSING_PERMISSIONS ->
          "the bot lacks a permission in " + place + ": ./mimamori doctor names it";
      case NO_DIRECT_MESSAGES -> "this person takes no direct messages from the bot";
      default ->
          denied.status() == 401
              ? "Discord does not accept the bot token (DISCORD_TOKEN)"
              : "Discord refuses it in %s: %d %d %s"
                  .formatted(place, denied.status(), denied.code(), denied.message());
    };
  }
}
