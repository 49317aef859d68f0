package jp.mimamori.bot.chat.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Button.Style;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.knowledge.Language;

/**
 * The page with a bot that knows three sentences, for looking at it: run it with a folder to have
 * pictures taken there, without to click around on port 8080.
 */
final class WebDemo {
  private static final Instant NOW = Instant.parse("2026-10-01T05:03:00Z");

  private WebDemo() {}

  public static void main(String... arguments) {
    boolean pictures = arguments.length > 0;
    var platform =
        new WebPlatform(
            WebSettings.local(pictures ? 0 : 8080),
            new MemoryStore(),
            () -> People.ALL,
            List.of(
                new DemoAction(
                    "raise",
                    new Bilingual("イベントを起こす", "Raise an event"),
                    visitor -> visitor.channels().size() > 1,
                    () -> {})),
            pictures ? InstantSource.fixed(NOW) : InstantSource.system());
    platform.start(
        (incoming, reply) -> {
          switch (incoming) {
            case Incoming.Question(String event, _, Place place, _) ->
                platform.post(place, answer(), new PostKey(event, false));
            case Incoming.Press _ ->
                reply.accept(new Reply.Words("隔離にはアナリストの権限が必要です。佐藤さんには解除の依頼ができます。"));
            case Incoming.Submission _, Incoming.Command _ -> {}
          }
        });
    platform.post(Place.channel(People.ALERTS), settled(), new PostKey("a1", false));
    platform.post(Place.channel(People.ALERTS), alert(), new PostKey("a2", false));
    platform.post(Place.channel("desk"), answer(), new PostKey("d1", false));
    if (pictures) {
      try (platform;
          var chromium = Chromium.launch()) {
        take(chromium, platform, Path.of(arguments[0]));
      }
    }
  }

  private static void take(Chromium chromium, WebPlatform platform, Path folder) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(1280, 360)) {
        String kind = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        Browser.NewContextOptions options =
            chromium
                .options()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width > 400 ? 860 : 740);
        try (var context = chromium.browser().newContext(options)) {
          new Photographer(context.newPage(), platform, folder, kind).goRound();
        }
      }
    }
  }

  private record Photographer(Page page, WebPlatform platform, Path folder, String kind) {
    void goRound() {
      page.navigate(platform.address().toString());
      shoot("sign-in");
      signIn("ito");
      shoot("alerts");
      page.locator("button.danger:visible").first().click();
      shoot("dialog");
      page.locator("dialog button[value=yes]").click();
      page.locator(".private-note").waitFor();
      shoot("private");
      page.navigate(platform.address() + "?channel=approvals");
      shoot("empty");
      page.navigate(platform.address() + "sign-in");
      signIn("sato");
      page.locator("textarea").last().fill("最低利用期間の途中で解約すると、いくらかかりますか？");
      page.keyboard().press("Enter");
      page.locator(".replies .card").last().waitFor();
      shoot("support");
      page.navigate(platform.address() + "sign-in");
      signIn("smith");
      shoot("english");
      page.navigate(platform.address() + "?channel=nothing");
      shoot("not-found");
    }

    private void signIn(String visitor) {
      page.locator("button[value=" + visitor + "]").click();
      page.locator("body[data-connected=true]").waitFor();
    }

    private void shoot(String name) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(folder.resolve(kind + "-" + name + ".png")));
    }
  }

  private static Card answer() {
    return new Card(
        "解約には残りの最低利用期間の料金がかかります",
        Tone.PLAIN,
        Language.JA,
        List.of(
            new Block.Text(
                "最低利用期間は利用開始日から1年間です。途中で解約する場合、残りの期間の利用料金を一括でお支払いいただきます。\n"
                    + "例: 10台・残り4か月なら 10 × 800円 × 4か月 = 32,000円（税抜）"),
            new Block.Quote(
                "契約者は、最低利用期間の満了前に利用契約を解約する場合、残余の期間に係る利用料金に相当する額を支払うものとします。", "利用規約 第16条第1項"),
            new Block.Note("出典: 利用規約 第16条第1項、FAQ I-03 · 料金は別紙「利用料金」によります。"),
            new Block.Buttons(
                List.of(
                    new Button("useful", "役に立った"),
                    new Button("wrong", "違う"),
                    new Button("human", "担当者につなぐ", Style.PRIMARY, Optional.empty())))));
  }

  private static Card alert() {
    return new Card(
        "ランサムウェアの疑い: PC-042 で暗号化の挙動",
        Tone.URGENT,
        Language.JA,
        List.of(
            new Block.Text("端末 PC-042 で、短時間に多数のファイルが書き換えられました。まだ誰も受け持っていません。"),
            new Block.Facts(
                List.of(
                    new Fact("契約者", "東都精機株式会社"),
                    new Fact("端末", "PC-042（経理部 / Windows 11）"),
                    new Fact("利用者", "TOTO\\yamada"),
                    new Fact("ファイル", "C:\\Users\\yamada\\Downloads\\請求書_2026-09.pdf.exe"),
                    new Fact("検知", "2026年10月1日 14:01 · 同じ内容 3件"))),
            new Block.History("経過（2件）", List.of("14:01 検知しました", "14:02 一次ブロックを行いました")),
            new Block.Buttons(
                List.of(
                    new Button("take", "受け持つ", Style.PRIMARY, Optional.empty()),
                    new Button(
                        "isolate",
                        "隔離する",
                        Style.DANGER,
                        Optional.of(
                            new Confirm(
                                "PC-042 を隔離しますか",
                                "東都精機株式会社の PC-042（利用者 TOTO\\yamada）は、ネットワークから切り離されます。"
                                    + "管理サーバーとの通信だけが残ります。",
                                "隔離する",
                                "やめる"))),
                    new Button("scan", "スキャン"),
                    new Button("collect", "ファイルを回収")))));
  }

  private static Card settled() {
    return new Card(
        "SRV-07 の隔離を解除しました",
        Tone.SETTLED,
        Language.JA,
        List.of(
            new Block.Facts(List.of(new Fact("端末", "SRV-07"), new Fact("対応", "森 直美 · 13:48"))),
            new Block.History(
                "経過（4件）", List.of("12:10 検知", "12:14 隔離", "13:40 調査完了", "13:48 解除"))));
  }
}
