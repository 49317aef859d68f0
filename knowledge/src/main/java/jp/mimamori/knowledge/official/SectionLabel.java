package jp.mimamori.knowledge.official;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How the sections of the annex are cited, by what their headings speak of. The first that fits.
 */
enum SectionLabel {
  CONDITIONS("前提条件", "前提条件"),
  DEFINITIONS("用語の定義", "用語"),
  OPERATION("運用代行", "運用代行"),
  REPORT("月次レポート", "レポート|情報提供"),
  SUPPORT("問合せサポート", "問い?合わ?せ|サポート"),
  FUNCTIONS("機能", "機能"),
  OVERVIEW("サービス概要", "概要"),
  FEES("利用料金", "料金|価格");

  private static final Pattern BRACKETS = Pattern.compile("[(（].*");

  private final String name;
  private final Pattern heading;

  SectionLabel(String name, String heading) {
    this.name = name;
    this.heading = Pattern.compile(heading);
  }

  /** {@code 別紙 機能}; for a section that no document speaks of yet, its own heading. */
  static String of(String heading) {
    String own = BRACKETS.matcher(heading).replaceAll("").replaceAll("[ \\u3000]", "");
    return "別紙 "
        + Arrays.stream(values())
            .filter(label -> label.heading.matcher(heading).find())
            .map(label -> label.name)
            .findFirst()
            .orElse(own.isEmpty() ? heading : own);
  }
}
