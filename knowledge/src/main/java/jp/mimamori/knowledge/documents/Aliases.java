package jp.mimamori.knowledge.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.Language;

/**
 * Writes confirmed ways of asking into the documents: the largest single gain in ranking there is.
 * One line is added; every other byte of the file stays as it is.
 */
public final class Aliases {
  /** Longer ones are stories; a way of asking is a sentence. */
  private static final int LONGEST = 200;

  private static final Pattern LINES = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n|$)");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*\\s*");
  private static final Pattern ITEM = Pattern.compile("( {0,3}[-*+] +)\\S.*\\s*");
  private static final Pattern ENDING = Pattern.compile("(?:\\r\\n|\\r|\\n)$");
  private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*_\\[\\]<>#|~&!])");
  private static final Pattern LIST = Pattern.compile("^([-+]|\\d{1,9}[.)])(?=\\s|$)");

  private Aliases() {}

  /** What came of it. */
  public sealed interface Outcome {
    record Added(Path file, int line) implements Outcome {}

    /** The entry has it already; nothing was changed. */
    record Already(Path file, int line) implements Outcome {}

    /** Nothing was changed; the reason is a sentence for the operator. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Adds a way of asking to an entry.
   *
   * @param entry its label, citation, or label and title where several share a label
   * @throws DocumentException if the folder can't be read as it stands
   */
  public static Outcome add(Path folder, String entry, Language language, String question) {
    String asked = question.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (Entry.words(asked).isEmpty() || asked.length() > LONGEST) {
      return new Outcome.Refused(
          "A way of asking has 1 to " + LONGEST + " characters, some of them letters.");
    }
    List<Entry> entries = Documents.read(folder).in(language);
    List<Entry> named = entries.stream().filter(one -> isNamed(one, entry)).toList();
    if (named.size() != 1) {
      return new Outcome.Refused(named.isEmpty() ? unknown(entry, language) : several(named));
    }
    Entry chosen = named.getFirst();
    Path file = folder.resolve(chosen.file());
    Optional<Entry> other =
        entries.stream()
            .filter(one -> one.questions().stream().anyMatch(known -> isSame(known, asked)))
            .findFirst();
    if (other.isPresent()) {
      return other.get().equals(chosen)
          ? new Outcome.Already(file, chosen.line())
          : new Outcome.Refused(
              "\"%s\" is a way of asking for %s already (%s:%d); take it away there first."
                  .formatted(
                      asked, other.get().citation(), other.get().file(), other.get().line()));
    }
    return write(file, chosen, asked);
  }

  private static boolean isNamed(Entry entry, String name) {
    return name.equals(entry.label())
        || name.equals(entry.citation())
        || name.equals(entry.label() + " " + entry.title());
  }

  private static String unknown(String entry, Language language) {
    return "There is no entry %s in the %s documents."
        .formatted(entry, language == Language.JA ? "Japanese" : "English");
  }

  private static String several(List<Entry> named) {
    return "%s stands for %d entries; name its title too: %s"
        .formatted(
            named.getFirst().label(),
            named.size(),
            named.stream()
                .map(one -> "--entry \"" + one.label() + " " + one.title() + "\"")
                .collect(Collectors.joining(", ")));
  }

  private static boolean isSame(String one, String other) {
    return Entry.words(one).equals(Entry.words(other));
  }

  private static Outcome write(Path file, Entry entry, String question) {
    try {
      String before = Files.readString(file);
      List<String> lines = lines(before);
      int at = place(lines, entry);
      String ending = ending(lines);
      String addition = addition(lines, at, entry, question, ending);
      List<String> changed = new ArrayList<>(lines);
      if (at > 0 && !ENDING.matcher(lines.get(at - 1)).find()) {
        changed.set(at - 1, lines.get(at - 1) + ending);
        addition = addition.stripTrailing();
      }
      changed.add(at, addition);
      String after = String.join("", changed);
      if (!isRightAfter(before, after, entry, question)) {
        return new Outcome.Refused(
            "\""
                + question
                + "\" can't be written as a way of asking: it would be read otherwise.");
      }
      replace(file, after);
      return new Outcome.Added(file, at + (int) addition.lines().count());
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Each with its line break. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    Matcher line = LINES.matcher(text);
    while (line.find() && !line.group().isEmpty()) {
      lines.add(line.group());
    }
    return lines;
  }

  private static String ending(List<String> lines) {
    Matcher first = ENDING.matcher(lines.getFirst());
    return first.find() ? first.group() : "\n";
  }

  /** The index at which the new line goes: below the last way of asking, else below the entry. */
  private static int place(List<String> lines, Entry entry) {
    int end = entry.line();
    while (end < lines.size() && !HEADING.matcher(lines.get(end)).matches()) {
      end++;
    }
    int field = field(lines, entry, end);
    int last = field < 0 ? end - 1 : field;
    if (field < 0) {
      while (last > entry.line() && lines.get(last).isBlank()) {
        last--;
      }
      return last + 1;
    }
    for (int i = field + 1; i < end; i++) {
      boolean goesOn = ITEM.matcher(lines.get(i)).matches() || lines.get(i).startsWith("  ");
      if (goesOn) {
        last = i;
      } else if (!lines.get(i).isBlank()) {
        break;
      }
    }
    return last + 1;
  }

  private static int field(List<String> lines, Entry entry, int end) {
    for (int i = entry.line(); i < end; i++) {
      if (lines.get(i).startsWith(Field.QUESTIONS.name(entry.language()) + ":")) {
        return i;
      }
    }
    return -1;
  }

  private static String addition(
      List<String> lines, int at, Entry entry, String question, String ending) {
    Matcher item = ITEM.matcher(lines.get(at - 1));
    String escaped =
        LIST.matcher(MARKDOWN.matcher(question).replaceAll("\\\\$1"))
            .replaceAll(found -> Matcher.quoteReplacement(escapedMark(found.group(1))));
    if (item.matches() && !entry.questions().isEmpty()) {
      return item.group(1) + escaped + ending;
    }
    String head = Field.QUESTIONS.name(entry.language()) + ":";
    return entry.questions().isEmpty()
        ? ending + head + ending + "- " + escaped + ending
        : "- " + escaped + ending;
  }

  /** {@code 1.} and {@code -} begin a list unless a backslash stands before the sign. */
  private static String escapedMark(String mark) {
    return mark.substring(0, mark.length() - 1) + "\\" + mark.charAt(mark.length() - 1);
  }

  /** Whether the file then says just what it said before, and the question of that entry. */
  private static boolean isRightAfter(String before, String after, Entry entry, String question) {
    List<Problem> problems = new ArrayList<>();
    List<Entry> old = DocumentReader.read(entry.file(), before, problems);
    List<Entry> changed = DocumentReader.read(entry.file(), after, problems);
    if (!problems.isEmpty() || old.size() != changed.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      List<String> expected = new ArrayList<>(old.get(i).questions());
      if (old.get(i).line() == entry.line()) {
        expected.add(question);
      }
      boolean same =
          changed.get(i).questions().equals(expected)
              && changed.get(i).body().equals(old.get(i).body())
              && changed.get(i).sources().equals(old.get(i).sources())
              && changed.get(i).caveat().equals(old.get(i).caveat());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static void replace(Path file, String text) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.copy(
          file, part, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      Files.write(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
