package jp.mimamori.bot.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.bot.markup.Html;

/** A figure with a row for each thing that happened, from its beginning to its end. */
record Timeline(List<Row> rows) {
  /** All the room that there is between the margins of A4, in CSS pixels. */
  private static final int WIDTH = 657;

  private static final int LABELS = 196;
  private static final int RIGHT = 12;

  /** Half of a tick's words: nearer to the edge they are set to one side. */
  private static final int EDGE = 30;

  private static final int ROW = 23;
  private static final int HEAD = 26;

  /** More do not fit beside a page's other matter; the table below has them all. */
  static final int MOST_ROWS = 16;

  /** Even what took no time needs some room. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /** So many full-width characters fit before the plot. */
  private static final int MOST_LABEL = 17;

  Timeline {
    rows = List.copyOf(rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
  }

  /** What a row's colour says. */
  enum Colour {
    SEEN("#b3261e"),
    PERSON("#12324d"),
    DONE("#1f6f4a"),
    UNDER_WAY("#2f6fb0"),
    NOT_DONE("#8a8f94");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  /**
   * One thing.
   *
   * @param began where its work began; before that it waited
   */
  record Row(String label, Instant from, Instant began, Instant to, Colour colour) {
    /** The EDR's clock is not ours: nothing ends before it begins. */
    Row {
      began = began.isBefore(from) ? from : began;
      to = to.isBefore(began) ? began : to;
    }

    static Row moment(String label, Instant at, Colour colour) {
      return new Row(label, at, at, at, colour);
    }
  }

  Html svg() {
    Instant first = rows.stream().map(Row::from).min(Instant::compareTo).orElseThrow();
    Instant last = rows.stream().map(Row::to).max(Instant::compareTo).orElseThrow();
    Duration span = Duration.between(first, last);
    long millis = (span.compareTo(SHORTEST) < 0 ? SHORTEST : span).toMillis();
    int height = HEAD + rows.size() * ROW + 4;
    List<Html> drawn = new ArrayList<>();
    for (TimeScale.Tick tick : TimeScale.over(first, first.plusMillis(millis)).ticks()) {
      drawn.add(tick(tick, x(tick.at(), first, millis), height));
    }
    for (int i = 0; i < rows.size(); i++) {
      drawn.add(row(rows.get(i), HEAD + i * ROW, first, millis));
    }
    return Html.of(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}" viewBox="0 0 {} {}">{}</svg>
        """,
        WIDTH,
        height,
        WIDTH,
        height,
        Html.join(drawn));
  }

  private static Html tick(TimeScale.Tick tick, int x, int height) {
    return Html.of(
        """
        <line x1="{}" y1="18" x2="{}" y2="{}" stroke="#d4dce2" stroke-width="1"/>
        <text x="{}" y="12" text-anchor="{}" font-family="Paper" font-size="10" fill="#5b6770">{}</text>
        """,
        x,
        x,
        height,
        x,
        x < LABELS + EDGE ? "start" : x > WIDTH - RIGHT - EDGE ? "end" : "middle",
        tick.label());
  }

  private static Html row(Row row, int y, Instant first, long millis) {
    int from = x(row.from(), first, millis);
    int began = x(row.began(), first, millis);
    int to = x(row.to(), first, millis);
    Html mark =
        row.from().equals(row.to())
            ? Html.of(
                "<circle cx=\"{}\" cy=\"{}\" r=\"5\" fill=\"{}\"/>",
                from,
                y + ROW / 2,
                row.colour().code)
            : Html.of(
                """
                <rect x="{}" y="{}" width="{}" height="11" rx="2" fill="{}" fill-opacity="0.3"/>
                <rect x="{}" y="{}" width="{}" height="11" rx="2" fill="{}"/>
                """,
                from,
                y + 6,
                began - from,
                row.colour().code,
                began,
                y + 6,
                Math.max(4, to - began),
                row.colour().code);
    return Html.of(
        """
        <text x="0" y="{}" font-family="Paper" font-size="11" fill="#1d2730">{}</text>{}
        """,
        y + 16,
        clipped(row.label()),
        mark);
  }

  private static int plot() {
    return WIDTH - LABELS - RIGHT;
  }

  private static int x(Instant at, Instant first, long millis) {
    return LABELS + (int) (plot() * Duration.between(first, at).toMillis() / millis);
  }

  /** Half-width characters count half. */
  private static String clipped(String label) {
    double room = MOST_LABEL;
    for (int i = 0; i < label.length(); i++) {
      room -= label.charAt(i) < 0x100 ? 0.55 : 1;
      if (room < 0) {
        return label.substring(0, i) + "…";
      }
    }
    return label;
  }
}
