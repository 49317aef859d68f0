package jp.mimamori.knowledge.computing;

import static jp.mimamori.knowledge.Fixture.everything;
import static jp.mimamori.knowledge.Fixture.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Fixture;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.wording.Wording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sums as people ask for them, asked of the real documents; what they come to is worked out by
 * {@link Oracle}, never copied from an answer.
 */
class SumTablesTest {
  private static final Path TABLES = Path.of("src/test/resources/questions/sums");
  private static final Pattern CELLS = Pattern.compile(" \\| ");
  private static final Pattern PARTS = Pattern.compile(" & ");
  private static final Pattern WORDS = Pattern.compile(" ");
  private static final Pattern NOBODY_THERE =
      Pattern.compile("時間外|お休み|休業|not there|not work|closed");

  private static Knowledge knowledge;

  @BeforeAll
  static void open() {
    knowledge = Fixture.knowledge(Path.of("documents"), Map.of());
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"first.txt", "second.txt"})
  void everySumComesOutRight(String table) {
    List<String> wrong = rows(table).stream().flatMap(row -> fault(row).stream()).toList();
    assertEquals(0, wrong.size(), () -> wrong.size() + " wrong\n" + String.join("\n", wrong));
  }

  private record Row(LocalDateTime now, String question, String expected) {
    static Row of(String line) {
      List<String> cells = CELLS.splitAsStream(line).toList();
      return new Row(LocalDateTime.parse(cells.get(0)), cells.get(1), cells.get(2));
    }
  }

  private static List<Row> rows(String table) {
    try {
      return Files.readAllLines(TABLES.resolve(table)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(Row::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> fault(Row row) {
    Answer answer =
        knowledge.answer(new Question(row.question(), row.now().atZone(Wording.TOKYO).toInstant()));
    return PARTS
        .splitAsStream(row.expected())
        .flatMap(part -> fault(WORDS.splitAsStream(part).toList(), row.now(), answer).stream())
        .findFirst()
        .map(
            fault ->
                "%s %s\n    expected %s: %s\n    got %s %s %s"
                    .formatted(
                        row.now(),
                        row.question(),
                        row.expected(),
                        fault,
                        answer.getClass().getSimpleName(),
                        labels(answer),
                        answer.text().replace('\n', ' ')));
  }

  /** What is wrong with the answer, if anything. */
  private static Optional<String> fault(List<String> wanted, LocalDateTime now, Answer answer) {
    LocalDate today = now.toLocalDate();
    return switch (wanted.getFirst()) {
      case "fee" -> sum("別紙 利用料金", yen(fees(wanted), answer), answer);
      case "afford" ->
          sum(
              "別紙 利用料金",
              endpoints(Oracle.afford(number(wanted, 1), number(wanted, 2)), answer),
              answer);
      case "minimum" ->
          says("別紙 利用料金", endpoints(wanted.get(1).equals("new") ? 5 : 1, answer), answer);
      case "settle" -> sum("第15条第2項", yen(settlement(wanted), answer), answer);
      case "settle-none" -> matches("第15条", "かかりません|不要|no fee|nothing", answer);
      case "interest" -> sum("第24条第1項", yen(interest(wanted), answer), answer);
      case "ends" -> sum("第16条第1項", date(ends(wanted), answer), answer);
      case "notice-by" -> sum("第16条第1項", date(Oracle.monthBefore(day(wanted, 1)), answer), answer);
      case "term" -> sum("第14条第1項", date(Oracle.lastDayOfYear(day(wanted, 1)), answer), answer);
      case "current-term" ->
          sum("第14条第1項", date(Oracle.lastDayOfYear(day(wanted, 1), today), answer), answer);
      case "renews" ->
          sum(
              "第14条第2項",
              date(Oracle.lastDayOfYear(day(wanted, 1), today).plusDays(1), answer),
              answer);
      case "object", "current-object" ->
          sum(
              "第14条第2項",
              date(Oracle.monthBefore(Oracle.lastDayOfYear(day(wanted, 1), today)), answer),
              answer);
      case "object-end" -> sum("第14条第2項", date(Oracle.monthBefore(day(wanted, 1)), answer), answer);
      case "human" -> human(LocalDateTime.parse(wanted.get(1)), answer);
      case "season" ->
          sum(
              "別紙 問合せサポート(4)",
              date(Oracle.reopening(day(wanted, 1), day(wanted, 2)), answer),
              answer);
      case "last-day" -> sum("別紙 問合せサポート(4)", date(day(wanted, 1), answer), answer);
      case "cites" -> cites(wanted.get(1), answer);
      case "asks" -> is(answer instanceof Answer.WhichOne, "not asked back");
      case "asks-or" ->
          answer instanceof Answer.WhichOne ? Optional.empty() : cites(wanted.get(1), answer);
      default -> throw new IllegalArgumentException(wanted.toString());
    };
  }

  private static long fees(List<String> wanted) {
    long sum = 0;
    for (int at = 1; at < wanted.size(); at += 3) {
      sum += Oracle.fee(number(wanted, at), number(wanted, at + 1));
    }
    return sum;
  }

  private static long settlement(List<String> wanted) {
    return wanted.size() == 3
        ? Oracle.fee(number(wanted, 1), number(wanted, 2))
        : Oracle.settlement(number(wanted, 1), day(wanted, 2), day(wanted, 3));
  }

  private static long interest(List<String> wanted) {
    return wanted.size() == 3
        ? Oracle.interest(number(wanted, 1), number(wanted, 2))
        : Oracle.interest(number(wanted, 1), day(wanted, 2), day(wanted, 3));
  }

  private static LocalDate ends(List<String> wanted) {
    return wanted.size() == 2
        ? Oracle.monthAfter(day(wanted, 1))
        : Oracle.ends(day(wanted, 1), day(wanted, 2));
  }

  private static Optional<String> human(LocalDateTime at, Answer answer) {
    if (Oracle.isOpen(at)) {
      boolean denied = NOBODY_THERE.matcher(answer.text()).find();
      return denied
          ? Optional.of("somebody is there")
          : sum("別紙 問合せサポート(4)", date(at.toLocalDate(), answer), answer);
    }
    String next = date(Oracle.nextOpening(at), answer);
    return sum("別紙 問合せサポート(4)", next, answer)
        .or(() -> is(answer.text().contains("9:00"), "no 9:00"));
  }

  private static Optional<String> sum(String label, String words, Answer answer) {
    return is(answer instanceof Answer.Computed, words + " not computed")
        .or(() -> says(label, words, answer));
  }

  private static Optional<String> says(String label, String words, Answer answer) {
    return matches(label, "(?<![\\d,])" + Pattern.quote(words), answer);
  }

  private static Optional<String> matches(String label, String words, Answer answer) {
    boolean found = Pattern.compile(words).matcher(said(answer)).find();
    return is(found, words + " not said").or(() -> cites(label, answer));
  }

  private static String said(Answer answer) {
    return answer instanceof Answer.NotKnown ? everything(answer) : answer.text();
  }

  private static Optional<String> cites(String label, Answer answer) {
    return is(labels(answer).stream().anyMatch(one -> one.startsWith(label)), label + " not cited");
  }

  private static Optional<String> is(boolean so, String otherwise) {
    return so ? Optional.empty() : Optional.of(otherwise);
  }

  private static long number(List<String> wanted, int at) {
    return Long.parseLong(wanted.get(at));
  }

  private static LocalDate day(List<String> wanted, int at) {
    return LocalDate.parse(wanted.get(at));
  }

  private static boolean isJapanese(Answer answer) {
    return Language.of(answer.text()) == Language.JA;
  }

  private static String yen(long amount, Answer answer) {
    return String.format(Locale.ROOT, "%,d", amount) + (isJapanese(answer) ? "円" : " yen");
  }

  private static String endpoints(long number, Answer answer) {
    String unit = isJapanese(answer) ? "台" : number == 1 ? " endpoint" : " endpoints";
    return String.format(Locale.ROOT, "%,d", number) + unit;
  }

  private static String date(LocalDate date, Answer answer) {
    String pattern = isJapanese(answer) ? "uuuu年M月d日" : "d MMMM uuuu";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
  }
}
