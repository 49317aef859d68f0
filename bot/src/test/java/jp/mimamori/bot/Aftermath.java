package jp.mimamori.bot;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.mimamori.bot.Crowd.Act;
import jp.mimamori.bot.Crowd.Kind;
import jp.mimamori.bot.Crowd.Told;
import jp.mimamori.bot.chat.web.WebClient;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.simulator.Simulator;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.AuditTrail.Verification;
import jp.mimamori.bot.store.View;

/**
 * What must be so after all the deaths: everything that was promised has happened, and once.
 *
 * @param view of what the service has on record
 * @param books of the EDR, through the client that the service has
 * @param pages the buttons that people see, by channel
 */
record Aftermath(
    View view,
    Crowd crowd,
    Unrest unrest,
    Simulator edr,
    EdrClient books,
    Map<String, List<WebClient.Shown>> pages) {
  /** The desk had inquiry i and handed it back: it keeps its card there, and may be taken again. */
  private static final String GIVEN_BACK =
      "exists (select 1 from audit t where t.subject = i.id and t.action = 'gave back to the bot')";

  /** Inquiry i had an end, and may have begun anew since. */
  private static final String ENDED =
      "exists (select 1 from audit t where t.subject = i.id"
          + " and t.action in ('closed', 'reopened', 'gave back to the bot'))";

  private static final Map<String, String> TENANTS = Map.of("9001", "sakura", "9002", "minato");
  private static final Set<String> NOT_AUTHORISED = Set.of("AWAITING", "REFUSED", "LAPSED");

  void isAsPromised() {
    assertAll(
        this::everyEventIsOneRowAndHasOneCard,
        this::everyQuestionIsAnsweredOnce,
        this::everyPressIsHeardOnce,
        this::whatWasAuthorisedRanOnceAndNothingElse,
        this::everyWishIsARequest,
        this::everyDecisionIsSomebodysWhoMay,
        this::theEdrsBooksSayWhatPeopleDecided,
        this::noHandOverIsLost,
        this::nothingIsShownTwice,
        this::whatIsShownIsSo,
        () -> assertInstanceOf(Verification.Intact.class, AuditTrail.verify(view)));
  }

  private void everyEventIsOneRowAndHasOneCard() {
    assertEquals(
        new TreeSet<>(unrest.raised()), new TreeSet<>(strings("select id from noteworthy_event")));
    assertEquals(
        List.of(),
        strings(
            """
            select a.id || ' is shown ' || count(m.id) || ' times in ' || a.tenant
            from alert a left join web_message m on m.channel = a.tenant || '-alerts'
              and m.key = 'posted:ALERT:' || a.id || ':' || m.channel
            group by a.id, a.tenant having count(m.id) <> 1
            """));
    assertEquals(
        view.count("select count(*) from alert")
            + view.count("select count(*) from action_request where agreement = 'SECOND_PERSON'"),
        view.count(
            "select count(*) from web_message where channel like '%-alerts' and thread = ''"),
        "nothing but alerts and what waits for a second person is in the alerts' channels");
    assertEquals(
        List.of(),
        strings(
                """
                select e.id || ' is ' || a.tenant from noteworthy_event e join alert a on a.id = e.alert
                """)
            .stream()
            .filter(is -> !is.endsWith(" is " + TENANTS.get(is.split("-", -1)[1])))
            .toList(),
        "each is its tenant's");
  }

  private void everyQuestionIsAnsweredOnce() {
    for (Act act : crowd.acts(Kind.QUESTION)) {
      List<String> answers =
          strings(
              """
              select a.id from web_message q
              join inquiry i on i.thread = q.id and i.channel = q.channel and i.question = q.text
              join web_message a on a.thread = q.id and a.channel = q.channel
                and a.key = 'posted:ANSWER:' || i.id || ':' || a.channel
              where q.key = ?
              """,
              "said:" + act.visitor() + ":" + act.field("act"));
      boolean right = act.told() == Told.ACCEPTED ? answers.size() == 1 : answers.size() <= 1;
      assertTrue(right, act + " is answered by " + answers);
    }
    assertEquals(
        view.count("select count(*) from inquiry"),
        view.count("select count(*) from web_message where key like 'posted:ANSWER:%'"));
  }

  private void everyPressIsHeardOnce() {
    for (Act act : crowd.acts(Kind.PRESS)) {
      if (act.told() == Told.ACCEPTED) {
        assertEquals(
            1,
            view.count(
                "select count(*) from seen where event = ?",
                "web press:" + act.visitor() + ":" + act.field("act")),
            () -> act + " was not heard");
      }
    }
  }

  private void whatWasAuthorisedRanOnceAndNothingElse() {
    Map<String, List<ResponseTask>> tasks = new HashMap<>();
    for (ResponseTask task : books.tasks(Instant.now().minus(Duration.ofDays(1)))) {
      tasks.computeIfAbsent(task.description(), _ -> new ArrayList<>()).add(task);
    }
    tasks.forEach((request, made) -> assertEquals(1, made.size(), request + " made " + made));
    Map<String, String> states = new TreeMap<>();
    view.list(
            "select id, state from action_request",
            row -> Map.entry(row.getString("id"), row.getString("state")))
        .forEach(request -> states.put(request.getKey(), request.getValue()));
    assertEquals(
        states.entrySet().stream()
            .filter(request -> !NOT_AUTHORISED.contains(request.getValue()))
            .map(Map.Entry::getKey)
            .collect(toSet()),
        tasks.keySet(),
        "requests that were authorised, and tasks");
    tasks.forEach(
        (request, made) ->
            assertEquals(
                made.getFirst().status() instanceof TaskStatus.Succeeded ? "SUCCEEDED" : "FAILED",
                states.get(request),
                () -> request + " and " + made));
  }

  private void everyWishIsARequest() {
    assertEquals(
        view.count("select count(*) from action_request"),
        view.count("select count(*) from audit where action like 'requested %'"));
    Map<String, List<Act>> wishes = new TreeMap<>();
    for (Act act : crowd.acts(Kind.PRESS)) {
      strings(
              "select verb || ' ' || target from button where id = ? and verb like 'respond %'",
              act.field("button"))
          .stream()
          .filter(_ -> Crowd.ANALYSTS.contains(act.visitor()))
          .forEach(wish -> wishes.computeIfAbsent(wish, _ -> new ArrayList<>()).add(act));
    }
    wishes.forEach(
        (wish, acts) -> {
          long requests =
              view.count(
                  "select count(*) from action_request where 'respond ' || verb || ' ' || endpoint"
                      + " = ?",
                  wish);
          boolean promised = acts.stream().anyMatch(act -> act.told() == Told.ACCEPTED);
          long possible = acts.stream().filter(act -> act.told() != Told.REFUSED).count();
          assertTrue(
              requests >= (promised ? 1 : 0) && requests <= possible,
              wish + " was pressed " + possible + " times and requested " + requests + " times");
        });
    assertEquals(
        List.of(),
        strings("select id from action_request where requested_by not in ('sato', 'takahashi')"),
        "asked for by somebody who may not");
  }

  private void everyDecisionIsSomebodysWhoMay() {
    assertEquals(
        List.of(),
        strings(
            """
            select id || ' ' || approved_by from action_request
            where approved_by <> '' and (agreement = '' or approved_by = requested_by
              or agreement = 'CUSTOMER' and approved_by not in ('tanaka', 'ito')
              or agreement = 'SECOND_PERSON' and approved_by not in ('sato', 'takahashi'))
            """),
        "agreed to by somebody who may not");
    assertEquals(
        List.of(),
        strings(
            """
            select id || ' ' || state from action_request
            where agreement <> '' and (approved_by = '') <> (state in ('AWAITING', 'REFUSED', 'LAPSED'))
            """),
        "agreed to, and nothing else, is authorised");
    assertEquals(
        count("approved_by <> ''") + count("state = 'REFUSED'"),
        view.count(
            """
            select count(*) from audit where action like 'approved %'
              or action like 'refused %'
            """),
        "each decision counted once");
    assertEquals(
        List.of(),
        strings(
            """
            select r.id from action_request r join action_step s on s.request = r.id
            where s.state in ('REFUSED', 'LAPSED') and s.state <> r.state
            """),
        "what was refused or has lapsed stays so");
  }

  /** Whatever was acknowledged here is under investigation there; nothing else is. */
  private void theEdrsBooksSayWhatPeopleDecided() {
    for (String event : unrest.raised()) {
      boolean acknowledged =
          view.count(
                  """
                  select count(*) from alert a join noteworthy_event e on e.alert = a.id
                  where e.id = ? and a.acknowledged_at > 0
                  """,
                  event)
              > 0;
      Standing standing = books.event(event).orElseThrow().standing();
      if (!acknowledged) {
        assertEquals(Standing.NEW, standing, event);
      }
    }
    assertEquals(List.of(), strings("select event from edr_standing"), "still to be written there");
    assertEquals(
        List.of(),
        strings(
            """
            select a.id from alert a join noteworthy_event e on e.id = a.id
            where a.acknowledged_at > 0 and e.status = 'OPEN'
            """),
        "acknowledged here and not there");
  }

  private void noHandOverIsLost() {
    for (Act act : crowd.acts(Kind.PRESS)) {
      if (act.told() == Told.ACCEPTED) {
        assertEquals(
            List.of(),
            strings(
                """
                select i.id from button b join inquiry i on i.id = b.subject
                where b.id = ? and (b.verb = 'call-person' and i.state = 'ANSWERED'
                  or b.verb = 'take' and i.state not in ('TAKEN', 'CLOSED'))
                """
                    + "and not "
                    + ENDED,
                act.field("button")),
            () -> act + " has had no effect");
      }
    }
    assertEquals(
        List.of(),
        strings(
            """
            select i.id || ' is ' || i.state from inquiry i
            where (i.state <> 'ANSWERED' or %s) <>
                exists (select 1 from web_message m
                  where m.key = 'posted:HANDOVER:' || i.id || ':desk' and m.channel = 'desk')
              or (i.state = 'WAITING') <>
                exists (select 1 from escalation e where e.kind = 'HANDOVER' and e.subject = i.id
                  and e.state <> 'TAKEN')
            """
                .formatted(GIVEN_BACK)),
        "who waits is on the desk's list and on the ladder");
    assertEquals(
        List.of(),
        strings(
            """
            select t.subject || ' ' || t.action || ' ' || count(*) || ' times' from audit t
            where t.action in ('asked', 'called a person', 'took', 'acknowledged')
              and t.subject not in (select id from action_request)
            group by t.subject, t.action having count(*) > 1 +
              (select count(*) from audit e where e.subject = t.subject
                and e.action in ('closed', 'reopened', 'gave back to the bot'))
            """),
        "once, and once more after each end");
  }

  private void nothingIsShownTwice() {
    assertEquals(
        List.of(),
        strings(
            """
            select channel || ' shows ' || count(*) || ' times: ' || card from web_message
            where card <> '' and key not like 'posted:APPROVAL:%' and key not like 'posted:CALL:%'
            group by channel, thread, card having count(*) > 1
            """));
    assertEquals(
        List.of(),
        strings(
            "select key || ' stands there twice' from web_message group by key having count(*) >"
                + " 1"));
    assertEquals(
        List.of(),
        strings(
            """
            select subject || ' level ' || level from escalation_call
            group by kind, subject, level, due_at having count(*) > 1
            """));
    assertEquals(
        view.count("select count(*) from posted"),
        view.count("select count(distinct message) from posted where message <> ''"),
        "each thing has a message of its own");
    assertEquals(
        view.count("select count(*) from posted"),
        view.count("select count(*) from web_message where card <> '' or file_type <> ''"));
  }

  /** The buttons that are offered are those of the present state, here and in the EDR. */
  private void whatIsShownIsSo() {
    Set<String> offered = new TreeSet<>();
    pages.values().stream()
        .flatMap(List::stream)
        .forEach(
            shown ->
                offered.addAll(
                    strings(
                        "select verb || ' ' || case target when '' then subject else target end"
                            + " from button where id = ?",
                        shown.button())));
    Set<String> possible = new TreeSet<>();
    for (String customer : Unrest.CUSTOMERS) {
      for (Endpoint endpoint : edr.endpoints(customer)) {
        possible.add(
            "respond " + (edr.isolated(endpoint) ? "release " : "isolate ") + endpoint.guid());
      }
    }
    assertEquals(
        List.of(), offered("respond", offered).filter(b -> !possible.contains(b)).toList());
    List<String> own = strings("select distinct endpoint from alert");
    assertEquals(
        possible.stream()
            .filter(b -> own.contains(b.substring(b.lastIndexOf(' ') + 1)))
            .collect(toSet()),
        offered("respond", offered)
            .filter(b -> own.contains(b.substring(b.lastIndexOf(' ') + 1)))
            .collect(toSet()),
        "each alert offers what can be done to its endpoint");
    assertEquals(
        Set.copyOf(strings("select 'acknowledge ' || id from alert where acknowledged_at = 0")),
        offered("acknowledge", offered).collect(toSet()));
    assertEquals(
        Set.copyOf(
            strings(
                """
                select 'take ' || i.id from inquiry i
                where i.state = 'WAITING' or i.state = 'ANSWERED' and %s
                """
                    .formatted(GIVEN_BACK))),
        offered("take", offered).collect(toSet()));
    assertEquals(List.of(), offered("decide", offered).toList(), "nothing waits any more");
    assertEquals(
        List.of(),
        strings("select id from inquiry where state in ('WAITING', 'TAKEN')").stream()
            .filter(inquiry -> offered.contains("call-person " + inquiry))
            .toList());
  }

  private static Stream<String> offered(String verb, Set<String> all) {
    return all.stream().filter(meaning -> meaning.startsWith(verb + " "));
  }

  String figures() {
    List<Act> presses = crowd.acts(Kind.PRESS);
    return """
    %d events on %d cards, %d troubles, %d questions, %d presses (%d without a reply), \
    %d requests, of them %d approved by a second person, %d consented to, %d refused, \
    %d lapsed; %d tasks, %d rows in the trail\
    """
        .formatted(
            view.count("select count(*) from noteworthy_event"),
            view.count("select count(*) from alert"),
            unrest.troubles(),
            crowd.acts(Kind.QUESTION).size(),
            presses.size(),
            presses.stream().filter(act -> act.told() == Told.NOTHING).count(),
            count("1 = 1"),
            count("agreement = 'SECOND_PERSON' and approved_by <> ''"),
            count("agreement = 'CUSTOMER' and approved_by <> ''"),
            count("state = 'REFUSED'"),
            count("state = 'LAPSED'"),
            books.tasks(Instant.now().minus(Duration.ofDays(1))).size(),
            view.count("select count(*) from audit"));
  }

  private long count(String condition) {
    return view.count("select count(*) from action_request where " + condition);
  }

  private List<String> strings(String sql, Object... arguments) {
    return view.list(sql, row -> row.getString(1), arguments);
  }
}
