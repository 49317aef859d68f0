package jp.mimamori.bot;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.Note;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Sweep;

/** An EDR in memory that does what it is told to do, when it is told to. */
final class FakeEdr implements EdrClient {
  static final String HASH = "A9993E364706816ABA3E25717850C26C9CD0D89D";
  static final Endpoint PC_042 = new Endpoint("guid-042", "PC-042", List.of("10.0.0.42"));

  private final List<NoteworthyEvent> events = new ArrayList<>();

  /** What was submitted, by our request's id. */
  final Map<String, ResponseAction> submitted = new LinkedHashMap<>();

  /** What was submitted, in words. */
  List<String> done() {
    return submitted.values().stream()
        .map(action -> action.verb() + " " + action.target().key())
        .toList();
  }

  /** What its books say of an event, where that was changed. */
  final Map<String, Standing> standings = new LinkedHashMap<>();

  private final Map<String, List<Note>> notes = new LinkedHashMap<>();
  private final Map<String, TaskStatus> tasks = new LinkedHashMap<>();

  /** How far the sandbox is with everything. */
  SandboxAnalysis analysis = new SandboxAnalysis.Running();

  /** What every collection brings. */
  CollectedFile archive = archive(12, "open-sesame");

  /** Where everything that is searched for is found. */
  Map<EndpointFacts.Prerequisite, EndpointFacts.Met> prerequisites = Map.of();

  List<Sweep.Sighting> sightings = List.of();

  /** Analyses go on, their reports can't be had. */
  boolean losesReports;

  private boolean down;
  private boolean losesReply;
  private boolean losesRequest;
  private boolean underWay;

  /** Raises an event of さくら商事 on PC-042. */
  NoteworthyEvent sees(String id, String model, Instant at) {
    return sees(id, "9001", model, at);
  }

  NoteworthyEvent sees(String id, String customer, String model, Instant at) {
    NoteworthyEvent event =
        new NoteworthyEvent(
            id,
            customer,
            model,
            "A process wrote many files with a new extension.",
            Severity.CRITICAL,
            88,
            at,
            at,
            NoteworthyEvent.Standing.NEW,
            List.of(PC_042),
            List.of("sakura\\tanaka"),
            List.of(),
            List.of(
                new NoteworthyEvent.Indicator(
                    "command_line", "processCmd", "vssadmin delete shadows /all"),
                new NoteworthyEvent.Indicator("file_sha1", "objectFileHashSha1", HASH),
                new NoteworthyEvent.Indicator("url", "request", "http://bad.example/a")),
            List.of(
                new NoteworthyEvent.Match(
                    at, "Ransomware Behavior", "Mass rename", List.of("T1486"), List.of())),
            "",
            "https://portal.example/" + id);
    events.add(event);
    return event;
  }

  /** Something that only its caller knows how to make. */
  void sees(NoteworthyEvent event) {
    events.add(event);
  }

  static CollectedFile archive(long size, String password) {
    return new CollectedFile(
        "C:\\Temp\\a.exe",
        size,
        HASH,
        "",
        URI.create("https://archive.example/a.zip"),
        Optional.empty(),
        password);
  }

  void starts() {
    goesOn(new TaskStatus.Running());
  }

  void finishes() {
    goesOn(new TaskStatus.Succeeded());
  }

  void fails(String reason) {
    goesOn(new TaskStatus.Failed(reason));
  }

  /** What has ended stays as it is. */
  private void goesOn(TaskStatus next) {
    tasks.replaceAll(
        (_, status) ->
            status instanceof TaskStatus.Queued || status instanceof TaskStatus.Running
                ? next
                : status);
  }

  /** Whether that request ran to its good end. */
  boolean succeeded(String request) {
    return tasks.get("task " + request) instanceof TaskStatus.Succeeded;
  }

  /** The next action is under way already, as if somebody had begun it in the console. */
  void isUnderWayAlready() {
    underWay = true;
  }

  void goesDown() {
    down = true;
  }

  void comesBack() {
    down = false;
  }

  /** Accepts the next action, and its answer is lost. */
  void losesTheNextReply() {
    losesReply = true;
  }

  /** The next action never arrives. */
  void losesTheNextRequest() {
    losesRequest = true;
  }

  @Override
  public List<NoteworthyEvent> eventsUpdated(Instant since, Instant until) {
    refuseIfDown();
    return events.stream()
        .filter(event -> !event.updatedAt().isBefore(since))
        .filter(event -> !event.updatedAt().isAfter(until))
        .toList();
  }

  @Override
  public Submission submit(ResponseAction action, String request) {
    if (down) {
      return new Submission.TryAgain(Duration.ofSeconds(10));
    }
    if (losesRequest) {
      losesRequest = false;
      return new Submission.Unclear("the connection was lost");
    }
    if (submitted.putIfAbsent(request, action) != null) {
      throw new AssertionError("the same request twice: " + request);
    }
    tasks.put("task " + request, new TaskStatus.Queued());
    if (losesReply) {
      losesReply = false;
      return new Submission.Unclear("the reply was lost");
    }
    if (underWay) {
      underWay = false;
      return new Submission.AlreadyUnderWay("task " + request);
    }
    return new Submission.Accepted("task " + request);
  }

  @Override
  public Optional<String> taskOf(String request, Instant since) {
    refuseIfDown();
    return submitted.containsKey(request) ? Optional.of("task " + request) : Optional.empty();
  }

  @Override
  public ResponseTask task(String id) {
    refuseIfDown();
    TaskStatus status = tasks.get(id);
    if (status == null) {
      throw new AssertionError("no such task: " + id);
    }
    String request = id.substring("task ".length());
    ResponseAction action = Objects.requireNonNull(submitted.get(request));
    return new ResponseTask(
        id,
        action.verb(),
        request,
        action.target().key(),
        Instant.EPOCH,
        Instant.EPOCH,
        status,
        status instanceof TaskStatus.Succeeded && action.verb().startsWith("collect")
            ? Optional.of(archive)
            : Optional.empty());
  }

  @Override
  public List<ResponseTask> tasks(Instant since) {
    return tasks.keySet().stream().map(this::task).toList();
  }

  @Override
  public byte[] download(CollectedFile file) {
    refuseIfDown();
    return new byte[0];
  }

  @Override
  public Optional<NoteworthyEvent> event(String id) {
    refuseIfDown();
    return events.stream().filter(event -> event.id().equals(id)).findFirst();
  }

  @Override
  public Update update(String event, Standing seen, Standing wanted) {
    refuseIfDown();
    Standing now = standings.getOrDefault(event, Standing.NEW);
    if (!now.equals(seen) && !now.equals(wanted)) {
      return new Update.ChangedMeanwhile(now);
    }
    standings.put(event, wanted);
    return new Update.Done();
  }

  @Override
  public NoteAdded addNote(String event, String text) {
    refuseIfDown();
    if (notes(event).stream().noneMatch(note -> note.text().equals(text))) {
      notes
          .computeIfAbsent(event, _ -> new ArrayList<>())
          .add(new Note(event + "/" + notes.size(), text, "Mimamori", Instant.EPOCH));
    }
    return new NoteAdded.Done();
  }

  @Override
  public List<Note> notes(String event) {
    refuseIfDown();
    return List.copyOf(notes.getOrDefault(event, List.of()));
  }

  @Override
  public List<EndpointFacts> endpoints() {
    refuseIfDown();
    return List.of(
        new EndpointFacts(
            PC_042,
            "9001",
            "Windows 11 Pro",
            "sakura\\tanaka",
            "1.2.0",
            Optional.of(Instant.EPOCH),
            EndpointFacts.Isolation.UNKNOWN,
            prerequisites));
  }

  @Override
  public Optional<EndpointFacts> endpoint(String guid) {
    return endpoints().stream().filter(facts -> facts.endpoint().guid().equals(guid)).findFirst();
  }

  @Override
  public List<EndpointFacts> endpointsNamed(String name) {
    return endpoints().stream().filter(facts -> facts.endpoint().name().equals(name)).toList();
  }

  @Override
  public Submission analyzeFile(String name, byte[] content, Optional<String> archivePassword) {
    return new Submission.Accepted("sandbox " + name);
  }

  @Override
  public Submission analyzeUrl(String url) {
    return new Submission.Accepted("sandbox " + url);
  }

  @Override
  public SandboxAnalysis analysis(String task) {
    refuseIfDown();
    return analysis;
  }

  @Override
  public byte[] analysisReport(String task) {
    refuseIfDown();
    if (losesReports) {
      throw new EdrException("no report today");
    }
    return "%PDF-".getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public List<SuspiciousObject> analysisObjects(String task) {
    refuseIfDown();
    return List.of();
  }

  @Override
  public Sweep sweep(SuspiciousObject object, Instant since, Instant until) {
    refuseIfDown();
    return new Sweep(object, since, until, sightings.size(), sightings, true);
  }

  @Override
  public Duration settles() {
    return Duration.ofSeconds(90);
  }

  @Override
  public void checkConnectivity() {
    refuseIfDown();
  }

  private void refuseIfDown() {
    if (down) {
      throw new EdrException("the EDR is down");
    }
  }
}
