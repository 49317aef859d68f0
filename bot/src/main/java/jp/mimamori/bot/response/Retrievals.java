package jp.mimamori.bot.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Documents.Audience;
import jp.mimamori.bot.store.Documents.Paper;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what an action brought and keeps it as a document for analysts: the sandbox's report, and
 * collected archives where the operator wants them. An archive may hold malware, so it is taken
 * only with a password on it, and the password is never kept with it. Whatever is not fetched stays
 * at the EDR.
 */
public final class Retrievals {
  /** So long a retrieval is ours alone. Longer than the EDR's time-outs. */
  static final Duration LEASE = Duration.ofSeconds(90);

  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final int MOST_ATTEMPTS = 20;
  private static final int AT_ONCE = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Retrievals.class);

  private final Database database;
  private final EdrClient edr;
  private final ActionRequests requests;
  private final BooleanSupplier archivesWanted;

  /**
   * @param archivesWanted whether collected archives are kept here at all, as the operator has it
   */
  public Retrievals(
      Database database, EdrClient edr, ActionRequests requests, BooleanSupplier archivesWanted) {
    this.database = database;
    this.edr = edr;
    this.requests = requests;
    this.archivesWanted = archivesWanted;
  }

  /** What there may be to fetch. */
  enum Kind {
    /** The sandbox's report, a PDF. */
    REPORT,
    /** What was collected, an archive. */
    ARCHIVE
  }

  /** How far it is. */
  public enum State {
    DUE,
    /** Kept as a document. */
    KEPT,
    /** The operator does not want such files here. */
    NOT_WANTED,
    /** It has no password, so opening it would be too easy. */
    NOT_LOCKED,
    /** Larger than {@link Documents#MOST_BYTES}, or nobody knows how large. */
    TOO_LARGE,
    /** The EDR does not have it, or did not give it. */
    NOT_THERE
  }

  /** Says that a task has brought something. */
  static void want(Transaction tx, ActionRequest request, String task, Kind kind) {
    tx.run(
        """
        insert into retrieval (request, task, kind, state, due_at, attempts)
        values (?, ?, ?, ?, ?, 0)
        on conflict do nothing
        """,
        request.id(),
        task,
        kind.name(),
        State.DUE.name(),
        tx.now().toEpochMilli());
  }

  /** What became of what a request brought; empty if there was nothing to fetch. */
  public static Optional<State> of(View view, ActionRequest request) {
    return view.first(
        "select state from retrieval where request = ?",
        row -> State.valueOf(row.getString("state")),
        request.id());
  }

  /** Fetches what is due. Any node, any time, any number. */
  public void fetchDue(Instant now) {
    database.decide(now, tx -> take(tx)).forEach(due -> fetch(due, now));
  }

  private static List<Due> take(Transaction tx) {
    List<Due> due =
        tx.claim(
            "select * from retrieval where state = ? and due_at <= ? order by due_at limit ?",
            row ->
                new Due(
                    row.getString("request"),
                    row.getString("task"),
                    Kind.valueOf(row.getString("kind")),
                    row.getInt("attempts")),
            State.DUE.name(),
            tx.now().toEpochMilli(),
            AT_ONCE);
    due.forEach(
        one ->
            tx.run(
                "update retrieval set due_at = ?, attempts = attempts + 1 where request = ?",
                tx.now().plus(LEASE).toEpochMilli(),
                one.request()));
    return due;
  }

  private void fetch(Due due, Instant now) {
    try {
      Fetched fetched =
          switch (due.kind()) {
            case REPORT ->
                sized(edr.analysisReport(due.task()), "sandbox-report.pdf", "application/pdf");
            case ARCHIVE -> archive(due.task());
          };
      database.write(now, tx -> settle(tx, due, fetched));
    } catch (EdrException e) {
      LOG.warn("what request {} brought can't be fetched: {}", due.request(), e.getMessage());
      if (due.attempts() + 1 >= MOST_ATTEMPTS) {
        database.write(now, tx -> settle(tx, due, new Fetched.Left(State.NOT_THERE)));
        return;
      }
      database.write(
          now,
          tx ->
              tx.run(
                  "update retrieval set due_at = ? where request = ?",
                  now.plus(AGAIN).toEpochMilli(),
                  due.request()));
    }
  }

  private Fetched archive(String task) {
    if (!archivesWanted.getAsBoolean()) {
      return new Fetched.Left(State.NOT_WANTED);
    }
    Optional<CollectedFile> file = edr.task(task).file();
    if (file.isEmpty()) {
      return new Fetched.Left(State.NOT_THERE);
    }
    if (file.get().password().isEmpty()) {
      return new Fetched.Left(State.NOT_LOCKED);
    }
    if (file.get().size() <= 0 || file.get().size() > Documents.MOST_BYTES) {
      return new Fetched.Left(State.TOO_LARGE);
    }
    return sized(edr.download(file.get()), "collected.zip", "application/zip");
  }

  private static Fetched sized(byte[] content, String name, String mediaType) {
    return content.length > Documents.MOST_BYTES
        ? new Fetched.Left(State.TOO_LARGE)
        : new Fetched.Brought(name, mediaType, content);
  }

  private void settle(Transaction tx, Due due, Fetched fetched) {
    ActionRequest request = requests.find(tx, due.request()).orElseThrow();
    State state =
        switch (fetched) {
          case Fetched.Left(State why) -> why;
          case Fetched.Brought brought -> {
            keep(tx, request, brought);
            yield State.KEPT;
          }
        };
    int settled =
        tx.run(
            "update retrieval set state = ? where request = ? and state = ?",
            state.name(),
            due.request(),
            State.DUE.name());
    if (settled > 0) {
      tx.record(
          request.tenant(),
          ResponseDesk.SERVICE,
          "settled what was brought: " + state.name(),
          request.alert(),
          request.id());
      tx.show(new Notice(Notice.Kind.ALERT, request.alert()));
    }
  }

  private static void keep(Transaction tx, ActionRequest request, Fetched.Brought brought) {
    String name = request.measure().target().name();
    var _ =
        Documents.keep(
            tx,
            ResponseDesk.SERVICE,
            new Paper(
                "brought-" + request.id(),
                request.tenant(),
                Audience.ANALYSTS,
                Optional.of(new Notice(Notice.Kind.ALERT, request.alert())),
                name.isBlank() ? brought.name() : brought.name() + " · " + name,
                brought.name(),
                brought.mediaType()),
            brought.content());
  }

  private record Due(String request, String task, Kind kind, int attempts) {}

  private sealed interface Fetched {
    /** Its content is compared nowhere. */
    @SuppressWarnings("ArrayRecordComponent")
    record Brought(String name, String mediaType, byte[] content) implements Fetched {}

    record Left(State why) implements Fetched {}
  }
}
