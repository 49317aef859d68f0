package jp.mimamori.bot.chat.discord;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * When which kind of request may be made again, as Discord's replies tell. Routes that share a
 * bucket share their fate. https://discord.com/developers/docs/topics/rate-limits
 */
final class RateLimits {
  /** More are forgotten: threads come and go, and an old limit is over. */
  private static final int MOST_ROUTES = 5_000;

  /** https://discord.com/developers/docs/topics/rate-limits#global-rate-limit */
  static final int MOST_A_SECOND = 50;

  /** One of so many only what is urgent may use: an alert does not wait for a hundred answers. */
  private static final int KEPT_FOR_URGENT = 5;

  private static final long SECOND = 1_000_000_000;

  private final LongSupplier nanos;
  private final int mostASecond;
  private final Deque<Long> lately = new ArrayDeque<>();
  private final Map<String, String> buckets = new ConcurrentHashMap<>();
  private final Map<String, Long> closedUntil = new ConcurrentHashMap<>();
  private volatile long allClosedUntil;

  /**
   * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
   * @param mostASecond of all kinds together
   */
  RateLimits(LongSupplier nanos, int mostASecond) {
    this.nanos = nanos;
    this.mostASecond = mostASecond;
    this.allClosedUntil = nanos.getAsLong();
  }

  /**
   * How long to wait before a request of that kind. Zero counts it as sent; otherwise the caller
   * asks again after that time.
   *
   * @param route the method and the path with the ids of what the limit is for
   */
  Duration turn(String route, boolean urgent) {
    long now = nanos.getAsLong();
    long until = closedUntil.getOrDefault(buckets.getOrDefault(route, route), now);
    long told = Math.max(until - now, allClosedUntil - now);
    return Duration.ofNanos(told > 0 ? told : paced(now, urgent));
  }

  private synchronized long paced(long now, boolean urgent) {
    while (!lately.isEmpty() && now - lately.getFirst() >= SECOND) {
      lately.removeFirst();
    }
    int most = urgent ? mostASecond : mostASecond - mostASecond / KEPT_FOR_URGENT;
    if (lately.size() < most) {
      lately.addLast(now);
      return 0;
    }
    return SECOND - (now - lately.getFirst());
  }

  /** Learns from a reply of any kind. */
  void learn(String route, HttpHeaders headers) {
    if (buckets.size() > MOST_ROUTES) {
      buckets.clear();
      closedUntil.clear();
    }
    headers
        .firstValue("x-ratelimit-bucket")
        .ifPresent(bucket -> buckets.put(route, bucket + " " + major(route)));
    boolean spent = headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
    if (spent) {
      headers
          .firstValue("x-ratelimit-reset-after")
          .ifPresent(seconds -> close(route, seconds(seconds)));
    }
  }

  /** There were too many of that kind. */
  void close(String route, Duration time) {
    closedUntil.put(buckets.getOrDefault(route, route), nanos.getAsLong() + time.toNanos());
  }

  /** There were too many of all kinds. */
  void closeAll(Duration time) {
    allClosedUntil = nanos.getAsLong() + time.toNanos();
  }

  /** A time as Discord writes it: {@code 0.35}. A second if it can't be read. */
  static Duration seconds(String text) {
    try {
      return Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000));
    } catch (NumberFormatException e) {
      return Duration.ofSeconds(1);
    }
  }

  /** Limits are counted for each channel and guild apart: the first id of the path. */
  private static String major(String route) {
    for (String part : route.split("[ /]", -1)) {
      if (Id.isOne(part)) {
        return part;
      }
    }
    return "";
  }
}
