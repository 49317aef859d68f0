package jp.mimamori.bot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Language;

/** A file of one JSON object a line, each with where it stands. */
final class JsonLines {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonLines() {}

  /**
   * Reads all of it; blank lines are passed over.
   *
   * @throws Failure naming the file and the line
   */
  static List<Line> read(Path file) throws IOException {
    List<String> texts = texts(file);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isBlank()) {
        lines.add(line(file + ":" + (i + 1), texts.get(i)));
      }
    }
    return lines;
  }

  private static Line line(String where, String text) {
    try {
      return new Line(where, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new Failure(where + ": not JSON: " + e.getOriginalMessage());
    }
  }

  private static List<String> texts(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new Failure("There is no file " + file + ".");
    } catch (MalformedInputException e) {
      throw new Failure(file + " is not UTF-8 text.");
    }
  }

  /**
   * One object.
   *
   * @param where file and line, for whoever must mend it
   */
  record Line(String where, JsonNode json) {
    /** The question it holds. */
    String question() {
      if (!json.path("q").isTextual()) {
        throw new Failure(
            where + ": \"q\" is missing; a line is {\"id\",\"q\",\"lang\"?,\"now\"?}");
      }
      return json.path("q").asText();
    }

    /** The moment at which it is asked, if the line says so. */
    Optional<Instant> now() {
      if (!json.path("now").isTextual()) {
        return Optional.empty();
      }
      try {
        return Optional.of(MomentConverter.moment(json.path("now").asText()));
      } catch (RuntimeException e) {
        throw new Failure(where + ": now: " + e.getMessage());
      }
    }

    /** The language to answer in, if the line says so. */
    Optional<Language> language() {
      return Optional.ofNullable(json.path("lang").textValue())
          .map(
              word ->
                  switch (word) {
                    case "ja" -> Language.JA;
                    case "en" -> Language.EN;
                    default ->
                        throw new Failure(
                            where + ": lang \"" + word + "\" is not a language; allowed: ja, en");
                  });
    }
  }
}
