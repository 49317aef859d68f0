package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.List;

/** A clause while it is being read. */
final class Draft {
  final int number;
  final String label;
  final String mark;
  final String heading;
  final Line at;
  final Words words = new Words();
  final List<Draft> parts = new ArrayList<>();
  private final List<Line> rows = new ArrayList<>();
  private boolean table;

  /**
   * @param number within its parent; 0 if its kind has none
   */
  Draft(int number, String label, String mark, String heading, Line at) {
    this.number = number;
    this.label = label;
    this.mark = mark;
    this.heading = heading;
    this.at = at;
  }

  /** From here on its lines are rows of a table of definitions. */
  void beginTable() {
    table = true;
  }

  boolean isTable() {
    return table;
  }

  void addRow(Line line) {
    rows.add(line);
  }

  boolean isEmpty() {
    return words.isEmpty() && parts.isEmpty() && rows.isEmpty();
  }

  /** The number of its newest part; 0 if it has none. */
  int last() {
    return parts.isEmpty() ? 0 : parts.getLast().number;
  }

  /** Lines of its table that are no rows. */
  List<Line> strays() {
    return new Rows(rows).strays();
  }

  Clause clause() {
    return new Clause(
        label,
        mark,
        heading,
        words.toString(),
        new Rows(rows).definitions(),
        parts.stream().map(Draft::clause).toList());
  }
}
