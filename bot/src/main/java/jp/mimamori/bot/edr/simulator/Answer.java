package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes back over HTTP.
 *
 * @param body a missing node for none
 * @param lost done, but the connection is cut instead of saying so
 */
record Answer(int status, Map<String, String> headers, JsonNode body, boolean lost) {
  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer json(int status, JsonNode body) {
    return new Answer(status, Map.of(), body, false);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), MissingNode.getInstance(), false);
  }

  Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, lost);
  }

  Answer lost(boolean isLost) {
    return new Answer(status, headers, body, isLost);
  }
}
