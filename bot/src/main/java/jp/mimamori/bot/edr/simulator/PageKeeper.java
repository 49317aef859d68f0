package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gives out long lists in pages (fact sheet 1.6). A list is frozen when its first page is asked
 * for; its tokens are good until a hundred others were given out, or the process ends.
 */
final class PageKeeper {
  private static final int MAX_KEPT = 100;

  private final Faults faults;
  private final Map<String, List<? extends JsonNode>> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<? extends JsonNode>> eldest) {
          return size() > MAX_KEPT;
        }
      };

  PageKeeper(Faults faults) {
    this.faults = faults;
  }

  /**
   * A page of a list.
   *
   * @param address of this list, without its query
   * @param all the whole list; asked only for the first page
   */
  Answer page(Request request, String address, int size, Supplier<List<? extends JsonNode>> all) {
    Optional<String> token = request.parameter("skipToken");
    List<? extends JsonNode> rest = token.isPresent() ? rest(token.get()) : all.get();
    int total = token.map(PageKeeper::total).orElse(rest.size());
    List<? extends JsonNode> here = rest.subList(0, Math.min(size, rest.size()));
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("totalCount", total).put("count", here.size());
    page.putArray("items").addAll(List.copyOf(here));
    if (rest.size() > size) {
      int from = faults.takeDuplicate() ? size - 1 : size;
      String next = keep(rest.subList(from, rest.size()), total);
      page.put("nextLink", address + "?" + query(request, next));
    }
    return Answer.json(200, page);
  }

  private synchronized String keep(List<? extends JsonNode> rest, int total) {
    String token = UUID.randomUUID().toString().replace("-", "") + "-" + total;
    kept.put(token, List.copyOf(rest));
    return token;
  }

  private synchronized List<? extends JsonNode> rest(String token) {
    List<? extends JsonNode> rest = kept.get(token);
    if (rest == null || faults.takeExpiredPage()) {
      throw ApiError.badRequest("Invalid request - The skipToken is invalid or has expired.");
    }
    return rest;
  }

  private static int total(String token) {
    return Integer.parseInt(token.substring(token.indexOf('-') + 1));
  }

  /** The same query again, with raw spaces as the real one was seen to have. */
  private static String query(Request request, String token) {
    Map<String, String> parameters = new LinkedHashMap<>(request.query());
    parameters.put("skipToken", token);
    return String.join(
        "&",
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .toList());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace('+', ' ');
  }
}
