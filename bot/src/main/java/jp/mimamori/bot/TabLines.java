package jp.mimamori.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of tab-separated lines, read as a stream: the first column is an identifier without spaces
 * that stands once, the others are text. Refuses the first line that is otherwise, by its number.
 */
final class TabLines implements Iterator<List<String>>, AutoCloseable {
  private final Path file;
  private final BufferedReader reader;
  private final int columns;
  private final String form;
  private final Set<String> seen = new HashSet<>();
  private int number;
  private @Nullable List<String> next;

  /**
   * @param form what a line looks like, for whoever wrote another
   * @throws Failure if the file can't be read or its first line is wrong
   */
  TabLines(Path file, int columns, String form) throws IOException {
    this.file = file;
    this.columns = columns;
    this.form = form;
    try {
      reader = Files.newBufferedReader(file);
    } catch (NoSuchFileException _) {
      throw new Failure("There is no file " + file + ".");
    }
    next = read();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public List<String> next() {
    List<String> line = next;
    if (line == null) {
      throw new NoSuchElementException();
    }
    next = read();
    return line;
  }

  private @Nullable List<String> read() {
    String line = line();
    while (line != null && line.isBlank()) {
      line = line();
    }
    if (line == null) {
      return null;
    }
    List<String> found = List.of(line.split("\t", columns));
    if (found.size() < columns) {
      throw wrong("a line is " + form);
    }
    String id = found.getFirst();
    if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
      throw wrong("the id \"" + id + "\" is empty or has a space in it");
    }
    if (!seen.add(id)) {
      throw wrong("the id \"" + id + "\" stands above already");
    }
    return found;
  }

  private @Nullable String line() {
    number++;
    try {
      String line = reader.readLine();
      boolean marked = number == 1 && line != null && line.startsWith("\uFEFF");
      return marked && line != null ? line.substring(1) : line;
    } catch (CharacterCodingException _) {
      throw wrong("is not UTF-8 text");
    } catch (IOException e) {
      throw new Failure("Can't read " + file + ": " + e.getMessage());
    }
  }

  private Failure wrong(String what) {
    return new Failure(file + ":" + number + ": " + what);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
