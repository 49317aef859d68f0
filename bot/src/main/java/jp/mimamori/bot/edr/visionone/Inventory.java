package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.Api.encoded;
import static jp.mimamori.bot.edr.visionone.EventReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.EndpointFacts;

/** Endpoints (Trend Vision One API v3.0, Endpoint Security and eiqs; fact sheet 5). */
final class Inventory {
  private static final String ENDPOINTS = "/v3.0/endpointSecurity/endpoints";

  /** Seen to be taken by the real service; the largest allowed page is not known. */
  private static final int PER_PAGE = 200;

  /** What can stand in a header and in quotes, whose escape is not documented (fact sheet 1.7). */
  private static final Pattern QUOTABLE = Pattern.compile("[\\x20-\\x7E&&[^']]+");

  private final Api api;

  Inventory(Api api) {
    this.api = api;
  }

  /** The list tells of features nothing; asking for one endpoint does. */
  List<EndpointFacts> all() {
    return api.list("reading endpoints", ENDPOINTS + "?top=" + PER_PAGE, Map.of()).stream()
        .map(EndpointReader::facts)
        .toList();
  }

  Optional<EndpointFacts> find(String guid) {
    if (guid.isBlank()) {
      return Optional.empty();
    }
    return api.find("reading an endpoint", ENDPOINTS + "/" + encoded(guid))
        .map(reply -> EndpointReader.facts(reply.body()));
  }

  List<EndpointFacts> named(String name) {
    if (!QUOTABLE.matcher(name).matches()) {
      return all().stream()
          .filter(facts -> facts.endpoint().name().equalsIgnoreCase(name))
          .flatMap(facts -> Stream.of(find(facts.endpoint().guid()).orElse(facts)))
          .toList();
    }
    return api
        .list(
            "looking for an endpoint",
            "/v3.0/eiqs/endpoints?top=50",
            Map.of("TMV1-Query", "endpointName eq '" + name + "'"))
        .stream()
        .filter(item -> text(item.path("endpointName"), "value").equalsIgnoreCase(name))
        .map(this::completed)
        .toList();
  }

  private EndpointFacts completed(JsonNode item) {
    return find(text(item, "agentGuid")).orElseGet(() -> EndpointReader.found(item));
  }
}
