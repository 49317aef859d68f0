package jp.mimamori.knowledge.documents;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of documents as read, with whatever is wrong in it. */
record Folder(Documents documents, List<Problem> problems) {
  private static final String SYNONYMS = "synonyms.txt";

  static Folder read(Path folder) {
    List<Problem> problems = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Path file : documents(folder, problems)) {
      text(file, problems)
          .ifPresent(text -> entries.addAll(DocumentReader.read(name(file), text, problems)));
    }
    if (entries.isEmpty() && problems.isEmpty()) {
      problems.add(new Problem(folder.toString(), 0, "holds no document: *.ja.md, *.en.md"));
    }
    problems.addAll(CrossChecks.problems(entries));
    return new Folder(new Documents(entries, synonyms(folder, problems)), sorted(problems));
  }

  private static List<Path> documents(Path folder, List<Problem> problems) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Folder::isDocument).sorted().toList();
    } catch (IOException _) {
      problems.add(new Problem(folder.toString(), 0, "is no folder that can be read"));
      return List.of();
    }
  }

  private static boolean isDocument(Path file) {
    String name = name(file);
    return name.endsWith(".md") && !name.equals("README.md") && !name.startsWith(".");
  }

  private static List<String> synonyms(Path folder, List<Problem> problems) {
    Path file = folder.resolve(SYNONYMS);
    if (!Files.exists(file)) {
      return List.of();
    }
    return text(file, problems).map(text -> text.lines().toList()).orElse(List.of());
  }

  private static java.util.Optional<String> text(Path file, List<Problem> problems) {
    try {
      return java.util.Optional.of(Files.readString(file));
    } catch (CharacterCodingException _) {
      problems.add(new Problem(name(file), 0, "is not UTF-8; save it as UTF-8"));
    } catch (IOException _) {
      problems.add(new Problem(name(file), 0, "cannot be read"));
    }
    return java.util.Optional.empty();
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
