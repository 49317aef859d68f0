package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where the simulated EDR's state outlives the process: one JSON file, replaced whole, so that a
 * crash leaves the old one or the new one and never half of either. Without a path, nothing is
 * kept.
 */
final class WorldFile {
  private final Optional<Path> path;
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  WorldFile(Optional<Path> path) {
    this.path = path.map(Path::toAbsolutePath);
  }

  Optional<Remembered> load() {
    if (path.filter(Files::exists).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(path.get().toFile(), Remembered.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the simulator's state can't be read; delete the file to begin anew: " + path.get(),
          unreadable);
    }
  }

  void save(Remembered state) {
    path.ifPresent(
        file -> {
          try {
            replace(file, json.writeValueAsBytes(state));
          } catch (IOException failed) {
            throw new UncheckedIOException("the simulator's state can't be kept: " + file, failed);
          }
        });
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
