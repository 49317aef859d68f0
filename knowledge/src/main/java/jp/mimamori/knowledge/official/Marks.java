package jp.mimamori.knowledge.official;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.wording.Numerals;

/**
 * The marks by which terms are structured, as printed text, web pages and word processors write
 * them. What a line looks like is told here; whether it fits in its place is for {@link Outline}.
 */
final class Marks {
  static final String BULLET = "・";

  private static final String S = "[ \\u3000\\u00a0]*";
  private static final String SPACES = "[ \\u3000\\u00a0\\t]+";
  private static final String DIGITS = "[0-9０-９]";
  private static final String KANJI = "[〇一二三四五六七八九十百]";
  private static final Pattern ARTICLE =
      Pattern.compile(
          "第%1$s(%2$s{1,3}|%3$s{1,5})%1$s条(?:の(%2$s{1,2}|%3$s{1,2}))?(.*)"
              .formatted(S, DIGITS, KANJI));
  private static final Pattern TITLE_ONLY = Pattern.compile(S + "[（(【\\[〔](.{1,60})[）)】\\]〕]" + S);
  private static final Pattern TITLE_AND_TEXT =
      Pattern.compile(S + "[（(【]([^）)】]{1,60})[）)】]" + SPACES + "(\\S.*)");
  private static final Pattern BARE_TITLE = Pattern.compile(SPACES + "([^。、，,「」]{1,40})");
  private static final Pattern BARE_TEXT = Pattern.compile(SPACES + "(\\S.*)");
  private static final Pattern PARAGRAPH =
      Pattern.compile(
          "(?:第(%1$s{1,2})項(?:%2$s|$)|(%1$s{1,2})[.．、](?!%1$s)|(%1$s{1,2})%2$s(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}「（]))(.*)"
              .formatted(DIGITS, SPACES));
  private static final Pattern ITEM =
      Pattern.compile("(?:[（(](%1$s{1,2})[）)]|(%1$s{1,2})[）)])(.*)".formatted(DIGITS));
  private static final Pattern KANJI_ITEM =
      Pattern.compile("([一二三四五六七八九十]{1,3})(?:" + SPACES + "|[、．])(.*)");
  private static final Pattern CIRCLED = Pattern.compile("([①-⑳])(.*)");
  private static final Pattern SECTION =
      Pattern.compile("[■◆◇□▼]" + S + "(\\S.*)|【([^】]{1,60})】" + S);
  private static final Pattern ANNEX =
      Pattern.compile(
          "[■【〔（(\\[]?%1$s別%1$s紙%1$s(%2$s{1,2})?%1$s[】〕）)\\]]?(?:(?:%3$s|(?<=[】〕）)\\]]))(.{1,100}))?"
              .formatted(S, DIGITS, SPACES));
  private static final Pattern SUPPLEMENT =
      Pattern.compile("[■【（(]?" + S + "附" + S + "則" + S + "[】）)]?");
  private static final Pattern CHAPTER =
      Pattern.compile(
          "■?第%s(?:%s{1,2}|%s{1,3})%s[章節](?:%s.{1,30})?".formatted(S, DIGITS, KANJI, S, SPACES));
  private static final Pattern TABLE = Pattern.compile("■?用語" + SPACES + "(?:用語の)?(?:意味|定義|内容|説明)");
  private static final Pattern BULLETED = Pattern.compile("(?:[・※•●○◯‐–*-]|注" + S + "[)）]).*");
  private static final Pattern CONTENTS =
      Pattern.compile("第.{1,5}条.*(?:[.．…・‥]{3,}|" + SPACES + ")" + DIGITS + "{1,3}");

  private Marks() {}

  /**
   * A line that looks like the beginning of an article.
   *
   * @param branch 2 for 第14条の2, otherwise 0
   * @param title empty if it stands elsewhere
   * @param text what follows in the same line, often nothing
   */
  record Article(int number, int branch, String title, String text) {
    String label() {
      return "第" + number + "条" + (branch == 0 ? "" : "の" + branch);
    }
  }

  /**
   * A line that begins with a number.
   *
   * @param plain whether the number stands alone, as in statutes, and may be anything else
   */
  record Numbered(int number, String text, boolean plain) {}

  static Optional<Article> article(String line) {
    Matcher found = ARTICLE.matcher(line);
    if (!found.matches() || CONTENTS.matcher(line).matches()) {
      return Optional.empty();
    }
    int number = number(found.group(1));
    int branch = found.group(2) == null ? 0 : number(found.group(2));
    String after = found.group(3);
    Matcher title = TITLE_ONLY.matcher(after);
    if (title.matches()) {
      return Optional.of(new Article(number, branch, title.group(1).strip(), ""));
    }
    Matcher both = TITLE_AND_TEXT.matcher(after);
    if (both.matches()) {
      return Optional.of(new Article(number, branch, both.group(1).strip(), both.group(2)));
    }
    Matcher bare = BARE_TITLE.matcher(after);
    if (bare.matches()) {
      return Optional.of(new Article(number, branch, bare.group(1).strip(), ""));
    }
    Matcher text = BARE_TEXT.matcher(after);
    if (text.matches()) {
      return Optional.of(new Article(number, branch, "", text.group(1)));
    }
    return after.isBlank() ? Optional.of(new Article(number, branch, "", "")) : Optional.empty();
  }

  /** A line of a table of contents. */
  static boolean isContents(String line) {
    return CONTENTS.matcher(line).matches() || line.matches("目" + S + "次");
  }

  /** A title in brackets on a line of its own, as statutes put it above the article. */
  static Optional<String> titleAlone(String line) {
    Matcher found = TITLE_ONLY.matcher(line);
    return found.matches() ? Optional.of(found.group(1).strip()) : Optional.empty();
  }

  static Optional<Numbered> paragraph(String line) {
    Matcher found = PARAGRAPH.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    boolean plain = found.group(3) != null;
    String number =
        plain ? found.group(3) : found.group(1) != null ? found.group(1) : found.group(2);
    return Optional.of(new Numbered(number(number), found.group(4).strip(), plain));
  }

  static Optional<Numbered> item(String line) {
    Matcher found = ITEM.matcher(line);
    if (found.matches()) {
      String number = found.group(1) != null ? found.group(1) : found.group(2);
      return Optional.of(new Numbered(number(number), found.group(3).strip(), false));
    }
    Matcher circled = CIRCLED.matcher(line);
    if (circled.matches()) {
      int number = circled.group(1).charAt(0) - '①' + 1;
      return Optional.of(new Numbered(number, circled.group(2).strip(), false));
    }
    Matcher kanji = KANJI_ITEM.matcher(line);
    return kanji.matches()
        ? Optional.of(new Numbered(number(kanji.group(1)), kanji.group(2).strip(), true))
        : Optional.empty();
  }

  static Optional<String> section(String line) {
    Matcher found = SECTION.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    String heading = found.group(1) != null ? found.group(1) : found.group(2);
    return Optional.of(heading.strip());
  }

  /** The title of an annex that begins here, empty if it has none or in a later line. */
  static Optional<Annex> annex(String line) {
    Matcher found = ANNEX.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    String number = found.group(1) == null ? "" : String.valueOf(number(found.group(1)));
    String title = found.group(2) == null ? "" : found.group(2).strip();
    return title.contains("。") ? Optional.empty() : Optional.of(new Annex(number, title));
  }

  record Annex(String number, String title) {}

  static boolean isSupplement(String line) {
    return SUPPLEMENT.matcher(line).matches();
  }

  static boolean isChapter(String line) {
    return CHAPTER.matcher(line).matches();
  }

  /** The heads of the columns of a table of definitions. */
  static boolean isTableOfTerms(String line) {
    return TABLE.matcher(line).matches();
  }

  static boolean isBullet(String line) {
    return BULLETED.matcher(line).matches();
  }

  /** Whether a line begins something, whatever it is. */
  static boolean begins(String line) {
    return isBullet(line)
        || article(line).isPresent()
        || paragraph(line).isPresent()
        || item(line).isPresent()
        || section(line).isPresent()
        || annex(line).isPresent();
  }

  /** A heading of a format that has headings: marked as one unless its words say so already. */
  static String heading(String text) {
    String line = text.strip();
    boolean says =
        article(line).isPresent()
            || annex(line).isPresent()
            || section(line).isPresent()
            || isSupplement(line)
            || line.isEmpty();
    return says ? line : "■" + line;
  }

  /** The mark of an item of a numbered list: paragraphs outside, items within. */
  static String ordered(int depth, int number) {
    return depth == 1 ? number + "．" : "(" + number + ")";
  }

  /** A line with its mark, unless its own words bring one. */
  static String marked(String mark, String line) {
    return mark.isEmpty() || begins(line) ? line : mark + line;
  }

  private static int number(String digits) {
    return Integer.parseInt(Numerals.digits(digits + "条").replace("条", ""));
  }
}
