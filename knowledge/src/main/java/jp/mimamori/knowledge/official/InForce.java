package jp.mimamori.knowledge.official;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the day from which an edition applies, where the file says it. */
final class InForce {
  private static final String DAY =
      "(?:(20\\d{2})|令和 ?(\\d{1,2})) ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2})日?";
  private static final String WORD = "(?:施行|適用|発効|改定|改訂|制定|実施)";
  private static final Pattern SAID =
      Pattern.compile(WORD + "日?:? ?" + DAY + "|" + DAY + " ?(?:から|より|に|付で)? ?" + WORD);
  private static final Pattern ALONE = Pattern.compile(DAY);
  private static final Pattern COMPACT =
      Pattern.compile("(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?!\\d)");
  private static final int GROUPS = 4;
  private static final int REIWA = 2018;

  private InForce() {}

  /**
   * The newest day that the text names as such, else one that stands alone on the paper, else the
   * one in the file's name.
   */
  static Optional<LocalDate> of(List<Line> lines, List<Line> asides, String fileName) {
    return newest(lines, SAID)
        .or(() -> newest(asides, ALONE))
        .or(() -> newest(asides, COMPACT))
        .or(() -> newest(List.of(new Line("name", fileName)), COMPACT))
        .or(() -> newest(List.of(new Line("name", fileName)), ALONE));
  }

  private static Optional<LocalDate> newest(List<Line> lines, Pattern pattern) {
    return lines.stream()
        .flatMap(line -> pattern.matcher(line.plain()).results())
        .flatMap(found -> day(found).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<LocalDate> day(MatchResult found) {
    try {
      if (found.groupCount() < GROUPS) {
        return Optional.of(LocalDate.of(number(found, 1), number(found, 2), number(found, 3)));
      }
      int first = found.group(3) != null ? 1 : 1 + GROUPS;
      int year =
          found.group(first) != null ? number(found, first) : REIWA + number(found, first + 1);
      return Optional.of(LocalDate.of(year, number(found, first + 2), number(found, first + 3)));
    } catch (DateTimeException _) {
      return Optional.empty(); // a day that no calendar has
    }
  }

  private static int number(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
