package jp.mimamori.bot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.markup.Html;

/** Figures drawn as SVG, in the page's own font; the numbers stand beside what they count. */
final class Charts {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 190;
  private static final int LEFT = 34;
  private static final int FLOOR = 150;
  private static final int TOP = 16;

  /** The most urgent at the bottom, where it is seen first; told apart in grey, too. */
  private static final List<Severity> ORDER =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  private Charts() {}

  static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "#8c1d2f";
      case HIGH -> "#d9652b";
      case MEDIUM -> "#e9b44c";
      case LOW -> "#9fb4c4";
    };
  }

  /**
   * A column for each day, by severity, with a key.
   *
   * @param closed days that are grey, the first being 1
   */
  static Html days(List<Map<Severity, Integer>> days, List<Integer> closed, List<Html> key) {
    int highest = Math.max(1, days.stream().mapToInt(Charts::sum).max().orElse(0));
    int step = Math.max(1, (highest + 3) / 4);
    int scale = (highest + step - 1) / step * step;
    double column = (double) (WIDTH - LEFT) / days.size();
    List<Html> parts = new ArrayList<>();
    closed.forEach(day -> parts.add(ground(LEFT + (day - 1) * column, column)));
    for (int line = 0; line <= scale; line += step) {
      double y = FLOOR - (double) line / scale * (FLOOR - TOP);
      parts.add(
          Html.of(
              """
              <line x1="{}" y1="{}" x2="{}" y2="{}" stroke="#d4dce2" stroke-width="0.7"/>
              <text x="{}" y="{}" font-family="Paper" font-size="11" fill="#5b6770" text-anchor="end">{}</text>
              """,
              LEFT,
              point(y),
              WIDTH,
              point(y),
              LEFT - 6,
              point(y + 4),
              line));
    }
    for (int day = 0; day < days.size(); day++) {
      parts.addAll(column(days.get(day), LEFT + day * column, column, scale));
      if (day == 0 || (day + 1) % 5 == 0) {
        parts.add(
            Html.of(
                """
                <text x="{}" y="{}" font-family="Paper" font-size="11" fill="#5b6770" text-anchor="middle">{}</text>
                """,
                point(LEFT + (day + 0.5) * column),
                FLOOR + 16,
                day + 1));
      }
    }
    parts.addAll(key);
    return svg(HEIGHT, parts);
  }

  /** What each colour stands for. */
  static List<Html> key(Map<Severity, String> names) {
    List<Html> parts = new ArrayList<>();
    int x = LEFT;
    for (Severity severity : ORDER) {
      String name = names.getOrDefault(severity, severity.name());
      parts.add(
          Html.of(
              """
              <rect x="{}" y="{}" width="11" height="11" fill="{}"/>
              <text x="{}" y="{}" font-family="Paper" font-size="11" fill="#1d2730">{}</text>
              """,
              x,
              HEIGHT - 14,
              colour(severity),
              x + 16,
              HEIGHT - 4,
              name));
      x += 30 + 12 * Math.max(2, name.length());
    }
    return parts;
  }

  private static Html ground(double x, double width) {
    return Html.of(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#eef0f2\"/>",
        point(x),
        TOP,
        point(width),
        FLOOR - TOP);
  }

  private static List<Html> column(Map<Severity, Integer> day, double x, double width, int scale) {
    List<Html> parts = new ArrayList<>();
    double y = FLOOR;
    for (Severity severity : ORDER) {
      int count = day.getOrDefault(severity, 0);
      if (count > 0) {
        double height = (double) count / scale * (FLOOR - TOP);
        y -= height;
        parts.add(
            Html.of(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                point(x + width * 0.15),
                point(y),
                point(width * 0.7),
                point(height),
                colour(severity)));
      }
    }
    return parts;
  }

  private static Html svg(int height, List<Html> parts) {
    return Html.of(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">{}</svg>
        """,
        WIDTH,
        height,
        WIDTH,
        height,
        Html.join(parts));
  }

  private static int sum(Map<Severity, Integer> day) {
    return day.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String point(double value) {
    return String.valueOf(Math.round(value * 10) / 10.0);
  }
}
