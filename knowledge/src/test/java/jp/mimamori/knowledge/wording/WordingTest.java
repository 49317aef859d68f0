package jp.mimamori.knowledge.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.Instant;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Instant WEDNESDAY = Instant.parse("2026-11-04T00:00:00Z");

  @Test
  void momentsAreThoseOfTokyo() {
    assertEquals("2026年11月4日（水）9:00", Wording.moment(WEDNESDAY, Language.JA));
    assertEquals("Wednesday, 4 November 2026, 9:00 (JST)", Wording.moment(WEDNESDAY, Language.EN));
  }

  @Test
  void moneySaysThatTaxIsNotInIt() {
    assertEquals("576,000円（税別）", Wording.untaxed(BigDecimal.valueOf(576_000), Language.JA));
    assertEquals(
        "576,000 yen (excluding tax)", Wording.untaxed(BigDecimal.valueOf(576_000), Language.EN));
  }

  @Test
  void everyPhraseStandsInBothLanguages() {
    for (Phrase phrase : Phrase.values()) {
      Object[] values = {"1", "2", "3", "4", "5", "6", "7"};
      assertFalse(phrase.in(Language.JA, values).isBlank(), phrase.name());
      String english = phrase.in(Language.EN, values).replace("第15条第2項", "");
      assertEquals(Language.EN, Language.of(english), phrase.name());
    }
  }
}
