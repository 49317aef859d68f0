package jp.mimamori.knowledge.documents;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.Language;

/** The lines of an entry that are not its body: {@code 問い:}, {@code Sources: …}. */
enum Field {
  QUESTIONS("問い", "Questions", "質問|問|question|問合せ"),
  SOURCES("出典", "Sources", "出所|典拠|source|出展"),
  CAVEAT("注意", "Caveat", "注|注記|注釈|caveats|caution"),
  URGENT("緊急", "Urgent", "至急|急|urgency");

  private final String japanese;
  private final String english;
  private final Pattern mistaken;

  Field(String japanese, String english, String mistaken) {
    this.japanese = japanese;
    this.english = english;
    this.mistaken = Pattern.compile(mistaken);
  }

  String name(Language language) {
    return language == Language.JA ? japanese : english;
  }

  static String names(Language language) {
    return Arrays.stream(values())
        .map(field -> field.name(language) + ":")
        .collect(Collectors.joining(", "));
  }

  /** The field that a line begins, if it is spelt as it must be in that language. */
  static Optional<Field> beginning(String line, Language language) {
    return Arrays.stream(values())
        .filter(field -> line.startsWith(field.name(language) + ":"))
        .findFirst();
  }

  /** Whether a line looks as if a field was meant, though it is not spelt so. */
  static boolean isMistaken(String line, Language language) {
    int colon = line.replace('：', ':').indexOf(':');
    if (colon < 1) {
      return false;
    }
    String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .anyMatch(
            field ->
                field.mistaken.matcher(name).matches()
                    || name.equals(field.japanese)
                    || name.equals(field.english.toLowerCase(Locale.ROOT)));
  }
}
