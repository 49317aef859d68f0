package jp.mimamori.schedules;

import static org.quartz.CronScheduleBuilder.dailyAtHourAndMinute;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bells that ring for due work. A bell says "look now", never "this is due": what is due stands
 * in the database, so a ring that is lost is a delay and nothing else.
 *
 * <p>It promises: a bell never rings twice at once. Rings missed while it was still ringing, or
 * while the machine slept, are not made up for; the next one is soon enough. Work that throws is
 * logged, and the bell rings again when it is time. No bell waits for another: each has a thread.
 *
 * <p>Quartz keeps time by the system's clock and holds everything in memory, on daemon threads; the
 * clock given at the start only tells the work what time it is. Quartz's own failures surface as
 * {@link IllegalStateException}. Any number of timetables may run side by side.
 */
public final class Timetable implements AutoCloseable {
  /** So many bells a timetable has room for, since each needs a thread of its own. */
  static final int MOST_BELLS = 32;

  private static final Logger log = LoggerFactory.getLogger(Timetable.class);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final AtomicInteger started = new AtomicInteger();

  private final InstantSource clock;
  private final Scheduler scheduler;
  private final ConcurrentSkipListMap<String, Clapper> clappers = new ConcurrentSkipListMap<>();

  /**
   * A bell, when it began to ring last (by the clock given), and when Quartz means to ring next.
   */
  public record Bell(String name, Optional<Instant> last, Optional<Instant> next) {}

  private Timetable(InstantSource clock, Scheduler scheduler) {
    this.clock = clock;
    this.scheduler = scheduler;
  }

  /** Begins, with no bells yet. */
  public static Timetable start(InstantSource clock) {
    try {
      // Quartz finds its schedulers by name, JVM-wide; the same name twice would be the same
      // scheduler.
      Scheduler scheduler =
          new StdSchedulerFactory(settings("timetable-" + started.incrementAndGet()))
              .getScheduler();
      var timetable = new Timetable(clock, scheduler);
      scheduler.setJobFactory(
          (firing, _) -> timetable.clapper(firing.getJobDetail().getKey().getName()));
      scheduler.start();
      return timetable;
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not start.", broken);
    }
  }

  /**
   * Rings at once and then after each interval, counted from ring to ring. The work is told the
   * moment by the clock given at the start. Refuses, with {@link IllegalArgumentException}, a name
   * that has a bell already and an interval under a millisecond.
   */
  public void every(String name, Duration interval, Consumer<Instant> work) {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "The bell %s cannot ring every %s.".formatted(name, interval));
    }
    hang(
        name,
        simpleSchedule()
            .withIntervalInMilliseconds(interval.toMillis())
            .repeatForever()
            .withMisfireHandlingInstructionNextWithExistingCount(),
        work);
  }

  /**
   * Rings each day at this time in Asia/Tokyo, to the minute. If the process is not running then,
   * the ring is lost until tomorrow: what must not wait so long belongs into {@link #every}.
   * Refuses a name that has a bell already, with {@link IllegalArgumentException}.
   */
  public void daily(String name, LocalTime at, Consumer<Instant> work) {
    if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException(
          "The bell %s rings to the minute, not at %s.".formatted(name, at));
    }
    hang(
        name,
        dailyAtHourAndMinute(at.getHour(), at.getMinute())
            .inTimeZone(TimeZone.getTimeZone(TOKYO))
            .withMisfireHandlingInstructionDoNothing(),
        work);
  }

  /** All bells by name. After {@link #close} none of them rings next. */
  public List<Bell> bells() {
    return clappers.values().stream()
        .map(clapper -> new Bell(clapper.name, Optional.ofNullable(clapper.last), next(clapper)))
        .toList();
  }

  /**
   * Rings no more, and returns when the last bell has fallen silent, however long its work takes.
   * Closing again does nothing. A bell's own work must not close its timetable: it would wait for
   * itself, and gets an {@link IllegalStateException} instead.
   */
  @Override
  public void close() {
    for (Clapper clapper : clappers.values()) {
      if (Thread.currentThread().equals(clapper.ringing)) {
        throw new IllegalStateException(
            "The bell " + clapper.name + " cannot close the timetable that rings it.");
      }
    }
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException broken) {
      throw new IllegalStateException("Quartz does not stop.", broken);
    }
  }

  private <T extends Trigger> void hang(
      String name, ScheduleBuilder<T> times, Consumer<Instant> work) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A bell needs a name.");
    }
    var clapper = new Clapper(name, work, clock, InstantSource.system());
    synchronized (clappers) {
      if (clappers.size() == MOST_BELLS) {
        throw new IllegalStateException(
            "No room for the bell %s: there are %d already.".formatted(name, MOST_BELLS));
      }
      if (clappers.putIfAbsent(name, clapper) != null) {
        throw new IllegalArgumentException("There is a bell " + name + " already.");
      }
    }
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(Clapper.class).withIdentity(name).build(),
          TriggerBuilder.newTrigger().withIdentity(name).withSchedule(times).startNow().build());
    } catch (SchedulerException refused) {
      clappers.remove(name);
      throw new IllegalStateException("Quartz does not take the bell " + name + ".", refused);
    }
  }

  private Clapper clapper(String name) throws SchedulerException {
    Clapper clapper = clappers.get(name);
    if (clapper == null) {
      throw new SchedulerException("There is no bell " + name + ".");
    }
    return clapper;
  }

  private Optional<Instant> next(Clapper clapper) {
    try {
      if (scheduler.isShutdown()) {
        return Optional.empty();
      }
      return Optional.ofNullable(scheduler.getTrigger(TriggerKey.triggerKey(clapper.name)))
          .map(Trigger::getNextFireTime)
          .map(Date::toInstant);
    } catch (SchedulerException broken) {
      throw new IllegalStateException(
          "Quartz does not know the bell " + clapper.name + ".", broken);
    }
  }

  private static Properties settings(String name) {
    var settings = new Properties();
    settings.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, name);
    settings.setProperty(StdSchedulerFactory.PROP_SCHED_MAKE_SCHEDULER_THREAD_DAEMON, "true");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    settings.setProperty("org.quartz.threadPool.threadCount", String.valueOf(MOST_BELLS));
    settings.setProperty("org.quartz.threadPool.threadNamePrefix", name);
    return settings;
  }

  /** What strikes one bell; Quartz sees to it that it does not strike twice at once. */
  @DisallowConcurrentExecution
  static final class Clapper implements Job {
    private final String name;
    private final Consumer<Instant> work;
    private final InstantSource clock;
    private final InstantSource quartzClock;
    private volatile @Nullable Instant last;
    private volatile @Nullable Thread ringing;
    private volatile Instant silentSince = Instant.MIN;

    Clapper(String name, Consumer<Instant> work, InstantSource clock, InstantSource quartzClock) {
      this.name = name;
      this.work = work;
      this.clock = clock;
      this.quartzClock = quartzClock;
    }

    @Override
    public void execute(JobExecutionContext context) {
      strike(context.getScheduledFireTime().toInstant());
    }

    /**
     * Quartz would make up at once, in a row, for every ring that fell into a long one; they are
     * let go here.
     */
    void strike(Instant scheduled) {
      if (scheduled.isBefore(silentSince)) {
        return;
      }
      Instant now = clock.instant();
      last = now;
      ringing = Thread.currentThread();
      try {
        work.accept(now);
      } catch (RuntimeException | Error failure) {
        log.error("The bell {} failed and will ring again", name, failure);
      } finally {
        ringing = null;
        silentSince = quartzClock.instant();
      }
    }
  }
}
