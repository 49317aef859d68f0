package jp.mimamori.bot.chat.discord;

import java.nio.ByteBuffer;
import java.util.Optional;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.ChatPlatform.Receipt;
import jp.mimamori.bot.chat.Document;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.knowledge.Language;

/** Files, in parts where they are larger than Discord takes. */
final class Files {
  /**
   * What every server takes, whether boosted or not, less a margin for the message itself.
   * https://discord.com/developers/docs/reference#uploading-files
   */
  static final int MOST_BYTES = 10 * 1024 * 1024 - 64 * 1024;

  private static final int MOST_PARTS = 10;

  private final Posts posts;
  private final Rest rest;

  Files(Posts posts, Rest rest) {
    this.posts = posts;
    this.rest = rest;
  }

  /** Each part is a message, posted once; the receipt names the first. */
  Receipt share(Place place, Document document, PostKey key) {
    int bytes = document.content().remaining();
    int parts = Math.max(1, Math.ceilDiv(bytes, MOST_BYTES));
    if (parts > MOST_PARTS) {
      return new Receipt.Refused(
          "%s has %d MB; Discord takes at most %d MB from us"
              .formatted(document.name(), bytes >> 20, (MOST_BYTES >> 20) * MOST_PARTS));
    }
    Receipt first = one(place, part(document, 0, parts), key);
    for (int i = 1; i < parts && first instanceof Receipt.Delivered; i++) {
      Receipt next =
          one(
              place,
              part(document, i, parts),
              new PostKey(key.id() + " part " + i, key.perhapsPosted()));
      if (!(next instanceof Receipt.Delivered)) {
        return next instanceof Receipt.TryAgain
            ? new Receipt.Unclear("part " + i + " waits")
            : next;
      }
    }
    return first;
  }

  private Receipt one(Place place, Document part, PostKey key) {
    Mark mark = Mark.of(key.id());
    return posts.post(
        place,
        part.title(),
        false,
        key,
        (path, body) ->
            rest.send(
                Rest.Kind.of("POST", false),
                path,
                body.setAll(Messages.file(part, mark)),
                Optional.of(part)));
  }

  private static Document part(Document whole, int index, int parts) {
    if (parts == 1) {
      return new Document(safe(whole.name()), whole.mediaType(), whole.title(), whole.content());
    }
    ByteBuffer content = whole.content();
    int from = content.position() + index * MOST_BYTES;
    ByteBuffer slice = content.slice(from, Math.min(MOST_BYTES, content.limit() - from));
    return new Document(
        safe("%s.%03d".formatted(whole.name(), index + 1)),
        "application/octet-stream",
        Words.FILE_PART.in(Language.JA, whole.title(), index + 1, parts),
        slice);
  }

  /** Discord itself replaces other characters, and then the attachment is not found by its name. */
  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
