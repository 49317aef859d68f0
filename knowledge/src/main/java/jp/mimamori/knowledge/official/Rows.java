package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of definitions that was flattened into lines: finds again where each row begins. A row
 * ends with a line that leaves room in its column; and what looks like a term of the trade, with a
 * meaning after it, begins one.
 */
final class Rows {
  private static final Pattern ROW = Pattern.compile("([^\\s。、]{1,24})[ \\u3000]+(\\S.*)");
  private static final Pattern TRADE =
      Pattern.compile("[\\p{IsHan}\\p{IsKatakana}ー・\\p{IsLatin}0-9Ａ-Ｚａ-ｚ０-９]{2,16}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}.*");
  private static final Pattern BRACKETED = Pattern.compile("[（(].*[）)]");

  /** A line that fills this share of its column goes on in the next. */
  private static final double FULL = 0.88;

  private final List<String> terms = new ArrayList<>();
  private final List<Words> meanings = new ArrayList<>();
  private final List<Line> strays = new ArrayList<>();
  private final int column;
  private boolean goesOn;

  Rows(List<Line> lines) {
    column = lines.stream().map(line -> meaning(text(line))).mapToInt(Line::width).max().orElse(0);
    lines.forEach(this::take);
  }

  List<Definition> definitions() {
    List<Definition> definitions = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      definitions.add(new Definition(terms.get(i), meanings.get(i).toString()));
    }
    return definitions;
  }

  /** Lines above the first row. */
  List<Line> strays() {
    return strays;
  }

  private void take(Line line) {
    String text = text(line);
    int tab = text.indexOf('\t');
    if (tab >= 0) {
      row(text.substring(0, tab).strip(), text.substring(tab + 1).replace('\t', ' ').strip());
      goesOn = false;
      return;
    }
    if (isWaiting() && BRACKETED.matcher(text).matches()) {
      terms.set(terms.size() - 1, terms.getLast() + text);
      return;
    }
    Matcher row = ROW.matcher(text);
    String said = text;
    if (isWaiting()) {
      meanings.getLast().goOn(text);
    } else if (row.matches() && (!goesOn || isTermOfTheTrade(row))) {
      said = row.group(2);
      row(row.group(1), said);
    } else if (goesOn) {
      meanings.getLast().goOn(text);
    } else if (text.contains(" ") || text.contains("。")) {
      stray(line, text);
    } else {
      said = "";
      row(text, "");
    }
    goesOn = Line.width(said) >= FULL * column;
  }

  private void stray(Line line, String text) {
    if (terms.isEmpty()) {
      strays.add(line);
      return;
    }
    meanings.getLast().goOn(text);
  }

  /** Whether a term stands alone in its line, so that its meaning is still to come. */
  private boolean isWaiting() {
    return !terms.isEmpty() && meanings.getLast().isEmpty();
  }

  private static boolean isTermOfTheTrade(Matcher row) {
    return TRADE.matcher(row.group(1)).matches() && !LATIN.matcher(row.group(2)).matches();
  }

  private void row(String term, String meaning) {
    terms.add(term);
    meanings.add(new Words());
    meanings.getLast().goOn(meaning);
  }

  private static String text(Line line) {
    return line.text().strip();
  }

  /** What a line says of a term, if it begins a row. */
  private static String meaning(String text) {
    Matcher row = ROW.matcher(text);
    return row.matches() ? row.group(2) : text;
  }
}
