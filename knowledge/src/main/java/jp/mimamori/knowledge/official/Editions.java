package jp.mimamori.knowledge.official;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.mimamori.knowledge.wording.Wording;

/**
 * The editions of the official text that an installation has on record, oldest first. Each is a
 * Markdown file named by the day from which it applies: {@code 2024-07-01.md}.
 */
public record Editions(List<OfficialText> all) {
  private static final String ENDING = ".md";

  public Editions {
    all = all.stream().sorted(Comparator.comparing(OfficialText::inForce)).toList();
  }

  public static Editions none() {
    return new Editions(List.of());
  }

  /**
   * Reads a folder; one that is not there holds none.
   *
   * @throws OfficialTextException naming a file that can't be read back
   */
  public static Editions read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return none();
    }
    List<OfficialText> editions = new ArrayList<>();
    for (Path file : files(folder)) {
      editions.add(edition(file));
    }
    return new Editions(editions);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).endsWith(ENDING) && !name(file).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static OfficialText edition(Path file) {
    LocalDate day;
    try {
      day = LocalDate.parse(name(file).replace(ENDING, ""));
    } catch (DateTimeParseException _) {
      throw new OfficialTextException(
          file + " is not named by the day from which it applies (2024-07-01.md)");
    }
    return switch (OfficialReader.read(file, Optional.of(day))) {
      case Reading.Understood understood -> understood.text();
      case Reading.Refused(String reason) -> throw new OfficialTextException(file + " " + reason);
    };
  }

  /**
   * The edition that applies at a moment: the newest of those that have begun to. Changed terms
   * apply to everybody from the day that was made known (第3条).
   */
  public Optional<OfficialText> inForce(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, Wording.TOKYO);
    return all.stream().filter(text -> !text.inForce().isAfter(day)).reduce((_, last) -> last);
  }

  /** The edition that applies from that very day. */
  public Optional<OfficialText> from(LocalDate day) {
    return all.stream().filter(text -> text.inForce().equals(day)).findFirst();
  }

  /** The file in which an edition is kept. */
  public static Path file(Path folder, OfficialText text) {
    return folder.resolve(DateTimeFormatter.ISO_LOCAL_DATE.format(text.inForce()) + ENDING);
  }

  /** Puts an edition on record, in place of one of the same day; whole or not at all. */
  public static Path keep(Path folder, OfficialText text) {
    Path file = file(folder, text);
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve("." + name(file) + ".part");
      try {
        Files.write(part, Canonical.markdown(text).getBytes(StandardCharsets.UTF_8));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(part);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Can't write " + file + ": " + e.getMessage(), e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
