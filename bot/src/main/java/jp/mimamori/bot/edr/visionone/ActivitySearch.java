package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.EventReader.text;
import static jp.mimamori.bot.edr.visionone.EventReader.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Sweep;
import jp.mimamori.bot.edr.Sweep.Sighting;

/** What endpoints recorded (Trend Vision One API v3.0, Search; fact sheet 10.1). */
final class ActivitySearch {
  private static final String ACTIVITIES = "/v3.0/search/endpointActivities";
  private static final String WISH = "searching the endpoints' records";

  /** One of the sizes that the API takes; its default. */
  private static final int PER_PAGE = 500;

  /** Enough to name the endpoints; a hash of Windows itself would bring millions. */
  private static final int MOST = 5_000;

  private final Api api;

  ActivitySearch(Api api) {
    this.api = api;
  }

  Sweep sweep(SuspiciousObject object, Instant since, Instant until) {
    Map<String, String> query = Map.of("TMV1-Query", query(object));
    String window = "?startDateTime=" + Api.from(since) + "&endDateTime=" + Api.until(until);
    long activities =
        api.read(WISH, ACTIVITIES + window + "&mode=countOnly", query).path("totalCount").asLong(0);
    Map<String, Sighting> seen = new LinkedHashMap<>();
    boolean whole = activities == 0 || read(window, query, seen);
    List<Sighting> sightings =
        seen.values().stream()
            .sorted(
                Comparator.comparing(Sighting::firstAt)
                    .thenComparing(sighting -> sighting.endpoint().guid()))
            .toList();
    return new Sweep(object, since, until, activities, sightings, whole);
  }

  /** Returns false if more is there than was read. */
  private boolean read(String window, Map<String, String> query, Map<String, Sighting> seen) {
    try {
      return api.pages()
          .readUpTo(
              MOST,
              WISH,
              ACTIVITIES + window + "&top=" + PER_PAGE,
              query,
              activity -> see(activity, seen));
    } catch (Pages.BrokenOff broken) {
      return false; // what was found is worth knowing
    }
  }

  private static void see(JsonNode activity, Map<String, Sighting> seen) {
    String guid = text(activity, "endpointGuid");
    Instant at = at(activity);
    var one =
        new Sighting(
            new Endpoint(
                guid, text(activity, "endpointHostName"), texts(activity.path("endpointIp"))),
            at,
            at,
            1,
            example(activity));
    seen.merge(guid, one, ActivitySearch::both);
  }

  private static Sighting both(Sighting one, Sighting other) {
    return new Sighting(
        one.endpoint(),
        one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt(),
        one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt(),
        one.times() + other.times(),
        one.example().isEmpty() ? other.example() : one.example());
  }

  private static Instant at(JsonNode activity) {
    return EventReader.instant(activity.path("eventTimeDT"))
        .orElseGet(() -> Instant.ofEpochMilli(activity.path("eventTime").asLong(0)));
  }

  private static String example(JsonNode activity) {
    return Stream.of("processCmd", "objectCmd", "objectFilePath", "processFilePath", "request")
        .map(field -> text(activity, field))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The values hold no quote: their kinds do not let one in. */
  private String query(SuspiciousObject object) {
    Stream<String> fields =
        switch (object.kind()) {
          case FILE_SHA1 ->
              Stream.of("processFileHashSha1", "objectFileHashSha1", "parentFileHashSha1");
          case FILE_SHA256 ->
              Stream.of("processFileHashSha256", "objectFileHashSha256", "parentFileHashSha256");
          case IP -> Stream.of("src", "dst", "objectIp");
          case URL -> Stream.of("request");
          case DOMAIN -> Stream.of("hostName", "request");
          case SENDER -> throw api.trouble().of(WISH, "endpoints do not record who sent a mail");
        };
    return fields
        .map(field -> field + ":\"" + object.value() + "\"")
        .collect(Collectors.joining(" or "));
  }
}
