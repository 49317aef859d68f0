package jp.mimamori.knowledge.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.retrieval.PassageCollection.Listed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A town hall's notices, asked as people ask. */
class PassageCollectionTest {
  private static final PassageCollection TOWN =
      new PassageCollection(
          List.of(
                  new Listed("in", "転入届", "他の市区町村から転入したときの届出です。"),
                  new Listed("out", "転出届", "他の市区町村へ転出するときの届出です。"),
                  new Listed("seal", "印鑑登録", "実印の登録を受け付けます。"),
                  new Listed("fee", "証明書の手数料", "住民票の写し一通三百円"),
                  new Listed("day", "証明書の交付の期間", "窓口は平日に開きます。"),
                  new Listed("pay", "市税の納付", "納付が困難なときは猶予の制度があります。"),
                  new Listed("lost", "カードの再交付", "紛失の届出のあと再交付を申請してください。"))
              .iterator(),
          Language.JA);

  @AfterAll
  static void close() {
    TOWN.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ハンコ, seal",
    "証明書はいくら, fee",
    "証明書はいつもらえる, day",
    "税金が払えない, pay",
    "カードをなくした, lost",
    "転出の届け出, out",
  })
  void whatPeopleSayFindsWhatNoticesSay(String asked, String found) {
    assertEquals(found, TOWN.find(asked, 1).getFirst().id());
  }

  @Test
  void aWholeLetterIsAsked() {
    String letter =
        IntStream.range(0, 2_000)
            .mapToObj(i -> Character.toString('一' + i * 7) + "はいくら、カードをなくした。")
            .collect(Collectors.joining());
    assertEquals("lost", TOWN.find("カードの紛失と再交付。" + letter, 1).getFirst().id());
  }

  @Test
  void aHintHoldsOneWayOnly() {
    Hints hints = new Hints(List.of("引っ越す > 転入 = 転出", "# 例 > 何"), analysis());
    assertEquals(1, hints.of(analysis().everyWord("引っ越したい")).size());
    assertEquals(List.of(), hints.of(analysis().everyWord("転入したい")));
    assertEquals(List.of(), hints.of(analysis().everyWord("例")));
  }

  @Test
  void theLongestThingSaidIsTaken() {
    Hints hints = new Hints(List.of("お金 > 費用", "お金がない > 生活保護"), analysis());
    assertEquals(
        List.of(List.of("生活", "保護")),
        hints.of(analysis().everyWord("お金がないです")).getFirst().stream().toList());
  }

  private static TextAnalysis analysis() {
    return TextAnalysis.of(Language.JA, List.of());
  }
}
