package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** Which path leads where. */
final class Routes {
  private static final String ANY = "*";

  private final List<Route> routes = new ArrayList<>();

  Routes(AlertsApi alerts, ResponseApi response, EndpointsApi endpoints, AdminApi admin) {
    on("GET /v3.0/healthcheck/connectivity", (_, _, _) -> available());
    on("GET /v3.0/workbench/alerts", (request, base, _) -> alerts.list(request, base));
    on("GET /v3.0/workbench/alerts/*", (_, _, id) -> alerts.get(id));
    on("PATCH /v3.0/workbench/alerts/*", (request, _, id) -> alerts.patch(request, id));
    on(
        "GET /v3.0/workbench/alerts/*/notes",
        (request, base, id) -> alerts.notes(request, id, base));
    on(
        "POST /v3.0/workbench/alerts/*/notes",
        (request, base, id) -> alerts.addNote(request, id, base));
    on(
        "POST /v3.0/response/endpoints/isolate",
        (request, base, _) -> response.begin(request, Task.ISOLATE, base));
    on(
        "POST /v3.0/response/endpoints/restore",
        (request, base, _) -> response.begin(request, Task.RESTORE, base));
    on("GET /v3.0/response/tasks", (request, base, _) -> response.list(request, base));
    on("GET /v3.0/response/tasks/*", (_, _, id) -> response.task(id));
    on("GET /v3.0/xdr/response/tasks/*", (_, _, id) -> response.task(id));
    on("GET /v3.0/eiqs/endpoints", (request, base, _) -> endpoints.search(request, base));
    on("GET /v3.0/endpointSecurity/endpoints", (request, base, _) -> endpoints.list(request, base));
    on("GET /v3.0/endpointSecurity/endpoints/*", (_, _, guid) -> endpoints.get(guid));
    on("GET /simulator", (_, _, _) -> admin.overview());
    on("POST /simulator/alerts", (request, _, _) -> admin.raise(request));
    on("POST /simulator/alerts/*", (_, _, id) -> admin.update(id));
    on("POST /simulator/faults", (request, _, _) -> admin.faults(request));
  }

  Answer answer(Request request, String base) {
    for (Route route : routes) {
      if (route.method.equals(request.method()) && route.matches(request.path())) {
        return route.action.answer(request, base, route.id(request.path()));
      }
    }
    throw ApiError.notFound("Not found.");
  }

  private static Answer available() {
    return Answer.json(200, JsonNodeFactory.instance.objectNode().put("status", "available"));
  }

  private void on(String line, Action action) {
    String[] words = line.split(" ", -1);
    routes.add(new Route(words[0], List.of(words[1].substring(1).split("/", -1)), action));
  }

  /** Takes the request, the server's own address, and what stood for the star. */
  private interface Action {
    Answer answer(Request request, String base, String id);
  }

  private record Route(String method, List<String> path, Action action) {
    boolean matches(List<String> asked) {
      if (asked.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!path.get(i).equals(ANY) && !path.get(i).equals(asked.get(i))) {
          return false;
        }
      }
      return true;
    }

    String id(List<String> asked) {
      int star = path.indexOf(ANY);
      return star < 0 ? "" : asked.get(star);
    }
  }
}
