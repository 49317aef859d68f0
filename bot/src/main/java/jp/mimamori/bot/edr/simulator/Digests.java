package jp.mimamori.bot.edr.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes as Vision One writes them: hex in capitals. */
final class Digests {
  private Digests() {}

  static String md5(byte[] content) {
    return hash("MD5", content);
  }

  static String sha1(byte[] content) {
    return hash("SHA-1", content);
  }

  static String sha256(byte[] content) {
    return hash("SHA-256", content);
  }

  static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
