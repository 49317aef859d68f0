package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What goes back over HTTP.
 *
 * @param body a missing node for none, a binary one for what is no JSON
 */
record Answer(int status, Map<String, String> headers, JsonNode body) {
  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(int status, JsonNode body) {
    return new Answer(status, Map.of(), body);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), MissingNode.getInstance());
  }

  static Answer bytes(String contentType, byte[] content) {
    return new Answer(
        200, Map.of("Content-Type", contentType), JsonNodeFactory.instance.binaryNode(content));
  }

  Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /** Whether something was accepted: 207 alone does not tell (fact sheet 1.5). */
  boolean accepts() {
    return status == 207
        ? StreamSupport.stream(body.spliterator(), false)
            .anyMatch(item -> good(item.path("status").asInt(0)))
        : good(status);
  }

  private static boolean good(int status) {
    return status >= 200 && status < 300;
  }
}
