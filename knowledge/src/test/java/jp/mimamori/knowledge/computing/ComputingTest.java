package jp.mimamori.knowledge.computing;

import static jp.mimamori.knowledge.Fixture.everything;
import static jp.mimamori.knowledge.Fixture.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Fixture;
import jp.mimamori.knowledge.OfficeHours;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.wording.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money and days are law: tables, by hand. */
class ComputingTest {
  private static final Set<String> CITABLE =
      Set.of(
          "第14条第1項",
          "第14条第2項",
          "第15条第1項",
          "第15条第2項",
          "第16条第1項",
          "第24条第1項",
          "別紙 利用料金",
          "別紙 問合せサポート(4)");

  private final Computing computing =
      new Computing(Fixture.facts(Map.of()), new OfficeHours(), CITABLE);

  /** Asked at a time in Tokyo. */
  private Optional<Answer> ask(String text, String at) {
    var now = LocalDateTime.parse(at).atZone(Wording.TOKYO).toInstant();
    return computing.answer(new Question(text, now));
  }

  private void expect(String question, String at, String clause, String says) {
    Answer answer =
        assertInstanceOf(
            Answer.Computed.class,
            ask(question, at).orElseThrow(() -> new AssertionError(question)));
    assertTrue(labels(answer).contains(clause), () -> question + " cites " + labels(answer));
    assertTrue(everything(answer).contains(says), () -> question + ": " + everything(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30台だと月いくら？ | 48,000円（税別）",
        "３０台の月額料金 | 48,000円（税別）",
        "三十台の料金を教えて | 48,000円（税別）",
        "what do two dozen PCs cost a month? | 38,400 yen (excluding tax)",
        "what's the total for a dozen PCs over two years | 460,800 yen (excluding tax)",
        "30台やとなんぼ？ | 48,000円（税別）",
        "PC30台で1年間いくら？ | 576,000円（税別）",
        "30台の年額は？ | 576,000円（税別）",
        "百台を半年使うと費用は | 960,000円（税別）",
        "12台を2年間使うと総額は？ | 460,800円（税別）",
        "10台を1年6か月使ったら料金は | 288,000円（税別）",
        "10台 6ヶ月 いくら | 96,000円（税別）",
        "1000台でいくら | 1,600,000円（税別）",
        "1,000台でいくら | 1,600,000円（税別）",
        "30 PCs a year | 576,000 yen (excluding tax)",
        "thirty PCs for six months, how much? | 288,000 yen (excluding tax)",
        "price for twenty-five endpoints | 40,000 yen (excluding tax) a month",
        "What do 7 laptops cost for half a year? | 67,200 yen (excluding tax)",
        "how much for 50 of our company computers per month | 80,000 yen (excluding tax)",
        "1台あたりいくら？ | 1,600円（税別）",
        "price per device | 1,600 yen (excluding tax)",
        "3台だけ契約できますか | 8,000円（税別）",
        "3台だと月額いくら | 4,800円（税別）",
        "what would 2 PCs cost a year? | 96,000 yen (excluding tax)",
        "5台追加するといくら増える？ | 8,000円（税別）",
        "20台に10台追加したら月額はいくら | 48,000円（税別）",
        "20台から30台に増やすといくら | 16,000円（税別）",
        "30台から20台に減らしたら料金は | 減らせるかどうかは担当者が確認します",
        "How much for 1 additional endpoint? | 1,600 yen (excluding tax)",
      })
  void fees(String question, String says) {
    expect(question, "2026-10-30T10:00", "別紙 利用料金", says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20台、残り4か月で解約したらいくら？ | 128,000円（税別）",
        "20台を8か月で解約したら違約金は？ | 128,000円（税別）",
        "20台で8ヶ月使って解約するときの費用 | 128,000円（税別）",
        "4月1日に始めて10台。12月末でやめたら違約金いくら？ | 48,000円（税別）",
        "20 PCs, started on 1 February 2026, we leave on 15 September 2026: what do we owe? |"
            + " 160,000 yen",
        "2026年4月1日に開始した10台を2026年11月30日に解約したらいくら | 64,000円（税別）",
        "2026年4月1日に開始した10台を2026年11月15日に解約したらいくら | 80,000円（税別）",
        "10台、満了日が2027年3月31日で2026年12月31日に解約する場合の違約金 | 48,000円（税別）",
        "10台を14か月で解約したらいくら払う？ | 最低利用期間は過ぎています",
        "If we cancel 20 PCs with 4 months left, what do we pay? | 128,000 yen (excluding tax)",
        "We have 10 seats and quit after 9 months, how much is the penalty? | 48,000 yen (excluding"
            + " tax)",
      })
  void leavingEarly(String question, String says) {
    expect(question, "2026-10-30T10:00", "第15条第2項", says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10万円の支払いが20日遅れたら利息はいくら？ | 794円", // 100000*.145*20/365 = 794.52
        "1万2000円を10日遅れて払うと遅延利息は？ | 47円", // 47.67
        "支払期日9月30日の10万円を10月20日に払うと遅延利息は？ | 794円",
        "¥29,200 paid 30 days late, how much interest? | 348 yen", // 348.0
        "36,500円を100日滞納したら延滞利息はいくら | 1,450円", // exactly
        "30台の1か月分を10日遅れたら利息はいくら | 190円", // 48000*.145*10/365 = 190.68
        "100,000 yen due 2026-09-30 paid 2026-09-30 late interest? | no interest is due",
        "interest on 100000 yen paid 1 week late? | 278 yen", // 278.08
      })
  void payingLate(String question, String says) {
    expect(question, "2026-10-30T10:00", "第24条第1項", says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今日解約を通知したらいつ解約になりますか | 2026-10-30T10:00 | 2026年11月30日（月）",
        "1月31日に解約通知が届いたらいつ解約？ | 2027-01-10T10:00 | 2027年2月28日（日）",
        "9月1日に解約を申し出たらいつ解約になる？ | 2026-08-10T10:00 | 2026年10月1日（木）",
        "12月31日に解約したい。いつまでに通知すればいい？ | 2026-10-30T10:00 | 2026年11月30日（月）",
        "3月31日に解約するには何日までに連絡が必要？ | 2027-01-10T10:00 | 2027年2月28日（日）",
        "来月末に解約したいのですが間に合いますか | 2026-10-30T10:00 | 2026年11月30日（月）に解約できます",
        "今月末で解約できますか？ | 2026-10-15T10:00 | 2026年11月15日（日）",
        "11月10日に解約したいのですがいつまでに連絡？ | 2026-10-30T10:00 | その期限は過ぎています",
        "If we give notice on 5 November, when does the cancellation take effect? |"
            + " 2026-10-30T10:00 | Saturday, 5 December 2026",
        "By when must we give notice to cancel on Dec 31? | 2026-10-30T10:00 | Monday, 30 November"
            + " 2026",
        "Can we cancel at the end of this month? | 2026-10-15T10:00 | Sunday, 15 November 2026",
        "If I cancel today, when does it end? | 2026-10-30T10:00 | Monday, 30 November 2026",
      })
  void cancelling(String question, String at, String says) {
    expect(question, at, "第16条第1項", says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026年9月1日に利用を開始したら契約はいつまで？ | 2027年8月31日（火）",
        "2026年9月1日開始だと更新日はいつ | 2027年9月1日（水）",
        "2026/9/1スタートの場合、更新しないと伝える期限は？ | 2027年7月31日（土）",
        "2028年2月29日に開始したら満了日は？ | 2029年2月28日（水）",
        "2026年12月1日に開始したら満了の1か月前はいつ | 2027年10月30日（土）",
        "Our service started on 1 September 2026. When does it renew? | Wednesday, 1 September"
            + " 2027",
        "If we start on 2026-09-01, until when does the term run? | Tuesday, 31 August 2027",
        "4月1日に開始しました。契約期間はいつまで？ | 2027年3月31日（水）",
      })
  void terms(String question, String says) {
    expect(question, "2026-10-30T10:00", "第14条第1項", says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今、電話できますか | 2026-10-30T10:00 | はい",
        "今、電話できますか | 2026-10-30T17:30 | 2026年11月2日（月）9:00",
        "いま窓口は開いていますか | 2026-11-02T20:00 | 2026年11月4日（水）9:00",
        "明日は営業していますか | 2026-11-02T10:00 | お休みです",
        "11月4日は開いてますか？ | 2026-10-30T10:00 | 9:00から17:30まで",
        "明日の朝、電話は通じますか？サポートは対応していますか | 2026-10-29T22:00 | 9:00から17:30まで",
        "土曜の10時は対応してますか | 2026-10-30T10:00 | 対応時間外",
        "11月4日の17時半に電話して大丈夫ですか | 2026-10-30T10:00 | 対応時間外",
        "いつ返事がもらえますか | 2026-10-30T19:00 | 2026年11月2日（月）9:00",
        "金曜の夜7時に聞いたらいつ返事くる？ | 2026-11-02T10:00 | 2026年11月9日（月）9:00",
        "夜9時に質問したら返事はいつ？ | 2026-10-30T10:00 | 2026年11月2日（月）9:00",
        "次の月ようびってサポートやつてますか | 2026-10-30T10:00 | 9:00から17:30まで",
        "If I write at 7pm on Friday, when will I hear back? | 2026-11-02T10:00 | Monday, 9"
            + " November 2026, 9:00 (JST)",
        "Are you open now? | 2026-11-03T10:00 | Wednesday, 4 November 2026, 9:00 (JST)",
        "Are you open next Monday? | 2026-10-30T10:00 | Monday, 2 November 2026",
        "When will a human answer? | 2026-11-02T18:00 | Wednesday, 4 November 2026, 9:00 (JST)",
        "Can I call support at 8 am tomorrow? | 2026-10-29T12:00 | not there",
        "Is the desk open on Nov 5? | 2026-10-30T10:00 | from 9:00 to 17:30",
      })
  void theDesk(String question, String at, String says) {
    expect(question, at, "別紙 問合せサポート(4)", says);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1年使うといくら？",
        "how much is it for two years?",
        "20台を途中で解約したらいくら払う？",
        "残り4か月で解約すると違約金はいくら？",
        "10万円の支払いが遅れたら利息はいくら？",
        "0台だといくら？",
      })
  void aMissingNumberIsAskedFor(String question) {
    assertInstanceOf(
        Answer.WhichOne.class, ask(question, "2026-10-30T10:00").orElseThrow(), question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "料金の支払方法は？",
        "30台の割引はありますか",
        "解約の方法を教えて",
        "途中で解約したら料金はどうなる？",
        "遅延利息の利率は？",
        "更新されますか",
        "受付時間は？",
        "最低5台からですか",
        "30台の端末が感染しました",
        "昨日から端末がつながらない",
        "今日ウイルスが検知されました、対応してください",
        "What is the late interest rate?",
        "How do I cancel?",
        "We monitor 30 PCs",
        "When is my report sent?",
        "契約期間は1年ですか",
      })
  void ordinaryQuestionsAreLeftToTheDocuments(String question) {
    assertEquals(Optional.empty(), ask(question, "2026-10-30T10:00"), question);
  }

  @Test
  void aSumWhoseClauseIsNotInTheDocumentsIsNotGiven() {
    Computing bare = new Computing(Fixture.facts(Map.of()), new OfficeHours(), Set.of());
    assertEquals(Optional.empty(), bare.answer(new Question("30台だと月いくら？", Fixture.FRIDAY)));
  }
}
