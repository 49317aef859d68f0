package jp.mimamori.bot.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.Listener;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do at the page, in a real browser. */
final class BrowserTest {
  private static Chromium chromium;

  private final MemoryStore store = new MemoryStore();
  private final LinkedBlockingQueue<Incoming> heard = new LinkedBlockingQueue<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private WebPlatform platform = platform(0);

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
    platform.start(bot());
  }

  @AfterEach
  void stop() {
    contexts.forEach(BrowserContext::close);
    platform.close();
    assertEquals(List.of(), complaints, "the browser's console stayed quiet");
  }

  @Test
  void oneSignsInAsksByKeyboardAndReadsTheAnswerWithoutReloading() {
    Page page = open(chromium.options());
    page.getByRole(AriaRole.BUTTON, named("佐藤 花子")).press("Enter");
    page.waitForURL("**/");
    connected(page);
    page.evaluate("window.sameDocument = true");

    Locator text = composer(page);
    text.focus();
    page.keyboard().type("最低利用期間は？");
    page.keyboard().press("Shift+Enter");
    page.keyboard().type("教えてください");
    page.keyboard().press("Enter");

    assertThat(page.locator(".replies .card h3")).hasText("回答: 最低利用期間は？\n教えてください");
    assertThat(text).hasValue("");
    assertThat(text).isFocused();
    assertThat(page.locator("#announcements")).containsText("回答");
    assertEquals(true, page.evaluate("window.sameDocument"));
    assertEquals("最低利用期間は？\n教えてください", question().text());
  }

  @Test
  void enterInsideAnInputMethodDoesNotSend() {
    Page page = signedIn("sato");
    composer(page).fill("にほんご");
    composer(page)
        .evaluate(
            "e => e.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: 'Enter', bubbles: true, cancelable: true, isComposing: true}))");
    composer(page).pressSequentially("です");
    composer(page).press("Enter");

    assertEquals("にほんごです", question().text());
    assertThat(page.locator("article.own")).hasCount(1);
  }

  @Test
  void aDangerousPressIsConfirmedByNameAndHeardOnce() {
    Page page = signedIn("ito");
    postAlert("対応待ち");
    Locator isolate = page.getByRole(AriaRole.BUTTON, named("隔離する"));
    Locator dialog = page.getByRole(AriaRole.DIALOG);

    isolate.click();
    assertThat(dialog).containsText("PC-042 を隔離しますか");
    assertThat(dialog).containsText("ネットワークから切り離されます");
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertThat(isolate).isFocused();

    isolate.press("Enter");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("やめる")).click();
    assertThat(dialog).isHidden();

    isolate.click();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("隔離する")).dblclick();
    assertThat(page.locator(".private-note")).hasCount(1);
    var press = assertInstanceOf(Incoming.Press.class, next());
    assertEquals("isolate", press.button());
    page.getByRole(AriaRole.BUTTON, named("受け持つ")).click();
    assertEquals("take", assertInstanceOf(Incoming.Press.class, next()).button(), "heard once");
  }

  @Test
  void whatTheCardDidNotAskIsAskedByTheBot() {
    Page page = signedIn("ito");
    Page other = signedIn("ito");
    postAlert("対応待ち");
    page.getByRole(AriaRole.BUTTON, named("公開する")).click();

    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("顧客へ公開しますか");
    assertThat(dialog).containsText("取り消せません");
    assertThat(other.getByRole(AriaRole.DIALOG)).hasCount(0);
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
    assertFalse(assertInstanceOf(Incoming.Press.class, next()).confirmed());

    page.getByRole(AriaRole.BUTTON, named("公開する")).click();
    dialog.getByRole(AriaRole.BUTTON, inside("はい")).click();
    assertThat(page.locator(".private-note")).hasCount(1);
    Incoming.Press asked = assertInstanceOf(Incoming.Press.class, next());
    Incoming.Press sure = assertInstanceOf(Incoming.Press.class, next());
    assertFalse(asked.confirmed());
    assertTrue(sure.confirmed());
    assertNotEquals(asked.event(), sure.event(), "another act, or it would count as done");
  }

  @Test
  void aRefusalIsSeenByWhoeverPressedAndCanBePutAway() {
    Page page = signedIn("ito");
    Page other = signedIn("mori");
    postAlert("対応待ち");
    page.getByRole(AriaRole.BUTTON, named("受け持つ")).click();

    Locator note = page.locator(".private-note");
    assertThat(note).containsText("あなただけに表示");
    assertThat(note).containsText("権限がありません");
    postAlert("別のアラート");
    assertThat(other.locator(".card")).hasCount(2);
    assertThat(other.locator(".private-note")).hasCount(0);

    note.getByRole(AriaRole.BUTTON).click();
    assertThat(note).hasCount(0);
  }

  @Test
  void aCardIsUpdatedInItsPlaceAndNothingIsTakenFromWhoeverReads() {
    Page page = signedIn("ito");
    String message = postAlert("対応待ち");
    page.locator(".history summary").click();
    page.getByText("返信").click();
    Locator reply = page.getByLabel("このスレッドへの返信");
    reply.fill("書きかけ");

    platform.update(Place.channel(People.ALERTS), message, alert("隔離済み", Tone.SETTLED));
    assertThat(page.locator(".card.settled h3")).hasText("隔離済み");
    assertThat(page.locator(".card")).hasCount(1);
    assertThat(page.locator(".tone")).hasText("完了");
    assertThat(page.locator(".history")).hasAttribute("open", "");
    assertThat(reply).isFocused();
    assertThat(reply).hasValue("書きかけ");

    page.getByRole(AriaRole.BUTTON, named("受け持つ")).focus();
    platform.update(Place.channel(People.ALERTS), message, alert("また動いた", Tone.URGENT));
    assertThat(page.locator(".card h3")).hasText("また動いた");
    assertThat(page.getByRole(AriaRole.BUTTON, named("受け持つ"))).isFocused();
  }

  @Test
  void aFormIsFilledInMendedAndSentOnce() {
    Page page = signedIn("ito");
    Page other = signedIn("ito");
    postAlert("対応待ち");
    Locator more = page.getByRole(AriaRole.BUTTON, named("その他"));
    more.click();
    Locator card = page.locator(".private-note .card");
    assertThat(card.locator("h3")).hasText("その他の対応");
    card.getByRole(AriaRole.BUTTON, inside("ファイルの収集")).click();

    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("PC-042 から集めます");
    assertThat(other.getByRole(AriaRole.DIALOG)).hasCount(0);
    Locator path = dialog.getByLabel("パス");
    assertThat(path).isFocused();
    assertThat(path).hasAttribute("maxlength", "20");
    dialog.getByRole(AriaRole.BUTTON, inside("送る")).click();
    assertThat(dialog).isVisible();
    path.fill("relative");
    dialog.getByLabel("端末").selectOption("pc-2");
    path.press("Enter");
    assertThat(dialog.locator("#field-path-mistake")).hasText("絶対パスで入力してください");
    assertThat(path).hasValue("relative");
    assertThat(path).isFocused();
    assertThat(path).hasAttribute("aria-invalid", "true");
    shoot(page, "form-mended");

    path.fill("C:\\Temp\\a.exe");
    path.press("Enter");
    assertThat(dialog).isHidden();
    assertThat(page.locator(".private-note .card h3")).hasText("事前確認");
    assertThat(page.locator(".private-note .card")).hasCount(1);
    shoot(page, "form-sent");
    List<Incoming.Submission> sent =
        heard.stream()
            .filter(Incoming.Submission.class::isInstance)
            .map(Incoming.Submission.class::cast)
            .toList();
    assertEquals(2, sent.size(), "one that was to be mended, and one that was right");
    assertEquals(Map.of("path", "C:\\Temp\\a.exe", "endpoint", "pc-2"), sent.getLast().answers());
    assertEquals("collect", sent.getLast().button());
  }

  @Test
  void escapeLeavesAFormAndTheFocusGoesBack() {
    Page page = signedIn("ito");
    postAlert("対応待ち");
    page.getByRole(AriaRole.BUTTON, named("その他")).click();
    Locator collect = page.getByRole(AriaRole.BUTTON, named("ファイルの収集"));
    collect.click();
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    page.keyboard().press("Escape");

    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(collect).isFocused();
    collect.click();
    page.getByRole(AriaRole.BUTTON, named("やめる")).click();
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    assertEquals(0, heard.stream().filter(Incoming.Submission.class::isInstance).count());
  }

  @Test
  void aFileIsFetchedUnderItsNameAndByNobodyElse() throws Exception {
    Page page = signedIn("ito");
    postAlert("対応待ち");
    byte[] content = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
    var document =
        new Document("報告書 10月.pdf", "application/pdf", "月次レポート", ByteBuffer.wrap(content));
    Receipt receipt =
        platform.share(Place.channel(People.ALERTS), document, new PostKey("report", false));
    String message = assertInstanceOf(Receipt.Delivered.class, receipt).message();

    assertThat(page.locator(".card.file h3")).hasText("月次レポート");
    Download download = page.waitForDownload(() -> page.getByText("ダウンロード").click());
    assertEquals("報告書 10月.pdf", download.suggestedFilename());
    assertArrayEquals(content, Files.readAllBytes(download.path()));
    shoot(page, "file");

    String path = "/files/" + message + "?channel=" + People.ALERTS;
    try (var ito = WebClient.signedIn(platform.port(), "ito");
        var sato = WebClient.signedIn(platform.port(), "sato");
        var nobody = new WebClient(platform.port())) {
      var fetched = ito.get(path);
      assertEquals("application/pdf", fetched.headers().firstValue("Content-Type").orElseThrow());
      assertEquals("nosniff", fetched.headers().firstValue("X-Content-Type-Options").orElseThrow());
      assertEquals(404, sato.get(path).statusCode());
      assertEquals(404, ito.get("/files/" + message + "?channel=" + People.ACME).statusCode());
      assertEquals(401, nobody.get(path).statusCode());
    }
    assertInstanceOf(
        Receipt.Refused.class,
        platform.share(
            Place.channel(People.ALERTS),
            new Document(
                "big.pdf", "application/pdf", "", ByteBuffer.allocate(WebPlatform.MAX_FILE + 1)),
            new PostKey("big", false)));
  }

  @Test
  void whoeverReadsAboveIsNotScrolledAway() {
    for (int i = 0; i < 20; i++) {
      postAlert("アラート " + i);
    }
    Page page = signedIn("ito");
    Locator conversation = page.locator("#conversation");
    conversation.evaluate("e => { e.scrollTop = 200 }");
    postAlert("ずっと下");

    Locator below = page.getByRole(AriaRole.BUTTON, named("新しいメッセージ"));
    assertThat(below).isVisible();
    assertEquals(200, conversation.evaluate("e => e.scrollTop"));
    below.click();
    assertThat(page.locator(".card h3").last()).hasText("ずっと下");
    assertThat(page.locator(".card h3").last()).isInViewport();
    assertThat(below).isHidden();
  }

  @Test
  void theLanguageIsSwitchedAndHalfTypedTextStays() {
    Page page = signedIn("sato");
    composer(page).fill("書きかけ");
    page.getByRole(AriaRole.BUTTON, named("English")).click();

    assertThat(page.getByRole(AriaRole.BUTTON, named("Switch person"))).isVisible();
    assertThat(page.getByLabel("Question or message")).hasValue("書きかけ");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    page.getByRole(AriaRole.BUTTON, named("日本語")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("別の人になる"))).isVisible();
  }

  @Test
  void theThemeFollowsTheSystemAndTheToggle() {
    Page page = open(chromium.options().setColorScheme(ColorScheme.DARK));
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(18, 23, 22)");
    page.getByRole(AriaRole.BUTTON, named("明るい表示と暗い表示を切り替える")).click();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(244, 246, 245)");
    page.reload();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(244, 246, 245)");
  }

  @Test
  void anotherChannelsNewsIsMarkedUntilItIsRead() {
    Page page = signedIn("ito");
    Locator support = page.getByRole(AriaRole.LINK, named("東都精機 サポート"));
    assertThat(support).not().hasClass(Pattern.compile("is-unread"));
    post(People.ACME, new Card("お知らせ", Tone.PLAIN, Language.JA, List.of()), "news");

    assertThat(support).hasClass(Pattern.compile("is-unread"));
    assertThat(support).containsText("未読あり");
    assertThat(page).hasTitle(Pattern.compile("^\\(1\\)"));
    support.click();
    assertThat(page.locator(".card h3")).hasText("お知らせ");
    page.getByRole(AriaRole.LINK, named("東都精機 アラート")).click();
    connected(page);
    assertThat(support).not().hasClass(Pattern.compile("is-unread"));
  }

  @Test
  void afterARestartThePageRecoversAndShowsWhatItMissed() {
    Page page = signedIn("ito");
    postAlert("前からある");
    assertThat(page.locator(".card")).hasCount(1);
    composer(page).fill("書きかけ");
    int port = platform.port();
    platform.close();

    assertThat(page.getByText("接続が切れました・再接続中")).isVisible();
    composer(page).press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("送信できませんでした");
    assertThat(composer(page)).hasValue("書きかけ");

    platform = platform(port);
    postAlert("切れている間のもの");
    platform.start(bot());
    assertThat(page.locator(".card")).hasCount(2);
    assertThat(page.getByText("接続が切れました・再接続中")).isHidden();
    composer(page).press("Enter");
    assertThat(page.locator("article.own")).hasCount(1);
    assertEquals("書きかけ", question().text());
    complaints.removeIf(text -> text.contains("net::ERR") || text.startsWith("htmx:"));
  }

  @Test
  void whoeverIsSignedOutElsewhereIsLedToTheSignIn() {
    Page page = signedIn("ito");
    Page same = page.context().newPage();
    same.navigate(platform.address().toString());
    connected(same);
    page.getByRole(AriaRole.BUTTON, named("別の人になる")).click();

    assertThat(page).hasURL(Pattern.compile("/sign-in$"));
    assertThat(page.getByText("パスワードはありません")).isVisible();
    assertThat(same).hasURL(Pattern.compile("/sign-in$"));
  }

  @Test
  void aNarrowScreenHidesNothingSideways() {
    Page page = open(chromium.options().setViewportSize(360, 740));
    page.getByRole(AriaRole.BUTTON, named("伊藤 健")).click();
    connected(page);
    postAlert("とても長い名前のファイル-" + "x".repeat(120));

    assertThat(page.locator(".card")).hasCount(1);
    assertFalse(
        (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"),
        "the page does not scroll sideways");
    assertThat(composer(page)).isInViewport();
  }

  /** Answers questions, refuses presses. */
  private Listener bot() {
    return (incoming, reply) -> {
      heard.add(incoming);
      switch (incoming) {
        case Incoming.Question(String event, _, Place place, String text) ->
            platform.post(
                place,
                new Card("回答: " + text, Tone.PLAIN, Language.JA, List.of()),
                new PostKey("answer:" + event, false));
        case Incoming.Press press -> reply.accept(pressed(press.button(), press.confirmed()));
        case Incoming.Submission sent ->
            reply.accept(
                sent.answers().getOrDefault("path", "").startsWith("C:")
                    ? new Reply.Shown(new Card("事前確認", Tone.PLAIN, Language.JA, List.of()))
                    : new Reply.Mend(Map.of("path", "絶対パスで入力してください")));
        case Incoming.Command _ -> {}
      }
    };
  }

  private static Reply pressed(String button, boolean confirmed) {
    return switch (button) {
      case "publish" ->
          confirmed
              ? new Reply.Words("公開しました。")
              : new Reply.Sure(new Confirm("顧客へ公開しますか", "公開は取り消せません。", "はい", "いいえ"));
      case "more" ->
          new Reply.Shown(
              new Card(
                  "その他の対応",
                  Tone.PLAIN,
                  Language.JA,
                  List.of(new Block.Buttons(List.of(new Button("collect", "ファイルの収集"))))));
      case "collect" ->
          new Reply.Fill(
              new Form(
                  "ファイルの収集",
                  "PC-042 から集めます。",
                  Language.JA,
                  List.of(
                      new Form.Field.Text("path", "パス", "例: C:\\Temp\\a", "", false, true, 20),
                      new Form.Field.Choice(
                          "endpoint",
                          "端末",
                          List.of(
                              new Form.Option("pc-1", "PC-042"),
                              new Form.Option("pc-2", "PC-043")))),
                  "送る",
                  "やめる"));
      default -> new Reply.Words("この操作をする権限がありません。");
    };
  }

  /** For looking at: where the system property says, if it says so. */
  private static void shoot(Page page, String name) {
    String folder = System.getProperty("mimamori.pictures", "");
    if (!folder.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
    }
  }

  private WebPlatform platform(int port) {
    return new WebPlatform(
        WebSettings.local(port), store, () -> People.ALL, List.of(), InstantSource.system());
  }

  private Page open(Browser.NewContextOptions options) {
    BrowserContext context = chromium.browser().newContext(options);
    contexts.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(10_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.text().contains("Policy")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(platform.address().toString());
    return page;
  }

  private Page signedIn(String visitor) {
    Page page = open(chromium.options());
    page.locator("button[value=" + visitor + "]").click();
    connected(page);
    return page;
  }

  private static void connected(Page page) {
    assertThat(page.locator("body")).hasAttribute("data-connected", "true");
  }

  private static Locator composer(Page page) {
    return page.getByLabel("質問やメッセージ");
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private String postAlert(String title) {
    return post(People.ALERTS, alert(title, Tone.URGENT), title);
  }

  private String post(String channel, Card card, String key) {
    Receipt receipt = platform.post(Place.channel(channel), card, new PostKey(key, false));
    return assertInstanceOf(Receipt.Delivered.class, receipt).message();
  }

  private static Card alert(String title, Tone tone) {
    var confirm = new Confirm("PC-042 を隔離しますか", "PC-042 はネットワークから切り離されます。", "隔離する", "やめる");
    return new Card(
        title,
        tone,
        Language.JA,
        List.of(
            new Block.History("経過", List.of("14:03 検知しました")),
            new Block.Buttons(
                List.of(
                    new Button("take", "受け持つ"),
                    new Button("more", "その他"),
                    new Button("publish", "公開する"),
                    new Button("isolate", "隔離する", Button.Style.DANGER, Optional.of(confirm))))));
  }

  private Incoming next() {
    try {
      return Objects.requireNonNull(heard.poll(10, TimeUnit.SECONDS), "nothing was heard");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private Incoming.Question question() {
    return assertInstanceOf(Incoming.Question.class, next());
  }
}
