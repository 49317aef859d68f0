package jp.mimamori.knowledge.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import jp.mimamori.knowledge.Language;

/** Words that people say where notices and forms say another, for collections of any subject. */
final class EverydayWords {
  private EverydayWords() {}

  static List<String> of(Language language) {
    return switch (language) {
      case JA -> read("everyday-words.txt");
      case EN -> List.of();
    };
  }

  private static List<String> read(String resource) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EverydayWords.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
