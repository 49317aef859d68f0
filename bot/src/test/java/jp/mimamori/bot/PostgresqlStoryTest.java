package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.response.Policy.Need;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.AuditTrail.Verification;
import jp.mimamori.bot.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The heart of the service on PostgreSQL: the same SQL, and two nodes on the same rows. */
class PostgresqlStoryTest {
  private static final String EVENT = "WB-9001-20261124-00001";
  private static final String ALERTS = "sakura-alerts";
  private static final Instant START = Stage.tokyo("2026-11-24T10:00");
  private static final Settings TWO_PERSONS =
      Stage.with(
          new Policy(
              List.of(
                  new Policy.Rule(
                      Set.of("isolate"),
                      Set.of(),
                      Set.of(),
                      Need.SECOND_PERSON,
                      Set.of(),
                      Set.of())),
              Duration.ofHours(4),
              Optional.empty()));
  private static EmbeddedPostgres server;

  @SuppressWarnings("NullAway.Init") // each test sets its own
  private Stage stage;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade; create schema public");
    }
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anAlertIsIsolatedReleasedAndReported() {
    stage = node(Stage.SETTINGS);
    anEventIsSeen();
    stage.chat.press("sato", ALERTS, "隔離");
    done();
    assertEquals("隔離済み（佐藤 大輔）", Texts.fact(alert(), "隔離"));
    stage.chat.press("sato", ALERTS, "解除");
    done();
    assertEquals(List.of("isolate guid-042", "release guid-042"), stage.edr.done());

    stage.chat.press("sato", ALERTS, "報告書");
    stage.rings();
    stage.chat.press("takahashi", "desk", "顧客へ公開");
    stage.rings();
    assertEquals(
        List.of("incident-" + EVENT + "-v1.pdf"),
        stage.chat.documents(ALERTS).stream().map(shared -> shared.document().name()).toList());
    assertInstanceOf(Verification.Intact.class, stage.verification());
  }

  @Test
  void aSecondPersonApproves() {
    stage = node(TWO_PERSONS);
    anEventIsSeen();
    stage.chat.press("sato", ALERTS, "隔離");
    stage.rings();
    String approve = Texts.button(stage.chat.in(ALERTS), "承認").id();
    assertEquals("自分の依頼は承認できません。", stage.chat.pressId("sato", ALERTS, approve));
    assertEquals("", stage.chat.pressId("takahashi", ALERTS, approve));
    done();
    assertEquals(List.of("isolate guid-042"), stage.edr.done());
  }

  @Test
  void twoNodesThatHearThePressAtOnceIsolateOnce() throws InterruptedException {
    stage = node(Stage.SETTINGS);
    anEventIsSeen();
    String isolate = Texts.button(alert(), "隔離").id();
    try (Stage other = node(Stage.SETTINGS)) {
      other.chat.goesDown(); // it hears presses; what people see is the first node's matter here
      List<Thread> presses =
          List.of(
              Thread.ofVirtual()
                  .start(() -> stage.chat.pressId("sato", ALERTS, isolate, "one press")),
              Thread.ofVirtual()
                  .start(() -> other.chat.pressId("takahashi", ALERTS, isolate, "another")));
      for (Thread press : presses) {
        press.join();
      }
      for (Stage node : List.of(stage, other, stage, other)) {
        node.passes(Duration.ofSeconds(3));
      }
      assertEquals(
          List.of("isolate guid-042"),
          Stream.concat(stage.edr.done().stream(), other.edr.done().stream()).toList());
      assertEquals(1, stage.count("select count(*) from action_request"));
      assertInstanceOf(Verification.Intact.class, stage.verification());
    }
  }

  private void anEventIsSeen() {
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    stage.rings();
    assertTrue(alert().title().contains("Ransomware Behaviour"), alert().title());
  }

  private void done() {
    stage.passes(Duration.ofSeconds(3));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));
  }

  private Card alert() {
    return stage.chat.all(ALERTS).getFirst();
  }

  private static Stage node(Settings settings) {
    return new Stage(
        () -> Database.postgresql(server.getJdbcUrl("postgres", "postgres")), START, settings);
  }
}
