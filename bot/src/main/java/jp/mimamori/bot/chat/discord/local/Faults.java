package jp.mimamori.bot.chat.discord.local;

import io.javalin.http.Context;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What goes wrong at Discord, for so many requests of a kind. */
public final class Faults {
  private final ConcurrentLinkedDeque<Fault> waiting = new ConcurrentLinkedDeque<>();

  private static final class Fault {
    final Predicate<Context> which;
    final Kind kind;
    int times;

    Fault(Predicate<Context> which, Kind kind, int times) {
      this.which = which;
      this.kind = kind;
      this.times = times;
    }
  }

  /** What can go wrong with one request. */
  public sealed interface Kind {
    record Slowed(double after, boolean global) implements Kind {}

    record Broken(int status) implements Kind {}

    record Denied(int status, int code, String message) implements Kind {}

    /** It is carried out, and was the last of its bucket for a while. */
    record Last(double resetAfter) implements Kind {}

    /** It is carried out, and the reply is lost. */
    record ReplyLost() implements Kind {}

    /** It has arrived, and is carried out when it is let go. */
    record Held(CountDownLatch arrived, CountDownLatch released) implements Kind {
      public Held() {
        this(new CountDownLatch(1), new CountDownLatch(1));
      }
    }
  }

  /** The next requests with that method and path fail. */
  public void next(int times, String method, String path, Kind kind) {
    waiting.add(
        new Fault(
            context ->
                context.method().name().equals(method)
                    && context.path().matches("/api/v10/" + path),
            kind,
            times));
  }

  public void nextPosts(int times, Kind kind) {
    next(times, "POST", "channels/\\d+/messages", kind);
  }

  public void over() {
    waiting.clear();
  }

  synchronized void strike(Context context) {
    for (Fault fault : waiting) {
      if (fault.times > 0 && fault.which.test(context)) {
        fault.times--;
        strike(context, fault.kind);
        return;
      }
    }
  }

  private static void strike(Context context, Kind kind) {
    switch (kind) {
      case Kind.Slowed(double after, boolean global) -> {
        context.header("Retry-After", Double.toString(after));
        context.header("X-RateLimit-Scope", global ? "global" : "user");
        if (global) {
          context.header("X-RateLimit-Global", "true");
        }
        context.attribute("retry_after", after);
        throw new LocalError(429, 0, "You are being rate limited.");
      }
      case Kind.Broken(int status) -> throw new LocalError(status, 0, "broken");
      case Kind.Denied(int status, int code, String message) ->
          throw new LocalError(status, code, message);
      case Kind.Last(double after) ->
          context
              .header("X-RateLimit-Limit", "5")
              .header("X-RateLimit-Remaining", "0")
              .header("X-RateLimit-Reset-After", Double.toString(after))
              .header("X-RateLimit-Bucket", "d721dea6054f6322373d361f98e5c38b");
      case Kind.ReplyLost _ -> context.attribute("reply lost", true);
      case Kind.Held(CountDownLatch arrived, CountDownLatch released) -> {
        arrived.countDown();
        try {
          if (!released.await(20, TimeUnit.SECONDS)) {
            throw new LocalError(500, 0, "never let go");
          }
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
