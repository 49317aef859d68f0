package jp.mimamori.bot.edr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;

/**
 * The EDR, as far as we need it. Reading may be repeated freely and throws {@link EdrException}
 * when the EDR can't be read; asking for an action answers with what is known of it.
 */
public interface EdrClient {
  /** All events created or changed in the window, oldest change first, each id once. */
  List<NoteworthyEvent> eventsUpdated(Instant since, Instant until);

  /** An event as it is now; empty if the EDR does not know it. */
  Optional<NoteworthyEvent> event(String id);

  /**
   * Writes into the EDR's books how far an event is looked into, if they still say what the person
   * saw who decides this. May be repeated: what is so already is {@link Update.Done}.
   */
  Update update(String event, Standing seen, Standing wanted);

  /**
   * Leaves a remark beside an event, unless the very same stands there already. So it may be
   * repeated.
   */
  NoteAdded addNote(String event, String text);

  /** All remarks beside an event, oldest first. */
  List<Note> notes(String event);

  /** Every endpoint that our key may see. */
  List<EndpointFacts> endpoints();

  /** The endpoint with that agent's id. */
  Optional<EndpointFacts> endpoint(String guid);

  /** Endpoints of exactly that name, whatever its case; different customers may use the same. */
  List<EndpointFacts> endpointsNamed(String name);

  /**
   * Asks for the action once, carrying our request's id so that {@link #taskOf} finds it again.
   * Never repeats itself after an unclear outcome.
   */
  Submission submit(ResponseAction action, String request);

  /**
   * The task that carries our request's id, among those created since. Canceling a scan makes no
   * task; it may be asked for again instead.
   */
  Optional<String> taskOf(String request, Instant since);

  /**
   * So long after {@link #submit} began, what became of it may still be open; after that, what
   * {@link #taskOf} does not find was not taken.
   */
  Duration settles();

  /** A task and what it brought. */
  ResponseTask task(String id);

  default TaskStatus status(String task) {
    return task(task).status();
  }

  /** All tasks created since, whoever asked for them, oldest first. */
  List<ResponseTask> tasks(Instant since);

  /** Fetches a collected archive. It may hold malware: for the sandbox only. */
  byte[] download(CollectedFile file);

  /**
   * Has the sandbox open a file; what it accepts is a task for {@link #analysis}. After an unclear
   * outcome it may be asked again: it costs one more of the day's analyses.
   *
   * @param archivePassword if the content is an archive with one
   */
  Submission analyzeFile(String name, byte[] content, Optional<String> archivePassword);

  /** Has the sandbox visit an address; otherwise like {@link #analyzeFile}. */
  Submission analyzeUrl(String url);

  SandboxAnalysis analysis(String task);

  /** The sandbox's report on a finished analysis, as PDF. */
  byte[] analysisReport(String task);

  /** What the sandbox found that can be blocked. */
  List<SuspiciousObject> analysisObjects(String task);

  /** Searches what all endpoints recorded for an object. Senders are not searched for. */
  Sweep sweep(SuspiciousObject object, Instant since, Instant until);

  /** Throws {@link EdrException} with the reason if the EDR can't be reached with our key. */
  void checkConnectivity();

  /** What the EDR said to a wish. */
  sealed interface Submission {
    record Accepted(String task) implements Submission {}

    /** The same action on the same target is under way already: follow that task. */
    record AlreadyUnderWay(String task) implements Submission {}

    record Rejected(String reason) implements Submission {}

    /** Not accepted, certainly: too many requests. */
    record TryAgain(Duration after) implements Submission {}

    /** Time-out, lost connection, 5xx: it may have been accepted. Look before asking again. */
    record Unclear(String reason) implements Submission {}
  }

  /** How far a task is. An accepted task is not a finished one. */
  sealed interface TaskStatus {
    /** Waits, for example for an endpoint that is switched off. */
    record Queued() implements TaskStatus {}

    record Running() implements TaskStatus {}

    record Succeeded() implements TaskStatus {}

    record Failed(String reason) implements TaskStatus {}

    /** Somebody called it off. */
    record Canceled() implements TaskStatus {}
  }

  /** What became of a change to an event. */
  sealed interface Update {
    record Done() implements Update {}

    /** Somebody else changed it since it was seen: show them, and ask again. */
    record ChangedMeanwhile(Standing now) implements Update {}

    record Rejected(String reason) implements Update {}

    record TryAgain(Duration after) implements Update {}

    /** It may have been changed: repeat it. */
    record Unclear(String reason) implements Update {}
  }

  /** What became of a remark. */
  sealed interface NoteAdded {
    record Done() implements NoteAdded {}

    record Rejected(String reason) implements NoteAdded {}

    record TryAgain(Duration after) implements NoteAdded {}

    /** It may stand there: repeat it. */
    record Unclear(String reason) implements NoteAdded {}
  }
}
