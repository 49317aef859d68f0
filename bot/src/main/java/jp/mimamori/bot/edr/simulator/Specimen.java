package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Locale;

/**
 * Something that lies in the sandbox.
 *
 * @param kind {@code file} or {@code url}
 * @param name of the file, or the address
 */
record Specimen(
    String id,
    String kind,
    String name,
    String arguments,
    String md5,
    String sha1,
    String sha256,
    Instant createdAt) {
  static Specimen file(String name, byte[] content, String arguments) {
    return of("file", name, content, arguments);
  }

  static Specimen url(String url) {
    return of("url", url, Digests.bytes(url), "");
  }

  private static Specimen of(String kind, String name, byte[] content, String arguments) {
    return new Specimen(
        "",
        kind,
        name,
        arguments,
        Digests.md5(content),
        Digests.sha1(content),
        Digests.sha256(content),
        Instant.EPOCH);
  }

  Specimen submitted(int number, Instant at) {
    return new Specimen(
        Office.guid("sandbox/" + number + "/" + sha256),
        kind,
        name,
        arguments,
        md5,
        sha1,
        sha256,
        at);
  }

  @JsonIgnore
  boolean isFile() {
    return kind.equals("file");
  }

  /** The sandbox opens programs, documents and scripts; pictures it does not. */
  @JsonIgnore
  boolean canBeOpened() {
    return !name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpg|jpeg|gif|mp4|txt)") || !isFile();
  }
}
