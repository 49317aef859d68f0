package jp.mimamori.bot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.mimamori.bot.chat.web.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code run --with-local-discord} shows in a browser: the whole service, JDA, and the local
 * Discord. With {@code -Dmimamori.shots=FOLDER} it leaves pictures there.
 */
class DiscordBrowserTest {
  private static final int PATIENCE = 30_000;

  @TempDir private Path data;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Stage.tokyo("2026-11-24T10:00"));
  private Chromium chromium;
  private Service service;

  @BeforeEach
  void start() {
    chromium = Chromium.launch();
    service =
        Service.start(
            new Folders(Stage.CONFIG, Stage.DOCUMENTS, data),
            Optional.of(0),
            new StandIns(Optional.empty(), Optional.of(0)),
            now::get);
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.close();
    }
    chromium.close();
  }

  @Test
  void aQuestionIsAnsweredAndAnAlertIsolatedByPeopleAtThePage() {
    Page discord = chromium.browser().newContext(chromium.options()).newPage();
    discord.navigate(service.standIns().getFirst().replaceFirst(".* at ", ""));
    is(discord, "田中 美咲");
    enter(discord, "# sakura-support");
    discord.locator("#text").fill("解約したいときはいつまでに言えばいい？");
    discord.locator("#text").press("Enter");
    discord.locator("button.thread").click(new Locator.ClickOptions().setTimeout(PATIENCE));
    contains(discord, "利用規約 第16条第1項");
    shot(discord, "discord-1-answer");

    raise();
    is(discord, "佐藤 大輔");
    enter(discord, "# sakura-alerts");
    Locator isolate = button(discord, "隔離");
    assertThat(isolate).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    shot(discord, "discord-2-alert");
    isolate.click();
    Locator yes = button(discord, "隔離する");
    assertThat(yes).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    contains(discord, "隔離しますか");
    shot(discord, "discord-3-sure");
    yes.click();
    contains(discord, "依頼（佐藤 大輔）");
    passes(Duration.ofSeconds(4));
    passes(Duration.ofSeconds(6));
    contains(discord, "隔離済み（佐藤 大輔）");
    shot(discord, "discord-4-isolated");

    button(discord, "その他の対応").click();
    Locator form = discord.locator(".alone button.b").first();
    assertThat(form).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    shot(discord, "discord-5-menu");
    form.click();
    Locator modal = discord.locator("#modal[open]");
    assertThat(modal).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    shot(discord, "discord-6-modal");
    modal.getByRole(AriaRole.BUTTON).first().click();

    discord.locator("#text").fill("/edr status");
    discord.locator("#text").press("Enter");
    contains(discord, "現在の状況");
    shot(discord, "discord-7-status");
  }

  /** An event that the simulated EDR sees, by the page's demo button. */
  private void raise() {
    Page web = chromium.browser().newContext(chromium.options()).newPage();
    web.navigate(service.address().toString());
    web.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("佐藤 大輔")).click();
    web.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("さくら商事 アラート"))
        .click();
    web.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("さくら商事でイベントを起こす")).click();
    web.context().close();
  }

  private void passes(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }

  private static void is(Page page, String person) {
    page.locator("#user").selectOption(person);
    assertThat(page.locator("#user option:checked")).hasText(person);
  }

  private static void enter(Page page, String channel) {
    page.locator("#channels").getByText(channel).first().click();
    assertThat(page.locator("#title")).hasText(channel);
  }

  private static Locator button(Page page, String label) {
    return page.locator("#messages")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true))
        .last();
  }

  private static void contains(Page page, String text) {
    assertThat(page.locator("#messages"))
        .containsText(text, new ContainsTextOptions().setTimeout(PATIENCE));
  }

  private static void shot(Page page, String name) {
    String folder = System.getProperty("mimamori.shots", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder).resolve(name + ".png")));
    }
  }
}
