package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which path leads where. */
final class Routes {
  private static final String ANY = "*";

  private final List<Route> routes = new ArrayList<>();

  Routes(
      AlertsApi alerts,
      NotesApi notes,
      ResponseApi response,
      ScriptsApi scripts,
      ObjectsApi objects,
      SandboxApi sandbox,
      EndpointsApi endpoints,
      ActivitiesApi activities,
      AdminApi admin) {
    on("GET /v3.0/healthcheck/connectivity", (_, _, _) -> available());
    on("GET /v3.0/workbench/alerts", (request, base, _) -> alerts.list(request, base));
    on("GET /v3.0/workbench/alerts/*", (_, _, ids) -> alerts.get(ids[0]));
    on("PATCH /v3.0/workbench/alerts/*", (request, _, ids) -> alerts.patch(request, ids[0]));
    notes(notes);
    actions(response);
    scripts(scripts);
    for (String list : List.of(World.SUSPICIOUS, World.EXCEPTIONS)) {
      String path = " /v3.0/threatintel/" + list;
      on("GET" + path, (request, base, _) -> objects.list(request, list, base));
      on("POST" + path, (request, _, _) -> objects.add(request, list));
      on("POST" + path + "/delete", (request, _, _) -> objects.remove(request, list));
    }
    sandbox(sandbox);
    on("GET /v3.0/eiqs/endpoints", (request, base, _) -> endpoints.search(request, base));
    on("GET /v3.0/endpointSecurity/endpoints", (request, base, _) -> endpoints.list(request, base));
    on("GET /v3.0/endpointSecurity/endpoints/*", (_, _, ids) -> endpoints.get(ids[0]));
    on(
        "GET /v3.0/search/endpointActivities",
        (request, base, _) -> activities.search(request, base));
    on("GET /simulator", (_, _, _) -> admin.overview());
    on("POST /simulator/alerts", (request, _, _) -> admin.raise(request));
    on("POST /simulator/alerts/*", (_, _, ids) -> admin.update(ids[0]));
    on("POST /simulator/faults", (request, _, _) -> admin.faults(request));
  }

  private void notes(NotesApi notes) {
    String path = " /v3.0/workbench/alerts/*/notes";
    on("GET" + path, (request, base, ids) -> notes.list(request, ids[0], base));
    on("POST" + path, (request, base, ids) -> notes.add(request, ids[0], base));
    on("POST" + path + "/delete", (request, _, ids) -> notes.delete(request, ids[0]));
    on("GET" + path + "/*", (_, _, ids) -> notes.get(ids[0], ids[1]));
    on("PATCH" + path + "/*", (request, _, ids) -> notes.patch(request, ids[0], ids[1]));
  }

  private void actions(ResponseApi response) {
    onEndpoints(response, "isolate", Task.ISOLATE, List.of(), List.of());
    onEndpoints(response, "restore", Task.RESTORE, List.of(), List.of());
    onEndpoints(response, "collectFile", Task.COLLECT_FILE, List.of("filePath"), List.of());
    onEndpoints(
        response,
        "terminateProcess",
        Task.TERMINATE,
        List.of("fileSha1", "fileName"),
        List.of("processId"));
    onEndpoints(response, "runScript", Task.RUN_SCRIPT, List.of("fileName"), List.of("parameter"));
    on(
        "POST /v3.0/response/endpoints/startMalwareScan",
        (request, base, _) -> response.scan(request, base));
    on(
        "POST /v3.0/response/suspiciousObjects",
        (request, base, _) -> response.onObjects(request, Task.BLOCK, base));
    on(
        "POST /v3.0/response/suspiciousObjects/delete",
        (request, base, _) -> response.onObjects(request, Task.UNBLOCK, base));
    on("POST /v3.0/response/tasks/cancel", (request, _, _) -> response.cancel(request));
    on("GET /v3.0/response/tasks", (request, base, _) -> response.list(request, base));
    on("GET /v3.0/response/tasks/*", (_, base, ids) -> response.task(ids[0], base));
    on("GET /v3.0/xdr/response/tasks/*", (_, base, ids) -> response.task(ids[0], base));
    on("GET /dl/*", (_, _, ids) -> response.download(ids[0]));
  }

  private void scripts(ScriptsApi scripts) {
    String path = " /v3.0/response/customScripts";
    on("GET" + path, (request, _, _) -> scripts.list(request));
    on("POST" + path, (request, base, _) -> scripts.add(request, base));
    on("GET" + path + "/*", (_, _, ids) -> scripts.get(ids[0]));
    on("POST" + path + "/*/update", (request, _, ids) -> scripts.update(request, ids[0]));
    on("DELETE" + path + "/*", (_, _, ids) -> scripts.delete(ids[0]));
  }

  private void onEndpoints(
      ResponseApi response, String name, String action, List<String> oneOf, List<String> optional) {
    on(
        "POST /v3.0/response/endpoints/" + name,
        (request, base, _) -> response.onEndpoints(request, action, oneOf, optional, base));
  }

  private void sandbox(SandboxApi sandbox) {
    on("GET /v3.0/sandbox/submissionUsage", (_, _, _) -> sandbox.usage());
    on(
        "POST /v3.0/sandbox/files/analyze",
        (request, base, _) -> sandbox.analyzeFile(request, base));
    on("POST /v3.0/sandbox/urls/analyze", (request, base, _) -> sandbox.analyzeUrls(request, base));
    on("GET /v3.0/sandbox/tasks", (request, base, _) -> sandbox.tasks(request, base));
    on("GET /v3.0/sandbox/tasks/*", (_, base, ids) -> sandbox.task(ids[0], base));
    String result = "GET /v3.0/sandbox/analysisResults/*";
    on(result, (_, _, ids) -> sandbox.result(ids[0]));
    on(result + "/report", (_, _, ids) -> sandbox.report(ids[0]));
    on(result + "/investigationPackage", (_, _, ids) -> sandbox.investigationPackage(ids[0]));
    on(result + "/suspiciousObjects", (_, _, ids) -> sandbox.objects(ids[0]));
  }

  Answer answer(Request request, String base) {
    for (Route route : routes) {
      if (route.method.equals(request.method()) && route.matches(request.path())) {
        return route.action.answer(request, base, route.ids(request.path()));
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

  /** Takes the request, the server's own address, and what stood for the stars. */
  private interface Action {
    Answer answer(Request request, String base, String[] ids);
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

    String[] ids(List<String> asked) {
      return IntStream.range(0, path.size())
          .filter(position -> path.get(position).equals(ANY))
          .mapToObj(asked::get)
          .toArray(String[]::new);
    }
  }
}
