package jp.mimamori.knowledge.computing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The numbers of endpoints that a question names, in order.
 *
 * @param ofPeople whether people were counted, one endpoint each
 */
record Counts(List<Count> all, boolean ofPeople) {
  /** More than this is a slip of the finger, and sums must not overflow. */
  private static final int MOST_DIGITS = 9;

  private static final Pattern ENDPOINTS =
      Pattern.compile(
          "(\\d+)\\s*(?:台(?!\\s*(?:あたり|当た|につき|ごと|毎))|端末|ライセンス|(?:(?:more|additional|extra|new|other|of"
              + " our|company|office|windows)"
              + " )*(?:pcs?|endpoints?|devices?|computers?|machines?|seats?|licen[sc]es?|laptops?|notebooks?|units?|terminals?|workstations?|desktops?|clients?|tablets?|servers?|installs?|installations?)\\b)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:台数|端末数?|ライセンス数?|数量|pc|パソコン|エンドポイント)(?:が|は|を|で|:)?\\s?(\\d+)(?!\\s*(?:か月|年|月|日|円|時|分|人|名|万|%|\\d))");
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(\\d+)\\s*(?:人|名(?!前)|people\\b|employees?\\b|staff\\b|persons?\\b|users?\\b|colleagues\\b|members\\b|of"
              + " us\\b)");

  /**
   * A number that stands for itself beside others that are counted, as in "18 here and 7 there".
   */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\d.:/¥-])(\\d+)(?="
              + " (?:in|at|for|now|today|more|already|currently|additional|extra|of them)\\b|"
              + " (?:vs\\.?|or|and|&)"
              + " \\d)|(?<=\\b(?:have|run|got|use|and|add|with|plus|vs|or|to|for)"
              + " )(\\d+)(?=\\s*(?:[?!.,]|and\\b|vs\\b|or\\b|$))");

  private static final Pattern NO_COUNT =
      Pattern.compile("(?:article|clause|section|year|faq|no\\.?) $");
  private static final Pattern EACH_PERSON =
      Pattern.compile(
          "\\d人(?:に)?(?:つき)?1台|1名1台|1台ずつ|\\b1 (?:pc|machine|computer|laptop|device) (?:each|per)");

  Counts {
    all = List.copyOf(all);
  }

  /**
   * @param number how many
   * @param start where in the text it stands
   * @param end where it ends
   */
  record Count(int number, int start, int end) {}

  /**
   * @param taken whether a place of the text is read as a day, a period or a time already
   */
  static Counts in(String text, IntPredicate taken) {
    List<Count> counted = find(ENDPOINTS, text, taken);
    if (counted.isEmpty()) {
      counted = find(NAMED, text, taken);
    }
    List<Count> people =
        find(PEOPLE, text, taken).stream().filter(count -> count.number() > 1).toList();
    boolean each = EACH_PERSON.matcher(text).find();
    if (!people.isEmpty() && (counted.isEmpty() || each)) {
      return new Counts(people, true);
    }
    List<Count> all = new ArrayList<>(counted);
    find(BARE, text, taken).stream()
        .filter(bare -> all.stream().noneMatch(count -> count.start() == bare.start()))
        .filter(bare -> !NO_COUNT.matcher(text.substring(0, bare.start())).find())
        .toList()
        .forEach(all::add);
    all.sort(Comparator.comparingInt(Count::start));
    return new Counts(all, false);
  }

  private static List<Count> find(Pattern pattern, String text, IntPredicate taken) {
    return pattern
        .matcher(text)
        .results()
        .filter(found -> !taken.test(found.start()) && digits(found).length() <= MOST_DIGITS)
        .map(found -> new Count(Integer.parseInt(digits(found)), found.start(), found.end()))
        .toList();
  }

  private static String digits(MatchResult found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return found.group(group);
      }
    }
    throw new IllegalStateException("no number in " + found.group());
  }

  List<Integer> numbers() {
    return all.stream().map(Count::number).toList();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
