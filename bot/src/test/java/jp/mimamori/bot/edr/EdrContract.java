package jp.mimamori.bot.edr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of {@link EdrClient} have in common: an EDR that a test has its way with. */
public abstract class EdrContract {
  protected static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
  public static final String CUSTOMER = "9001";

  protected static final Duration SECOND = Duration.ofSeconds(1);
  protected static final Duration HOUR = Duration.ofHours(1);
  protected static final Optional<String> NONE = Optional.empty();
  protected static final List<SuspiciousObject> OBJECTS =
      List.of(
          new SuspiciousObject(Kind.FILE_SHA1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
          new SuspiciousObject(Kind.FILE_SHA256, "ab".repeat(32)),
          new SuspiciousObject(Kind.IP, "203.0.113.9"),
          new SuspiciousObject(Kind.URL, "https://bad.example/a?b=c"),
          new SuspiciousObject(Kind.DOMAIN, "Bad.example"),
          new SuspiciousObject(Kind.SENDER, "x@bad.example"));

  protected final HandClock clock = new HandClock(START);
  protected Edr edr;

  /** An EDR without any event yet, whose time is the clock's. */
  protected abstract Edr open(HandClock clock);

  /** What the test does to the EDR behind the client. */
  public interface Edr extends AutoCloseable {
    EdrClient client();

    EdrClient clientWithWrongKey();

    /** Something happens at the customer; returns the event's id. */
    String raise(String customer);

    /** An event changes. */
    void update(String event);

    /** An endpoint of {@link #CUSTOMER}. */
    Endpoint endpoint();

    /** One that is switched off. */
    Endpoint switchedOff();

    /** One whose agent is too old for actions. */
    Endpoint outdated();

    /** One whose sensor and real-time scan are off. */
    Endpoint unprotected();

    /** How long a task waits, and then runs. */
    Duration queued();

    Duration running();

    void tooManyRequests(int requests);

    void serverErrors(int requests);

    /** The next action is accepted, but the answer gets lost. */
    void loseReply();

    void failNextTask();

    /** The next event that is changed changes by itself just before. */
    void staleEtag();

    /** The next page begins with what the one before ended with. */
    void duplicate();

    boolean blocked(SuspiciousObject object);

    /** The next page after the first can't be had. */
    void expireNextPage();

    void offline(Endpoint endpoint, boolean off);

    boolean isolated(Endpoint endpoint);

    /** The EDR dies and comes back with what it had on disk. */
    void restart();

    @Override
    void close();
  }

  @BeforeEach
  void begin() {
    edr = open(clock);
  }

  @AfterEach
  void end() {
    edr.close();
  }

  protected List<String> raise(int events) {
    List<String> raised = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      raised.add(edr.raise(CUSTOMER));
      clock.pass(SECOND);
    }
    return raised;
  }

  protected List<NoteworthyEvent> events(Instant since) {
    List<NoteworthyEvent> events = edr.client().eventsUpdated(since, clock.instant());
    assertEquals(
        events.stream().sorted(Comparator.comparing(NoteworthyEvent::updatedAt)).toList(), events);
    return events;
  }

  protected static List<String> ids(List<NoteworthyEvent> events) {
    return events.stream().map(NoteworthyEvent::id).toList();
  }

  protected NoteworthyEvent raised() {
    String id = edr.raise(CUSTOMER);
    return events(START).stream().filter(event -> event.id().equals(id)).findFirst().orElseThrow();
  }

  protected SandboxAnalysis.Done done(String task) {
    return assertInstanceOf(SandboxAnalysis.Done.class, edr.client().analysis(task));
  }

  protected Submission isolate(String request) {
    return edr.client().submit(new ResponseAction.Isolate(edr.endpoint()), request);
  }

  protected static String accepted(Submission submission) {
    return assertInstanceOf(Submission.Accepted.class, submission).task();
  }

  protected TaskStatus status(String task) {
    return edr.client().status(task);
  }
}
