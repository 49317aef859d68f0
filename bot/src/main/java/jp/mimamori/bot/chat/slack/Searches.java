package jp.mimamori.bot.chat.slack;

import com.slack.api.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks through what was said in a channel or a thread. */
final class Searches {
  private static final int PAGE = 200;

  /** So far back a message of ours is looked for: {@value} pages of {@value #PAGE} messages. */
  private static final int MOST_PAGES = 10;

  private final SlackApi api;

  Searches(SlackApi api) {
    this.api = api;
  }

  /** What the search came to. */
  sealed interface Found {
    record There(Message message) implements Found {}

    record NotThere() implements Found {}

    /** Slack did not say. */
    record NotKnown(Called<?> why) implements Found {}
  }

  private record Page(List<Message> messages, Optional<String> next) {}

  Found newest(String channel, Optional<String> thread, Predicate<Message> wanted) {
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      Called<Page> called =
          thread.isPresent() ? replies(channel, thread.get(), cursor) : history(channel, cursor);
      if (!(called instanceof Called.Done<Page>(Page read))) {
        return new Found.NotKnown(called);
      }
      Optional<Message> there = read.messages().stream().filter(wanted).findFirst();
      if (there.isPresent()) {
        return new Found.There(there.get());
      }
      cursor = read.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return new Found.NotThere();
  }

  private Called<Page> history(String channel, Optional<String> cursor) {
    return page(
        api.call(
            "conversations.history",
            () ->
                api.methods()
                    .conversationsHistory(
                        request ->
                            request
                                .channel(channel)
                                .includeAllMetadata(true)
                                .cursor(cursor.orElse(null))
                                .limit(PAGE))),
        response ->
            new Page(
                response.getMessages(),
                next(
                    response.getResponseMetadata() == null
                        ? null
                        : response.getResponseMetadata().getNextCursor())));
  }

  private Called<Page> replies(String channel, String thread, Optional<String> cursor) {
    return page(
        api.call(
            "conversations.replies",
            () ->
                api.methods()
                    .conversationsReplies(
                        request ->
                            request
                                .channel(channel)
                                .ts(thread)
                                .includeAllMetadata(true)
                                .cursor(cursor.orElse(null))
                                .limit(PAGE))),
        response ->
            new Page(
                response.getMessages(),
                next(
                    response.getResponseMetadata() == null
                        ? null
                        : response.getResponseMetadata().getNextCursor())));
  }

  private static <T> Called<Page> page(Called<T> called, Function<T, Page> reading) {
    return switch (called) {
      case Called.Done<T>(T response) -> new Called.Done<>(reading.apply(response));
      case Called.Limited<T>(var after) -> new Called.Limited<>(after);
      case Called.NotSent<T>(String reason) -> new Called.NotSent<>(reason);
      case Called.Unclear<T>(String reason) -> new Called.Unclear<>(reason);
      case Called.Refused<T>(String error) -> new Called.Refused<>(error);
    };
  }

  private static Optional<String> next(@Nullable String cursor) {
    return Optional.ofNullable(cursor).filter(given -> !given.isEmpty());
  }
}
