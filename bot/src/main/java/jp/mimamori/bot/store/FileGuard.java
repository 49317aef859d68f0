package jp.mimamori.bot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process off the same SQLite file. The operating system lets go of it by itself
 * when the process dies, however it dies.
 */
final class FileGuard implements AutoCloseable {
  private final FileChannel channel;

  private FileGuard(FileChannel channel) {
    this.channel = channel;
  }

  static FileGuard take(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    try {
      Files.createDirectories(database.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new StoreException(
            "Another Mimamori is running on "
                + database
                + ". Stop it first, or name another folder with --data.");
      }
      return new FileGuard(channel);
    } catch (IOException e) {
      throw new StoreException(
          "The data folder "
              + database.toAbsolutePath().getParent()
              + " can't be written ("
              + e.getMessage()
              + "). Make it writable, or name another folder with --data.",
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
