package jp.mimamori.knowledge.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a notice is likely to say where a person asks in other words, one hint a line: {@code いくら =
 * 値段 > 料金 = 手数料}. Unlike synonyms they hold one way only: who asks for 引っ越し may mean 転入 or 転出, but
 * who asks for 転入 does not mean 転出.
 */
final class Hints {
  private static final int LONGEST = 4;

  private final Map<List<String>, Set<List<String>>> written = new LinkedHashMap<>();

  Hints(List<String> lines, TextAnalysis analysis) {
    for (String line : lines) {
      int arrow = line.indexOf('>');
      if (!line.startsWith("#") && arrow >= 0) {
        List<List<String>> meant = words(line.substring(arrow + 1), analysis);
        words(line.substring(0, arrow), analysis).stream()
            .filter(said -> said.size() <= LONGEST)
            .forEach(
                said -> written.computeIfAbsent(said, _ -> new LinkedHashSet<>()).addAll(meant));
      }
    }
  }

  private static List<List<String>> words(String alternatives, TextAnalysis analysis) {
    return Arrays.stream(alternatives.split("="))
        .map(analysis::everyWord)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** For each thing that the words say, longest first, what may be written for it instead. */
  List<Set<List<String>>> of(List<String> words) {
    List<Set<List<String>>> hints = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = longest(words, at);
      Set<List<String>> hint = written.get(words.subList(at, at + length));
      if (hint != null) {
        hints.add(hint);
      }
      at += length;
    }
    return hints;
  }

  private int longest(List<String> words, int at) {
    for (int length = Math.min(LONGEST, words.size() - at); length > 1; length--) {
      if (written.containsKey(words.subList(at, at + length))) {
        return length;
      }
    }
    return 1;
  }
}
