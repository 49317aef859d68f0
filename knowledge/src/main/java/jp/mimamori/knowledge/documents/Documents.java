package jp.mimamori.knowledge.documents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.mimamori.knowledge.Language;

/**
 * Everything that can be said, read from a folder of Markdown once and never changed. The format
 * stands in {@code knowledge/documents/README.md}.
 *
 * @param entries in the order of the files, which are read by name
 * @param synonyms the lines of {@code synonyms.txt}, empty if there is none
 */
public record Documents(List<Entry> entries, List<String> synonyms) {
  public Documents {
    entries = List.copyOf(entries);
    synonyms = List.copyOf(synonyms);
  }

  /**
   * Reads a folder.
   *
   * @throws DocumentException naming every mistake by file and line; nothing is read halfway
   */
  public static Documents read(Path folder) {
    Folder read = Folder.read(folder);
    if (!read.problems().isEmpty()) {
      throw new DocumentException(read.problems());
    }
    return read.documents();
  }

  /** What must be mended before the folder can be read; empty if nothing. */
  public static List<Problem> problems(Path folder) {
    return Folder.read(folder).problems();
  }

  /** The entries of one language, in order. */
  public List<Entry> in(Language language) {
    return entries.stream().filter(entry -> entry.language() == language).toList();
  }

  /**
   * Every citation that names an entry of terms or FAQ, with the articles and annexes they are in.
   */
  public Set<String> citations() {
    return entries.stream()
        .filter(entry -> entry.kind() == Kind.TERMS || entry.kind() == Kind.FAQ)
        .map(Entry::citation)
        .collect(toUnmodifiableSet());
  }

  /** The values that the operator has not given yet, each with the entries that wait for it. */
  public SortedMap<String, List<Entry>> unfilled(Map<String, String> values) {
    SortedMap<String, List<Entry>> waiting = new TreeMap<>();
    for (Entry entry : entries) {
      for (String name : entry.unfilled(values)) {
        waiting.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry);
      }
    }
    return waiting;
  }

  /** The labels of each kind, for comparing languages. */
  static Map<Kind, Set<String>> labels(List<Entry> entries) {
    return entries.stream()
        .collect(
            groupingBy(
                Entry::kind,
                LinkedHashMap::new,
                java.util.stream.Collectors.mapping(Entry::label, toCollection(TreeSet::new))));
  }
}
