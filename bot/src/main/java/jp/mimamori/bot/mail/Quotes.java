package jp.mimamori.bot.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes from an answer what its writer did not write: what is quoted, and their signature. */
public final class Quotes {
  /** Stands in each of our letters: whatever follows it is ours. */
  public static final String ABOVE = "＝＝ この行より上に返信をお書きください / Please reply above this line ＝＝";

  private static final String MARK = "この行より上に返信";

  /** Lines after which nothing is the writer's own. */
  private static final List<Pattern> ENDS =
      List.of(
          Pattern.compile(
              "-{2,}\\s*(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ).*",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile("On .{5,200} wrote:"),
          // 2026年12月1日(火) 10:00 見守り <support@example.jp>:
          Pattern.compile(".{0,120}\\d{1,4}[年/.-].{0,120}<[^<>\\s]+@[^<>\\s]+>.{0,20}[:：]"),
          Pattern.compile(".{0,120}<[^<>\\s]+@[^<>\\s]+> ?(?:wrote|のメール|さんは書きました).{0,10}"),
          Pattern.compile("_{20,}"),
          Pattern.compile("-- ?"),
          Pattern.compile("(?:iPhone|iPad|Android|Galaxy|Outlook).{0,20}から送信"),
          Pattern.compile("Sent from my .{1,40}"));

  /** The head of a mail that Outlook quotes without a mark. */
  private static final Pattern FROM = Pattern.compile("\\*?(?:From|差出人|送信者)\\*?\\s*[:：].*");

  private static final Pattern NEXT =
      Pattern.compile("\\*?(?:Sent|Date|To|Cc|Subject|送信日時|日時|宛先|件名)\\*?\\s*[:：].*");

  /** A ruled line, as above a Japanese signature. */
  private static final Pattern RULE = Pattern.compile("[-=_*~━─＝＊－〜☆★◆◇■□+]{8,}");

  /** Nobody signs in more lines. */
  private static final int MOST_SIGNATURE = 14;

  private Quotes() {}

  static String without(String text) {
    List<String> lines = new ArrayList<>();
    List<String> all = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i).stripTrailing();
      String bare = line.strip();
      if (bare.contains(MARK) || isEnd(bare) || isHeadOf(all, i) || isFoldedEnd(all, i)) {
        break;
      }
      if (!bare.startsWith(">") && !bare.startsWith("＞")) {
        lines.add(line);
      }
    }
    withoutSignature(lines);
    return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
  }

  private static boolean isEnd(String line) {
    return ENDS.stream().anyMatch(end -> end.matcher(line).matches());
  }

  /** The line above a quotation, broken into two. */
  private static boolean isFoldedEnd(List<String> lines, int at) {
    return at + 1 < lines.size()
        && lines.get(at).strip().startsWith("On ")
        && isEnd(lines.get(at).strip() + " " + lines.get(at + 1).strip());
  }

  private static boolean isHeadOf(List<String> lines, int at) {
    return FROM.matcher(lines.get(at).strip()).matches()
        && lines.subList(at + 1, Math.min(lines.size(), at + 4)).stream()
            .anyMatch(line -> NEXT.matcher(line.strip()).matches());
  }

  /** What stands under a rule at the end, if something stands above it. */
  private static void withoutSignature(List<String> lines) {
    int from = Math.max(0, lines.size() - MOST_SIGNATURE);
    for (int i = from; i < lines.size(); i++) {
      boolean something = lines.subList(0, i).stream().anyMatch(line -> !line.isBlank());
      if (something && RULE.matcher(lines.get(i).strip()).matches()) {
        lines.subList(i, lines.size()).clear();
        return;
      }
    }
  }
}
