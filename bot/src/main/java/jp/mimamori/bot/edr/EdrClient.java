package jp.mimamori.bot.edr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The EDR, as far as we need it. Reading may be repeated freely and throws {@link EdrException}
 * when the EDR can't be read; asking for an action answers with what is known of it.
 */
public interface EdrClient {
  /** All events created or changed in the window, oldest change first, each id once. */
  List<NoteworthyEvent> eventsUpdated(Instant since, Instant until);

  /**
   * Asks for the action once, carrying our request's id so that {@link #taskOf} finds it again.
   * Never repeats itself after an unclear outcome.
   */
  Submission submit(ResponseAction action, String request);

  /** The task that carries our request's id, among those created since. */
  Optional<String> taskOf(String request, Instant since);

  /**
   * So long after {@link #submit} began, what became of it may still be open; after that, what
   * {@link #taskOf} does not find was not taken.
   */
  Duration settles();

  TaskStatus status(String task);

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
  }
}
