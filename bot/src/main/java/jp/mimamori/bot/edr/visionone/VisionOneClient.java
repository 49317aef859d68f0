package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.ResponseAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trend Vision One through its public API v3.0; a noteworthy event is a Workbench alert there. */
public final class VisionOneClient implements EdrClient, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(VisionOneClient.class);

  /** Their clock may differ from ours by this much when we look for our own task. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** A list is begun anew this often without getting any further before we give up. */
  private static final int MAX_STALLS = 2;

  /** The most that a page of tasks may hold (fact sheet 8). */
  private static final int TASKS_PER_PAGE = 200;

  /** Beyond our own patience: until what was taken stands in the list of tasks. */
  private static final Duration LISTED = Duration.ofSeconds(20);

  private final VisionOneSettings settings;
  private final Trouble trouble;
  private final Transport transport;
  private final Pages pages;
  private final SubmissionReader submissions;

  public VisionOneClient(VisionOneSettings settings) {
    this(settings, Thread::sleep);
  }

  VisionOneClient(VisionOneSettings settings, Pause pause) {
    this.settings = settings;
    this.trouble = new Trouble(settings);
    this.transport = new Transport(settings, pause);
    this.pages = new Pages(transport, trouble, settings);
    this.submissions = new SubmissionReader(trouble);
  }

  @Override
  public List<NoteworthyEvent> eventsUpdated(Instant since, Instant until) {
    Map<String, NoteworthyEvent> newest = new HashMap<>();
    Instant from = since;
    int stalls = 0;
    while (true) {
      var reached = new Latest(from);
      try {
        pages.read(
            "reading alerts",
            alerts(from, until),
            settings.alertFilter(),
            alert -> take(alert, newest, reached));
        break;
      } catch (Pages.BrokenOff broken) {
        stalls = reached.instant.isAfter(from) ? 0 : stalls + 1;
        if (stalls > MAX_STALLS) {
          throw trouble.of("reading alerts", broken.sentence());
        }
        log.info(
            "The list of alerts broke off ({}); reading on from {}",
            broken.sentence(),
            reached.instant);
        from = reached.instant;
      }
    }
    return newest.values().stream()
        .sorted(Comparator.comparing(NoteworthyEvent::updatedAt).thenComparing(NoteworthyEvent::id))
        .toList();
  }

  @Override
  public Submission submit(ResponseAction action, String request) {
    String guid = action.target().guid();
    if (guid.isBlank()) {
      return new Submission.Rejected("The EDR gave no agent id for this endpoint");
    }
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    body.addObject().put("agentGuid", guid).put("description", request);
    try {
      return submissions.read(transport.post(path(action), body));
    } catch (ConnectException | HttpConnectTimeoutException _) {
      return new Submission.TryAgain(Backoff.after(1)); // there was nobody to hear it
    } catch (IOException lost) {
      return new Submission.Unclear("Vision One: " + trouble.sentence(lost));
    }
  }

  @Override
  public Optional<String> taskOf(String request, Instant since) {
    String first =
        "/v3.0/response/tasks?dateTimeTarget=createdDateTime&startDateTime="
            + encoded(since.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS).toString())
            + "&top="
            + TASKS_PER_PAGE;
    List<JsonNode> ours = new ArrayList<>();
    try {
      pages.read(
          "looking for our task",
          first,
          Optional.empty(),
          task -> {
            if (carries(task, request)) {
              ours.add(task);
            }
          });
    } catch (Pages.BrokenOff broken) {
      if (ours.isEmpty()) {
        throw trouble.of("looking for our task", broken.sentence());
      }
    }
    return ours.stream()
        .max(Comparator.comparing(task -> task.path("createdDateTime").asText("")))
        .map(task -> task.path("id").asText(""));
  }

  @Override
  public TaskStatus status(String task) {
    JsonNode answer = read("asking for task " + task, "/v3.0/response/tasks/" + encoded(task));
    return TaskReader.status(answer, trouble);
  }

  @Override
  public Duration settles() {
    return settings.requestTimeout().plus(LISTED);
  }

  @Override
  public void checkConnectivity() {
    JsonNode health = read("checking the connection", "/v3.0/healthcheck/connectivity");
    if (!health.path("status").asText("").equals("available")) {
      throw trouble.of("checking the connection", "it does not call itself available");
    }
  }

  @Override
  public void close() {
    transport.close();
  }

  private JsonNode read(String wish, String path) {
    try {
      Reply reply = transport.get(path, Optional.empty());
      if (!reply.good()) {
        throw trouble.of(wish, reply);
      }
      return reply.body();
    } catch (IOException lost) {
      throw trouble.of(wish, lost);
    }
  }

  private static void take(JsonNode alert, Map<String, NoteworthyEvent> newest, Latest reached) {
    EventReader.event(alert)
        .ifPresentOrElse(
            event -> {
              newest.merge(event.id(), event, VisionOneClient::newer);
              reached.see(event.updatedAt());
            },
            () -> log.warn("Vision One listed an alert without an id; it can't be shown"));
  }

  private static NoteworthyEvent newer(NoteworthyEvent one, NoteworthyEvent other) {
    return other.updatedAt().isBefore(one.updatedAt()) ? one : other;
  }

  /** Their times have whole seconds, so the window is widened to whole seconds. */
  private static String alerts(Instant since, Instant until) {
    Instant floor = since.truncatedTo(ChronoUnit.SECONDS);
    Instant ceiling = until.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    return "/v3.0/workbench/alerts?dateTimeTarget=updatedDateTime&orderBy="
        + encoded("updatedDateTime asc")
        + "&startDateTime="
        + encoded(floor.toString())
        + "&endDateTime="
        + encoded(ceiling.toString());
  }

  private static String path(ResponseAction action) {
    return switch (action) {
      case ResponseAction.Isolate _ -> "/v3.0/response/endpoints/isolate";
      case ResponseAction.Release _ -> "/v3.0/response/endpoints/restore";
    };
  }

  private static boolean carries(JsonNode task, String request) {
    String description = task.path("description").asText("");
    return Arrays.asList(description.strip().split("\\s+", -1)).contains(request)
        && !task.path("id").asText("").isEmpty();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** How far a list was read. */
  private static final class Latest {
    private Instant instant;

    Latest(Instant instant) {
      this.instant = instant;
    }

    void see(Instant other) {
      if (other.isAfter(instant)) {
        instant = other;
      }
    }
  }
}
