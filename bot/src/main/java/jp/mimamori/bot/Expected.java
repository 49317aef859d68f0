package jp.mimamori.bot;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/**
 * What a question of a file should get. Compared without regard to width, spaces and the spellings
 * of a month; a clause agrees with the article above it and the items below it.
 *
 * @param articles the right sources, any of them
 * @param faqAnswers whether an entry of the FAQ is right too
 */
record Expected(
    List<String> articles,
    List<String> mustContain,
    List<List<String>> anyOf,
    List<String> mustNotContain,
    List<Pattern> mustNotMatch,
    String behavior,
    boolean faqAnswers) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern MONTH = Pattern.compile("[ヶヵカケ箇](?=月)");
  private static final Pattern ARTICLE = Pattern.compile("第\\d+条");
  private static final List<String> ANSWERS = List.of("answer", "answer_with_caveat");

  /**
   * @throws Failure naming the place if the line does not say what is expected
   */
  static Expected of(JsonLines.Line line) {
    JsonNode expect = line.json().path("expect");
    if (!expect.path("behavior").isTextual()) {
      throw new Failure(line.where() + ": \"expect\" is missing or names no \"behavior\"");
    }
    List<List<String>> anyOf = new ArrayList<>();
    expect.path("any_of").forEach(group -> anyOf.add(strings(group)));
    return new Expected(
        strings(expect.path("articles")),
        strings(expect.path("must_contain")),
        anyOf,
        strings(expect.path("must_not_contain")),
        strings(expect.path("must_not_regex")).stream()
            .map(text -> pattern(text, line.where()))
            .toList(),
        expect.path("behavior").asText(),
        expect.path("faq_ok").asBoolean());
  }

  private static Pattern pattern(String text, String where) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new Failure(where + ": must_not_regex: " + e.getDescription());
    }
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** What is wrong with an answer, in words; nothing if it is right. */
  List<String> faults(String text, List<String> citations, String behaved) {
    List<String> faults = new ArrayList<>();
    String said = normal(text);
    mustContain.stream()
        .filter(wanted -> !said.contains(normal(wanted)))
        .forEach(wanted -> faults.add("lacks " + wanted));
    anyOf.stream()
        .filter(group -> group.stream().noneMatch(wanted -> said.contains(normal(wanted))))
        .forEach(group -> faults.add("lacks any of " + String.join(" / ", group)));
    mustNotContain.stream()
        .filter(banned -> said.contains(normal(banned)))
        .forEach(banned -> faults.add("says " + banned));
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
    mustNotMatch.stream()
        .filter(banned -> banned.matcher(wide).find())
        .forEach(banned -> faults.add("says " + banned));
    if (!articles.isEmpty() && citations.stream().noneMatch(this::isRight)) {
      faults.add("cites " + (citations.isEmpty() ? "nothing" : String.join(", ", citations)));
    }
    if (!isWished(behaved)) {
      faults.add(behaved + " for " + behavior);
    }
    return faults;
  }

  /** Whether a citation is one of the right sources. */
  boolean isRight(String citation) {
    return articles.stream().anyMatch(article -> agree(citation, article));
  }

  private boolean isWished(String behaved) {
    boolean answered = ANSWERS.contains(behaved);
    return behaved.equals(behavior) || (answered && (ANSWERS.contains(behavior) || faqAnswers));
  }

  private static boolean agree(String citation, String article) {
    String one = normal(citation);
    String other = normal(article);
    if (ARTICLE.matcher(one).matches()) {
      return isWithin(other, one);
    }
    return isWithin(other, one) || isWithin(one, other);
  }

  private static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || !Character.isDigit(inner.charAt(outer.length())));
  }

  private static String normal(String text) {
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2019', '\'');
    String months = MONTH.matcher(SPACE.matcher(wide).replaceAll("")).replaceAll("か");
    return months
        .replace("一か月", "1か月")
        .replace("一年", "1年")
        .replace(",", "")
        .toLowerCase(Locale.ROOT);
  }
}
