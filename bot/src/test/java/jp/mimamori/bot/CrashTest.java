package jp.mimamori.bot;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.mimamori.bot.Crowd.Act;
import jp.mimamori.bot.Crowd.Kind;
import jp.mimamori.bot.Crowd.Told;
import jp.mimamori.bot.chat.web.WebClient;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.AuditTrail.Verification;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed again and again, at moments that a seed draws, while people use it and its
 * EDR raises events; then everything must have happened that was promised, and once. {@code
 * -Dmimamori.crash.kills=50} and {@code -Dmimamori.crash.seed=7} make a longer or another story.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("mimamori.crash.kills", 12);
  private static final long SEED = Long.getLong("mimamori.crash.seed", 20_240_701);

  /** One kill of so many falls into a start. */
  private static final int STARTS = 4;

  private static final int LONGEST_START_MILLIS = 3_000;
  private static final int MOST_ACTS = 20;
  private static final int LONGEST_AFTER_MILLIS = 40;
  private static final long LOOKS = 3_000;
  private static final long BETWEEN_LOOKS_MILLIS = 100;
  private static final Map<String, String> TENANTS = Map.of("9001", "sakura", "9002", "minato");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private Path config;
  private Path quiet;
  private Path data;
  private final Random chance = new Random(SEED);
  private final Crowd crowd = new Crowd(chance);

  @BeforeEach
  void configure() throws IOException {
    config = configured("config", "PT1S");
    quiet = configured("quiet", "PT24H");
    data = folder.resolve("data");
  }

  @Test
  void whateverTheMomentOfItsDeathNothingIsLostAndNothingIsDoneTwice() {
    for (int kill = 0; kill < KILLS; kill++) {
      try (Child service = start(config)) {
        if (kill % STARTS == 1) {
          var _ = service.lives(chance.nextInt(LONGEST_START_MILLIS));
        } else {
          crowd.actUntilItIsKilled(
              service, 1 + chance.nextInt(MOST_ACTS), chance.nextInt(LONGEST_AFTER_MILLIS));
        }
      }
    }
    Map<String, List<WebClient.Shown>> pages;
    try (Child service = start(quiet)) {
      int port = service.port();
      untilNothingIsUnderWay(service);
      pages = pages(port);
    }
    try (var database = Database.look(data.resolve("mimamori.db"))) {
      database.read(
          view -> {
            System.out.println(figures(view));
            assertAll(
                () -> everyEventIsOneRowAndOneCard(view),
                () -> everyQuestionIsAnsweredOnce(view),
                () -> everyPressIsHeardOnce(view),
                () -> everyRequestIsOneTask(view),
                () -> noHandOverIsLost(view),
                () -> nothingIsShownTwice(view),
                () -> whatIsShownIsSo(view, pages),
                () -> assertInstanceOf(Verification.Intact.class, AuditTrail.verify(view)));
            return true;
          });
    }
  }

  private void everyEventIsOneRowAndOneCard(View view) {
    Set<String> raised = events().keySet();
    assertEquals(raised, new TreeSet<>(strings(view, "select id from noteworthy_event")));
    assertEquals(
        List.of(),
        strings(
            view,
            """
            select a.id || ' is shown ' || count(m.id) || ' times in ' || a.tenant
            from alert a left join web_message m on m.channel = a.tenant || '-alerts'
              and m.key = 'posted:ALERT:' || a.id || ':' || m.channel
            group by a.id, a.tenant having count(m.id) <> 1
            """));
    assertEquals(
        view.count("select count(*) from alert"),
        view.count(
            "select count(*) from web_message where channel like '%-alerts' and thread = ''"),
        "nothing else is in the alerts' channels");
    for (String event : raised) {
      String number = event.split("-", -1)[1];
      assertEquals(
          List.of(String.valueOf(TENANTS.get(number))),
          strings(
              view,
              """
              select a.tenant from alert a join noteworthy_event e on e.alert = a.id
              where e.id = ?
              """,
              event));
    }
  }

  private void everyQuestionIsAnsweredOnce(View view) {
    for (Act act : crowd.acts(Kind.QUESTION)) {
      List<String> answers =
          strings(
              view,
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

  private void everyPressIsHeardOnce(View view) {
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

  private void everyRequestIsOneTask(View view) {
    Map<String, List<String>> tasks = new HashMap<>();
    for (JsonNode task : state().path("tasks")) {
      tasks
          .computeIfAbsent(task.path("description").asText(), _ -> new ArrayList<>())
          .add(task.path("action") + " " + task.path("agentGuid"));
    }
    assertEquals(
        new TreeSet<>(strings(view, "select id from action_request")),
        new TreeSet<>(tasks.keySet()),
        "requests and tasks");
    tasks.forEach((request, made) -> assertEquals(1, made.size(), request + " made " + made));
    assertEquals(
        List.of(),
        strings(view, "select id || detail from action_request where state <> 'SUCCEEDED'"));
    assertEquals(
        view.count("select count(*) from action_request"),
        view.count("select count(*) from audit where action like 'requested %'"));

    Map<String, List<Act>> wishes = new TreeMap<>();
    for (Act act : crowd.acts(Kind.PRESS)) {
      strings(
              view,
              "select verb || ' ' || target from button where id = ? and verb like 'respond %'",
              act.field("button"))
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
  }

  private void noHandOverIsLost(View view) {
    for (Act act : crowd.acts(Kind.PRESS)) {
      if (act.told() == Told.ACCEPTED) {
        assertEquals(
            List.of(),
            strings(
                view,
                """
                select i.id from button b join inquiry i on i.id = b.subject
                where b.id = ? and (b.verb = 'call-person' and i.state = 'ANSWERED'
                  or b.verb = 'take' and i.state <> 'TAKEN')
                """,
                act.field("button")),
            () -> act + " has had no effect");
      }
    }
    assertEquals(
        List.of(),
        strings(
            view,
            """
            select i.id || ' is ' || i.state from inquiry i
            where (i.state <> 'ANSWERED') <>
                exists (select 1 from web_message m
                  where m.key = 'posted:HANDOVER:' || i.id || ':desk' and m.channel = 'desk')
              or (i.state = 'WAITING') <>
                exists (select 1 from escalation e where e.kind = 'HANDOVER' and e.subject = i.id
                  and e.state <> 'TAKEN')
            """),
        "who waits is on the desk's list and on the ladder");
    assertEquals(
        List.of(),
        strings(
            view,
            """
            select subject || ' ' || action || ' ' || count(*) || ' times' from audit
            where action in ('asked', 'called a person', 'took', 'acknowledged')
            group by subject, action having count(*) > 1
            """));
  }

  private void nothingIsShownTwice(View view) {
    assertEquals(
        List.of(),
        strings(
            view,
            """
            select channel || ' shows ' || count(*) || ' times: ' || card from web_message
            where card <> '' group by channel, thread, card having count(*) > 1
            """));
    assertEquals(
        List.of(),
        strings(
            view,
            """
            select subject || ' level ' || level from escalation_call
            group by kind, subject, level having count(*) > 1
            """));
    assertEquals(
        view.count("select count(*) from posted"),
        view.count("select count(distinct message) from posted where message <> ''"),
        "each thing has a message of its own");
    assertEquals(
        view.count("select count(*) from posted"),
        view.count("select count(*) from web_message where card <> ''"));
  }

  /** The buttons that are offered are those of the present state, here and in the EDR. */
  private void whatIsShownIsSo(View view, Map<String, List<WebClient.Shown>> pages) {
    Map<String, Boolean> isolated = isolated();
    Map<String, String> offered = new TreeMap<>();
    for (WebClient.Shown shown : pages.values().stream().flatMap(List::stream).toList()) {
      strings(
              view,
              "select verb || ' ' || case target when '' then subject else target end from button"
                  + " where id = ?",
              shown.button())
          .forEach(meaning -> offered.put(meaning, shown.label()));
    }
    Map<String, String> expected = new TreeMap<>();
    for (String guid : strings(view, "select distinct guid from alert_endpoint")) {
      boolean cut = isolated.getOrDefault(guid, false);
      expected.put("respond " + (cut ? "release " : "isolate ") + guid, "");
    }
    strings(view, "select id from alert where acknowledged_at = 0")
        .forEach(alert -> expected.put("acknowledge " + alert, ""));
    strings(view, "select id from inquiry where state = 'WAITING'")
        .forEach(inquiry -> expected.put("take " + inquiry, ""));
    assertEquals(
        expected.keySet(),
        offered.keySet().stream()
            .filter(meaning -> meaning.matches("(respond|acknowledge|take) .*"))
            .collect(toSet()));
    assertEquals(
        List.of(),
        strings(view, "select id from inquiry where state <> 'ANSWERED'").stream()
            .filter(inquiry -> offered.containsKey("call-person " + inquiry))
            .toList());
  }

  private void untilNothingIsUnderWay(Child service) {
    try (var database = Database.look(data.resolve("mimamori.db"))) {
      List<String> waiting = List.of("not looked at yet");
      for (long look = 0; look < LOOKS && !waiting.isEmpty(); look++) {
        assertTrue(service.lives(BETWEEN_LOOKS_MILLIS), "the service died by itself");
        waiting = database.read(this::underWay);
      }
      assertEquals(List.of(), waiting, "is still under way");
    }
  }

  private List<String> underWay(View view) {
    Set<String> unknown = new TreeSet<>(events().keySet());
    unknown.removeAll(strings(view, "select id from noteworthy_event"));
    boolean due = !Instant.now().isBefore(Instant.parse(state().path("nextAlertAt").asText()));
    return Stream.of(
            unknown.stream(),
            Stream.of("an event is due").filter(_ -> due),
            strings(view, "select kind || ' ' || subject from outbox").stream(),
            strings(view, "select id || ' ' || state from action_request where open = 1").stream(),
            strings(view, "select event from inbox").stream())
        .flatMap(one -> one)
        .toList();
  }

  private static Map<String, List<WebClient.Shown>> pages(int port) {
    try (var analyst = WebClient.signedIn(port, "sato")) {
      return Stream.of("sakura-alerts", "minato-alerts", "desk", "sakura-support", "minato-support")
          .collect(toMap(channel -> channel, analyst::buttons));
    }
  }

  private Child start(Path settings) {
    return Child.start(settings, data, folder.resolve("service.log"));
  }

  /** The sample configuration with an EDR in which something happens that often. */
  private Path configured(String name, String raisesEvery) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (var files = Files.list(Stage.CONFIG)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text =
            Files.readString(file)
                .replace("raises-every: PT10M", "raises-every: " + raisesEvery)
                .replace("poll: PT5S", "poll: PT1S");
        Files.writeString(copy.resolve(file.getFileName()), text);
      }
    }
    return copy;
  }

  /** The simulated EDR's events, by id. */
  private Map<String, JsonNode> events() {
    return StreamSupport.stream(state().path("alerts").spliterator(), false)
        .collect(
            toMap(alert -> alert.path("id").asText(), alert -> alert, (_, b) -> b, TreeMap::new));
  }

  /** Which endpoints the simulated EDR was asked to cut off, and did not put back. */
  private Map<String, Boolean> isolated() {
    Map<String, String> ends = new HashMap<>();
    Map<String, Boolean> isolated = new HashMap<>();
    for (JsonNode task : state().path("tasks")) {
      String guid = task.path("agentGuid").asText();
      String end = task.path("endsAt").asText();
      if (Instant.parse(end)
          .isAfter(Instant.parse(ends.getOrDefault(guid, "1970-01-01T00:00:00Z")))) {
        ends.put(guid, end);
        isolated.put(guid, task.path("action").asText().equals("isolate"));
      }
    }
    return isolated;
  }

  private JsonNode state() {
    try {
      return JSON.readTree(data.resolve("simulator.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String figures(View view) {
    return "%d kills, %d events, %d cards, %d questions, %d presses (%d without a reply), %d tasks"
        .formatted(
            KILLS,
            view.count("select count(*) from noteworthy_event"),
            view.count("select count(*) from posted"),
            crowd.acts(Kind.QUESTION).size(),
            crowd.acts(Kind.PRESS).size(),
            crowd.acts(Kind.PRESS).stream().filter(act -> act.told() == Told.NOTHING).count(),
            view.count("select count(*) from action_request"));
  }

  private static List<String> strings(View view, String sql, Object... arguments) {
    return view.list(sql, row -> row.getString(1), arguments);
  }
}
