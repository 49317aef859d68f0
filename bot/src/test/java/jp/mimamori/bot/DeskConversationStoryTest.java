package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.tenant.Telling;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.schedules.AnnualClosing;
import jp.mimamori.schedules.BusinessCalendar;
import jp.mimamori.schedules.CompanyDay;
import jp.mimamori.schedules.JapaneseHolidays;
import jp.mimamori.schedules.OfficeHours;
import jp.mimamori.schedules.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer and the desk write to each other, each where they are. */
class DeskConversationStoryTest {
  private static final String SUPPORT = "sakura-support";

  @TempDir private Path folder;
  private Stage stage;
  private String customersThread = "";
  private String desksThread = "";

  @BeforeEach
  void onATuesdayMorning() {
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatTheDeskWritesUnderItsCardReachesTheCustomerAndTheAnswerComesBack() {
    handOver();
    assertEquals(
        "お客さまのスレッドに送りました（Q-1）。", stage.chat.askIn("sato", "desk", desksThread, "ログを送ってください。"));
    stage.rings();
    Card seen = stage.chat.in(SUPPORT);
    assertEquals("サポート窓口 佐藤 大輔 より Q-1", seen.title());
    assertTrue(Texts.of(seen).contains("ログを送ってください。"));
    assertEquals(customersThread, stage.chat.threadIn(SUPPORT));
    assertEquals(1, stage.chat.all("desk").size(), "nobody is shown what they wrote themselves");
    assertTrue(Texts.fact(stage.chat.in("desk"), "状態").contains("お客さまの返信待ち"));

    assertEquals("", stage.chat.askIn("tanaka", SUPPORT, customersThread, "送りました。"));
    stage.rings();
    assertEquals("お客さま 田中 美咲 より Q-1", stage.chat.in("desk").title());
    assertTrue(Texts.of(stage.chat.in("desk")).contains("送りました。"));
    assertEquals(desksThread, stage.chat.threadIn("desk"));
    assertTrue(Texts.fact(stage.chat.all("desk").getFirst(), "状態").contains("こちらの返信待ち"));
    assertEquals(
        List.of(
            "tanaka asked",
            "tanaka called a person",
            "sato took",
            "sato replied",
            "tanaka wrote to the desk"),
        stage.trail("Q-1"));
  }

  @Test
  void bothSidesCanWriteInAFormWhereTheBotIsNotHeardInAThread() {
    handOver();
    String reply = Texts.button(stage.chat.in("desk"), "返信").id();
    stage.chat.pressId("sato", "desk", reply);
    assertEquals("メッセージ", stage.chat.form().title());
    assertEquals("入力してください。", stage.chat.fill("sato", "desk", reply, Map.of("text", " ")));
    assertEquals(
        "お客さまのスレッドに送りました（Q-1）。",
        stage.chat.fill("sato", "desk", reply, Map.of("text", "版を教えてください。")));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("版を教えてください。"));
    assertTrue(Texts.of(stage.chat.in("desk")).contains("版を教えてください。"), "and the desk has it");

    String answer = Texts.button(stage.chat.in(SUPPORT), "返信").id();
    assertEquals(
        "担当者に伝えました（Q-1）。", stage.chat.fill("tanaka", SUPPORT, answer, Map.of("text", "3.2 です。")));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("desk")).contains("3.2 です。"));
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("3.2 です。"), "the thread is complete");
  }

  @Test
  void whileAPersonIsWaitedForTheDeskReadsAndTheBotHelpsWithWhatItKnows() {
    handOver();
    assertEquals(
        "担当者に伝えました（Q-1）。",
        stage.chat.askIn("tanaka", SUPPORT, customersThread, "エラーコードは ZQ-77 と出ます"));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("desk")).contains("ZQ-77"));

    stage.chat.askIn("tanaka", SUPPORT, customersThread, "解約したいときはいつまでに言えばいい？");
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("1か月前"));
    assertTrue(Texts.of(stage.chat.in("desk")).contains("解約したいとき"));
    assertEquals(List.of("Q-1"), openInquiries(), "it is still the one that waits");
  }

  @Test
  void takenWaitingGivenBackClosedAndReopened() {
    handOver();
    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    assertEquals("", stage.chat.press("sato", "desk", "お客さまの返信待ち"));
    stage.rings();
    assertTrue(Texts.fact(stage.chat.in("desk"), "状態").contains("お客さまの返信待ち"));
    assertEquals("", stage.chat.press("takahashi", "desk", "担当を代わる"));
    stage.rings();
    assertTrue(Texts.fact(stage.chat.in("desk"), "状態").startsWith("高橋 由紀 が対応"));
    assertTrue(Texts.fact(stage.chat.in("desk"), "状態").contains("お客さまの返信待ち"));

    assertEquals("", stage.chat.press("tanaka", SUPPORT, "解決しました"));
    stage.rings();
    assertTrue(Texts.fact(stage.chat.in("desk"), "状態").contains("田中 美咲 が対応を完了"));
    assertEquals("", stage.chat.press("sato", "desk", "再開する"));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("佐藤 大輔 が対応しています"));

    assertEquals("", stage.chat.press("sato", "desk", "自動回答に戻す"));
    stage.rings();
    assertTrue(Texts.buttons(stage.chat.in(SUPPORT)).contains("担当者につなぐ"));
    stage.passes(Duration.ofDays(2));
    assertTrue(stage.chat.silentIn("on-call"), "nobody is called to what nobody waits for");
    assertEquals(
        List.of(
            "tanaka asked",
            "tanaka called a person",
            "sato took",
            "sato waits for the customer",
            "takahashi took over",
            "tanaka closed",
            "sato reopened",
            "sato gave back to the bot"),
        stage.trail("Q-1"));
  }

  @Test
  void whatTheDeskWritesToWhatIsDoneReopensIt() {
    handOver();
    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    stage.chat.press("sato", "desk", "完了");
    stage.rings();
    stage.chat.askIn("takahashi", "desk", desksThread, "もう一点ご連絡です。");
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("もう一点ご連絡です。"));
    assertTrue(Texts.fact(stage.chat.all("desk").getFirst(), "状態").contains("高橋 由紀"));
  }

  @Test
  void nobodyWritesToAnotherTenantsCustomer() {
    stage.chat.ask("ito", "minato-support", "稼働率の保証は何パーセントですか？");
    stage.rings();
    stage.chat.press("ito", "minato-support", "担当者につなぐ");
    stage.rings();
    handOver();
    String sakuras = Texts.button(stage.chat.in("desk"), "返信").id();
    assertEquals(
        "この操作を行う権限がありません。", stage.chat.pressId("watanabe", "desk", sakuras), "serves minato only");
    assertEquals("この操作を行う権限がありません。", stage.chat.askIn("watanabe", "desk", desksThread, "こんにちは"));
    stage.chat.askIn("sato", "desk", desksThread, "さくらさまへ");
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("さくらさまへ"));
    assertFalse(
        stage.chat.all("minato-support").stream()
            .anyMatch(card -> Texts.of(card).contains("さくらさまへ")));
  }

  @Test
  void whatIsWrittenBeforeTheCardIsThereWaitsForIt() {
    stage.chat.ask("tanaka", SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    stage.chat.goesDown();
    String thread = stage.chat.threadIn(SUPPORT);
    stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
    stage.chat.askIn("tanaka", SUPPORT, thread, "至急でお願いします ZQ-77");
    stage.rings();
    stage.dies();
    stage.chat.comesBack();
    stage.passes(Duration.ofMinutes(1));
    stage.passes(Duration.ofMinutes(1));
    assertTrue(Texts.of(stage.chat.in("desk")).contains("ZQ-77"));
    assertEquals(2, stage.chat.all("desk").size());
  }

  @Test
  void aWordIsShownOnceHoweverOftenItIsDeliveredAndWheneverTheProcessDies() {
    handOver();
    stage.chat.losesTheNextReceipt();
    stage.chat.askIn("sato", "desk", desksThread, "一度だけ");
    stage.rings();
    stage.dies();
    stage.passes(Duration.ofMinutes(2));
    assertEquals(
        1,
        stage.chat.all(SUPPORT).stream().filter(card -> Texts.of(card).contains("一度だけ")).count());
  }

  @Test
  void theCardSaysWhenAnAnswerIsDueAndAnAddedHolidayMovesIt() {
    stage.settings =
        answering(new ResponseTimes(List.of(), Duration.ofHours(8), Duration.ofMinutes(30)));
    stage.now = Stage.tokyo("2026-11-24T16:30");
    handOver();
    assertEquals("11月25日（水）16:00", Texts.fact(stage.chat.in("desk"), "回答期限"));

    stage.settings = closedOn(stage.settings, "2026-11-25");
    stage.passes(Duration.ofMinutes(1));
    assertEquals("11月26日（木）16:00", Texts.fact(stage.chat.in("desk"), "回答期限"));

    stage.now = Stage.tokyo("2026-11-26T16:00");
    stage.rings();
    assertEquals(
        "11月26日（木）16:00（期限を過ぎています）", Texts.fact(stage.chat.all("desk").getFirst(), "回答期限"));
    assertEquals("【期限超過】引き継ぎ Q-1", stage.chat.all("desk").getFirst().title());
    assertEquals(Card.Tone.URGENT, stage.chat.all("desk").getFirst().tone());

    stage.chat.askIn("sato", "desk", desksThread, "お待たせしました。");
    stage.rings();
    assertFalse(Texts.of(stage.chat.all("desk").getFirst()).contains("回答期限"), "not our turn");
    stage.now = Stage.tokyo("2026-11-26T17:00");
    stage.chat.askIn("tanaka", SUPPORT, customersThread, "もう一つあります。");
    stage.rings();
    assertEquals("11月27日（金）16:30", Texts.fact(stage.chat.all("desk").getFirst(), "回答期限"));
  }

  @Test
  void tenantsAndKindsHaveTimesOfTheirOwn() {
    stage.settings =
        answering(
            new ResponseTimes(
                List.of(
                    new ResponseTimes.Rule(Optional.of("minato"), Set.of(), Duration.ofHours(1)),
                    new ResponseTimes.Rule(
                        Optional.empty(), Set.of(Category.TERMS), Duration.ofHours(2))),
                Duration.ofHours(8),
                Duration.ofMinutes(30)));
    handOver();
    assertEquals("11月24日（火）12:00", Texts.fact(stage.chat.in("desk"), "回答期限"));
    stage.chat.fill(
        "sato",
        "desk",
        Texts.button(stage.chat.in("desk"), "分類を変える").id(),
        Map.of("category", "CONSOLE"));
    stage.rings();
    assertEquals("11月25日（水）9:30", Texts.fact(stage.chat.in("desk"), "回答期限"));
  }

  @Test
  void anIncidentIsDueByDayAndNight() {
    stage.now = Stage.tokyo("2026-11-28T23:50");
    stage.chat.ask("tanaka", SUPPORT, "ランサムウェアに感染したかもしれません！助けて");
    stage.rings();
    assertEquals("11月29日（日）0:20", Texts.fact(stage.chat.in("desk"), "回答期限"));
  }

  @Test
  void theResponsibleContactIsToldWhereTheTenantWantsIt() {
    stage.settings = telling(new Telling(Telling.Where.DIRECT, true));
    handOver("suzuki");
    Card told = stage.chat.in("@tanaka");
    assertEquals("担当者に引き継ぎました Q-1", told.title());
    assertTrue(Texts.of(told).contains("鈴木 健"));
    assertTrue(Texts.of(told).contains("第8条第1項"));
    assertTrue(stage.chat.silentIn("@ito"), "another tenant's");
    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    stage.chat.press("sato", "desk", "完了");
    stage.rings();
    assertEquals("対応を完了しました Q-1", stage.chat.in("@tanaka").title());
    assertEquals(2, stage.chat.all("@tanaka").size());
  }

  @Test
  void theResponsibleContactIsCalledByNameInTheChannel() {
    stage.settings = telling(new Telling(Telling.Where.CHANNEL, false));
    handOver("suzuki");
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("@田中 美咲"));
    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    stage.chat.press("sato", "desk", "完了");
    stage.rings();
    assertFalse(
        stage.chat.all(SUPPORT).stream().anyMatch(card -> card.title().startsWith("対応を完了")));
  }

  @Test
  void withoutSuchAWishNobodyMoreIsTold() {
    handOver("suzuki");
    assertTrue(stage.chat.silentIn("@tanaka"));
    assertEquals(1, stage.chat.all(SUPPORT).size());
  }

  @Test
  void aHandOverByCommandIsConfirmedWithItsNumberAndTheTimeOfResponse() {
    stage.now = Stage.tokyo("2026-12-28T17:45");
    stage.chat.ask("tanaka", SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    String told = stage.chat.order("tanaka", SUPPORT, Incoming.Order.HANDOVER);
    assertTrue(told.contains("Q-1") && told.contains("1月5日（火）9:00"), told);
  }

  private void handOver() {
    handOver("tanaka");
  }

  private void handOver(String customer) {
    stage.chat.ask(customer, SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    customersThread = stage.chat.threadIn(SUPPORT);
    stage.chat.press(customer, SUPPORT, "担当者につなぐ");
    stage.rings();
    desksThread = stage.chat.messageIn("desk");
  }

  private List<String> openInquiries() {
    return stage.read(
        view ->
            view.list(
                "select id from inquiry where state in ('WAITING', 'TAKEN') order by id",
                row -> row.getString("id")));
  }

  private static Settings answering(ResponseTimes times) {
    return Stage.with(new Settings.Desk(times, Stage.SETTINGS.desk().mail()));
  }

  private static Settings closedOn(Settings settings, String date) {
    var closed = new CompanyDay.Closed(LocalDate.parse(date), new Reason("社内行事", "Company day"));
    var calendar =
        new BusinessCalendar(
            OfficeHours.STANDARD,
            JapaneseHolidays.byTheAct(),
            List.of(AnnualClosing.YEAR_END),
            List.of(closed));
    return Stage.with(settings, calendar);
  }

  private static Settings telling(Telling telling) {
    Tenants known = Stage.SETTINGS.tenants();
    return Stage.SETTINGS.with(
        new Tenants(
            known.all().stream()
                .map(
                    tenant ->
                        new Tenant(
                            tenant.id(),
                            tenant.name(),
                            tenant.edrCustomer(),
                            tenant.language(),
                            tenant.alertsShared(),
                            tenant.channels(),
                            tenant.contractStart(),
                            telling))
                .toList(),
            known.members(),
            known.groups()));
  }
}
