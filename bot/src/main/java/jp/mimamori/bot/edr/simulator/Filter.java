package jp.mimamori.bot.edr.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammars of TMV1-Filter, {@code field eq 'value'} and {@code contains(field, 'x')}, and of
 * TMV1-Query in searches, {@code field:"value"} or {@code field:value}; both with {@code and},
 * {@code or}, {@code not} and parentheses (fact sheet 1.7).
 */
final class Filter {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:'(?<text>[^']*)'|(?<word>[A-Za-z][A-Za-z0-9]*)|(?<sign>[(),:])|\"(?<quoted>[^\"]*)\")");

  private final List<String> tokens = new ArrayList<>();
  private final List<String> fields;
  private int at;

  private Filter(String text, List<String> fields) {
    this.fields = fields;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find(end) && matcher.start() == end) {
      tokens.add(token(matcher));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw malformed();
    }
  }

  /**
   * Reads a filter.
   *
   * @param fields that may be asked about
   * @param values of a field of an item; several if it is a list
   */
  static <T> Predicate<T> of(
      String text, List<String> fields, Function<T, Map<String, List<String>>> values) {
    var filter = new Filter(text, fields);
    Predicate<Map<String, List<String>>> condition = filter.either();
    if (filter.at < filter.tokens.size()) {
      throw malformed();
    }
    return item -> condition.test(values.apply(item));
  }

  /**
   * Reads a search. Hashes match in full, other fields in part (fact sheet 1.7).
   *
   * @param values of every field that an item has
   */
  static <T> Predicate<T> search(String text, Function<T, Map<String, List<String>>> values) {
    return of(text, List.of(), values);
  }

  /** A text in single quotes begins with one, a text in double quotes with one of those. */
  private static String token(Matcher matcher) {
    if (matcher.group("text") != null) {
      return "'" + matcher.group("text");
    }
    return matcher.group("quoted") == null
        ? matcher.group().strip()
        : '"' + matcher.group("quoted");
  }

  private Predicate<Map<String, List<String>>> either() {
    var condition = both();
    while (accept("or")) {
      condition = condition.or(both());
    }
    return condition;
  }

  private Predicate<Map<String, List<String>>> both() {
    var condition = one();
    while (accept("and")) {
      condition = condition.and(one());
    }
    return condition;
  }

  private Predicate<Map<String, List<String>>> one() {
    if (accept("not")) {
      return one().negate();
    }
    if (accept("(")) {
      var condition = either();
      expect(")");
      return condition;
    }
    if (fields.isEmpty()) {
      return searched();
    }
    if (accept("contains")) {
      expect("(");
      String field = field();
      expect(",");
      String part = text();
      expect(")");
      return item ->
          item.getOrDefault(field, List.of()).stream().anyMatch(value -> value.contains(part));
    }
    String field = field();
    expect("eq");
    String wanted = text();
    return item -> item.getOrDefault(field, List.of()).stream().anyMatch(wanted::equalsIgnoreCase);
  }

  private Predicate<Map<String, List<String>>> searched() {
    String field = take();
    expect(":");
    String token = take();
    if (token.startsWith("'")) {
      throw malformed();
    }
    String wanted = (token.startsWith("\"") ? token.substring(1) : token).toLowerCase(Locale.ROOT);
    boolean whole = field.contains("Hash");
    return item ->
        item.getOrDefault(field, List.of()).stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .anyMatch(value -> whole ? value.equals(wanted) : value.contains(wanted));
  }

  private String field() {
    String name = take();
    if (!fields.contains(name)) {
      throw ApiError.badRequest("Invalid request - Unknown field in filter: " + name + ".");
    }
    return name;
  }

  private String text() {
    String token = take();
    if (!token.startsWith("'")) {
      throw malformed();
    }
    return token.substring(1);
  }

  /** Words of the grammar are taken however they are cased: clients differ. */
  private boolean accept(String token) {
    if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw malformed();
    }
  }

  private String take() {
    if (at == tokens.size()) {
      throw malformed();
    }
    return tokens.get(at++);
  }

  private static ApiError malformed() {
    return ApiError.badRequest("Invalid request - Invalid filter.");
  }
}
