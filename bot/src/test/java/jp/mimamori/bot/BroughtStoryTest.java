package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an action brings reaches analysts as a file, or they are told where it is and why. */
class BroughtStoryTest {
  private static final String ALERTS = "sakura-alerts";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void whereArchivesAreWanted() {
    open(true);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theSandboxsReportIsGivenToAnalysts() {
    analysed();

    assertEquals(List.of("sandbox-report.pdf"), given());
    assertTrue(result().contains("ファイルは運用担当者に共有しました。"), result());
    stage.passesRinging(Duration.ofMinutes(5), Duration.ofSeconds(30));
    assertEquals(List.of("sandbox-report.pdf"), given(), "once");
  }

  @Test
  void anEdrThatIsDownIsAskedAgain() {
    stage.edr.losesReports = true;
    analysed();
    assertEquals(List.of(), given());
    assertTrue(result().contains("危険度 高"), "the verdict does not wait for the paper");

    stage.edr.losesReports = false;
    stage.passes(Duration.ofMinutes(2));
    stage.rings();
    assertEquals(List.of("sandbox-report.pdf"), given());
  }

  @Test
  void anEdrThatNeverGivesItIsToldOf() {
    stage.edr.losesReports = true;
    analysed();
    stage.passesRinging(Duration.ofMinutes(30), Duration.ofSeconds(30));

    assertTrue(result().contains("EDR の管理画面でご確認ください"), result());
    assertEquals(List.of(), given());
  }

  @Test
  void anArchiveStaysAtTheEdrUnlessTheOperatorWantsIt() {
    stage.close();
    open(false);
    collected();

    assertEquals(List.of(), given());
    assertTrue(result().contains("アーカイブは EDR にあります"), result());
  }

  @Test
  void aWantedArchiveIsGivenWithoutItsPassword() {
    collected();

    assertEquals(List.of("collected.zip"), given());
    assertFalse(stage.chat.documents("desk").toString().contains("open-sesame"));
    assertFalse(
        stage.read(view -> AuditTrail.newest(view, 100)).toString().contains("open-sesame"));
    assertEquals(List.of(), stage.chat.documents(ALERTS), "customers see that channel");
  }

  @Test
  void anOpenArchiveIsNotGiven() {
    stage.edr.archive = FakeEdr.archive(12, "");
    collected();

    assertEquals(List.of(), given());
    assertTrue(result().contains("パスワードのないアーカイブ"), result());
  }

  @Test
  void aLargeArchiveIsNotGiven() {
    stage.edr.archive = FakeEdr.archive(Documents.MOST_BYTES + 1L, "open-sesame");
    collected();

    assertEquals(List.of(), given());
    assertTrue(result().contains("大きすぎるため"), result());
  }

  private void open(boolean archivesWanted) {
    var policy = new Policy(List.of(), Duration.ofHours(4), Optional.empty(), archivesWanted);
    stage =
        new Stage(
            folder.resolve("wanted-" + archivesWanted),
            Stage.tokyo("2026-11-24T10:00"),
            Stage.with(policy));
    stage.edr.sees("WB-9001-20261124-00001", "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  private void analysed() {
    carryOut("URL の解析", Map.of("other", "http://bad.example/a"));
    stage.passes(Duration.ofSeconds(3));
    stage.edr.analysis =
        new SandboxAnalysis.Done(
            SandboxAnalysis.Risk.HIGH, "a", List.of("Ransom.X"), List.of(), "", stage.now);
    stage.passesRinging(Duration.ofSeconds(10), Duration.ofSeconds(2));
  }

  private void collected() {
    carryOut("ファイルの収集", Map.of("endpoint", "guid-042", "path", "C:\\Temp\\a.exe"));
    stage.passes(Duration.ofSeconds(3));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));
    stage.rings();
  }

  private void carryOut(String chore, Map<String, String> answers) {
    stage.chat.chore("sato", ALERTS, chore, answers);
    stage.chat.pressPrivately("sato", ALERTS, "実行する");
  }

  private String result() {
    return Texts.fact(stage.chat.in(ALERTS), "結果");
  }

  private List<String> given() {
    return stage.chat.documents("desk").stream().map(shared -> shared.document().name()).toList();
  }
}
