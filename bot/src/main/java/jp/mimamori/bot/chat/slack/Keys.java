package jp.mimamori.bot.chat.slack;

import com.slack.api.model.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a message of ours is found again: its key travels with it as metadata, which holds no secret
 * (https://docs.slack.dev/messaging/message-metadata). What this process has posted it remembers
 * for a while.
 */
final class Keys {
  private static final String EVENT = "mimamori_post";
  private static final String KEY = "key";
  private static final int REMEMBERED = 2_000;

  private final Map<String, String> posted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized Optional<String> message(String key) {
    return Optional.ofNullable(posted.get(key));
  }

  synchronized void remember(String key, String message) {
    posted.put(key, message);
  }

  static Message.Metadata metadata(String key) {
    return Message.Metadata.builder().eventType(EVENT).eventPayload(Map.of(KEY, key)).build();
  }

  static boolean carries(Message message, String key) {
    Message.Metadata metadata = message.getMetadata();
    return metadata != null
        && EVENT.equals(metadata.getEventType())
        && metadata.getEventPayload() != null
        && key.equals(metadata.getEventPayload().get(KEY));
  }
}
