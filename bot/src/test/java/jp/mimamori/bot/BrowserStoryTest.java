package jp.mimamori.bot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.mimamori.bot.chat.web.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a new user sees: the whole service with its real page, database, documents and simulated
 * EDR, in a real browser. Only the time is moved by hand. With {@code -Dmimamori.shots=FOLDER} it
 * leaves pictures there.
 */
class BrowserStoryTest {
  /** What a bell must ring for may take a moment on a busy machine. */
  private static final ContainsTextOptions WITHIN_A_BELL =
      new ContainsTextOptions().setTimeout(30_000);

  private static Chromium chromium;

  @TempDir private Path data;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Stage.tokyo("2026-11-20T17:45"));
  private final List<BrowserContext> contexts = new ArrayList<>();
  private Service service;

  @BeforeAll
  static void launch() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void quit() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() {
    service = Service.start(folders(), Optional.of(0), StandIns.NONE, now::get);
  }

  @AfterEach
  void stop() {
    contexts.forEach(BrowserContext::close);
    service.close();
  }

  @Test
  void aCustomerIsAnsweredWithTheSourceOrHonestlyNot() {
    Page page = signedIn("田中 美咲");
    Locator clause = asks(page, "解約したいときはいつまでに言えばいい？");
    assertThat(clause).containsText("1か月前");
    assertThat(clause).containsText("利用規約 第16条第1項");
    shot(page, "1-clause");

    Locator fee = asks(page, "What does it cost for 30 PCs a year?");
    assertThat(fee).containsText("576,000 yen (excluding tax)");
    assertThat(fee).containsText("1,600 yen × 30 endpoints");
    assertThat(fee).containsText("別紙 利用料金");
    shot(page, "2-fee");

    Locator unknown = asks(page, "データセンターはどこにありますか？");
    assertThat(unknown).containsText("記載がありません");
    assertThat(unknown).containsText("11月24日（火）9:00");
    shot(page, "3-not-known");
    unknown.getByRole(AriaRole.BUTTON, named("担当者につなぐ")).click();
    assertThat(unknown).containsText("担当者に引き継ぎました");
    shot(page, "4-handed-over");

    Page analyst = signedIn("佐藤 大輔");
    channel(analyst, "デスク");
    assertThat(newest(analyst)).containsText("データセンターはどこにありますか");
    now.set(Stage.tokyo("2026-11-24T09:30"));
    analyst = signedIn("佐藤 大輔"); // a session ends after a day
    channel(analyst, "当番の呼び出し");
    assertThat(analyst.locator("#conversation")).containsText("呼び出し: 一次窓口", WITHIN_A_BELL);
    shot(analyst, "5-called");
    channel(analyst, "デスク");
    newest(analyst).getByRole(AriaRole.BUTTON, named("対応します")).click();
    assertThat(newest(analyst)).containsText("佐藤 大輔 が対応しています");
    assertThat(signedIn("田中 美咲").locator("#conversation")).containsText("佐藤 大輔 が対応しています");
    shot(analyst, "6-taken");
  }

  @Test
  void anAnalystIsolatesAndReleasesAndTheCardTellsTheTruth() {
    Page customer = signedIn("田中 美咲");
    Page analyst = signedIn("佐藤 大輔");
    channel(analyst, "さくら商事 アラート");
    analyst.getByRole(AriaRole.BUTTON, anywhere("さくら商事でイベントを起こす")).click();
    Locator card = newest(analyst);
    Locator isolate = card.getByRole(AriaRole.BUTTON, named("隔離"));
    assertThat(isolate).isVisible();
    shot(analyst, "7-alert");

    channel(customer, "さくら商事 アラート");
    press(customer, newest(customer).getByRole(AriaRole.BUTTON, named("隔離")), "隔離する");
    assertThat(customer.locator(".private-note")).containsText("運用担当者だけ");
    assertThat(analyst.locator(".private-note")).hasCount(0);
    shot(customer, "8-refused");

    isolate.click();
    Locator dialog = analyst.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("SAKURA-");
    assertThat(dialog).containsText("隔離しますか");
    shot(analyst, "9-dialog");
    dialog.getByRole(AriaRole.BUTTON, named("隔離する")).click();
    assertThat(card).containsText("依頼（佐藤 大輔）");
    shot(analyst, "10-requested");
    passes(Duration.ofSeconds(4));
    assertThat(card).containsText("実行中（佐藤 大輔）", WITHIN_A_BELL);
    shot(analyst, "11-running");
    passes(Duration.ofSeconds(6));
    assertThat(card).containsText("隔離済み（佐藤 大輔）", WITHIN_A_BELL);
    shot(analyst, "12-isolated");

    press(analyst, card.getByRole(AriaRole.BUTTON, named("解除")), "解除する");
    assertThat(card).containsText("解除依頼（佐藤 大輔）");
    passes(Duration.ofSeconds(4));
    assertThat(card).containsText("解除実行中（佐藤 大輔）", WITHIN_A_BELL);
    passes(Duration.ofSeconds(6));
    assertThat(card).containsText("解除済み（佐藤 大輔）", WITHIN_A_BELL);
  }

  @Test
  void aSecondStartFindsEverythingAsItWas() {
    Page before = signedIn("田中 美咲");
    assertThat(asks(before, "解約したいときはいつまでに言えばいい？")).containsText("第16条第1項");
    service.close();
    service = Service.start(folders(), Optional.of(0), StandIns.NONE, now::get);

    Page after = signedIn("田中 美咲");
    assertThat(newest(after)).containsText("第16条第1項");
    assertThat(newest(after)).containsText("解約したいときは");
  }

  private Folders folders() {
    return new Folders(Stage.CONFIG, Stage.DOCUMENTS, data);
  }

  private void passes(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  private Page signedIn(String name) {
    BrowserContext context = chromium.browser().newContext(chromium.options());
    contexts.add(context);
    Page page = context.newPage();
    page.navigate(service.address().toString());
    page.getByRole(AriaRole.BUTTON, anywhere(name)).click();
    assertThat(page.locator("#conversation")).isVisible();
    return page;
  }

  /** Asks, and returns the thread in which it is answered. */
  private static Locator asks(Page page, String question) {
    page.getByRole(AriaRole.TEXTBOX).last().fill(question);
    page.getByRole(AriaRole.TEXTBOX).last().press("Enter");
    Locator thread =
        page.locator("#conversation section")
            .filter(new Locator.FilterOptions().setHasText(question));
    assertThat(thread.locator(".card")).hasCount(1);
    return thread;
  }

  private static void press(Page page, Locator button, String yes) {
    button.click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, named(yes)).click();
  }

  private static void channel(Page page, String name) {
    page.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
        .click();
    assertThat(page.locator("h1")).containsText(name);
  }

  private static Locator newest(Page page) {
    return page.locator("#conversation section").last();
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions anywhere(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static void shot(Page page, String name) {
    String folder = System.getProperty("mimamori.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + ".png")));
    }
  }
}
