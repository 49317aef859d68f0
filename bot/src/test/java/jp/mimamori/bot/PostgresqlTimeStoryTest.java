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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.store.AuditTrail.Verification;
import jp.mimamori.bot.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports, notices and reminders on PostgreSQL, with two nodes whose bells ring at once. */
@Timeout(300)
class PostgresqlTimeStoryTest {
  private static EmbeddedPostgres server;

  @SuppressWarnings("NullAway.Init") // each test sets its own
  private Stage first;

  @SuppressWarnings("NullAway.Init")
  private Stage second;

  @SuppressWarnings("NullAway.Init")
  private FakeChat chat;

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
    first.close();
    second.close();
  }

  @Test
  void aMonthIsReportedByOneOfThemOnce() throws Exception {
    nodes("2026-10-30T10:00");
    first.edr.sees("WB-9001-20261030-00001", "Web Shell", first.now);
    first.rings();
    chat.press("sato", "sakura-alerts", "確認");
    first.rings();

    ringTogether("2026-11-02T09:00");
    assertEquals(List.of("月次レポート 2026年10月"), titles("sakura-support"));
    assertEquals(List.of("月次レポート 2026年10月"), titles("minato-support"));
    assertEquals(
        List.of("report-sakura-2026-10.pdf"),
        chat.documents("sakura-support").stream().map(shared -> shared.document().name()).toList());
    long kept = first.count("select count(*) from document where id like 'monthly-%'");
    assertEquals(2, kept);
    assertInstanceOf(Verification.Intact.class, first.verification());
  }

  @Test
  void aNoticeIsSentByOneOfThemOnceAndWhoHasItIsKnown() throws Exception {
    nodes("2026-11-24T10:00");
    String write = write();
    chat.pressId("sato", "desk", write);
    chat.fill(
        "sato",
        "desk",
        write,
        Map.of(
            "kind", "MAINTENANCE",
            "to", "*",
            "text", "定期メンテナンス\n検知は続きます。",
            "when", "2026-12-05 22:00 〜 2026-12-06 02:00 配信 2026-11-30 10:00"));
    chat.pressPrivately("sato", "desk", "この内容で送る");
    first.rings();
    chat.press("takahashi", "desk", "承認");
    first.rings();

    ringTogether("2026-11-30T10:00");
    assertEquals(List.of("【メンテナンス】定期メンテナンス"), titles("sakura-support"));
    assertEquals(List.of("【メンテナンス】定期メンテナンス"), titles("minato-support"));
    long delivered =
        first.count("select count(*) from announcement_delivery where state = 'DELIVERED'");
    assertEquals(2, delivered);
    assertInstanceOf(Verification.Intact.class, first.verification());
  }

  @Test
  void theResponsibleContactIsRemindedByOneOfThemOnce() throws Exception {
    nodes("2027-01-29T08:59");
    ringTogether("2027-01-29T09:00");
    assertEquals(List.of("契約更新のご案内"), titles("sakura-support"));
    String told = Texts.of(chat.in("sakura-support"));
    assertTrue(told.contains("2027年2月28日"), told);
    long once = first.count("select count(*) from contract_reminder");
    assertEquals(1, once);
  }

  private void nodes(String moment) {
    chat = new FakeChat();
    second = node(Stage.tokyo(moment));
    first = node(Stage.tokyo(moment)); // whoever starts last hears people
    first.rings();
    second.rings();
  }

  private String write() {
    chat.ask("sato", "desk", "お知らせ");
    return Texts.button(chat.privately(), "お知らせを書く").id();
  }

  /** Three rounds of both, each round begun by both in the same instant. */
  private void ringTogether(String moment) throws Exception {
    first.now = Stage.tokyo(moment);
    second.now = Stage.tokyo(moment);
    for (int round = 0; round < 3; round++) {
      var go = new CyclicBarrier(2);
      try (var threads = Executors.newFixedThreadPool(2)) {
        List<Callable<Object>> rings =
            both()
                .<Callable<Object>>map(
                    node ->
                        () -> {
                          go.await();
                          node.rings();
                          return 0;
                        })
                .toList();
        for (Future<Object> ring : threads.invokeAll(rings)) {
          ring.get();
        }
      }
      first.now = first.now.plus(Duration.ofSeconds(20));
      second.now = first.now;
    }
  }

  private List<String> titles(String channel) {
    return chat.all(channel).stream().map(Card::title).toList();
  }

  private Stream<Stage> both() {
    return Stream.of(first, second);
  }

  private Stage node(Instant now) {
    return new Stage(
        () -> Database.postgresql(server.getJdbcUrl("postgres", "postgres")), now, chat);
  }
}
