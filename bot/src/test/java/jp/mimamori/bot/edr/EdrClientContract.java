package jp.mimamori.bot.edr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EdrClient} promises, whatever is behind it. */
public abstract class EdrClientContract {
  protected static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
  protected static final String CUSTOMER = "9001";

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandClock clock = new HandClock(START);
  private Edr edr;

  /** An EDR without any event yet, whose time is the clock's. */
  protected abstract Edr open(HandClock clock);

  /** What the test does to the EDR behind the client. */
  protected interface Edr extends AutoCloseable {
    EdrClient client();

    EdrClient clientWithWrongKey();

    /** Something happens at the customer; returns the event's id. */
    String raise(String customer);

    /** An event changes. */
    void update(String event);

    /** An endpoint of {@link #CUSTOMER}. */
    Endpoint endpoint();

    /** How long a task waits, and then runs. */
    Duration queued();

    Duration running();

    void tooManyRequests(int requests);

    void serverErrors(int requests);

    /** The next action is accepted, but the answer gets lost. */
    void loseReply();

    void failNextTask();

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

  @Test
  void allEventsOfManyPagesComeOldestChangeFirst() {
    List<String> raised = raise(34);

    assertEquals(raised, ids(events(START)));
  }

  @Test
  void eventsTellWhatPeopleNeed() {
    String id = edr.raise(CUSTOMER);

    NoteworthyEvent event = events(START).getFirst();

    assertEquals(id, event.id());
    assertEquals(CUSTOMER, event.customer());
    assertEquals(clock.instant(), event.createdAt());
    assertEquals(clock.instant(), event.updatedAt());
    assertFalse(event.model().isBlank());
    assertFalse(event.endpoints().isEmpty());
    assertFalse(event.endpoints().getFirst().guid().isBlank());
    assertFalse(event.accounts().isEmpty());
    assertFalse(event.techniques().isEmpty());
    assertTrue(event.indicators().stream().anyMatch(i -> i.type().equals("file_sha1")));
    assertTrue(event.indicators().stream().anyMatch(i -> i.type().equals("command_line")));
    assertTrue(event.techniques().stream().allMatch(t -> t.matches("T\\d{4}(\\.\\d{3})?")));
  }

  @Test
  void onlyWhatChangedInTheWindowComes() {
    String before = edr.raise(CUSTOMER);
    clock.pass(HOUR);
    String inside = edr.raise(CUSTOMER);
    Instant until = clock.instant().plus(SECOND);
    clock.pass(HOUR);
    edr.raise(CUSTOMER);

    assertEquals(List.of(inside), ids(edr.client().eventsUpdated(until.minusSeconds(60), until)));
    assertEquals(List.of(before, inside), ids(edr.client().eventsUpdated(START, until)));
  }

  @Test
  void bothEndsOfTheWindowBelongToIt() {
    String first = edr.raise(CUSTOMER);
    clock.pass(HOUR);
    String last = edr.raise(CUSTOMER);

    assertEquals(List.of(first, last), ids(edr.client().eventsUpdated(START, clock.instant())));
  }

  @Test
  void overlappingWindowsTellTheSameEventAlike() {
    edr.raise(CUSTOMER);
    List<NoteworthyEvent> once = events(START);
    clock.pass(Duration.ofMinutes(1));

    assertEquals(once, events(clock.instant().minus(Duration.ofMinutes(5))));
  }

  @Test
  void aChangedEventComesAgainAsItIsNow() {
    String id = edr.raise(CUSTOMER);
    clock.pass(HOUR);
    edr.update(id);

    List<NoteworthyEvent> events = events(START);

    assertEquals(List.of(id), ids(events));
    assertEquals(START, events.getFirst().createdAt());
    assertEquals(START.plus(HOUR), events.getFirst().updatedAt());
  }

  @Test
  void anExpiredPageDoesNotCostAnEvent() {
    List<String> raised = raise(34);
    edr.expireNextPage();

    assertEquals(raised, ids(events(START)));
  }

  @Test
  void readingEndsWellAfterPassingTrouble() {
    List<String> raised = raise(12);
    edr.tooManyRequests(2);
    assertEquals(raised, ids(events(START)));

    edr.serverErrors(2);
    assertEquals(raised, ids(events(START)));
  }

  @Test
  void readingGivesUpOnLastingTroubleWithASentence() {
    edr.serverErrors(1000);

    EdrException trouble = assertThrows(EdrException.class, () -> events(START));

    assertTrue(trouble.getMessage().contains("500"), trouble.getMessage());
  }

  @Test
  void anEndpointIsIsolatedOnlyWhenTheTaskSucceeded() {
    String task = accepted(isolate("r1"));

    assertInstanceOf(TaskStatus.Queued.class, status(task));
    clock.pass(edr.queued());
    assertInstanceOf(TaskStatus.Running.class, status(task));
    assertFalse(edr.isolated(edr.endpoint()));
    clock.pass(edr.running());
    assertInstanceOf(TaskStatus.Succeeded.class, status(task));
    assertTrue(edr.isolated(edr.endpoint()));
  }

  @Test
  void anIsolatedEndpointCanBeReleased() {
    accepted(isolate("r1"));
    clock.pass(HOUR);
    String release =
        accepted(edr.client().submit(new ResponseAction.Release(edr.endpoint()), "r2"));
    assertTrue(edr.isolated(edr.endpoint()));
    clock.pass(HOUR);

    assertInstanceOf(TaskStatus.Succeeded.class, status(release));
    assertFalse(edr.isolated(edr.endpoint()));
  }

  @Test
  void theSameActionTwiceIsOneTaskWhileItIsUnderWay() {
    String task = accepted(isolate("r1"));

    assertEquals(new Submission.AlreadyUnderWay(task), isolate("r2"));
    clock.pass(HOUR);
    assertNotEquals(task, accepted(isolate("r3")));
  }

  @Test
  void aLostReplyIsUnclearAndTheTaskIsFoundByOurRequest() {
    edr.loseReply();

    assertInstanceOf(Submission.Unclear.class, isolate("r1"));

    String task = edr.client().taskOf("r1", START).orElseThrow();
    clock.pass(HOUR);
    assertInstanceOf(TaskStatus.Succeeded.class, status(task));
    assertTrue(edr.isolated(edr.endpoint()));
  }

  @Test
  void aRequestThatNeverArrivedHasNoTask() {
    accepted(isolate("r1"));
    edr.serverErrors(1);

    assertInstanceOf(Submission.Unclear.class, isolate("r12"));

    assertEquals(Optional.empty(), edr.client().taskOf("r12", START));
    assertEquals(Optional.empty(), edr.client().taskOf("r", START), "an id is not a part of one");
  }

  @Test
  void ourTaskIsFoundAmongManyOthers() {
    String ours = accepted(isolate("ours"));
    for (int i = 0; i < 220; i++) {
      clock.pass(edr.queued().plus(edr.running()));
      accepted(isolate("other-" + i));
    }

    assertEquals(Optional.of(ours), edr.client().taskOf("ours", START));
  }

  @Test
  void tooManyRequestsMeansLater() {
    edr.tooManyRequests(1);

    Submission.TryAgain later = assertInstanceOf(Submission.TryAgain.class, isolate("r1"));

    assertTrue(later.after().isPositive());
    assertEquals(Optional.empty(), edr.client().taskOf("r1", START));
    accepted(isolate("r1"));
  }

  @Test
  void aTaskForAnEndpointThatIsOffWaitsForIt() {
    edr.offline(edr.endpoint(), true);
    String task = accepted(isolate("r1"));
    clock.pass(Duration.ofDays(2));
    assertInstanceOf(TaskStatus.Queued.class, status(task));
    assertFalse(edr.isolated(edr.endpoint()));

    edr.offline(edr.endpoint(), false);
    clock.pass(edr.queued().plus(edr.running()));
    assertInstanceOf(TaskStatus.Succeeded.class, status(task));
  }

  @Test
  void aFailedTaskSaysWhy() {
    edr.failNextTask();
    String task = accepted(isolate("r1"));
    clock.pass(HOUR);

    TaskStatus.Failed failed = assertInstanceOf(TaskStatus.Failed.class, status(task));

    assertFalse(failed.reason().isBlank());
    assertFalse(edr.isolated(edr.endpoint()));
  }

  @Test
  void anUnknownEndpointIsRejected() {
    var stranger =
        new Endpoint("00000000-0000-0000-0000-000000000000", edr.endpoint().name(), List.of());

    Submission.Rejected rejected =
        assertInstanceOf(
            Submission.Rejected.class,
            edr.client().submit(new ResponseAction.Isolate(stranger), "r1"));

    assertFalse(rejected.reason().isBlank());
  }

  @Test
  void anUnknownTaskCannotBeRead() {
    assertThrows(EdrException.class, () -> status("99999999"));
  }

  @Test
  void aWrongKeyIsSaidPlainlyAndNeverShown() {
    EdrClient stranger = edr.clientWithWrongKey();

    EdrException refused = assertThrows(EdrException.class, stranger::checkConnectivity);
    assertTrue(refused.getMessage().contains("key"), refused.getMessage());
    assertThrows(EdrException.class, () -> stranger.eventsUpdated(START, clock.instant()));
    assertInstanceOf(
        Submission.Rejected.class,
        stranger.submit(new ResponseAction.Isolate(edr.endpoint()), "r1"));
    assertEquals(Optional.empty(), edr.client().taskOf("r1", START));
  }

  @Test
  void aRightKeyConnects() {
    edr.client().checkConnectivity();
  }

  @Test
  void nothingIsForgottenOverARestart() {
    List<String> raised = raise(12);
    String done = accepted(isolate("r1"));
    clock.pass(HOUR);
    edr.loseReply();
    edr.client().submit(new ResponseAction.Release(edr.endpoint()), "r2");
    List<NoteworthyEvent> before = events(START);

    edr.restart();

    assertEquals(raised, ids(before));
    assertEquals(before, events(START));
    assertInstanceOf(TaskStatus.Succeeded.class, status(done));
    assertTrue(edr.isolated(edr.endpoint()));
    String release = edr.client().taskOf("r2", START).orElseThrow();
    assertEquals(
        new Submission.AlreadyUnderWay(release),
        edr.client().submit(new ResponseAction.Release(edr.endpoint()), "r3"));
    clock.pass(HOUR);
    assertFalse(edr.isolated(edr.endpoint()));
  }

  private List<String> raise(int events) {
    List<String> raised = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      raised.add(edr.raise(CUSTOMER));
      clock.pass(SECOND);
    }
    return raised;
  }

  private List<NoteworthyEvent> events(Instant since) {
    List<NoteworthyEvent> events = edr.client().eventsUpdated(since, clock.instant());
    assertEquals(
        events.stream().sorted(Comparator.comparing(NoteworthyEvent::updatedAt)).toList(), events);
    return events;
  }

  private static List<String> ids(List<NoteworthyEvent> events) {
    return events.stream().map(NoteworthyEvent::id).toList();
  }

  private Submission isolate(String request) {
    return edr.client().submit(new ResponseAction.Isolate(edr.endpoint()), request);
  }

  private static String accepted(Submission submission) {
    return assertInstanceOf(Submission.Accepted.class, submission).task();
  }

  private TaskStatus status(String task) {
    return edr.client().status(task);
  }
}
