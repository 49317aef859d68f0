package jp.mimamori.bot.bell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.mimamori.bot.store.Database;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.Rhythm;
import jp.mimamori.schedules.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings the bells by what stands on record. A bell that rings often rings on each node and asks
 * first whether it is paused; a bell with a due time is claimed, so that one node rings it, once;
 * if nobody was there at its time it is rung once, late, and says so.
 */
public final class BellRinger {
  /** The bell that looks for those with a due time, and for orders. */
  static final String DATED = "due-bells";

  static final String WATCHDOG = "watchdog";

  /** How soon an order is heard, and how late a due time may be. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** So long a claimed bell is ours; its work may be done twice after that, and must bear it. */
  private static final Duration LEASE = Duration.ofMinutes(15);

  /** When work that failed is tried again. */
  static final Duration AGAIN = Duration.ofMinutes(5);

  /** How often a bell that rings often is written down. */
  static final Duration NOTED = Duration.ofSeconds(30);

  private static final int MOST_OF_AN_ERROR = 300;
  private static final Logger LOG = LoggerFactory.getLogger(BellRinger.class);

  private final Database database;
  private final Bells bells;
  private final Supplier<BusinessCalendar> calendar;
  private final InstantSource clock;
  private final Map<String, Hung> hung = new ConcurrentHashMap<>();

  public BellRinger(
      Database database, Bells bells, Supplier<BusinessCalendar> calendar, InstantSource clock) {
    this.database = database;
    this.bells = bells;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Hangs a bell with a due time. It rings from {@link #ringDue}.
   *
   * @param about what it rings for, in English
   */
  public void on(Rhythm rhythm, String name, String about, Consumer<Ring> work) {
    hung.put(name, new Hung(Optional.of(rhythm), work));
    database.write(
        clock.instant(),
        tx ->
            bells.declare(
                tx, name, about, rhythm.toString(), true, rhythm.next(tx.now(), calendar.get())));
  }

  /** Hangs a bell that rings often, on this node's timetable. */
  public void every(
      Timetable timetable, String name, String about, Duration interval, Consumer<Instant> work) {
    var one = new Hung(Optional.empty(), ring -> work.accept(ring.now()));
    hung.put(name, one);
    Instant start = clock.instant();
    database.write(
        start,
        tx -> {
          bells.declare(tx, name, about, "every " + words(interval), false, start);
          bells.begun(tx, name, start.plus(interval));
        });
    timetable.every(name, interval, now -> strike(name, one, interval, now));
  }

  /** Hangs the bells that listen for all others. */
  public void listen(Timetable timetable, Watchdog watchdog) {
    every(timetable, DATED, "rings bells with a due time, and on order", LOOK, this::ringDue);
    every(
        timetable, WATCHDOG, "looks for what has waited too long", Watchdog.EVERY, watchdog::look);
  }

  /** For a node that knows itself alone, when it starts: what its predecessor held is due. */
  public void resume(Instant now) {
    database.write(now, bells::release);
  }

  /** Rings what is due or ordered. Any node, any time, any number. */
  public void ringDue(Instant now) {
    if (database.read(view -> nothingToDo(bells.all(view), now))) {
      return;
    }
    List<Bell> claimed =
        database.decide(
            now,
            tx -> {
              hung.forEach(
                  (name, one) ->
                      one.rhythm()
                          .ifPresent(
                              rhythm -> bells.expect(tx, name, rhythm.next(now, calendar.get()))));
              return bells.claim(tx, hung.keySet(), LEASE);
            });
    claimed.forEach(bell -> ring(bell, now));
  }

  private boolean nothingToDo(List<Bell> all, Instant now) {
    return all.stream()
        .allMatch(
            bell ->
                bell.wanted().isEmpty()
                    && (!bell.dated() || (bell.dueAt().isAfter(now) && asExpected(bell, now))));
  }

  private boolean asExpected(Bell bell, Instant now) {
    Hung one = hung.get(bell.name());
    return one == null
        || one.rhythm()
            .map(rhythm -> rhythm.next(now, calendar.get()).equals(bell.dueAt()))
            .orElse(true);
  }

  private void ring(Bell bell, Instant now) {
    Hung one = hung.get(bell.name());
    if (one == null) {
      return;
    }
    boolean due = bell.dated() && bell.paused().isEmpty() && !bell.dueAt().isAfter(now);
    var ring = new Ring(due ? bell.dueAt() : now, now);
    if (ring.late()) {
      LOG.warn("the bell {} was due at {} and rings late", bell.name(), ring.due());
    }
    try {
      one.work().accept(ring);
    } catch (RuntimeException e) {
      LOG.error("the bell {} failed and rings again", bell.name(), e);
      database.write(
          clock.instant(),
          tx -> bells.failed(tx, bell, reason(e), tx.now().plus(due ? AGAIN : Duration.ZERO)));
      return;
    }
    Instant next =
        due
            ? one.rhythm().orElseThrow().next(now, calendar.get())
            : bell.dueAt(); // an order does not move what is planned
    database.write(
        clock.instant(),
        tx -> {
          bells.done(tx, bell, next, ring.lateBy());
          if (ring.late()) {
            tx.record("", "mimamori", "rang late", "bell " + bell.name(), "due " + ring.due());
          }
        });
  }

  private void strike(String name, Hung one, Duration interval, Instant now) {
    Optional<Bell> known = database.read(view -> bells.find(view, name));
    if (known.isEmpty() || known.get().paused().isPresent()) {
      one.noteNext();
      return;
    }
    Bell bell = known.get();
    boolean noting = one.isToBeNoted(now);
    Instant next = now.plus(interval.compareTo(NOTED) < 0 ? NOTED : interval);
    if (noting) {
      database.write(now, tx -> bells.begun(tx, name, next));
    }
    try {
      one.work().accept(new Ring(now, now));
    } catch (RuntimeException e) {
      one.noteNext();
      database.write(
          clock.instant(), tx -> bells.failed(tx, bell.notWanted(), reason(e), Instant.EPOCH));
      throw e;
    }
    if (noting) {
      database.write(clock.instant(), tx -> bells.done(tx, bell.notWanted(), next, Duration.ZERO));
    }
  }

  private static String reason(RuntimeException e) {
    String text = e.getClass().getSimpleName() + ": " + e.getMessage();
    return text.length() <= MOST_OF_AN_ERROR ? text : text.substring(0, MOST_OF_AN_ERROR);
  }

  private static String words(Duration interval) {
    return interval.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** A bell on this node. */
  private static final class Hung {
    private final Optional<Rhythm> rhythm;
    private final Consumer<Ring> work;
    private volatile Instant noted = Instant.EPOCH;

    Hung(Optional<Rhythm> rhythm, Consumer<Ring> work) {
      this.rhythm = rhythm;
      this.work = work;
    }

    Optional<Rhythm> rhythm() {
      return rhythm;
    }

    Consumer<Ring> work() {
      return work;
    }

    /** Now and then, and after a failure. */
    boolean isToBeNoted(Instant now) {
      if (now.isBefore(noted.plus(NOTED)) && !now.isBefore(noted)) {
        return false;
      }
      noted = now;
      return true;
    }

    /** The next ring is written down. */
    void noteNext() {
      noted = Instant.EPOCH;
    }
  }
}
