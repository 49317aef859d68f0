package jp.mimamori.bot.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of an answer. Each row is how some mail program writes; ↵ ends a line. */
class QuotesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing to take | はい。↵お願いします。 | はい。↵お願いします。",
        "quoted lines | はい。↵> 元の文 | はい。",
        "answers between | > 一つ目↵はい↵> 二つ目↵いいえ | はい↵いいえ",
        "Gmail in Japanese | はい。↵↵2026年12月1日(火) 10:00 見守り <edr@example.jp>:↵> 元 | はい。",
        "Gmail in English | Yes.↵↵On Tue, Dec 1, 2026 at 10:00 Mimamori <edr@example.jp> wrote:↵> x"
            + " | Yes.",
        "Gmail, broken in two | Yes.↵↵On Tue, Dec 1, 2026 at 10:00 AM 見守り↵<edr@example.jp> wrote:↵>"
            + " x | Yes.",
        "Thunderbird | はい。↵2026/12/01 10:00、見守り <edr@example.jp> のメール:↵> 元 | はい。",
        "Outlook | はい。↵↵________________________________↵差出人: 見守り↵件名: x | はい。",
        "Outlook, no rule | はい。↵↵From: 見守り <edr@example.jp>↵Sent: Tuesday↵To: x↵↵元の文 | はい。",
        "older Outlook | はい。↵-----Original Message-----↵元 | はい。",
        "our own line | はい。↵＝＝ この行より上に返信をお書きください / Please reply above this line ＝＝↵元 | はい。",
        "signature by the rule | はい。↵-- ↵佐藤↵03-0000-0000 | はい。",
        "signature, Japanese | はい。↵↵━━━━━━━━━━↵佐藤 大輔↵━━━━━━━━━━ | はい。",
        "a telephone | はい。↵↵iPhoneから送信 | はい。",
        "a telephone, English | Yes.↵↵Sent from my iPhone | Yes.",
        "a colon is no head | From: の欄は空です。↵よろしくお願いします。 | From: の欄は空です。↵よろしくお願いします。",
        "a table's rule in the midst of much | a↵----------↵b↵1↵2↵3↵4↵5↵6↵7↵8↵9↵10↵11↵12↵13↵14 |"
            + " a↵----------↵b↵1↵2↵3↵4↵5↵6↵7↵8↵9↵10↵11↵12↵13↵14",
        "only a quotation | > 元 | ''",
      })
  void keepsWhatItsWriterWrote(String program, String mail, String kept) {
    assertEquals(kept.replace('↵', '\n'), Quotes.without(mail.replace('↵', '\n')), program);
  }
}
