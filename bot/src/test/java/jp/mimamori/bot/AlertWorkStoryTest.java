package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.edr.EdrClient.NoteAdded;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.Sweep;
import jp.mimamori.bot.store.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that an analyst does about an alert, from its menu. */
class AlertWorkStoryTest {
  private static final String EVENT = "WB-9001-20261124-00001";
  private static final String ALERTS = "sakura-alerts";
  private static final String ANALYST = "sato";
  private static final Map<String, String> ON_PC = Map.of("endpoint", "guid-042");
  private static final Map<String, String> HASH = Map.of("other", FakeEdr.HASH);

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void anEventIsSeen() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theMenuOffersWhatIsPossibleNow() {
    stage.chat.press(ANALYST, ALERTS, "その他の対応");
    assertEquals(
        List.of(
            "隔離",
            "ブロック",
            "不正プログラム検索",
            "プロセスの強制終了",
            "ファイルの収集",
            "調査ログの収集",
            "URL の解析",
            "影響調査",
            "コメント",
            "担当を決める",
            "クローズ"),
        Texts.buttons(stage.chat.privately()).stream()
            .filter(label -> !label.equals("ブロック解除"))
            .toList());
    stage.chat.press("tanaka", ALERTS, "その他の対応");
    assertEquals("tanaka", stage.newestActs(1).getFirst().act().actor());
  }

  @Test
  void nothingHappensBeforeTheLookAtWhatWouldHappen() {
    stage.chat.chore(ANALYST, ALERTS, "不正プログラム検索", ON_PC);
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
    Card preview = stage.chat.privately();
    assertEquals("実行すると何が起きるか: 不正プログラム検索", preview.title());
    assertEquals("さくら商事", Texts.fact(preview, "お客さま"));
    assertEquals("PC-042", Texts.fact(preview, "対象"));
    assertEquals("不要（すぐに実行します）", Texts.fact(preview, "承認"));
    assertTrue(Texts.fact(preview, "端末の状態").contains("オフラインの可能性"), Texts.of(preview));

    assertEquals("", stage.chat.pressPrivately(ANALYST, ALERTS, "実行する"));
    done();
    assertEquals(List.of("scan guid-042"), stage.edr.done());
    assertEquals("完了（佐藤 大輔）", Texts.fact(card(), "不正プログラム検索"));
  }

  @Test
  void anotherAnalystsPreviewIsNobodyElses() {
    stage.chat.chore(ANALYST, ALERTS, "不正プログラム検索", ON_PC);
    assertEquals("このボタンは無効です。", stage.chat.pressPrivately("takahashi", ALERTS, "実行する"));
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of(), stage.edr.done());
  }

  @Test
  void aRunningScanCanBeCanceled() {
    carryOut("不正プログラム検索", ON_PC);
    stage.passes(Duration.ofSeconds(3));
    carryOut("検索の中止", ON_PC);
    stage.passes(Duration.ofSeconds(3));
    assertEquals(List.of("scan guid-042", "cancel-scan guid-042"), stage.edr.done());
  }

  @Test
  void anObjectIsBlockedOnceAndUnblockedAgain() {
    carryOut("ブロック", Map.of("object", firstOption("ブロック")));
    done();
    assertEquals(List.of("block fileSha1:" + FakeEdr.HASH), stage.edr.done());
    assertTrue(Texts.fact(card(), "ブロック").startsWith(FakeEdr.HASH + ": 完了"), Texts.of(card()));

    stage.chat.chore(ANALYST, ALERTS, "ブロック", HASH);
    assertTrue(stage.chat.pressPrivately(ANALYST, ALERTS, "実行する").startsWith("その状態では"));
    carryOut("ブロック解除", HASH);
    done();
    assertEquals("unblock fileSha1:" + FakeEdr.HASH, stage.edr.done().getLast());
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    assertEquals(
        "ハッシュ値、アドレス、URL などとして読み取れません。",
        stage.chat.chore(ANALYST, ALERTS, "ブロック", Map.of("other", "not a hash")));
    assertEquals(
        "絶対パスで入力してください。",
        stage.chat.chore(
            ANALYST, ALERTS, "ファイルの収集", Map.of("endpoint", "guid-042", "path", "a.exe")));
    assertEquals(
        "この端末には実行できません。",
        stage.chat.chore(ANALYST, ALERTS, "不正プログラム検索", Map.of("endpoint", "guid-of-another")));
  }

  @Test
  void aProcessIsEndedByItsNameOrHash() {
    carryOut("プロセスの強制終了", Map.of("endpoint", "guid-042", "other", "evil.exe"));
    done();
    assertEquals(List.of("terminate guid-042"), stage.edr.done());
    assertEquals(
        Map.of("fileName", "evil.exe"),
        stage.edr.submitted.values().iterator().next().parameters());
  }

  @Test
  void aCollectedFilesPasswordIsToldToAnalystsAloneAndItIsAnalysed() {
    carryOut("ファイルの収集", Map.of("endpoint", "guid-042", "path", "C:\\Temp\\a.exe"));
    done();
    assertTrue(Texts.fact(card(), "結果").contains("C:\\Temp\\a.exe（12 バイト"), Texts.of(card()));
    assertFalse(Texts.of(card()).contains("open-sesame"));

    stage.chat.press(ANALYST, ALERTS, "その他の対応");
    String fetch =
        Texts.buttons(stage.chat.privately()).stream()
            .filter(label -> label.startsWith("アーカイブの受け取り"))
            .findFirst()
            .orElseThrow();
    assertEquals("この操作は運用担当者だけが行えます。", stage.chat.pressPrivately("tanaka", ALERTS, fetch));
    String told = stage.chat.pressPrivately(ANALYST, ALERTS, fetch);
    assertTrue(
        told.contains("https://archive.example/a.zip") && told.contains("open-sesame"), told);
    assertTrue(stage.trail(EVENT).contains("sato was told the password of"));

    stage.edr.analysis =
        new SandboxAnalysis.Done(
            SandboxAnalysis.Risk.HIGH, "a", List.of("Ransom.X"), List.of(), "exe", stage.now);
    carryOut("収集ファイルの解析", Map.of("object", firstOption("収集ファイルの解析")));
    stage.passesRinging(Duration.ofSeconds(10), Duration.ofSeconds(2));
    assertTrue(Texts.of(card()).contains("危険度 高（検出名 Ransom.X）"), Texts.of(card()));
    assertFalse(
        stage.read(view -> AuditTrail.newest(view, 100)).toString().contains("open-sesame"));
  }

  @Test
  void anAddressIsVisitedByTheSandbox() {
    carryOut("URL の解析", Map.of("other", "http://bad.example/a"));
    stage.passes(Duration.ofSeconds(3));
    stage.edr.analysis = new SandboxAnalysis.Failed("no such page");
    stage.passesRinging(Duration.ofSeconds(10), Duration.ofSeconds(2));
    assertTrue(Texts.fact(card(), "URL の解析").contains("失敗（no such page）"), Texts.of(card()));
    String call = Texts.of(stage.chat.in(ALERTS));
    assertTrue(call.contains("対応の実行に失敗しました（URL の解析 http://bad.example/a）"), call);
  }

  @Test
  void aSweepTellsOfTheTenantsOwnEndpointsOnly() {
    stage.edr.sightings =
        List.of(
            new Sweep.Sighting(FakeEdr.PC_042, stage.now, stage.now, 3, ""),
            new Sweep.Sighting(
                Endpoint.of("guid-of-minato", "MINATO-PC"), stage.now, stage.now, 9, ""));
    carryOut("影響調査", HASH);
    stage.passes(Duration.ofSeconds(3));
    assertEquals("1 台で見つかりました: PC-042 ×3", Texts.fact(card(), "結果"));
    assertFalse(stage.chat.all(ALERTS).toString().contains("MINATO"));
  }

  @Test
  void aCommentIsInTheEdrToo() {
    stage.edr.goesDown();
    stage.chat.chore(ANALYST, ALERTS, "コメント", Map.of("text", "利用者に電話で確認中"));
    stage.passes(Duration.ofMinutes(2));
    stage.edr.comesBack();
    stage.passesRinging(Duration.ofMinutes(5), Duration.ofSeconds(30));
    assertEquals(
        List.of("佐藤 大輔: 利用者に電話で確認中"),
        stage.edr.notes(EVENT).stream().map(note -> note.text()).toList());
    assertFalse(
        stage.read(view -> AuditTrail.newest(view, 100)).toString().contains("電話"),
        "no customer's text in the trail");
  }

  @Test
  void acknowledgingAndClosingAreWrittenBackWithTheTrailsHead() {
    stage.chat.press(ANALYST, ALERTS, "確認");
    stage.passes(Duration.ofSeconds(1));
    assertEquals(new Standing(Status.IN_PROGRESS, Finding.NONE), stage.edr.standings.get(EVENT));

    stage.chat.chore(ANALYST, ALERTS, "クローズ", Map.of("finding", "TRUE_POSITIVE", "text", "駆除済み"));
    stage.passes(Duration.ofSeconds(1));
    assertEquals(
        new Standing(Status.CLOSED, Finding.TRUE_POSITIVE), stage.edr.standings.get(EVENT));
    assertEquals("クローズ: 脅威（正検知）（佐藤 大輔 11/24 10:00）", Texts.fact(card(), "状態"));
    assertEquals(Card.Tone.SETTLED, card().tone());
    assertEquals(List.of("報告書", "その他の対応"), Texts.buttons(card()));

    String note = stage.edr.notes(EVENT).getFirst().text();
    String head = note.substring(note.lastIndexOf(' ') + 1);
    assertInstanceOf(
        AuditTrail.Verification.Intact.class,
        stage.read(view -> AuditTrail.verify(view, Optional.of(head))));
    assertInstanceOf(
        AuditTrail.Verification.Broken.class,
        stage.read(view -> AuditTrail.verify(view, Optional.of("0".repeat(64)))));
    assertInstanceOf(NoteAdded.Done.class, stage.edr.addNote(EVENT, note), "it may be repeated");
  }

  @Test
  void whatSomebodyClosedInTheConsoleStaysClosed() {
    stage.edr.standings.put(EVENT, new Standing(Status.CLOSED, Finding.FALSE_POSITIVE));
    stage.chat.press(ANALYST, ALERTS, "確認");
    stage.passes(Duration.ofSeconds(1));
    stage.passes(Duration.ofSeconds(1));
    assertEquals(
        new Standing(Status.CLOSED, Finding.FALSE_POSITIVE), stage.edr.standings.get(EVENT));
    assertTrue(stage.trail(EVENT).contains("mimamori found changed in the EDR"));
  }

  @Test
  void whatSomebodyBeganInTheConsoleIsClosedFromHere() {
    stage.edr.standings.put(EVENT, new Standing(Status.IN_PROGRESS, Finding.NOTEWORTHY));
    stage.chat.chore(ANALYST, ALERTS, "クローズ", Map.of("finding", "FALSE_POSITIVE"));
    stage.passes(Duration.ofSeconds(1));
    stage.passes(Duration.ofSeconds(1));
    assertEquals(
        new Standing(Status.CLOSED, Finding.FALSE_POSITIVE), stage.edr.standings.get(EVENT));
  }

  @Test
  void somebodyIsAssigned() {
    stage.chat.chore(ANALYST, ALERTS, "担当を決める", Map.of("assignee", "takahashi"));
    stage.rings();
    assertEquals("高橋 由紀", Texts.fact(card(), "担当"));
    assertEquals(
        "この操作は運用担当者だけが行えます。",
        stage.chat.chore(ANALYST, ALERTS, "担当を決める", Map.of("assignee", "watanabe")),
        "not an analyst of this tenant");
    assertTrue(stage.trail(EVENT).contains("sato assigned"));
  }

  @Test
  void whatPolicyHidesIsNotInASharedChannelButInTheAnalystsMenu() {
    close();
    stage =
        new Stage(
            folder.resolve("other"),
            stage.now,
            Stage.with(new Masking(Set.of(Masking.Field.USER, Masking.Field.COMMAND_LINE))));
    stage.edr.sees(EVENT, "Ransomware Behaviour", stage.now);
    stage.edr.sees("WB-9002-20261124-00001", "9002", "Ransomware Behaviour", stage.now);
    stage.rings();

    assertEquals("（運用担当者にのみ表示）", Texts.fact(card(), "ユーザー"));
    assertEquals("（運用担当者にのみ表示）", Texts.fact(card(), "コマンド"));
    assertFalse(card().toString().contains("sakura\\tanaka"), "not in its dialogs either");
    stage.chat.press(ANALYST, ALERTS, "その他の対応");
    assertEquals("sakura\\tanaka", Texts.fact(stage.chat.privately(), "ユーザー"));
    assertEquals(
        "sakura\\tanaka",
        Texts.fact(stage.chat.in("minato-alerts"), "ユーザー"),
        "only analysts are there");
  }

  private String firstOption(String chore) {
    stage.chat.press(ANALYST, ALERTS, "その他の対応");
    stage.chat.pressPrivately(ANALYST, ALERTS, chore);
    return stage.chat.form().fields().stream()
        .filter(Form.Field.Choice.class::isInstance)
        .map(field -> ((Form.Field.Choice) field).options().getFirst().value())
        .findFirst()
        .orElseThrow();
  }

  private void carryOut(String chore, Map<String, String> answers) {
    stage.chat.chore(ANALYST, ALERTS, chore, answers);
    assertEquals("", stage.chat.pressPrivately(ANALYST, ALERTS, "実行する"));
  }

  private void done() {
    stage.passes(Duration.ofSeconds(3));
    stage.edr.finishes();
    stage.passes(Duration.ofSeconds(3));
  }

  /** The alert's, not the calls to what failed. */
  private Card card() {
    return stage.chat.all(ALERTS).getFirst();
  }
}
