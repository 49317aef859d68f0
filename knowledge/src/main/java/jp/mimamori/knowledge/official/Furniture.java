package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the paper brought along and is no part of the text: page numbers, running titles, dates of
 * edition. Where pages are known, also what returns at the edge of most of them.
 */
final class Furniture {
  private static final int EDGE = 3;
  private static final Pattern PAGE =
      Pattern.compile("[-– ]*(?:page|p\\.?)? ?\\d{1,3}(?: ?(?:/|of) ?\\d{1,3})?[-– ]*(?:ページ|頁)?");
  private static final Pattern VERSION =
      Pattern.compile("(?=.*(?:規約|約款|terms)).{1,60} (?:v|ver\\.?|version|第)? ?\\d+(?:\\.\\d+)*版?");
  private static final Pattern DAY =
      Pattern.compile(
          "20\\d{6}|(?:(?:施行|制定|改定|改訂|適用|発効)日?:? ?)?(?:20\\d{2}|令和 ?\\d{1,2})[-/.年] ?\\d{1,2}[-/.月]"
              + " ?\\d{1,2}日?(?: ?(?:施行|制定|改定|改訂|適用|発効|版))?");
  private static final Pattern END = Pattern.compile("以 ?上");

  private final Set<String> running;

  Furniture(Source source) {
    this.running = running(source.pages());
  }

  boolean is(Line line) {
    String plain = Line.plain(line.text()).toLowerCase(java.util.Locale.ROOT);
    return PAGE.matcher(plain).matches()
        || VERSION.matcher(plain).matches()
        || isDay(line)
        || running.contains(masked(line));
  }

  static boolean isDay(Line line) {
    return DAY.matcher(line.plain().replace("■", "")).matches();
  }

  /** 以上, which ends the articles and the annex. */
  static boolean isEnd(Line line) {
    return END.matcher(line.plain()).matches();
  }

  private static Set<String> running(List<List<Line>> pages) {
    Map<String, Integer> seen = new HashMap<>();
    for (List<Line> page : pages) {
      Set<String> here = new HashSet<>();
      edges(page).forEach(line -> here.add(masked(line)));
      here.forEach(text -> seen.merge(text, 1, Integer::sum));
    }
    int most = Math.max(2, (pages.size() + 1) / 2);
    seen.values().removeIf(times -> times < most);
    return seen.keySet();
  }

  private static List<Line> edges(List<Line> page) {
    List<Line> said = page.stream().filter(line -> !line.isBlank()).toList();
    List<Line> edges = new ArrayList<>(said.subList(0, Math.min(EDGE, said.size())));
    edges.addAll(said.subList(Math.max(0, said.size() - EDGE), said.size()));
    return edges.stream().filter(line -> !Marks.begins(line.text().strip())).toList();
  }

  private static String masked(Line line) {
    return line.plain().replaceAll("\\d+", "#");
  }
}
