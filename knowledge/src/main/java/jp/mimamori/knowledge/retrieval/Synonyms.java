package jp.mimamori.knowledge.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Words that mean the same to those who ask, one group a line: {@code 端末 = PC = パソコン}. A member may
 * be several words; the longest one wins.
 */
final class Synonyms {
  private static final int LONGEST = 4;

  /** Begins what stands for a whole group; no word does. */
  private static final String GROUP = "=";

  private final Map<List<String>, String> senses = new HashMap<>();

  Synonyms(List<String> lines, Function<String, List<String>> analyse) {
    for (String line : lines) {
      String group = line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
      if (group.contains(">")) {
        continue; // a hint
      }
      List<String> members =
          Arrays.stream(group.split("=")).map(String::strip).filter(m -> !m.isEmpty()).toList();
      if (members.size() > 1) {
        members.forEach(member -> add(analyse.apply(member), GROUP + members.getFirst()));
      }
    }
  }

  private void add(List<String> words, String sense) {
    if (!words.isEmpty() && words.size() <= LONGEST) {
      senses.putIfAbsent(words, sense);
    }
  }

  /** Whether a sense stands for several words. */
  static boolean isGroup(String sense) {
    return sense.startsWith(GROUP);
  }

  List<String> senses(List<String> words) {
    List<String> result = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = longest(words, at);
      List<String> member = words.subList(at, at + length);
      result.add(senses.getOrDefault(member, words.get(at)));
      at += length;
    }
    return result;
  }

  private int longest(List<String> words, int at) {
    for (int length = Math.min(LONGEST, words.size() - at); length > 1; length--) {
      if (senses.containsKey(words.subList(at, at + length))) {
        return length;
      }
    }
    return 1;
  }
}
