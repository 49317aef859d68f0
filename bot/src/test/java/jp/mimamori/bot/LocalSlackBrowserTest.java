package jp.mimamori.bot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.mimamori.bot.chat.web.Chromium;
import jp.mimamori.bot.chat.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code run --with-local-slack} shows: the whole service, spoken with in the local Slack's
 * page, in a real browser. With {@code -Dmimamori.shots=FOLDER} it leaves pictures there.
 */
class LocalSlackBrowserTest {
  /** What a bell must ring for may take a moment on a busy machine. */
  private static final ContainsTextOptions WITHIN_A_BELL =
      new ContainsTextOptions().setTimeout(30_000);

  private static Chromium chromium;

  @TempDir private Path data;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Stage.tokyo("2026-11-24T10:00"));
  private Service service;
  private BrowserContext context;
  private Page page;

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
  void open() {
    service =
        Service.start(
            new Folders(Stage.CONFIG, Stage.DOCUMENTS, data),
            Optional.of(0),
            new StandIns(Optional.of(0), Optional.empty()),
            now::get);
    context = chromium.browser().newContext(chromium.options());
    page = context.newPage();
    page.navigate(service.standIns().getFirst().replaceFirst(".* at ", ""));
  }

  @AfterEach
  void close() {
    context.close();
    service.close();
  }

  @Test
  void aQuestionIsAnsweredInItsThread() {
    is("田中 美咲", "# sakura-support");
    says("解約したいときはいつまでに言えばいい？");

    Locator answer = page.locator(".thread .message.bot");
    assertThat(answer).containsText("利用規約 第16条第1項", WITHIN_A_BELL);
    shot("slack-answer");
    answer.getByRole(AriaRole.BUTTON, named("役に立った")).click();
    assertThat(answer.getByRole(AriaRole.BUTTON, named("役に立った"))).hasCount(0);

    says("/edr status");
    assertThat(page.locator(".whisper")).containsText("現在の状況", WITHIN_A_BELL);
    shot("slack-status");
  }

  @Test
  void anAlertIsPressedConfirmedAndIsolated() {
    raised();
    is("佐藤 大輔", "# sakura-alerts");
    Locator card = page.locator("#messages > .message.bot").first();
    assertThat(card).containsText("未確認", WITHIN_A_BELL);
    shot("slack-alert");

    card.getByRole(AriaRole.BUTTON, named("隔離")).click();
    Locator dialog = page.locator("#confirm");
    assertThat(dialog).containsText("ネットワークから切り離します");
    shot("slack-confirm");
    dialog.getByRole(AriaRole.BUTTON, named("隔離する")).click();
    assertThat(card).containsText("隔離依頼（佐藤 大輔）", WITHIN_A_BELL);
    for (int i = 0; i < 30 && !card.textContent().contains("隔離済み"); i++) {
      now.updateAndGet(moment -> moment.plusSeconds(2));
      page.waitForTimeout(1_000);
    }
    assertThat(card).containsText("隔離済み（佐藤 大輔）");
    assertThat(page.locator(".thread .message.bot").first()).containsText("隔離");
    shot("slack-isolated");

    is("田中 美咲", "# sakura-alerts");
    card.getByRole(AriaRole.BUTTON, named("解除")).click();
    page.locator("#confirm").getByRole(AriaRole.BUTTON, named("解除する")).click();
    assertThat(page.locator(".whisper")).containsText("運用担当者だけ", WITHIN_A_BELL);
  }

  @Test
  void aFormIsFilledIn() {
    raised();
    is("佐藤 大輔", "# sakura-alerts");
    Locator card = page.locator("#messages > .message.bot").first();
    assertThat(card).containsText("未確認", WITHIN_A_BELL);
    card.getByRole(AriaRole.BUTTON, named("その他の対応")).click();
    Locator menu = page.locator(".whisper").last();
    menu.getByRole(AriaRole.BUTTON, named("ファイルの収集")).click();
    Locator form = page.locator("#modal");
    assertThat(form).containsText("端末", WITHIN_A_BELL);
    form.locator("input").first().fill("C:\\Temp\\a.exe");
    shot("slack-form");
    form.locator("footer .primary").click();
    Locator look = page.locator(".whisper").last();
    assertThat(look).containsText("C:\\Temp\\a.exe", WITHIN_A_BELL);
    shot("slack-preview");
  }

  private void raised() {
    try (WebClient sato = WebClient.signedIn(service.address().getPort(), "sato")) {
      HttpResponse<String> answer = sato.post("/demo", Map.of("action", "raise-sakura"));
      Assertions.assertEquals(204, answer.statusCode(), answer.body());
    }
  }

  private void is(String name, String channel) {
    page.locator("#user").selectOption(name);
    page.locator("#channels").getByRole(AriaRole.BUTTON, named(channel)).click();
    assertThat(page.locator("#title")).hasText(channel);
  }

  private void says(String text) {
    page.locator("#text").fill(text);
    page.locator("#text").press("Enter");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private void shot(String name) {
    String folder = System.getProperty("mimamori.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + ".png")));
    }
  }
}
