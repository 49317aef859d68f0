package jp.mimamori.bot.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.inquiry.Inquiry.Reply;
import jp.mimamori.bot.inquiry.Inquiry.Spot;
import jp.mimamori.bot.inquiry.Inquiry.State;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.conversation.Turn;

/** The inquiries on record. */
public final class Inquiries {
  private static final String LINE = "\n";

  /** The next number that people name an inquiry by. */
  String number(Transaction tx) {
    return "Q-" + tx.next("inquiry");
  }

  void add(Transaction tx, Inquiry inquiry) {
    Reply reply = inquiry.reply();
    tx.run(
        """
        insert into inquiry (id, tenant, platform, channel, thread, asked_by, asked_at, language,
          question, kind, answer, steps, note, urgent, state, waiting_since, human_at, taken_by,
          helpful, meant, category)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ANSWERED', 0, 0, '', '', ?, ?)
        """,
        inquiry.id(),
        inquiry.tenant(),
        inquiry.spot().platform(),
        inquiry.spot().channel(),
        inquiry.spot().thread(),
        inquiry.askedBy(),
        inquiry.askedAt().toEpochMilli(),
        inquiry.language().name(),
        inquiry.question(),
        reply.kind().name(),
        reply.text(),
        String.join(LINE, reply.steps()),
        reply.note(),
        reply.urgent() ? 1 : 0,
        inquiry.meant(),
        inquiry.category().name());
    for (int i = 0; i < reply.citations().size(); i++) {
      Citation citation = reply.citations().get(i);
      tx.run(
          "insert into inquiry_citation (inquiry, position, label, quote) values (?, ?, ?, ?)",
          inquiry.id(),
          i,
          citation.label(),
          citation.quote().orElse(""));
    }
    for (int i = 0; i < reply.choices().size(); i++) {
      Answer.Choice choice = reply.choices().get(i);
      tx.run(
          "insert into inquiry_choice (inquiry, position, label, question) values (?, ?, ?, ?)",
          inquiry.id(),
          i,
          choice.label(),
          choice.question());
    }
  }

  void move(Transaction tx, String id, State state) {
    switch (state) {
      case State.Answered _ ->
          tx.run("update inquiry set state = 'ANSWERED', ours_since = 0 where id = ?", id);
      case State.Waiting(Instant since, Instant humanAt) ->
          tx.run(
              """
              update inquiry set state = 'WAITING', waiting_since = ?, human_at = ?,
                first_wanted_at = case first_wanted_at when 0 then ? else first_wanted_at end,
                ours_since = case ours_since when 0 then ? else ours_since end
              where id = ?
              """,
              since.toEpochMilli(),
              humanAt.toEpochMilli(),
              since.toEpochMilli(),
              since.toEpochMilli(),
              id);
      case State.Taken(String by, Instant since, State.Turn turn) ->
          tx.run(
              """
              update inquiry set state = 'TAKEN', taken_by = ?, waiting_since = ?,
                customers_turn = ?,
                first_taken_at = case first_taken_at when 0 then ? else first_taken_at end,
                ours_since = case when ? = 1 then 0 when ours_since = 0 then ? else ours_since end
              where id = ?
              """,
              by,
              since.toEpochMilli(),
              customers(turn),
              since.toEpochMilli(),
              customers(turn),
              since.toEpochMilli(),
              id);
      case State.Closed(String by, Instant at) ->
          tx.run(
              """
              update inquiry set state = 'CLOSED', taken_by = ?, waiting_since = ?, ours_since = 0
              where id = ?
              """,
              by,
              at.toEpochMilli(),
              id);
    }
  }

  private static int customers(State.Turn turn) {
    return switch (turn) {
      case OURS -> 0;
      case CUSTOMERS -> 1;
    };
  }

  void rate(Transaction tx, String id, boolean helpful) {
    tx.run("update inquiry set helpful = ? where id = ?", helpful ? "yes" : "no", id);
  }

  public Optional<Inquiry> find(View view, String id) {
    return view.first("select * from inquiry where id = ?", Row::read, id)
        .map(row -> complete(view, row));
  }

  void categorize(Transaction tx, String id, Category category) {
    tx.run("update inquiry set category = ? where id = ?", category.name(), id);
  }

  /**
   * Those that a person was wanted for, newest first.
   *
   * @param tenant of this tenant; of all, if empty
   * @param open only those that are not done
   */
  public List<Inquiry> ofTheDesk(View view, Optional<String> tenant, boolean open, int most) {
    return view
        .list(
            """
            select * from inquiry
            where (tenant = ? or ? = '') and (state in ('WAITING', 'TAKEN') or (? = 0 and state = 'CLOSED'))
            order by asked_at desc, length(id) desc, id desc limit ?
            """,
            Row::read,
            tenant.orElse(""),
            tenant.orElse(""),
            open ? 1 : 0,
            most)
        .stream()
        .map(row -> complete(view, row))
        .toList();
  }

  /**
   * How people came to what was asked in that time, in the order of asking; small talk is none.
   *
   * @param until the first moment that is not in it
   */
  public List<Attended> asked(View view, String tenant, Instant from, Instant until) {
    return view.list(
        """
        select id, category, asked_at, first_wanted_at, first_taken_at from inquiry
        where tenant = ? and asked_at >= ? and asked_at < ? and kind <> 'SMALL_TALK'
        order by asked_at, length(id), id
        """,
        row ->
            new Attended(
                row.getString("id"),
                Row.category(row.getString("category")),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Row.moment(row.getLong("first_wanted_at")),
                Row.moment(row.getLong("first_taken_at"))),
        tenant,
        from.toEpochMilli(),
        until.toEpochMilli());
  }

  /** What somebody asked last, newest first. */
  public List<Inquiry> newestOf(View view, String member, int most) {
    return view
        .list(
            """
            select * from inquiry where asked_by = ?
            order by asked_at desc, length(id) desc, id desc limit ?
            """,
            Row::read,
            member,
            most)
        .stream()
        .map(row -> complete(view, row))
        .toList();
  }

  /** What people talk of in a thread: the newest that is with a person, else the newest. */
  Optional<Inquiry> talkedOfIn(View view, Spot spot) {
    return view.first(
            """
            select * from inquiry where platform = ? and channel = ? and thread = ?
            order by case when state in ('WAITING', 'TAKEN') then 0 else 1 end,
              asked_at desc, length(id) desc, id desc
            """,
            Row::read,
            spot.platform(),
            spot.channel(),
            spot.thread())
        .map(row -> complete(view, row));
  }

  /** What a person is to answer, and what its card says of when that is due. */
  List<Ours> ours(View view) {
    return view.list(
        "select * from inquiry where state in ('WAITING', 'TAKEN') and ours_since > 0",
        row ->
            new Ours(
                Row.read(row).inquiry(),
                Instant.ofEpochMilli(row.getLong("shown_due")),
                row.getInt("shown_overdue") == 1));
  }

  /** The card says so from now on. */
  void shows(Transaction tx, String id, Instant due, boolean overdue) {
    tx.run(
        "update inquiry set shown_due = ?, shown_overdue = ? where id = ?",
        due.toEpochMilli(),
        overdue ? 1 : 0,
        id);
  }

  record Ours(Inquiry inquiry, Instant due, boolean overdue) {}

  /** What a message in that thread may refer to: the newest turn that was about something. */
  Optional<Turn> before(View view, Spot spot) {
    return view.first(
        """
        select question, meant, language from inquiry
        where platform = ? and channel = ? and thread = ? and kind <> 'SMALL_TALK'
        order by asked_at desc, length(id) desc, id desc
        """,
        row -> new Turn(meant(row), Language.valueOf(row.getString("language"))),
        spot.platform(),
        spot.channel(),
        spot.thread());
  }

  private static String meant(ResultSet row) throws SQLException {
    String meant = row.getString("meant");
    return meant.isEmpty() ? row.getString("question") : meant; // asked before there was the column
  }

  private static Inquiry complete(View view, Row row) {
    List<Citation> citations =
        view.list(
            "select label, quote from inquiry_citation where inquiry = ? order by position",
            found ->
                new Citation(
                    found.getString("label"),
                    Optional.of(found.getString("quote")).filter(quote -> !quote.isEmpty())),
            row.inquiry().id());
    List<Answer.Choice> choices =
        view.list(
            "select label, question from inquiry_choice where inquiry = ? order by position",
            found -> new Answer.Choice(found.getString("label"), found.getString("question")),
            row.inquiry().id());
    return row.with(citations, choices);
  }

  /** The inquiry's own row, before what hangs from it. */
  private record Row(Inquiry inquiry) {
    static Row read(ResultSet row) throws SQLException {
      return new Row(
          new Inquiry(
              row.getString("id"),
              row.getString("tenant"),
              new Spot(
                  row.getString("platform"), row.getString("channel"), row.getString("thread")),
              row.getString("asked_by"),
              Instant.ofEpochMilli(row.getLong("asked_at")),
              Language.valueOf(row.getString("language")),
              row.getString("question"),
              meant(row),
              new Reply(
                  Reply.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                  row.getString("answer"),
                  row.getString("steps").lines().toList(),
                  row.getString("note"),
                  List.of(),
                  List.of(),
                  row.getInt("urgent") == 1),
              state(row),
              helpful(row.getString("helpful")),
              category(row.getString("category")),
              moment(row.getLong("ours_since"))));
    }

    private static State state(ResultSet row) throws SQLException {
      Instant since = Instant.ofEpochMilli(row.getLong("waiting_since"));
      return switch (row.getString("state")) {
        case "ANSWERED" -> new State.Answered();
        case "WAITING" -> new State.Waiting(since, Instant.ofEpochMilli(row.getLong("human_at")));
        case "TAKEN" ->
            new State.Taken(
                row.getString("taken_by"),
                since,
                row.getInt("customers_turn") == 1 ? State.Turn.CUSTOMERS : State.Turn.OURS);
        case "CLOSED" -> new State.Closed(row.getString("taken_by"), since);
        default -> throw new IllegalArgumentException(row.getString("state"));
      };
    }

    private static Category category(String word) {
      return word.isEmpty()
          ? Category.OTHER
          : Category.valueOf(word); // asked before there were any
    }

    /** No column holds null: what did not happen is moment 0. */
    private static Optional<Instant> moment(long millis) {
      return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<Boolean> helpful(String word) {
      return word.isEmpty() ? Optional.empty() : Optional.of(word.equals("yes"));
    }

    Inquiry with(List<Citation> citations, List<Answer.Choice> choices) {
      Reply bare = inquiry.reply();
      return new Inquiry(
          inquiry.id(),
          inquiry.tenant(),
          inquiry.spot(),
          inquiry.askedBy(),
          inquiry.askedAt(),
          inquiry.language(),
          inquiry.question(),
          inquiry.meant(),
          new Reply(
              bare.kind(),
              bare.text(),
              bare.steps(),
              bare.note(),
              citations,
              choices,
              bare.urgent()),
          inquiry.state(),
          inquiry.helpful(),
          inquiry.category(),
          inquiry.oursSince());
    }
  }
}
