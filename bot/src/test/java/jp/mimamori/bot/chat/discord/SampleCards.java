package jp.mimamori.bot.chat.discord;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Button.Style;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.knowledge.Language;

/** One card of each kind that the service shows, and some that nobody should have made. */
final class SampleCards {
  static final Confirm ISOLATE =
      new Confirm(
          "端末 PC-042 を隔離しますか？",
          "さくら商事の端末 PC-042（利用者: SAKURA\\m.tanaka）をネットワークから切り離します。",
          "隔離する",
          "やめる");

  private SampleCards() {}

  static Map<String, Card> all() {
    Map<String, Card> cards = new LinkedHashMap<>();
    cards.put("alert", alert(Tone.URGENT, "未確認", button("確認", Style.PLAIN), isolate()));
    cards.put("alert-running", alert(Tone.WORKING, "確認済み（佐藤 大輔 11/24 10:00）"));
    cards.put(
        "alert-isolated",
        alert(Tone.SETTLED, "確認済み（佐藤 大輔 11/24 10:00）", button("解除", Style.PRIMARY)));
    cards.put("history", history(4));
    cards.put("answer", answer());
    cards.put(
        "hand-over",
        new Card(
            "【緊急】引き継ぎ Q-7",
            Tone.URGENT,
            Language.JA,
            List.of(
                new Block.Quote("PC が*勝手に*暗号化されています。\n> どうすれば？", "田中 美咲"),
                new Block.Facts(List.of(new Fact("お客さま", "さくら商事"), new Fact("対応開始", "すぐ"))),
                new Block.Buttons(List.of(button("対応します", Style.PRIMARY))))));
    cards.put(
        "call",
        new Card(
            "呼び出し: 一次窓口",
            Tone.URGENT,
            Language.JA,
            List.of(
                new Block.Text("さくら商事: 問い合わせ Q-7 が、担当者を待っています。"),
                new Block.Note("1 段目 2026年11月24日(火) 10:30"))));
    cards.put("english", english());
    cards.put("hostile", hostile());
    cards.put("too-long", tooLong());
    cards.put("too-many-buttons", tooManyButtons());
    cards.put("history-too-long", history(300));
    return cards;
  }

  private static Card alert(Tone tone, String status, Button... buttons) {
    List<Block> blocks =
        new ArrayList<>(
            List.of(
                new Block.Text("ランサムウェアに似た振る舞いを検知しました。"),
                new Block.Facts(
                    List.of(
                        new Fact("状態", status),
                        new Fact("端末", "PC-042 (10.1.2.42)"),
                        new Fact("ユーザー", "SAKURA\\m.tanaka"),
                        new Fact("検知時刻", "2026年11月24日(火) 10:00"),
                        new Fact("コマンド", "vssadmin.exe delete shadows /all /quiet"),
                        new Fact("通信先", "http://evil.example/_a_b_?q=*"),
                        new Fact("イベント番号", "WB-9001-20261124-00001")))));
    if (buttons.length > 0) {
      blocks.add(new Block.Buttons(List.of(buttons)));
    }
    return new Card("【重大】Ransomware Behaviour", tone, Language.JA, blocks);
  }

  private static Card history(int lines) {
    return new Card(
        "経過: Ransomware Behaviour",
        Tone.PLAIN,
        Language.JA,
        List.of(
            new Block.History(
                "経過",
                IntStream.range(0, lines)
                    .mapToObj(i -> "11/24 10:%02d  PC-042 の隔離: 依頼（佐藤 大輔）%d".formatted(i % 60, i))
                    .toList())));
  }

  private static Card answer() {
    return new Card(
        "回答 Q-1",
        Tone.PLAIN,
        Language.JA,
        List.of(
            new Block.Text("解約したい月の前月末日までに、書面でお知らせください。\n\n- 満了日の1か月前が期限です。"),
            new Block.Quote("契約者は、本契約を解約しようとするときは…", "利用規約 第16条第1項"),
            new Block.Note("出典: 利用規約 第16条第1項、サポート FAQ C-02"),
            new Block.Buttons(
                List.of(
                    button("役に立った", Style.PLAIN),
                    button("違う", Style.PLAIN),
                    button("担当者につなぐ", Style.PLAIN)))));
  }

  private static Card english() {
    return new Card(
        "Answer Q-2",
        Tone.PLAIN,
        Language.EN,
        List.of(
            new Block.Text("1. Open the console.\n2. Press *Install*.\n# not a heading"),
            new Block.Note("Sources: Support FAQ I-03"),
            new Block.Buttons(List.of(button("Helpful", Style.PLAIN)))));
  }

  /** What malware and jokers would write. */
  private static Card hostile() {
    return new Card(
        "@everyone <@100000000000000001> **title**",
        Tone.PLAIN,
        Language.EN,
        List.of(
            new Block.Text(
                """
                @everyone @here <@&1> <#2> <:x:3> </edr:4> <t:1> :smile: ||spoiler|| ~~x~~
                ```
                code
                ``` `tick`
                [text](https://evil.example) https://evil.example
                # big
                -# small
                > quote
                >>> all
                - list
                1. list
                * list\0\7\
                """),
            new Block.Facts(List.of(new Fact("**name**", "a\n@everyone"))),
            new Block.Quote("```\n# x", "_who_"),
            new Block.Note("-# note\n\nsecond *line*")));
  }

  private static Card tooLong() {
    return new Card(
        "長い" + "題".repeat(500),
        Tone.PLAIN,
        Language.JA,
        List.of(
            new Block.Text("*".repeat(3000)),
            new Block.Text("𠮷".repeat(3000)),
            new Block.Note("出典は省略される"),
            new Block.Buttons(List.of(button("b".repeat(200), Style.PLAIN)))));
  }

  private static Card tooManyButtons() {
    return new Card(
        "多い",
        Tone.PLAIN,
        Language.JA,
        List.of(
            new Block.Text("前"),
            new Block.Buttons(
                IntStream.range(0, 60).mapToObj(i -> button("b" + i, Style.PLAIN)).toList()),
            new Block.Text("後")));
  }

  private static Button isolate() {
    return new Button("id-隔離", "隔離", Style.DANGER, Optional.of(ISOLATE));
  }

  private static Button button(String label, Style style) {
    String id = label.length() > 20 ? label.substring(0, 20) : label;
    return new Button("id-" + id, label, style, Optional.empty());
  }
}
