package jp.mimamori.bot.edr;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.mimamori.bot.edr.EdrClient.NoteAdded;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EdrClient.Update;
import jp.mimamori.bot.edr.EndpointFacts.Isolation;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SandboxAnalysis.Risk;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EdrClient} promises, whatever is behind it. */
public abstract class EdrClientContract {
  protected static final Instant START = Instant.parse("2026-01-05T01:00:00Z");
  protected static final String CUSTOMER = "9001";

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Optional<String> NONE = Optional.empty();
  private static final Standing CLOSED = new Standing(Status.CLOSED, Finding.TRUE_POSITIVE);
  private static final List<SuspiciousObject> OBJECTS =
      List.of(
          new SuspiciousObject(Kind.FILE_SHA1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
          new SuspiciousObject(Kind.FILE_SHA256, "ab".repeat(32)),
          new SuspiciousObject(Kind.IP, "203.0.113.9"),
          new SuspiciousObject(Kind.URL, "https://bad.example/a?b=c"),
          new SuspiciousObject(Kind.DOMAIN, "Bad.example"),
          new SuspiciousObject(Kind.SENDER, "x@bad.example"));

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
  void eventsTellTheirStory() {
    NoteworthyEvent event = raised();

    assertEquals(Standing.NEW, event.standing());
    assertFalse(event.rules().getFirst().isBlank());
    assertFalse(event.timeline().isEmpty());
    for (NoteworthyEvent.Match match : event.timeline()) {
      assertFalse(match.what().isBlank());
      assertFalse(match.techniques().isEmpty());
      assertFalse(match.evidence().isEmpty());
      assertTrue(match.at().isBefore(event.createdAt()), match.toString());
    }
    assertTrue(event.objects().stream().anyMatch(o -> o.kind() == Kind.FILE_SHA1));
    assertTrue(event.link().startsWith("https://"));
    assertFalse(event.incident().isBlank());
  }

  @Test
  void anEventCanBeReadAlone() {
    NoteworthyEvent event = raised();

    assertEquals(Optional.of(event), edr.client().event(event.id()));
    assertEquals(Optional.empty(), edr.client().event("WB-1-20260105-99999"));
  }

  @Test
  void anEventOnTwoPagesComesOnce() {
    List<String> raised = raise(34);
    edr.duplicate();

    assertEquals(raised, ids(events(START)));
  }

  @Test
  void aFindingIsWrittenIntoTheBooksAndMayBeWrittenAgain() {
    String id = edr.raise(CUSTOMER);

    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));
    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));

    assertEquals(CLOSED, edr.client().event(id).orElseThrow().standing());
  }

  @Test
  void whatSomebodyElseDecidedIsNotOverwritten() {
    String id = edr.raise(CUSTOMER);
    var theirs = new Standing(Status.IN_PROGRESS, Finding.NONE);
    edr.client().update(id, Standing.NEW, theirs);

    assertEquals(
        new Update.ChangedMeanwhile(theirs), edr.client().update(id, Standing.NEW, CLOSED));
    assertEquals(theirs, edr.client().event(id).orElseThrow().standing());
  }

  @Test
  void aChangeThatIsNoneOfOursDoesNotStandInTheWay() {
    String id = edr.raise(CUSTOMER);
    edr.staleEtag();

    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));
    assertEquals(CLOSED, edr.client().event(id).orElseThrow().standing());
  }

  @Test
  void aChangeWhoseReplyIsLostIsUnclearAndMayBeRepeated() {
    String id = edr.raise(CUSTOMER);
    edr.loseReply();

    assertInstanceOf(Update.Unclear.class, edr.client().update(id, Standing.NEW, CLOSED));
    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));
  }

  @Test
  void anUnknownEventIsNotChanged() {
    assertInstanceOf(
        Update.Rejected.class, edr.client().update("WB-1-20260105-99999", Standing.NEW, CLOSED));
  }

  @Test
  void aNoteStandsOnceHoweverOftenItIsAdded() {
    String id = edr.raise(CUSTOMER);
    edr.loseReply();

    assertInstanceOf(NoteAdded.Unclear.class, edr.client().addNote(id, "鎖の先頭 abc"));
    assertInstanceOf(NoteAdded.Done.class, edr.client().addNote(id, "鎖の先頭 abc"));
    clock.pass(SECOND);
    assertInstanceOf(NoteAdded.Done.class, edr.client().addNote(id, "another"));

    List<Note> notes = edr.client().notes(id);
    assertEquals(List.of("鎖の先頭 abc", "another"), notes.stream().map(Note::text).toList());
    assertEquals(START, notes.getFirst().createdAt());
  }

  @Test
  void everyActionRunsToItsEnd() {
    for (ResponseAction action : actions()) {
      String task = accepted(edr.client().submit(action, action.verb()));
      clock.pass(HOUR);
      ResponseTask done = edr.client().task(task);
      assertInstanceOf(TaskStatus.Succeeded.class, done.status(), action.toString());
      assertEquals(action.verb(), done.description());
      if (action.target() instanceof Endpoint endpoint) {
        assertEquals(endpoint.guid(), done.endpoint());
      }
    }
    assertEquals(
        actions().stream().map(ResponseAction::verb).toList(),
        edr.client().tasks(START).stream().map(ResponseTask::description).toList());
  }

  @Test
  void aLostReplyToAnyActionIsFoundByOurRequest() {
    for (ResponseAction action : actions()) {
      edr.loseReply();
      assertInstanceOf(Submission.Unclear.class, edr.client().submit(action, action.verb()));
      String task = edr.client().taskOf(action.verb(), START).orElseThrow();
      assertEquals(new Submission.AlreadyUnderWay(task), edr.client().submit(action, "again"));
      clock.pass(HOUR);
    }
  }

  @Test
  void anObjectIsBlockedWhenTheTaskSucceededAndLetThroughAgain() {
    for (SuspiciousObject object : OBJECTS) {
      accepted(edr.client().submit(new ResponseAction.BlockObject(object), "b" + object.key()));
      assertFalse(edr.blocked(object));
      clock.pass(HOUR);
      assertTrue(edr.blocked(object), object.toString());
      accepted(edr.client().submit(new ResponseAction.UnblockObject(object), "u" + object.key()));
      clock.pass(HOUR);
      assertFalse(edr.blocked(object), object.toString());
    }
  }

  @Test
  void aScanCanBeCanceledAndNothingElse() {
    String scan = accepted(edr.client().submit(new ResponseAction.StartScan(edr.endpoint()), "r1"));

    assertEquals(new Submission.Accepted(scan), cancel(scan));
    assertInstanceOf(TaskStatus.Canceled.class, status(scan));
    assertInstanceOf(Submission.Rejected.class, cancel(scan));
    assertInstanceOf(Submission.Rejected.class, cancel(accepted(isolate("r2"))));
    assertInstanceOf(Submission.Rejected.class, cancel("99999999"));
  }

  @Test
  void aCollectedFileLiesThereForATime() {
    var collect = new ResponseAction.CollectFile(edr.endpoint(), "C:\\Users\\業務\\a b.exe");
    String task = accepted(edr.client().submit(collect, "r1"));
    assertEquals(Optional.empty(), edr.client().task(task).file());
    clock.pass(HOUR);

    CollectedFile file = edr.client().task(task).file().orElseThrow();

    assertEquals(collect.path(), file.path());
    assertFalse(file.password().isBlank());
    assertEquals(64, file.sha256().length());
    assertEquals("PK", new String(edr.client().download(file), 0, 2, StandardCharsets.US_ASCII));
    clock.pass(Duration.between(clock.instant(), file.expiresAt().orElseThrow()));
    assertThrows(EdrException.class, () -> edr.client().download(file));
  }

  @Test
  void aPackageIsCollectedByTheOperatorsScript() {
    String task =
        accepted(edr.client().submit(new ResponseAction.CollectPackage(edr.endpoint()), "r1"));
    clock.pass(HOUR);

    CollectedFile file = edr.client().task(task).file().orElseThrow();

    assertTrue(edr.client().download(file).length > 0);
  }

  @Test
  void anEndpointThatCannotIsSaidToAndNothingIsBegun() {
    for (Endpoint cannot : List.of(edr.outdated(), edr.unprotected())) {
      assertInstanceOf(
          Submission.Rejected.class, edr.client().submit(new ResponseAction.Isolate(cannot), "r1"));
      assertInstanceOf(
          Submission.Rejected.class,
          edr.client().submit(new ResponseAction.StartScan(cannot), "r2"));
    }
    assertEquals(List.of(), edr.client().tasks(START));
  }

  @Test
  void endpointsAreFoundByIdAndByName() {
    Endpoint endpoint = edr.endpoint();

    EndpointFacts facts = edr.client().endpoint(endpoint.guid()).orElseThrow();

    assertEquals(endpoint, facts.endpoint());
    assertEquals(CUSTOMER, facts.group());
    assertEquals(Isolation.OFF, facts.isolation());
    assertFalse(facts.os().isBlank());
    assertFalse(facts.lastUser().isBlank());
    assertEquals(List.of(facts), edr.client().endpointsNamed(endpoint.name()));
    assertEquals(List.of(facts), edr.client().endpointsNamed(endpoint.name().toLowerCase(ROOT)));
    assertEquals(List.of(), edr.client().endpointsNamed("nobody"));
    assertEquals(List.of(), edr.client().endpointsNamed("no'body"));
    assertEquals(Optional.empty(), edr.client().endpoint("nobody"));
    assertTrue(
        edr.client().endpoints().stream()
            .map(EndpointFacts::endpoint)
            .toList()
            .containsAll(List.of(endpoint, edr.switchedOff(), edr.outdated())));
  }

  @Test
  void whetherAnEndpointIsIsolatedCanBeReadBack() {
    accepted(isolate("r1"));
    clock.pass(HOUR);

    assertEquals(
        Isolation.ON, edr.client().endpoint(edr.endpoint().guid()).orElseThrow().isolation());
  }

  @Test
  void endpointsTellWhatTheTermsAskForAsFarAsTheyCan() {
    assertEquals(List.of(), facts(edr.endpoint()).missing());
    assertEquals(List.of(Prerequisite.MAIL_METADATA), facts(edr.endpoint()).untold());
    assertEquals(List.of(Prerequisite.SERVER_REACHED), facts(edr.switchedOff()).missing());
    assertEquals(
        List.of(
            Prerequisite.ENDPOINT_SENSOR,
            Prerequisite.VIRTUAL_ANALYZER,
            Prerequisite.REAL_TIME_SCAN,
            Prerequisite.DETECTIONS),
        facts(edr.unprotected()).missing());
  }

  @Test
  void theSandboxTakesItsTimeAndSaysWhatItThinks() {
    String bad = accepted(edr.client().analyzeFile("請求書 malware.exe", new byte[] {1}, NONE));
    String good = accepted(edr.client().analyzeFile("memo.pdf", new byte[] {2}, Optional.of("pw")));
    String picture = accepted(edr.client().analyzeFile("a.png", new byte[] {3}, NONE));
    String page = accepted(edr.client().analyzeUrl("https://nothing.example/"));

    assertInstanceOf(SandboxAnalysis.Running.class, edr.client().analysis(bad));
    assertThrows(EdrException.class, () -> edr.client().analysisReport(bad));
    clock.pass(HOUR);

    SandboxAnalysis.Done verdict = done(bad);
    assertEquals(Risk.HIGH, verdict.risk());
    assertFalse(verdict.detections().isEmpty());
    assertEquals("BF8B4530D8D246DD74AC53A13471BBA17941DFF7", verdict.subject()); // SHA-1 of 01
    assertEquals(Risk.NONE, done(good).risk());
    assertEquals(Risk.NONE, done(page).risk());
    assertInstanceOf(SandboxAnalysis.Failed.class, edr.client().analysis(picture));
    assertEquals(
        "%PDF-", new String(edr.client().analysisReport(bad), 0, 5, StandardCharsets.US_ASCII));
    assertEquals(2, edr.client().analysisObjects(bad).size());
    assertEquals(List.of(), edr.client().analysisObjects(good));
  }

  @Test
  void theSandboxRefusesWhatIsNoAddress() {
    assertInstanceOf(Submission.Rejected.class, edr.client().analyzeUrl("ftp://x"));
  }

  @Test
  void aSweepNamesEveryEndpointOnWhichTheObjectWasSeen() {
    raise(24);
    boolean elsewhere = false;
    for (NoteworthyEvent event : events(START)) {
      for (SuspiciousObject object : event.objects()) {
        Sweep sweep = edr.client().sweep(object, START.minus(HOUR), clock.instant().plus(HOUR));
        List<String> guids = sweep.sightings().stream().map(s -> s.endpoint().guid()).toList();
        assertTrue(guids.contains(event.endpoints().getFirst().guid()), object.toString());
        assertEquals(
            sweep.activities(), sweep.sightings().stream().mapToLong(s -> s.times()).sum());
        assertTrue(sweep.whole());
        elsewhere |= guids.size() > 1;
      }
    }
    assertTrue(elsewhere);
  }

  @Test
  void aSweepForWhatNobodySawIsEmpty() {
    raise(2);

    Sweep sweep = edr.client().sweep(OBJECTS.getFirst(), START, clock.instant());

    assertEquals(0, sweep.activities());
    assertEquals(List.of(), sweep.sightings());
    assertTrue(sweep.whole());
    assertThrows(
        EdrException.class,
        () ->
            edr.client()
                .sweep(new SuspiciousObject(Kind.SENDER, "a@b.example"), START, START.plus(HOUR)));
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

  private List<ResponseAction> actions() {
    Endpoint endpoint = edr.endpoint();
    return List.of(
        new ResponseAction.Isolate(endpoint),
        new ResponseAction.Release(endpoint),
        new ResponseAction.BlockObject(OBJECTS.getFirst()),
        new ResponseAction.UnblockObject(OBJECTS.getFirst()),
        new ResponseAction.StartScan(endpoint),
        new ResponseAction.TerminateProcess(
            endpoint,
            new ResponseAction.Program(
                Optional.of("svchosts.exe"), Optional.empty(), OptionalLong.of(4711))),
        new ResponseAction.CollectFile(endpoint, "C:\\a.exe"),
        new ResponseAction.CollectPackage(endpoint));
  }

  private NoteworthyEvent raised() {
    String id = edr.raise(CUSTOMER);
    return events(START).stream().filter(event -> event.id().equals(id)).findFirst().orElseThrow();
  }

  private EndpointFacts facts(Endpoint endpoint) {
    return edr.client().endpoint(endpoint.guid()).orElseThrow();
  }

  private SandboxAnalysis.Done done(String task) {
    return assertInstanceOf(SandboxAnalysis.Done.class, edr.client().analysis(task));
  }

  private Submission cancel(String scan) {
    return edr.client().submit(new ResponseAction.CancelScan(edr.endpoint(), scan), "cancel");
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
