package jp.mimamori.bot.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads YAML strictly, and says where and what is wrong as an operator would want to be told. */
final class YamlFiles {
  private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private static final String MISSING = "Missing required creator property";

  private final YAMLMapper mapper =
      YAMLMapper.builder()
          .annotationIntrospector(new EveryKeyIsRequired())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private final Secrets secrets;

  YamlFiles(Map<String, String> environment) {
    this.secrets = new Secrets(environment);
  }

  <T> T read(Path file, Class<T> type) {
    try {
      return read(file, substituted(Files.readString(file)), type);
    } catch (NoSuchFileException missing) {
      throw new Malformed(new Problem(shown(file), "", "the file is missing"), missing);
    } catch (IOException unreadable) {
      throw new Malformed(
          new Problem(shown(file), "", "can't be read: " + unreadable.getMessage()), unreadable);
    }
  }

  /** What stands in a file, or in a part of it, as {@code text}. */
  <T> T read(Path file, String text, Class<T> type) {
    try {
      @Nullable T value = value(text, type);
      if (value == null) {
        throw new Malformed(new Problem(shown(file), "", "the file is empty"));
      }
      return value;
    } catch (JsonProcessingException wrong) {
      throw new Malformed(problem(file, wrong), wrong);
    }
  }

  private <T> @Nullable T value(String text, Class<T> type) throws JsonProcessingException {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException wrong) {
      throw unknownKey(text, type).orElse(wrong);
    }
  }

  /** The last two names of the path: what the operator calls the file. */
  static String shown(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? file.toString()
        : folder.getFileName() + "/" + file.getFileName();
  }

  private String substituted(String text) {
    Matcher names = ENVIRONMENT.matcher(text);
    return names.replaceAll(
        name ->
            Matcher.quoteReplacement(
                "\"" + secrets.value(name.group(1)).replace("\"", "\\\"") + "\""));
  }

  /** A key that nobody knows explains a key that is missing, so it is named first. */
  private Optional<JsonProcessingException> unknownKey(String text, Class<?> type) {
    try {
      mapper
          .copy()
          .setAnnotationIntrospector(new JacksonAnnotationIntrospector())
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .readValue(text, type);
    } catch (UnrecognizedPropertyException unknown) {
      return Optional.of(unknown);
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Problem problem(Path file, JsonProcessingException wrong) {
    JsonLocation at = wrong.getLocation();
    String where = at == null ? shown(file) : shown(file) + ":" + at.getLineNr();
    if (wrong instanceof JsonMappingException mapping) {
      return new Problem(where, path(mapping), reason(mapping));
    }
    return new Problem(where, "", "not well-formed YAML: " + wrong.getOriginalMessage());
  }

  private static String reason(JsonMappingException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          "unknown key; allowed: "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case MismatchedInputException missing when missing.getOriginalMessage().startsWith(MISSING) ->
          "is missing";
      case InvalidFormatException format ->
          "\"" + format.getValue() + "\" is not " + expected(format.getTargetType());
      case MismatchedInputException mismatched -> "is not " + expected(mismatched.getTargetType());
      default -> wrong.getOriginalMessage();
    };
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "what is expected here";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(one -> one.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(", ", "one of: ", ""));
    }
    return switch (type.getSimpleName()) {
      case "Duration" -> "a duration such as PT30M or PT24H";
      case "LocalDate" -> "a date such as 2027-01-01";
      case "LocalTime" -> "a time such as \"09:00\"";
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "BigDecimal" -> "a number";
      case "URI" -> "an address such as https://api.example.jp";
      default -> "what is expected here";
    };
  }

  private static String path(JsonMappingException wrong) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : wrong.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** A key may be left out only where its value is an {@link Optional}. */
  private static final class EveryKeyIsRequired extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return member.getRawType() != Optional.class;
    }
  }

  /** The file is not what it should be; the problem says where. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Malformed(Problem problem) {
      super(problem.toString());
      this.problem = problem;
    }

    Malformed(Problem problem, Throwable cause) {
      super(problem.toString(), cause);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
