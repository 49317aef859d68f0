package jp.mimamori.bot.edr.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Trouble to order. Each number says how many of the next requests under {@code /v3.0} meet it; it
 * does not outlive the process.
 */
public final class Faults {
  private final AtomicInteger tooManyRequests = new AtomicInteger();
  private final AtomicInteger serverErrors = new AtomicInteger();
  private final AtomicInteger slow = new AtomicInteger();
  private final AtomicInteger lostReplies = new AtomicInteger();
  private final AtomicInteger failedTasks = new AtomicInteger();
  private final AtomicInteger expiredPages = new AtomicInteger();
  private final AtomicInteger staleEtags = new AtomicInteger();
  private final AtomicInteger duplicates = new AtomicInteger();
  private final AtomicReference<Duration> retryAfter = new AtomicReference<>(Duration.ZERO);
  private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ofSeconds(10));

  Faults() {}

  /** 429 for so many requests. */
  public void tooManyRequests(int requests) {
    tooManyRequests.set(requests);
  }

  /** 500 for so many requests; nothing is done. */
  public void serverErrors(int requests) {
    serverErrors.set(requests);
  }

  /** So many requests are answered late: what was asked is done first. */
  public void slow(int requests) {
    slow.set(requests);
  }

  /** How late. */
  public void delay(Duration late) {
    delay.set(late);
  }

  /** So many wishes are accepted, and the connection is cut instead of an answer. */
  public void lostReplies(int wishes) {
    lostReplies.set(wishes);
  }

  /** So many tasks that begin from now on will fail. */
  public void failedTasks(int tasks) {
    failedTasks.set(tasks);
  }

  /** So many next pages are refused, as if their token had expired. */
  public void expiredPages(int pages) {
    expiredPages.set(pages);
  }

  /** So many alerts change just before somebody changes them, whose ETag is stale thereby. */
  public void staleEtags(int changes) {
    staleEtags.set(changes);
  }

  /** So many pages begin with what the one before ended with. */
  public void duplicates(int pages) {
    duplicates.set(pages);
  }

  /** What a 429 says about when to come again, in whole seconds; zero says nothing. */
  public void retryAfter(Duration wait) {
    retryAfter.set(wait);
  }

  boolean takeStaleEtag() {
    return take(staleEtags);
  }

  boolean takeDuplicate() {
    return take(duplicates);
  }

  Duration retryAfter() {
    return retryAfter.get();
  }

  boolean takeTooManyRequests() {
    return take(tooManyRequests);
  }

  boolean takeServerError() {
    return take(serverErrors);
  }

  Duration takeDelay() {
    return take(slow) ? delay.get() : Duration.ZERO;
  }

  boolean takeLostReply() {
    return take(lostReplies);
  }

  boolean takeFailedTask() {
    return take(failedTasks);
  }

  boolean takeExpiredPage() {
    return take(expiredPages);
  }

  private static boolean take(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
