package jp.mimamori.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What files say, read again when they were saved. Files that can't be used are reported once, and
 * the last good version stays.
 */
final class Live<T> implements Supplier<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  private final String name;
  private final List<Path> folders;
  private final Supplier<T> reading;
  private volatile T value;
  private volatile Optional<String> problem = Optional.empty();
  private SortedMap<Path, Stamp> stamps;

  /** Reads once; throws what reading throws. */
  Live(String name, List<Path> folders, Supplier<T> reading) {
    this.name = name;
    this.folders = List.copyOf(folders);
    this.reading = reading;
    this.stamps = stamps();
    this.value = reading.get();
  }

  @Override
  public T get() {
    return value;
  }

  /** Why the files, as they are now, are not in use. */
  Optional<String> problem() {
    return problem;
  }

  /** Reads again if a file was saved, added or removed since. */
  synchronized void refresh() {
    SortedMap<Path, Stamp> present = stamps();
    if (present.equals(stamps)) {
      return;
    }
    stamps = present;
    try {
      value = reading.get();
      problem = Optional.empty();
      LOG.info("{} was read again and is in use", name);
    } catch (RuntimeException e) {
      problem = Optional.of(String.valueOf(e.getMessage()));
      LOG.error(
          "{} was saved and can't be used; the last good version stays:\n{}", name, e.getMessage());
    }
  }

  private SortedMap<Path, Stamp> stamps() {
    SortedMap<Path, Stamp> found = new TreeMap<>();
    for (Path folder : folders) {
      try (var files = Files.list(folder)) {
        files.filter(Files::isRegularFile).forEach(file -> found.put(file, Stamp.of(file)));
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("{} can't be listed: reading it will say why", folder, e);
      }
    }
    return found;
  }

  private record Stamp(FileTime saved, long size) {
    static Stamp of(Path file) {
      try {
        return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
      } catch (IOException gone) {
        return new Stamp(FileTime.fromMillis(0), -1);
      }
    }
  }
}
