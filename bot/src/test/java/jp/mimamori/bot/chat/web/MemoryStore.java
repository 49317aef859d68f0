package jp.mimamori.bot.chat.web;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.web.Message.Content;

/** A store for tests and demos: forgets all when its process ends. */
public final class MemoryStore implements MessageStore {
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, ByteBuffer> files = new HashMap<>();
  private final Map<String, Session> sessions = new HashMap<>();

  @Override
  public synchronized Message append(String key, Message message) {
    String known = keys.putIfAbsent(key, message.id());
    if (known != null) {
      return messages.stream().filter(m -> m.id().equals(known)).findFirst().orElseThrow();
    }
    messages.add(message);
    return message;
  }

  @Override
  public synchronized Message share(String key, Message message, ByteBuffer file) {
    files.putIfAbsent(message.id(), file);
    return append(key, message);
  }

  @Override
  public synchronized Optional<ByteBuffer> file(String channel, String message) {
    return message(channel, message).map(found -> files.get(found.id()));
  }

  @Override
  public synchronized Optional<Message> replace(String channel, String message, Card card) {
    Optional<Message> replaced =
        message(channel, message)
            .filter(old -> old.content() instanceof Content.Shown)
            .map(
                old ->
                    new Message(
                        old.id(), old.channel(), old.thread(), old.at(), new Content.Shown(card)));
    replaced.ifPresent(fresh -> messages.replaceAll(old -> old.id().equals(message) ? fresh : old));
    return replaced;
  }

  @Override
  public synchronized Optional<Message> message(String channel, String message) {
    return messages.stream()
        .filter(m -> m.channel().equals(channel) && m.id().equals(message))
        .findFirst();
  }

  @Override
  public synchronized List<Message> thread(String channel, String root) {
    return messages.stream()
        .filter(m -> m.channel().equals(channel) && m.root().equals(root))
        .toList();
  }

  @Override
  public synchronized List<Message> messages(String channel, int threads) {
    List<Message> all = messages.stream().filter(m -> m.channel().equals(channel)).toList();
    List<String> roots = all.stream().filter(m -> m.thread().isEmpty()).map(Message::id).toList();
    Set<String> newest =
        roots.stream().skip(Math.max(0, roots.size() - threads)).collect(Collectors.toSet());
    return all.stream().filter(m -> newest.contains(m.root())).toList();
  }

  @Override
  public synchronized Optional<Message> latest(String channel) {
    return messages.stream().filter(m -> m.channel().equals(channel)).reduce((_, later) -> later);
  }

  @Override
  public synchronized void put(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public synchronized Optional<Session> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public synchronized void end(String session) {
    sessions.remove(session);
  }
}
