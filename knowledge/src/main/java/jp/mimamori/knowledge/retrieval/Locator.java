package jp.mimamori.knowledge.retrieval;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.wording.Numerals;

/**
 * A place that a question names itself: {@code 第16条1項}, {@code article 16(1)}, {@code FAQ I-3}.
 *
 * @param label in the citation scheme, without {@code FAQ}
 * @param faq whether an entry of the FAQ is meant
 * @param rest what the question says besides
 */
public record Locator(String label, boolean faq, String rest) {
  private static final String NUMBER = "(\\d{1,3})";
  private static final Pattern ARTICLE =
      Pattern.compile(
          "第?\\s*"
              + NUMBER
              + "\\s*条(?!件|約|例)(?:\\s*の?\\s*第?\\s*"
              + NUMBER
              + "\\s*項)?(?:\\s*の?\\s*第?\\s*"
              + NUMBER
              + "\\s*号)?");
  private static final Pattern ENGLISH_ARTICLE =
      Pattern.compile(
          "\\b(?:article|art\\.?|clause|section|§)\\s*(\\d{1,3})(?:\\s*(?:\\(|-|\\.|,?\\s*(?:paragraph|para\\.?|item)\\s*)(\\d{1,2})\\)?)?(?:\\s*(?:\\(|-|\\.|,?\\s*(?:item|no\\.?)\\s*)(\\d{1,2})\\)?)?");
  private static final Pattern FAQ =
      Pattern.compile("(?:\\bfaq\\s*)?(?<![a-z])([a-z])-(\\d{1,3})(?!\\d)");
  private static final Pattern ANNEX =
      Pattern.compile(
          "別紙の?\\s*[「『]?(\\p{IsHan}[^\\s「」『』、。?？]*?)[」』]?\\s*(?:\\((\\d{1,2})\\))?(?=\\s*$|について|とは|を|の内容|は[?？]?$|[?？])");

  /** The first place named, if any. */
  public static Optional<Locator> in(String question) {
    String text = Numerals.digits(question);
    Matcher article = ARTICLE.matcher(text);
    if (article.find()) {
      return Optional.of(place(article, text));
    }
    Matcher english = ENGLISH_ARTICLE.matcher(text);
    if (english.find()) {
      return Optional.of(place(english, text));
    }
    Matcher faq = FAQ.matcher(text);
    if (faq.find()) {
      String label =
          "%s-%02d"
              .formatted(faq.group(1).toUpperCase(Locale.ROOT), Integer.parseInt(faq.group(2)));
      return Optional.of(new Locator(label, true, rest(faq, text)));
    }
    Matcher annex = ANNEX.matcher(text);
    if (annex.find()) {
      String item = annex.group(2) == null ? "" : "(" + annex.group(2) + ")";
      return Optional.of(new Locator("別紙 " + annex.group(1) + item, false, rest(annex, text)));
    }
    return Optional.empty();
  }

  /** Whether it names an article rather than an entry of the FAQ or an annex. */
  public boolean isArticle() {
    return label.startsWith("第");
  }

  private static Locator place(Matcher found, String text) {
    StringBuilder label = new StringBuilder("第" + found.group(1) + "条");
    if (found.group(2) != null) {
      label.append("第").append(found.group(2)).append("項");
    }
    if (found.group(2) != null && found.group(3) != null) {
      label.append("第").append(found.group(3)).append("号");
    }
    return new Locator(label.toString(), false, rest(found, text));
  }

  private static String rest(Matcher found, String text) {
    return (text.substring(0, found.start()) + " " + text.substring(found.end())).strip();
  }
}
