package jp.mimamori.bot.bell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.bell.Alarm.Kind;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.View;

/**
 * Notices when something due has waited too long, tells it once, and tells when it is well again.
 * What waited while nobody was awake (before the start, or while the machine slept) is not counted,
 * but whatever waits still is never called well.
 */
public final class Watchdog {
  static final Duration EVERY = Duration.ofSeconds(30);

  /** Whoever has not looked for so long was asleep. */
  private static final Duration ASLEEP = Duration.ofMinutes(2);

  private final Database database;
  private final Bells bells;
  private final Alarms alarms;
  private final Duration bellPatience;
  private final List<Queue> queues;
  private Instant awakeSince;
  private Instant lastLook;

  /**
   * @param bellPatience how late a bell may be
   * @param started when this process began
   */
  public Watchdog(
      Database database,
      Bells bells,
      Alarms alarms,
      Duration bellPatience,
      List<Queue> queues,
      Instant started) {
    this.database = database;
    this.bells = bells;
    this.alarms = alarms;
    this.bellPatience = bellPatience;
    this.queues = List.copyOf(queues);
    this.awakeSince = started;
    this.lastLook = started;
  }

  /**
   * Where work waits in rows.
   *
   * @param kind what is wrong if it waits too long
   * @param oldest since when the oldest of it waits
   */
  public record Queue(Kind kind, Duration patience, Oldest oldest) {}

  /** Finds since when something waits. */
  @FunctionalInterface
  public interface Oldest {
    Optional<Instant> waitsSince(View view);
  }

  /** Looks once. Any node, any time, any number. */
  public void look(Instant now) {
    Instant awake = awakeSince(now);
    record Seen(List<Trouble> troubles, List<Alarm> open) {}
    Seen seen = database.read(view -> new Seen(troubles(view, now), alarms.open(view)));
    List<Trouble> fresh =
        seen.troubles().stream()
            .filter(trouble -> trouble.counts(awake, now))
            .filter(trouble -> seen.open().stream().noneMatch(trouble::isToldBy))
            .toList();
    List<Alarm> over =
        seen.open().stream()
            .filter(alarm -> isOurs(alarm.kind()))
            .filter(alarm -> seen.troubles().stream().noneMatch(one -> one.isToldBy(alarm)))
            .toList();
    if (fresh.isEmpty() && over.isEmpty()) {
      return;
    }
    database.write(
        now,
        tx -> {
          fresh.forEach(
              one -> alarms.raise(tx, one.kind(), one.subject(), "", one.since(), one.detail()));
          over.forEach(alarm -> alarms.over(tx, alarm.kind(), alarm.subject()));
        });
  }

  private synchronized Instant awakeSince(Instant now) {
    if (lastLook.plus(ASLEEP).isBefore(now)) {
      awakeSince = now;
    }
    lastLook = now;
    return awakeSince;
  }

  private boolean isOurs(Kind kind) {
    return kind == Kind.BELL_SILENT
        || kind == Kind.BELL_FAILING
        || queues.stream().anyMatch(queue -> queue.kind() == kind);
  }

  private List<Trouble> troubles(View view, Instant now) {
    List<Trouble> found = new ArrayList<>();
    for (Bell bell : bells.all(view)) {
      trouble(bell, now).ifPresent(found::add);
    }
    for (Queue queue : queues) {
      queue
          .oldest()
          .waitsSince(view)
          .filter(since -> since.plus(queue.patience()).isBefore(now))
          .map(since -> new Trouble(queue.kind(), "", since, queue.patience(), "nobody took it"))
          .ifPresent(found::add);
    }
    return found;
  }

  /** A bell with a due time that failed is told at once: its next try may be days away. */
  private Optional<Trouble> trouble(Bell bell, Instant now) {
    if (bell.failingSince().isPresent()) {
      Instant since = bell.failingSince().get();
      Duration patience = bell.dated() ? Duration.ZERO : bellPatience;
      return since.plus(patience).isAfter(now)
          ? Optional.empty()
          : Optional.of(new Trouble(Kind.BELL_FAILING, bell.name(), since, patience, bell.error()));
    }
    boolean silent = bell.paused().isEmpty() && bell.dueAt().plus(bellPatience).isBefore(now);
    return silent
        ? Optional.of(
            new Trouble(
                Kind.BELL_SILENT,
                bell.name(),
                bell.dueAt(),
                bellPatience,
                "it was due and did not ring"))
        : Optional.empty();
  }

  private record Trouble(
      Kind kind, String subject, Instant since, Duration patience, String detail) {
    boolean isToldBy(Alarm alarm) {
      return alarm.kind() == kind && alarm.subject().equals(subject);
    }

    boolean counts(Instant awake, Instant now) {
      Instant from = since.isBefore(awake) ? awake : since;
      return !from.plus(patience).isAfter(now);
    }
  }
}
