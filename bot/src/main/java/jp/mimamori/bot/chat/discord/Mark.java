package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a post is known by, made from its key. The nonce makes Discord itself refuse a second
 * message, for a few minutes; the history does not show it. What the history does show are the ids
 * of components, which are ours to choose, and which nobody sees.
 *
 * @param nonce at most 25 characters
 * @param first a component's id, 1 to 2³¹−1
 * @param second another component's id, different from the first
 */
record Mark(String nonce, int first, int second) {
  private static final int NONCE_BYTES = 18; // 24 characters

  static Mark of(String key) {
    byte[] hash = sha256(key);
    ByteBuffer numbers = ByteBuffer.wrap(hash, NONCE_BYTES, 8);
    int first = id(numbers.getInt());
    int second = id(numbers.getInt());
    return new Mark(
        Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, NONCE_BYTES)),
        first,
        second == first ? second ^ 1 : second);
  }

  /** Whether a message, as the history shows it, was posted under this mark. */
  boolean isOn(JsonNode message) {
    return has(message, first) && has(message, second);
  }

  /** Beyond the small numbers that Discord gives to components without an id. */
  private static int id(int number) {
    return (number & Integer.MAX_VALUE) | 0x4000_0000;
  }

  private static boolean has(JsonNode message, int id) {
    return message.path("components").findValues("id").stream()
        .anyMatch(found -> found.asInt() == id);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
