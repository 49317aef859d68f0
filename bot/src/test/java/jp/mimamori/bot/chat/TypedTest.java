package jp.mimamori.bot.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jp.mimamori.bot.chat.Incoming.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", HELP, \"\"",
        "\"  Status \", STATUS, \"\"",
        "状況, STATUS, \"\"",
        "担当者, HANDOVER, \"\"",
        "\"alerts 重大\", ALERTS, 重大",
        "\"レポート　2026-10\", REPORT, 2026-10",
      })
  void anOrderIsKnownByItsWord(String text, Order order, String about) {
    assertEquals(new Typed.Ordered(order, about), Typed.read(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ask いくら？, いくら？",
    "質問　いくら？, いくら？",
    "ASK  what does it cost?, what does it cost?",
    "ask, ask",
    "report a lost notebook, report a lost notebook",
    "status of my contract, status of my contract",
    "asking for a friend, asking for a friend",
  })
  void anythingElseIsAQuestion(String text, String question) {
    assertEquals(new Typed.Asked(question), Typed.read(text));
  }
}
