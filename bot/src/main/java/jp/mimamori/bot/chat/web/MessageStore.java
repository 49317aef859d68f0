package jp.mimamori.bot.chat.web;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;

/**
 * What the page remembers. Called from many threads at once; what was appended, replaced or put is
 * seen by every later call and survives a restart. {@code MessageStoreContract} says the rest.
 */
public interface MessageStore {
  /**
   * Keeps a message unless one was appended with this key before, and returns the one that is kept:
   * with another id than {@code message}'s if it was there already.
   */
  Message append(String key, Message message);

  /** Keeps a message with the file that it shares, under the same promise as {@link #append}. */
  Message share(String key, Message message, ByteBuffer file);

  /** The file that a message of that channel shares. */
  Optional<ByteBuffer> file(String channel, String message);

  /** Puts another card into a message of the bot; empty if the channel has no such message. */
  Optional<Message> replace(String channel, String message, Card card);

  Optional<Message> message(String channel, String message);

  /** A message of the channel itself and all that hangs under it, in the order of appending. */
  List<Message> thread(String channel, String root);

  /** The newest {@code threads} threads of a channel, whole, in the order of appending. */
  List<Message> messages(String channel, int threads);

  /** The message that was appended last to a channel. */
  Optional<Message> latest(String channel);

  void put(Session session);

  Optional<Session> session(String id);

  /** Forgets a session; nothing happens if there is none. */
  void end(String session);
}
