package jp.mimamori.bot.chat;

import java.nio.ByteBuffer;

/**
 * A file to be shown to people.
 *
 * @param name with its ending; no path
 * @param mediaType such as {@code application/pdf}
 * @param title for people to read
 * @param content cannot be changed; each call gives a view with a position of its own
 */
public record Document(String name, String mediaType, String title, ByteBuffer content) {
  public Document {
    content = content.asReadOnlyBuffer();
  }

  @Override
  public ByteBuffer content() {
    return content.duplicate();
  }
}
