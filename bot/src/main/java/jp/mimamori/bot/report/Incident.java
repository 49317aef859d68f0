package jp.mimamori.bot.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.Step;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.response.Result;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenant;

/**
 * The case of one alert, as the records have it at this moment.
 *
 * @param courses what was done, oldest first
 * @param isolated of the alert's endpoints, those that are cut off now
 * @param blocked of the alert's objects, those that are blocked now
 * @param masking what is not written, in whoever's hands the report may end
 */
public record Incident(
    Tenant tenant,
    Alert alert,
    List<Course> courses,
    List<Endpoint> isolated,
    List<SuspiciousObject> blocked,
    Masking masking) {
  public Incident {
    courses = List.copyOf(courses);
    isolated = List.copyOf(isolated);
    blocked = List.copyOf(blocked);
  }

  /** Empty if there is no such alert of the tenant's. */
  public static Optional<Incident> read(
      View view,
      Alerts alerts,
      ActionRequests requests,
      Masking masking,
      Tenant tenant,
      String id) {
    return alerts
        .find(view, id)
        .filter(alert -> alert.tenant().equals(tenant.id()))
        .map(
            alert ->
                new Incident(
                    tenant,
                    alert,
                    requests.story(view, tenant.id(), id, alert.endpoints(), alert.firstSeenAt()),
                    alert.endpoints().stream()
                        .filter(endpoint -> requests.isIsolated(view, tenant.id(), endpoint.guid()))
                        .toList(),
                    alert.suspects().stream()
                        .filter(object -> requests.isBlocked(view, tenant.id(), object))
                        .toList(),
                    masking));
  }

  /** When the last thing of it happened. */
  public Instant asOf() {
    return Stream.of(
            Stream.of(alert.lastSeenAt()),
            alert.acknowledgement().stream().map(Alert.Acknowledgement::at),
            alert.closing().stream().map(Alert.Closing::at),
            courses.stream().flatMap(course -> course.steps().stream()).map(Step::at))
        .flatMap(moments -> moments)
        .max(Instant::compareTo)
        .orElse(alert.lastSeenAt());
  }

  /** The courses that brought such a result. */
  <R extends Result> List<Course> with(Class<R> kind) {
    return courses.stream()
        .filter(course -> course.request().result().filter(kind::isInstance).isPresent())
        .toList();
  }

  /** Endpoints beyond the alert's own on which its objects were seen, too. */
  Set<String> elsewhere() {
    Set<String> own =
        alert.endpoints().stream().map(Endpoint::guid).collect(Collectors.toUnmodifiableSet());
    return with(Result.Swept.class).stream()
        .flatMap(course -> course.request().result().stream())
        .flatMap(result -> ((Result.Swept) result).sightings().stream())
        .filter(seen -> !own.contains(seen.guid()))
        .map(Result.Sighting::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
