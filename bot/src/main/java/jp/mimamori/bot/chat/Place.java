package jp.mimamori.bot.chat;

import java.util.Optional;

/**
 * Where on a platform something is said.
 *
 * @param thread the message that the thread hangs from; empty for the channel itself
 */
public record Place(String channel, Optional<String> thread) {
  public static Place channel(String channel) {
    return new Place(channel, Optional.empty());
  }

  public static Place thread(String channel, String root) {
    return new Place(channel, Optional.of(root));
  }
}
