package jp.mimamori.knowledge.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.Language;

/** What no file can know alone: doubles, dead citations, a language left behind. */
final class CrossChecks {
  private CrossChecks() {}

  static List<Problem> problems(List<Entry> entries) {
    List<Problem> problems = new ArrayList<>();
    doubles(entries, problems);
    deadCitations(entries, problems);
    oneLanguageOnly(entries, problems);
    return problems;
  }

  private static void doubles(List<Entry> entries, List<Problem> problems) {
    Map<String, Entry> seen = new HashMap<>();
    for (Entry entry : entries) {
      String key =
          entry.kind() + "/" + entry.language() + "/" + entry.label() + "/" + entry.title();
      Entry first = seen.putIfAbsent(key, entry);
      if (first != null) {
        problems.add(
            at(
                entry,
                "\"%s %s\" stands already in %s:%d; give it another label or title"
                    .formatted(entry.label(), entry.title(), first.file(), first.line())));
      }
    }
  }

  private static void deadCitations(List<Entry> entries, List<Problem> problems) {
    Set<String> terms = citable(entries, Kind.TERMS);
    Set<String> faq = citable(entries, Kind.FAQ);
    if (terms.isEmpty()) {
      return; // a folder without terms cannot be judged
    }
    for (Entry entry : entries) {
      for (String source : entry.sources()) {
        boolean known = source.startsWith("FAQ ") ? faq.contains(source) : terms.contains(source);
        if (!known) {
          problems.add(
              at(
                  entry,
                  "the source \"%s\" stands nowhere in the documents; cite a label of the terms such as %s"
                      .formatted(source, Kind.TERMS.example())));
        }
      }
    }
  }

  private static Set<String> citable(List<Entry> entries, Kind kind) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .map(Entry::citation)
        .collect(Collectors.toSet());
  }

  private static void oneLanguageOnly(List<Entry> entries, List<Problem> problems) {
    for (Language language : Language.values()) {
      Map<Kind, Set<String>> here = Documents.labels(in(language, entries));
      for (Entry entry : entries) {
        if (entry.language() != language
            && !here.getOrDefault(entry.kind(), Set.of()).contains(entry.label())) {
          problems.add(
              at(
                  entry,
                  "%s is missing in the %s documents; both languages hold the same labels"
                      .formatted(entry.label(), language == Language.JA ? "Japanese" : "English")));
        }
      }
    }
  }

  private static List<Entry> in(Language language, List<Entry> entries) {
    return entries.stream().filter(entry -> entry.language() == language).toList();
  }

  private static Problem at(Entry entry, String message) {
    return new Problem(entry.file(), entry.line(), message);
  }
}
