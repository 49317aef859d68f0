package jp.mimamori.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.Severity;

/** An EDR in memory that does what it is told to do, when it is told to. */
final class FakeEdr implements EdrClient {
  static final Endpoint PC_042 = new Endpoint("guid-042", "PC-042", List.of("10.0.0.42"));

  private final List<NoteworthyEvent> events = new ArrayList<>();

  /** What was submitted, by our request's id. */
  final Map<String, ResponseAction> submitted = new LinkedHashMap<>();

  /** What was submitted, in words. */
  List<String> done() {
    return submitted.values().stream()
        .map(action -> action.verb() + " " + action.target().guid())
        .toList();
  }

  private final Map<String, TaskStatus> tasks = new LinkedHashMap<>();
  private boolean down;
  private boolean losesReply;
  private boolean losesRequest;

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
            List.of(PC_042),
            List.of("sakura\\tanaka"),
            List.of(
                new NoteworthyEvent.Indicator(
                    "command_line", "processCmd", "vssadmin delete shadows /all")),
            List.of("T1486"),
            "https://portal.example/" + id);
    events.add(event);
    return event;
  }

  void starts() {
    tasks.replaceAll((_, _) -> new TaskStatus.Running());
  }

  void finishes() {
    tasks.replaceAll((_, _) -> new TaskStatus.Succeeded());
  }

  void fails(String reason) {
    tasks.replaceAll((_, _) -> new TaskStatus.Failed(reason));
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
    return new Submission.Accepted("task " + request);
  }

  @Override
  public Optional<String> taskOf(String request, Instant since) {
    refuseIfDown();
    return submitted.containsKey(request) ? Optional.of("task " + request) : Optional.empty();
  }

  @Override
  public TaskStatus status(String task) {
    refuseIfDown();
    TaskStatus status = tasks.get(task);
    if (status == null) {
      throw new AssertionError("no such task: " + task);
    }
    return status;
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
