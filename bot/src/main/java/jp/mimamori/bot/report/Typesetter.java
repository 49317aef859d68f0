package jp.mimamori.bot.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.knowledge.Language;

/**
 * Sets what reports are made of: titles, sections, figures in large type, tables, lists. All that
 * it is given is text, unless it is markup already; how it looks stands in {@code paper.css}.
 */
record Typesetter(Language language) {

  /**
   * A column of a table. Widths are shares: together they fill the page, whatever stands in the
   * cells, so that nothing long pushes the others off it.
   *
   * @param head what stands above it
   * @param width its share
   */
  record Column(Words head, int width, Kind kind) {
    /** How what stands in it is set. */
    enum Kind {
      /** Broken where it must be, long words and paths too. */
      TEXT("text"),
      /** Short, and never broken. */
      SHORT("nowrap"),
      /** To the right, under each other. */
      NUMBER("number");

      private final String style;

      Kind(String style) {
        this.style = style;
      }
    }

    static Column text(Words head, int width) {
      return new Column(head, width, Kind.TEXT);
    }

    static Column brief(Words head, int width) {
      return new Column(head, width, Kind.SHORT);
    }

    static Column number(Words head, int width) {
      return new Column(head, width, Kind.NUMBER);
    }
  }

  /**
   * A figure in large type.
   *
   * @param remark below it, small; may be empty
   */
  record Figure(String name, String value, String remark) {}

  /** A name with what it stands for. */
  record Fact(String name, String value) {}

  /** A share of the largest, drawn as a bar with its number. */
  record Bar(String name, int value) {}

  String say(Words words, Object... arguments) {
    return words.in(language, arguments);
  }

  /**
   * @param lead for whom it is, and of what time: a line each
   */
  Html title(String title, String lead) {
    return Html.of(
        "<h1>{}</h1>{}",
        title,
        Html.join(lead.lines().map(line -> Html.of("<p class=\"lead\">{}</p>", line)).toList()));
  }

  /** A heading never stands alone at the foot of a page, nor does a table's head. */
  Html section(Words title, Html... content) {
    return Html.of("<h2>{}</h2>{}", say(title), Html.join(List.of(content)));
  }

  /** A section that begins with a figure: its heading stays with it, however high that is. */
  Html pictured(Words title, Html figure, Html... content) {
    return Html.of(
        "<div class=\"keep\"><h2>{}</h2>{}</div>{}",
        say(title),
        figure,
        Html.join(List.of(content)));
  }

  /** A part of a section that stands on one page. */
  Html part(Words title, Html content) {
    return Html.of("<div class=\"keep\"><h3>{}</h3>{}</div>", say(title), content);
  }

  Html paragraph(String text) {
    return Html.of("<p>{}</p>", text);
  }

  Html text(Words words, Object... arguments) {
    return paragraph(say(words, arguments));
  }

  Html small(Words words, Object... arguments) {
    return Html.of("<p class=\"small\">{}</p>", say(words, arguments));
  }

  Html figures(List<Figure> figures) {
    return Html.of(
        "<table class=\"figures\"><tr>{}</tr></table>",
        Html.join(
            figures.stream()
                .map(
                    one ->
                        Html.of(
                            "<td>{}<div class=\"figure\">{}</div><div"
                                + " class=\"small\">{}</div></td>",
                            one.name(),
                            one.value(),
                            one.remark()))
                .toList()));
  }

  Html facts(List<Fact> facts) {
    return Html.of(
        "<table class=\"facts\">{}</table>",
        Html.join(
            facts.stream()
                .map(fact -> Html.of("<tr><th>{}</th><td>{}</td></tr>", fact.name(), fact.value()))
                .toList()));
  }

  /**
   * A table. A second line in a cell is set small; the head is repeated on each page.
   *
   * @param rows a cell for each column
   */
  Html table(List<Column> columns, List<List<String>> rows) {
    int whole = columns.stream().mapToInt(Column::width).sum();
    return Html.of(
        "<table class=\"list\"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        Html.join(columns.stream().map(column -> head(column, whole)).toList()),
        Html.join(rows.stream().map(row -> row(columns, row)).toList()));
  }

  Html numbered(List<String> lines) {
    return Html.of(
        "<ol>{}</ol>",
        Html.join(lines.stream().map(line -> Html.of("<li>{}</li>", line)).toList()));
  }

  Html list(List<String> lines) {
    return Html.of(
        "<ul>{}</ul>",
        Html.join(lines.stream().map(line -> Html.of("<li>{}</li>", line)).toList()));
  }

  /** One below the other, the names written out. */
  Html bars(List<Bar> bars) {
    int most = Math.max(1, bars.stream().mapToInt(Bar::value).max().orElse(1));
    return Html.of(
        "<table class=\"bars\">{}</table>",
        Html.join(
            bars.stream()
                .map(
                    bar ->
                        Html.of(
                            """
                            <tr><td class="name">{}</td><td><div class="bar" style="width: {}%">\
                            </div></td><td class="count">{}</td></tr>
                            """,
                            bar.name(),
                            Math.max(1, Math.round(100.0 * bar.value() / most)),
                            String.format(Locale.ROOT, "%,d", bar.value())))
                .toList()));
  }

  private Html head(Column column, int whole) {
    return Html.of(
        "<th class=\"{}\" style=\"width: {}%\">{}</th>",
        column.kind().style, 100 * column.width() / whole, say(column.head()));
  }

  private static Html row(List<Column> columns, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException("A row has a cell for each column: " + cells);
    }
    return Html.of(
        "<tr>{}</tr>",
        Html.join(
            IntStream.range(0, cells.size())
                .mapToObj(i -> cell(columns.get(i), cells.get(i)))
                .toList()));
  }

  private static Html cell(Column column, String text) {
    int end = text.indexOf('\n');
    return end < 0
        ? Html.of("<td class=\"{}\">{}</td>", column.kind().style, text)
        : Html.of(
            "<td class=\"{}\">{}<br/><span class=\"small\">{}</span></td>",
            column.kind().style,
            text.substring(0, end),
            text.substring(end + 1));
  }
}
