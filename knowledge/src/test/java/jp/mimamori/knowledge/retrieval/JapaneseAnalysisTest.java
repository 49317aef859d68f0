package jp.mimamori.knowledge.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseAnalysisTest {
  private final TextAnalysis analysis =
      TextAnalysis.of(
          jp.mimamori.knowledge.Language.JA,
          List.of("# remark", "端末 = PC = パソコン = エンドポイント", "隔離 = 切り離し = 切り離す", "解約 = やめる # quit"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "アンインストール",
        "マルウェア",
        "ランサムウェア",
        "誤検知",
        "仮想アナライザ",
        "サンドボックス",
        "注意が必要なイベント",
        "エンドポイント",
        "アグレッシブスキャン",
        "インストーラ"
      })
  void wordsOfTheFieldStayWhole(String word) {
    assertEquals(List.of(word), analysis.of(word).words());
  }

  @ParameterizedTest
  @CsvSource({
    "パソコンを切り離したい, 端末を隔離したい",
    "PCの隔離, エンドポイントの隔離",
    "ﾊﾟｿｺﾝ, パソコン",
    "契約をやめたいんですが, 契約を解約したいです",
  })
  void whatMeansTheSameBecomesTheSame(String one, String other) {
    assertEquals(analysis.of(one).senses(), analysis.of(other).senses());
  }

  @ParameterizedTest
  @CsvSource({"申し込み, 申込, 申込", "申込み, 申込む, 申込", "手続き, 手続, 手続", "取り扱い, 取扱い, 取扱", "見る, 見る, 見る"})
  void kanaBetweenKanjiMayBeLeftOut(String one, String other, String word) {
    assertEquals(List.of(word), analysis.of(one).words());
    assertEquals(List.of(word), analysis.of(other).words());
  }

  @Test
  void whatEveryQuestionSaysIsDropped() {
    assertEquals(List.of("解約", "期限"), analysis.of("解約の期限を教えていただけますか").words());
    assertEquals(0, analysis.contents("教えてください"));
  }

  @ParameterizedTest
  @CsvSource({
    "how do I do 隔離?, 隔離",
    "設定変えてしまｓか, 設定変えてしまか",
    "隔離できますｋ, 隔離できます",
    "ｱﾝｲﾝｽﾄｰﾙしたい, アンインストール"
  })
  void otherLettersDoNotHideTheWords(String typed, String meant) {
    assertEquals(analysis.of(meant).words(), analysis.of(typed).words());
  }

  @Test
  void lettersThatNameSomethingStay() {
    assertEquals(List.of("id", "使う"), analysis.of("IDを使う").words());
    assertEquals(List.of("d", "ドライブ"), analysis.of("dドライブ").words());
  }

  @Test
  void englishWordsInJapaneseQuestionsHaveTheSameSense() {
    List<String> lines = List.of("隔離 = 切り離し = isolate", "isolate = disconnect");
    TextAnalysis japanese = TextAnalysis.of(jp.mimamori.knowledge.Language.JA, lines);
    TextAnalysis english = TextAnalysis.of(jp.mimamori.knowledge.Language.EN, lines);
    assertEquals(japanese.of("隔離したい").senses(), japanese.of("isolateしたい").senses());
    assertEquals(english.of("isolate").senses(), english.of("disconnect").senses());
  }

  @Test
  void kanaSoundsLikeKanji() {
    List<String> kanji = analysis.of("解約").sounds();
    Terms kana = analysis.of("かいやく");
    assertTrue(kana.kanaOnly());
    assertEquals(kanji, kana.sounds());
  }

  @ParameterizedTest
  @CsvSource({"unistall,uninstall,1", "agnet,agent,1", "same,same,0", "ab,cd,2"})
  void slipsAreCounted(String typed, String meant, int distance) {
    assertEquals(distance, Spelling.distance(typed, meant, 2));
  }
}
