package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts line after line in its place. A mark counts only where its number follows the one before: so
 * a reference to 第16条 at the beginning of a line stays what it is.
 */
final class Outline {
  /** Share of the paper's width from which on a line goes on in the next. */
  private static final double FULL = 0.85;

  /** Of all lines, how many are at most as wide as the paper; the rest are slips. */
  private static final double ORDINARY = 0.9;

  private static final int LONGEST_HEADING = 30;
  private static final Pattern ENDS = Pattern.compile("(?s).*[。．.」』）)]");
  private static final Pattern GOES_ON =
      Pattern.compile("[にのをはがとでもへや、。，,」』）)].*|および.*|又は.*|または.*|第.*");
  private static final Pattern TERMS =
      Pattern.compile("規約|約款|契約条項|利用条件|(?i:terms of (?:service|use))");

  /** Where in the text we are. */
  private enum Part {
    TITLE,
    ARTICLES,
    BETWEEN,
    ANNEX
  }

  private final List<Line> lines;
  private final Furniture furniture;
  private final boolean wrapped;
  private final double full;

  private final List<Line> asides = new ArrayList<>();
  private final List<Line> unplaced = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Line> above = new ArrayList<>();
  private final List<Draft> articles = new ArrayList<>();
  private final List<Draft> annexes = new ArrayList<>();
  private Part part = Part.TITLE;
  private int number;
  private int branch;
  private Draft here = new Draft(0, "", "", "", new Line("", ""));
  private Draft within = here;
  private String before = "";

  private Outline(Source source) {
    this.lines = source.lines();
    this.furniture = new Furniture(source);
    this.wrapped = source.wrapped();
    List<Integer> widths =
        lines.stream().map(line -> Line.width(line.text().strip())).sorted().toList();
    this.full = widths.isEmpty() ? 0 : FULL * widths.get((int) (ORDINARY * (widths.size() - 1)));
  }

  static Outline of(Source source) throws Unreadable {
    var outline = new Outline(source);
    outline.read();
    return outline;
  }

  private void read() throws Unreadable {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String text = line.text().strip();
      if (titled(i)) {
        i++;
      } else {
        take(line, text);
      }
      before = text;
    }
    Stream.concat(articles.stream(), annexes.stream())
        .forEach(draft -> unplaced.addAll(draft.strays()));
  }

  /** A title in brackets above its article: takes both lines in. */
  private boolean titled(int i) throws Unreadable {
    if (i + 1 >= lines.size()) {
      return false;
    }
    Optional<String> title = Marks.titleAlone(lines.get(i).text().strip());
    Optional<Marks.Article> next =
        Marks.article(lines.get(i + 1).text().strip()).filter(found -> found.title().isEmpty());
    if (title.isEmpty() || next.isEmpty() || !follows(next.get())) {
      return false;
    }
    Marks.Article found = next.get();
    open(
        new Marks.Article(found.number(), found.branch(), title.get(), found.text()), lines.get(i));
    return true;
  }

  private void take(Line line, String text) throws Unreadable {
    if (Furniture.isEnd(line)) {
      asides.add(line);
      part = part == Part.ARTICLES ? Part.BETWEEN : part;
      return;
    }
    if (furniture.is(line) || Marks.isChapter(text)) {
      asides.add(line);
      return;
    }
    if (part != Part.TITLE && annex(line, text)) {
      return;
    }
    switch (part) {
      case TITLE -> {
        if (!article(line, text)) {
          above.add(line);
        }
      }
      case ARTICLES -> {
        if (!article(line, text) && !numbered(line, text)) {
          words(line, text);
        }
      }
      case BETWEEN -> unplaced.add(line);
      case ANNEX -> {
        if (!section(line, text) && !item(line, text, within)) {
          words(line, text);
        }
      }
    }
  }

  // Articles.

  private boolean article(Line line, String text) throws Unreadable {
    if (Marks.isContents(text)) {
      return false;
    }
    Optional<Marks.Article> found = Marks.article(text).filter(this::isHeading);
    if (found.isEmpty()) {
      return false;
    }
    if (found.get().number() == 1 && !articles.isEmpty() && isContentsSoFar()) {
      articles.forEach(draft -> asides.add(draft.at)); // it was the table of contents
      articles.clear();
      number = 0;
    }
    if (follows(found.get())) {
      open(found.get(), line);
      return true;
    }
    boolean alone = found.get().text().isEmpty() && !found.get().title().isEmpty();
    if (found.get().number() > number + 1 && alone && !isOpen()) {
      throw new Unreadable(
          number == 0
              ? "begins with %s (%s): what comes before is missing"
                  .formatted(found.get().label(), line.where())
              : "lacks 第%d条: %s follows 第%d条 (%s)"
                  .formatted(number + 1, found.get().label(), number, line.where()));
    }
    return false;
  }

  private boolean isHeading(Marks.Article found) {
    return !GOES_ON.matcher(found.text()).matches()
        && !GOES_ON.matcher(found.title()).matches()
        && (found.text().isEmpty() || !isOpen());
  }

  /** Whether a sentence is under way that the next line may go on with. */
  private boolean isOpen() {
    return part == Part.ARTICLES
        && wrapped
        && !here.words.isEmpty()
        && !ENDS.matcher(before).matches();
  }

  private boolean isContentsSoFar() {
    return articles.size() > 1 && articles.stream().allMatch(Draft::isEmpty);
  }

  private boolean follows(Marks.Article found) {
    return found.branch() == 0
        ? found.number() == number + 1
        : found.number() == number && found.branch() == Math.max(branch, 1) + 1;
  }

  private void open(Marks.Article found, Line line) {
    part = Part.ARTICLES;
    number = found.number();
    branch = found.branch();
    within = new Draft(number, found.label(), "", found.title(), line);
    articles.add(within);
    here = within;
    if (!found.text().isEmpty() && !numbered(line, found.text())) {
      words(line, found.text());
    }
  }

  // Paragraphs and items.

  private boolean numbered(Line line, String text) {
    return !here.isTable() && (paragraph(line, text) || item(line, text, current()));
  }

  /** The newest paragraph; the article itself while it has none. */
  private Draft current() {
    return within.parts.isEmpty() || !within.parts.getLast().label.endsWith("項")
        ? within
        : within.parts.getLast();
  }

  private boolean paragraph(Line line, String text) {
    Optional<Marks.Numbered> found = Marks.paragraph(text);
    boolean inSentence = isOpen() && !here.label.endsWith("号");
    if (found.isEmpty() || (found.get().plain() && inSentence)) {
      return false;
    }
    boolean hasItems = !within.parts.isEmpty() && current() == within;
    int last = hasItems ? 0 : within.last();
    int next = found.get().number();
    if (next == 2 && last == 0 && !within.isEmpty()) {
      firstParagraph(line);
      last = 1;
    }
    boolean skips = next > last + 1 && !found.get().plain() && !isOpen() && last > 0;
    if (next != last + 1 && !skips) {
      return false;
    }
    if (skips) {
      remarks.add(
          "%s: paragraph %d follows %d (%s)".formatted(within.label, next, last, line.where()));
    }
    here = new Draft(next, "%s第%d項".formatted(within.label, next), wide(next) + "．", "", line);
    within.parts.add(here);
    here.words.goOn(found.get().text());
    return true;
  }

  /** As in statutes: the first paragraph has no number, which the second makes plain. */
  private void firstParagraph(Line line) {
    var first = new Draft(1, within.label + "第1項", wide(1) + "．", "", line);
    within.words.moveTo(first.words);
    first.parts.addAll(within.parts);
    within.parts.clear();
    within.parts.add(first);
  }

  private boolean item(Line line, String text, Draft parent) {
    Optional<Marks.Numbered> found = Marks.item(text);
    if (found.isEmpty() && part == Part.ANNEX && !wrapped) {
      found = Marks.paragraph(text); // lists of web pages number their items so
    }
    if (found.isEmpty() || parent.isTable() || found.get().number() != parent.last() + 1) {
      return false;
    }
    int next = found.get().number();
    here = new Draft(next, itemLabel(parent, next), "(" + next + ")", "", line);
    parent.parts.add(here);
    here.words.goOn(found.get().text());
    return true;
  }

  private String itemLabel(Draft parent, int item) {
    if (part == Part.ANNEX) {
      return "%s(%d)".formatted(parent.label, item);
    }
    String paragraph = parent.label.endsWith("項") ? parent.label : parent.label + "第1項";
    return "%s第%d号".formatted(paragraph, item);
  }

  // The annex.

  private boolean annex(Line line, String text) {
    Optional<Marks.Annex> found = Marks.annex(text).filter(_ -> !isOpen());
    if (found.isPresent()) {
      enter(new Draft(0, "別紙" + found.get().number(), "", found.get().title(), line));
      return true;
    }
    if (!Marks.isSupplement(text)) {
      return false;
    }
    enter(new Draft(0, "附則", "", "", line));
    return true;
  }

  private void enter(Draft annex) {
    part = Part.ANNEX;
    annexes.add(annex);
    within = annex;
    here = annex;
  }

  private boolean section(Line line, String text) {
    Optional<String> heading = Marks.section(text).or(() -> numberedHeading(text));
    if (heading.isEmpty()) {
      return false;
    }
    within = new Draft(0, SectionLabel.of(heading.get()), "■", heading.get(), line);
    annexes.getLast().parts.add(within);
    here = within;
    return true;
  }

  private Optional<String> numberedHeading(String text) {
    return wrapped
        ? Marks.paragraph(text)
            .map(Marks.Numbered::text)
            .filter(heading -> heading.length() <= LONGEST_HEADING && !heading.contains("。"))
        : Optional.empty();
  }

  // Words.

  private void words(Line line, String text) {
    if (Marks.isTableOfTerms(text.replace('\t', ' '))) {
      here.beginTable();
      return;
    }
    if (here.isTable()) {
      here.addRow(new Line(line.where(), text));
      return;
    }
    String said = text.replace('\t', ' ');
    if (begins(text)) {
      here.words.begin(said);
    } else {
      here.words.goOn(said);
    }
  }

  private boolean begins(String text) {
    boolean goesOn = part != Part.ANNEX || Line.width(before) >= full;
    return !wrapped || Marks.isBullet(text) || !goesOn;
  }

  private static String wide(int number) {
    return String.valueOf(number)
        .chars()
        .map(digit -> digit - '0' + '０')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  // What was found.

  List<Line> lines() {
    return lines;
  }

  /** The line above the articles that calls itself terms, else the first. */
  String title() {
    return above.stream()
        .filter(line -> TERMS.matcher(line.plain()).find())
        .findFirst()
        .or(() -> above.stream().findFirst())
        .map(Outline::heading)
        .orElse("");
  }

  private static String heading(Line line) {
    String text = line.text().strip();
    return Marks.section(text).orElse(text);
  }

  /** Whether the text speaks of itself as terms, as these do in their title or in 第1条. */
  boolean isTerms() {
    return Stream.concat(
            above.stream().map(Line::plain),
            articles.stream().limit(2).map(draft -> Line.plain(draft.clause().words())))
        .anyMatch(text -> TERMS.matcher(text).find());
  }

  List<Clause> articles() {
    return articles.stream().map(Draft::clause).toList();
  }

  List<Clause> annexes() {
    return annexes.stream().map(Draft::clause).toList();
  }

  List<Line> asides() {
    return asides;
  }

  List<Line> unplaced() {
    String title = title();
    List<Line> all = new ArrayList<>();
    above.stream()
        .filter(line -> !heading(line).equals(title))
        .filter(line -> !Marks.isContents(line.text().strip()))
        .forEach(all::add);
    all.addAll(unplaced);
    return all;
  }

  List<String> remarks() {
    return remarks;
  }

  /** Where a sentence breaks off at the very end of the articles, if it does. */
  Optional<String> breaksOff() {
    Draft last = articles.getLast();
    while (!last.parts.isEmpty()) {
      last = last.parts.getLast();
    }
    boolean ends =
        last.label.endsWith("号") || last.isTable() || ENDS.matcher(last.words.toString()).matches();
    return ends ? Optional.empty() : Optional.of(last.label);
  }
}
