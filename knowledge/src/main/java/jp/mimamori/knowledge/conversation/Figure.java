package jp.mimamori.knowledge.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of figure that a question names, to be exchanged for others of their kind; what they
 * amount to is for {@code computing}. In this order: what an earlier kind has read, a later one
 * does not read again. Reads text in digits, see {@code Numerals}.
 */
enum Figure {
  DAY(
      "20\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|(?<![\\d/])\\d{1,2}/\\d{1,2}(?![\\d/])"
          + "|\\d{1,2}月の?\\d{1,2}日|\\d{1,2}月末日?|(?:再来月|今月|来月|翌月|先月)(?:末日?|の?\\d{1,2}日)"
          + "|年度末|年末年始|年末|年内|(?:お)?正月|ゴールデン・?ウ[ィイ]ーク|(?<![a-z])gw(?![a-z])|お盆|シルバー・?ウ[ィイ]ーク|(?:成人|建国記念|春分|昭和|みどり|こども|海|山|敬老|秋分|スポーツ|文化|勤労感謝)の日|天皇誕生日|憲法記念日|元日|元旦|大晦日|クリスマス|\\b(?:golden"
          + " week|obon|silver week|new year'?s (?:day|eve)|christmas(?: day| eve)?|labou?r"
          + " thanksgiving(?: day)?|culture day|(?:this"
          + " )?weekend)\\b|土日|週末|明後日|あさって|明日|あした|今日|本日|昨日|(?:再来週|来週|今週)の?[月火水木金土日]曜日?|[月火水木金土日]曜日?(?!間)|(?:the"
          + " )?end of (?:this|next|the) month|\\d{1,2}(?:st|nd|rd|th)?(?: of)?"
          + " (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:,?"
          + " 20\\d{2})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
          + " \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? 20\\d{2})?|\\b(?:the day after"
          + " )?tomorrow\\b|\\btoday\\b|\\byesterday\\b|\\b(?:next |this"
          + " )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b"),
  TIME(
      "(?:午前|午後|朝|夜中|夜|夕方|深夜|昼)?の?\\d{1,2}時(?!間)(?:\\d{1,2}分|半)?|(?<!\\d)\\d{1,2}:\\d{2}(?:"
          + " ?[ap]m)?|\\b\\d{1,2} ?(?:[ap]m|o'clock)\\b"),
  ENDPOINTS(
      "\\d+ ?(?:台(?!目)|端末|ライセンス|(?:pcs?|endpoints?|devices?|computers?|machines?|seats?|licen[sc]es?|laptops?|units?)\\b)"),
  PERIOD(
      "\\d+ ?(?:か月間?|ヶ月間?|ヵ月間?|カ月間?|ケ月間?|箇月間?|年間?半?|months?\\b|years?\\b)|半年間?|年間|年額|half a year"
          + "|\\b(?:a|per) (?:month|year)\\b|\\bannual(?:ly)?\\b|\\byearly\\b|月額|1か月"),
  MONEY("[¥￥]\\d+|\\d+ ?(?:円|yen\\b)"),
  DELAY("\\d+ ?(?:日間?|週間?|days?\\b|weeks?\\b)"),
  BARE("(?<![\\d.])\\d+(?![\\d.])");

  private final Pattern pattern;

  Figure(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /**
   * A figure as a message names it.
   *
   * @param start where it stands there
   */
  record Named(Figure kind, String words, int start, int end) {
    /** The figure of a question that this stands for. */
    Optional<Named> ownOf(String question) {
      return kind == BARE ? counted(question) : first(kind, question);
    }

    /** A question with this in place of its own figure of that kind; before it if it has none. */
    String within(String question) {
      return ownOf(question)
          .map(
              old ->
                  question.substring(0, old.start())
                      + (kind == BARE ? old.words().replaceFirst("\\d+", words) : words)
                      + question.substring(old.end()))
          .orElseGet(() -> (kind == BARE ? words + "台" : words) + "、" + question);
    }

    /** What a number without a unit counts: endpoints, else the only thing that is counted. */
    private static Optional<Named> counted(String question) {
      Optional<Named> endpoints = first(ENDPOINTS, question);
      List<Named> all =
          in(question).stream().filter(named -> named.words().matches("\\D*\\d+\\D*")).toList();
      return endpoints.isPresent() || all.size() != 1 ? endpoints : Optional.of(all.getFirst());
    }
  }

  /** The figures of a text, in order. */
  static List<Named> in(String text) {
    List<Named> found = new ArrayList<>();
    for (Figure kind : values()) {
      Matcher matcher = kind.pattern.matcher(text);
      while (matcher.find()) {
        MatchResult here = matcher.toMatchResult();
        if (found.stream().noneMatch(one -> here.start() < one.end() && one.start() < here.end())) {
          found.add(new Named(kind, here.group(), here.start(), here.end()));
        }
      }
    }
    found.sort(Comparator.comparingInt(Named::start));
    return found;
  }

  private static Optional<Named> first(Figure kind, String text) {
    return in(text).stream().filter(named -> named.kind() == kind).findFirst();
  }

  /** What is left of a text without its figures. */
  static String without(String text, List<Named> figures) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Named figure : figures) {
      rest.append(text, from, figure.start()).append(' ');
      from = figure.end();
    }
    return rest.append(text.substring(from)).toString();
  }
}
