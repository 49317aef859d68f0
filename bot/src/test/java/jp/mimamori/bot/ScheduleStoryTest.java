package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 佐藤 looks after what runs by itself from the desk's channel. */
class ScheduleStoryTest {
  private static final String REPORTS = "月次レポートの作成";

  @TempDir private Path folder;
  private Stage stage;

  @BeforeEach
  void anEvening() {
    stage = new Stage(folder, Stage.tokyo("2026-10-30T18:00"), withAnAnalystOfOneCustomer());
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatRunsByItselfIsListedWithItsLastAndNextTime() {
    Card list = list();
    assertEquals("次回 11月2日（月）9:00", Texts.fact(list, REPORTS));
    assertEquals("次回 10月31日（土）11:00", Texts.fact(list, "端末の前提条件の確認"));

    stage.now = Stage.tokyo("2026-11-02T09:00");
    stage.rings();
    assertEquals("次回 12月1日（火）9:00　前回 11月2日（月）9:00（完了）", Texts.fact(list(), REPORTS));
  }

  @Test
  void whatIsPausedWaitsUntilItIsResumed() {
    steer("一時停止…", "monthly-reports");
    assertTrue(
        Texts.fact(stage.chat.privately(), REPORTS).startsWith("一時停止中（佐藤 大輔、10/30 18:00 から）"),
        Texts.of(stage.chat.privately()));
    stage.now = Stage.tokyo("2026-11-02T09:00");
    stage.rings();
    stage.rings();
    assertEquals(List.of(), reports());

    stage.now = Stage.tokyo("2026-11-02T15:00");
    steer("再開…", "monthly-reports");
    stage.rings();
    stage.rings();
    assertEquals(List.of("月次レポート 2026年10月"), reports());
    assertTrue(Texts.fact(list(), REPORTS).contains("予定より遅れて実行"), Texts.of(list()));
    assertEquals(
        List.of("sato paused", "sato resumed", "mimamori rang late"),
        stage.trail("bell monthly-reports"));
  }

  @Test
  void whatIsRunNowKeepsItsNextTime() {
    steer("今すぐ実行…", "endpoints");
    assertTrue(
        Texts.fact(stage.chat.privately(), "端末の前提条件の確認").startsWith("まもなく実行（佐藤 大輔 の指示）"),
        Texts.of(stage.chat.privately()));
    stage.rings();
    assertEquals("次回 10月31日（土）11:00　前回 10月30日（金）18:00（完了）", Texts.fact(list(), "端末の前提条件の確認"));
  }

  @Test
  void theWatchdogIsNotOffered() {
    stage.chat.pressId("sato", "desk", Texts.button(list(), "一時停止…").id());
    Form.Field.Choice which = (Form.Field.Choice) stage.chat.form().fields().getFirst();
    assertFalse(
        which.options().stream().anyMatch(option -> option.value().equals("watchdog")),
        which.toString());
  }

  @Test
  void onlyWhoeverServesAllCustomersSeesAndSteersThem() {
    Card list = list();
    String pause = Texts.button(list, "一時停止…").id();
    assertEquals("この操作は、すべてのお客さまを担当する運用担当者だけが行えます。", stage.chat.pressId("mori", "desk", pause));
    assertEquals("この操作は、すべてのお客さまを担当する運用担当者だけが行えます。", stage.chat.pressId("tanaka", "desk", pause));
    assertFalse(stage.chat.ask("mori", "desk", "スケジュール").contains(REPORTS));
    assertFalse(stage.chat.ask("tanaka", "sakura-support", "スケジュール").contains(REPORTS));
    assertTrue(stage.trail("schedules").contains("mori was refused to steer"));
    assertEquals(List.of(), stage.trail("bell monthly-reports"));
  }

  @Test
  void theDesksMenuLeadsThere() {
    stage.chat.ask("sato", "desk", "メニュー");
    stage.chat.pressPrivately("sato", "desk", "スケジュール");
    assertEquals("次回 11月2日（月）9:00", Texts.fact(stage.chat.privately(), REPORTS));
  }

  private Card list() {
    stage.chat.ask("sato", "desk", "スケジュール");
    return stage.chat.privately();
  }

  private void steer(String button, String bell) {
    String id = Texts.button(list(), button).id();
    stage.chat.pressId("sato", "desk", id);
    stage.chat.fill("sato", "desk", id, Map.of("bell", bell));
  }

  private List<String> reports() {
    return stage.chat.all("sakura-support").stream().map(Card::title).toList();
  }

  private static Settings withAnAnalystOfOneCustomer() {
    Tenants tenants = Stage.SETTINGS.tenants();
    var mori =
        new Member(
            "mori",
            "森 亮",
            Set.of("sakura"),
            Set.of(Role.ANALYST),
            Language.JA,
            Map.of("web", "mori"));
    return Stage.with(
        new Tenants(
            tenants.all(),
            Stream.concat(tenants.members().stream(), Stream.of(mori)).toList(),
            tenants.groups()));
  }
}
