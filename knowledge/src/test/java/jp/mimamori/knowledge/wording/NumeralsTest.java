package jp.mimamori.knowledge.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三十台 | 30台",
        "３０台 | 30台",
        "百二十三台 | 123台",
        "千円 | 1000円",
        "1万2000円 | 12000円",
        "1万円 | 10000円",
        "三万五千円 | 35000円",
        "1.5万円 | 15000円",
        "¥29,200 | ¥29200",
        "1,234,567円 | 1234567円",
        "十六条 | 16条",
        "二〇二六年 | 2026年",
        "thirty PCs | 30 pcs",
        "twenty-five endpoints | 25 endpoints",
        "two hundred and fifty machines | 250 machines",
        "fourteen days | 14 days",
        "one thousand yen | 1000 yen",
        "一般の端末 | 一般の端末",
        "一次ブロック | 一次ブロック",
        "一時的な中断 | 一時的な中断",
        "someone | someone",
      })
  void writesDigits(String written, String digits) {
    assertEquals(digits, Numerals.digits(written));
  }
}
