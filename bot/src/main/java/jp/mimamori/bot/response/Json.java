package jp.mimamori.bot.response;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How parameters and results stand in a row. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addMixIn(Result.class, Named.class).build();

  private Json() {}

  /** The same parameters are the same text. */
  static String ofParameters(Map<String, String> parameters) {
    return write(new TreeMap<>(parameters));
  }

  static Map<String, String> parameters(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored parameters can't be read", e);
    }
  }

  static String ofResult(Result result) {
    return write(result);
  }

  static Optional<Result> result(String json) {
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readValue(json, Result.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored result can't be read", e);
    }
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it can't be written", e);
    }
  }

  /** Each kind of result by its name. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Result.Collected.class, name = "collected"),
    @JsonSubTypes.Type(value = Result.Analyzed.class, name = "analyzed"),
    @JsonSubTypes.Type(value = Result.Swept.class, name = "swept")
  })
  private interface Named {}
}
