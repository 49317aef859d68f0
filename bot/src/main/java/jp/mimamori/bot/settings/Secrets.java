package jp.mimamori.bot.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What {@code ${NAME}} in a file stands for: {@code NAME} in the environment, else what is in the
 * file that {@code NAME_FILE} names, which nobody but its owner may read. Empty if there is
 * neither.
 */
final class Secrets {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Map<String, String> environment;

  Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Throws a sentence, which names the file and never what is in it, if it may not be used. */
  String value(String name) {
    String given = environment.getOrDefault(name, "");
    String file = environment.getOrDefault(name + "_FILE", "");
    return given.isEmpty() && !file.isEmpty() ? read(name, Path.of(file)) : given;
  }

  private static String read(String name, Path file) {
    try {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw new Wrong(
            name + "_FILE",
            file + " can be read by others than its owner; chmod 600 " + file + " first");
      }
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw new Wrong(name + "_FILE", file + " can't be read");
    }
  }
}
