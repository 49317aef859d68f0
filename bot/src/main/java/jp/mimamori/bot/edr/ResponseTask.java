package jp.mimamori.bot.edr;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;

/**
 * Something that the EDR was asked to do, by us or by anybody else, and how far it is.
 *
 * @param action the EDR's word for it, an open set: {@code isolate}, {@code collectFile} …
 * @param description what the asker wrote to it; ours holds our request's id
 * @param endpoint the agent's id; empty for what concerns no endpoint
 * @param file what it brought; empty until it succeeded
 */
public record ResponseTask(
    String id,
    String action,
    String description,
    String endpoint,
    Instant createdAt,
    Instant changedAt,
    TaskStatus status,
    Optional<CollectedFile> file) {

  /**
   * An archive that lies at the EDR for some days. It may hold malware: its address and password
   * are for analysts, and neither is shown by {@link #toString()} nor belongs in a log.
   *
   * @param path it was collected from; empty for a package
   * @param size in bytes, 0 if unknown
   * @param sha256 of the file, not of the archive; empty if unknown
   * @param location opens without any key until {@code expiresAt}
   * @param password of the archive; empty if it has none
   */
  public record CollectedFile(
      String path,
      long size,
      String sha1,
      String sha256,
      URI location,
      Optional<Instant> expiresAt,
      String password) {
    @Override
    public String toString() {
      return "CollectedFile[path=%s, size=%d, sha256=%s, location=***, password=***]"
          .formatted(path, size, sha256);
    }
  }
}
