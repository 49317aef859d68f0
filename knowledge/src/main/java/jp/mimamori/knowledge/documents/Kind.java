package jp.mimamori.knowledge.documents;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an entry is for, and so how a question that finds it is answered. */
public enum Kind {
  TERMS("第\\d+条(?:第\\d+項(?:第\\d+号)?)?|別紙 \\S+?(?:\\(\\d+\\))?", "第16条第1項, 別紙 利用料金, 別紙 機能(10)"),
  FAQ("[A-Z]-\\d{2,3}", "I-03"),
  UNKNOWN("[A-Z]-\\d{2,3}", "U-03"),
  HANDOVER("[A-Z]-\\d{2,3}", "H-03"),
  SMALLTALK("[A-Z]-\\d{2,3}", "S-03");

  private final Pattern heading;
  private final String example;

  Kind(String label, String example) {
    this.heading = Pattern.compile("(" + label + ")(?:\\s+(.*))?");
    this.example = example;
  }

  /** As the front matter spells it. */
  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Optional<Kind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(Kind::key).collect(Collectors.joining(", "));
  }

  /** What a label of this kind looks like, for whoever mistyped one. */
  String example() {
    return example;
  }

  Optional<Heading> heading(String text) {
    Matcher matcher = heading.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String title = matcher.group(2);
    return Optional.of(new Heading(matcher.group(1), title == null ? "" : title.strip()));
  }

  /** A heading that carries a label. */
  record Heading(String label, String title) {}
}
