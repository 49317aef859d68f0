package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a list to its end, page by page (Trend Vision One API v3.0, fact sheet 1.6). */
final class Pages {
  private final Transport transport;
  private final Trouble trouble;
  private final VisionOneSettings settings;

  Pages(Transport transport, Trouble trouble, VisionOneSettings settings) {
    this.transport = transport;
    this.trouble = trouble;
    this.settings = settings;
  }

  /**
   * Hands over every item. Throws {@link BrokenOff} where a later page can't be had; the items
   * until there were handed over.
   */
  void read(String wish, String first, Map<String, String> headers, Consumer<JsonNode> item)
      throws BrokenOff {
    var _ = readUpTo(Long.MAX_VALUE, wish, first, headers, item);
  }

  /** Reads no page more once it has so many items. Returns whether that was the whole list. */
  boolean readUpTo(
      long most, String wish, String first, Map<String, String> headers, Consumer<JsonNode> item)
      throws BrokenOff {
    JsonNode page = firstPage(wish, first, headers);
    Set<String> followed = new HashSet<>();
    long read = 0;
    while (true) {
      if (!page.path("items").isArray()) {
        throw trouble.of(wish, "its answer holds no list");
      }
      page.path("items").forEach(item);
      read += page.path("items").size();
      String link = page.path("nextLink").asText("");
      if (link.isEmpty()) {
        return true;
      }
      if (read >= most) {
        return false;
      }
      String next =
          NextLink.pathAndQuery(settings.baseUrl(), link)
              .orElseThrow(
                  () -> trouble.of(wish, "its next page is at another address; not followed"));
      if (!followed.add(next)) {
        throw new BrokenOff("its pages lead in a circle");
      }
      page = nextPage(wish, next, headers);
    }
  }

  private JsonNode firstPage(String wish, String path, Map<String, String> headers) {
    try {
      Reply reply = transport.get(path, headers);
      if (!reply.good()) {
        throw trouble.of(wish, reply);
      }
      return reply.body();
    } catch (IOException lost) {
      throw trouble.of(wish, lost);
    }
  }

  /** Page tokens expire when a long list is read slowly: then the page, not the list, is lost. */
  private JsonNode nextPage(String wish, String path, Map<String, String> headers)
      throws BrokenOff {
    try {
      Reply reply = transport.get(path, headers);
      if (reply.status() == 401 || reply.status() == 403) {
        throw trouble.of(wish, reply);
      }
      if (!reply.good()) {
        throw new BrokenOff(trouble.sentence(reply));
      }
      return reply.body();
    } catch (IOException lost) {
      throw new BrokenOff(trouble.sentence(lost));
    }
  }

  /** The list can't be read on from here, but perhaps from elsewhere. */
  static final class BrokenOff extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenOff(String sentence) {
      super(sentence);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }
}
