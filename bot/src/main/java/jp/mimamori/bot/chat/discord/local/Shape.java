package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.Set;

/** One object of a request: what it may hold, and of which kind. Throws as Discord answers. */
final class Shape {
  private final JsonNode object;
  private final String path;
  private final Set<String> named = new HashSet<>();

  Shape(JsonNode object, String path) {
    this.object = object;
    this.path = path;
    if (!object.isObject()) {
      throw wrong("", "must be an object");
    }
  }

  Shape text(String field, int least, int most) {
    JsonNode value = optional(field);
    if (!value.isMissingNode()
        && !(value.isTextual()
            && value.asText().length() >= least
            && value.asText().length() <= most)) {
      throw wrong(field, "must be between " + least + " and " + most + " in length");
    }
    return this;
  }

  Shape number(String field, long least, long most) {
    JsonNode value = optional(field);
    if (!value.isMissingNode()
        && !(value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most)) {
      throw wrong(field, "must be an integer from " + least + " to " + most);
    }
    return this;
  }

  Shape flag(String field) {
    JsonNode value = optional(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(field, "must be true or false");
    }
    return this;
  }

  Shape id(String field) {
    JsonNode value = optional(field);
    if (!value.isMissingNode() && !(value.isTextual() && value.asText().matches("\\d{1,20}"))) {
      throw wrong(field, "is not a snowflake");
    }
    return this;
  }

  Shape list(String field, int least, int most) {
    JsonNode value = optional(field);
    if (!value.isMissingNode()
        && !(value.isArray() && value.size() >= least && value.size() <= most)) {
      throw wrong(field, "must have " + least + " to " + most + " entries");
    }
    return this;
  }

  /** Looked at elsewhere. */
  Shape any(String... fields) {
    for (String field : fields) {
      var _ = optional(field);
    }
    return this;
  }

  Shape needs(String... fields) {
    for (String field : fields) {
      if (!object.hasNonNull(field)) {
        throw wrong(field, "is required");
      }
    }
    return this;
  }

  /** Discord would ignore what it does not know; here it is a mistake. */
  void nothingElse() {
    object
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!named.contains(field)) {
                throw wrong(field, "is not known");
              }
            });
  }

  private JsonNode optional(String field) {
    named.add(field);
    return object.hasNonNull(field) ? object.get(field) : MissingNode.getInstance();
  }

  LocalError wrong(String field, String why) {
    return new LocalError(400, 50035, "Invalid Form Body: " + path + "." + field + " " + why);
  }
}
