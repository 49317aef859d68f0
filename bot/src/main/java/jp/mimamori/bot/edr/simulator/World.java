package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that the simulated EDR knows. Every change is in the state file before the method returns, so
 * what a client was told is still so after a crash.
 */
final class World {
  /** Older alerts are forgotten, as an EDR does in time; keeps the state file small. */
  private static final int MAX_ALERTS = 500;

  /** Names of the lists that are changed at once. */
  static final String SUSPICIOUS = "suspiciousObjects";

  static final String EXCEPTIONS = "suspiciousObjectExceptions";
  static final String SCRIPTS = "customScripts";

  private static final Duration BLOCKED = Duration.ofDays(30);
  private static final Set<String> ISOLATION = Set.of(Task.ISOLATE, Task.RESTORE);
  private static final Pattern BAD_NAME = Pattern.compile("(?i)eicar|malware");
  private static final Pattern RISKY_NAME =
      Pattern.compile("(?i)\\.(exe|dll|bin|ps1|js|vbs|xlsm|docm)$");

  private final SimulatorSettings settings;
  private final InstantSource clock;
  private final WorldFile file;
  private final AlertWriter writer = new AlertWriter();
  private final List<Kind> kinds = Kind.load();
  private final List<SimulatedEndpoint> endpoints;
  private final Remembered state;
  private final List<ObjectNode> storm = new ArrayList<>();

  World(SimulatorSettings settings, InstantSource clock, WorldFile file) {
    this.settings = settings;
    this.clock = clock;
    this.file = file;
    Office office = Office.load();
    List<Customer> customers = settings.customers();
    this.endpoints =
        IntStream.range(0, customers.size())
            .boxed()
            .flatMap(position -> office.of(customers.get(position), position).stream())
            .toList();
    this.state = file.load().orElseGet(this::beginning);
    file.save(state);
  }

  List<SimulatedEndpoint> endpoints() {
    return endpoints;
  }

  List<Kind> kinds() {
    return kinds;
  }

  Instant now() {
    return clock.instant();
  }

  Optional<SimulatedEndpoint> endpoint(String guidOrName) {
    return endpoints.stream().filter(endpoint -> endpoint.called(guidOrName)).findFirst();
  }

  /** Other computers of the same customer. */
  List<SimulatedEndpoint> peers(SimulatedEndpoint place) {
    return endpoints.stream()
        .filter(other -> other.customer().equals(place.customer()) && !other.equals(place))
        .filter(other -> other.condition() == Condition.HEALTHY)
        .toList();
  }

  synchronized List<ObjectNode> alerts() {
    return visible().map(ObjectNode::deepCopy).toList();
  }

  synchronized Optional<ObjectNode> alert(String id) {
    return found(id).map(ObjectNode::deepCopy);
  }

  /**
   * So many things happen, evenly over that time from now on, and each is seen when its moment has
   * come. A storm is not in the state file: it does not outlive the process.
   */
  synchronized void storm(int events, Duration over) {
    Instant now = clock.instant();
    for (int i = 0; i < events; i++) {
      long number = state.alertsRaised() + 1;
      storm.add(made(number, Wish.ANY, now.plus(over.multipliedBy(i).dividedBy(events))));
      state.count(1);
    }
  }

  /** Raises what was wished for; what was left open follows the seed. */
  synchronized ObjectNode raise(Wish wish) {
    ObjectNode alert = next(state, wish, clock.instant());
    file.save(state);
    return alert.deepCopy();
  }

  /** Raises the next alert if it is time for one, however often it is asked. */
  synchronized Optional<ObjectNode> raiseIfDue(Instant now) {
    if (settings.alertEvery().isZero() || now.isBefore(state.nextAlertAt())) {
      return Optional.empty();
    }
    ObjectNode alert = next(state, Wish.ANY, now);
    state.nextAlertAt(now.plus(pause(state.alertsRaised())));
    file.save(state);
    return Optional.of(alert.deepCopy());
  }

  /** Changes an alert, which thereby counts as updated now; empty if there is none. */
  synchronized Optional<ObjectNode> change(String id, Consumer<ObjectNode> change) {
    Optional<ObjectNode> alert = found(id);
    alert.ifPresent(
        node -> {
          change.accept(node);
          node.put("updatedDateTime", AlertWriter.time(clock.instant()));
          file.save(state);
        });
    return alert.map(ObjectNode::deepCopy);
  }

  /** More was seen of what an alert is about. */
  Optional<ObjectNode> seeMore(String id) {
    return change(id, alert -> alert.put("score", Math.min(100, alert.path("score").asInt() + 1)));
  }

  synchronized List<ObjectNode> notes(String alert) {
    return state.notes().getOrDefault(alert, List.of()).stream().map(ObjectNode::deepCopy).toList();
  }

  /** Returns the note's id. */
  synchronized int addNote(String alert, ObjectNode note) {
    List<ObjectNode> notes = state.notes().computeIfAbsent(alert, _ -> new ArrayList<>());
    int id = 1 + notes.stream().mapToInt(other -> other.path("id").asInt()).max().orElse(0);
    String now = AlertWriter.time(clock.instant());
    notes.add(note.deepCopy().put("id", id).put("createdDateTime", now));
    file.save(state);
    return id;
  }

  synchronized void changeNote(String alert, String id, Consumer<ObjectNode> change) {
    state.notes().getOrDefault(alert, List.of()).stream()
        .filter(note -> note.path("id").asText().equals(id))
        .forEach(change);
    file.save(state);
  }

  synchronized void deleteNote(String alert, String id) {
    state
        .notes()
        .getOrDefault(alert, new ArrayList<>())
        .removeIf(note -> note.path("id").asText().equals(id));
    file.save(state);
  }

  synchronized List<ObjectNode> listed(String list) {
    return state.lists().getOrDefault(list, List.of()).stream().map(ObjectNode::deepCopy).toList();
  }

  /** Replaces an entry of the same object. */
  synchronized void enlist(String list, ObjectNode entry) {
    String type = entry.path("type").asText();
    List<ObjectNode> entries = state.lists().computeIfAbsent(list, _ -> new ArrayList<>());
    entries.removeIf(other -> other.path(type).equals(entry.path(type)));
    entries.add(entry.deepCopy());
    file.save(state);
  }

  /** Returns false if it was not there. */
  synchronized boolean delist(String list, String type, String value) {
    boolean there =
        state
            .lists()
            .getOrDefault(list, new ArrayList<>())
            .removeIf(entry -> entry.path(type).asText().equals(value));
    file.save(state);
    return there;
  }

  /** What was listed at once, and what actions have blocked and not let through again. */
  synchronized List<ObjectNode> suspicious() {
    Instant now = clock.instant();
    Map<Map<String, String>, Task> blocked = new LinkedHashMap<>();
    state.tasks().stream()
        .filter(task -> task.status(now).equals("succeeded"))
        .sorted(Comparator.comparing((Task task) -> task.lastAction(now)).thenComparing(Task::id))
        .forEach(
            task -> {
              if (task.action().equals(Task.BLOCK)) {
                blocked.put(task.details(), task);
              }
              if (task.action().equals(Task.UNBLOCK)) {
                blocked.remove(task.details());
              }
            });
    return Stream.concat(
            listed(SUSPICIOUS).stream(), blocked.values().stream().map(World::blockedBy))
        .toList();
  }

  private static ObjectNode blockedBy(Task task) {
    String type = task.details().keySet().iterator().next();
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put(type, task.details().get(type))
        .put("description", task.description())
        .put("scanAction", "block")
        .put("riskLevel", "high")
        .put("inExceptionList", false)
        .put("lastModifiedDateTime", AlertWriter.time(task.createdAt()))
        .put("expiredDateTime", AlertWriter.time(task.createdAt().plus(BLOCKED)));
  }

  synchronized Specimen submit(Specimen specimen) {
    Specimen submitted = specimen.submitted(state.specimens().size() + 1, clock.instant());
    state.specimens().add(submitted);
    file.save(state);
    return submitted;
  }

  synchronized List<Specimen> specimens() {
    return List.copyOf(state.specimens());
  }

  String status(Specimen specimen) {
    if (clock.instant().isBefore(endOf(specimen))) {
      return "running";
    }
    return specimen.canBeOpened() ? "succeeded" : "failed";
  }

  Instant endOf(Specimen specimen) {
    return specimen.createdAt().plus(settings.queued()).plus(settings.running());
  }

  Instant lastAction(Specimen specimen) {
    Instant end = endOf(specimen);
    return clock.instant().isBefore(end) ? specimen.createdAt() : end;
  }

  /** Bad is what an alert names, and what says so itself. */
  String risk(Specimen specimen) {
    Set<String> names = Set.of(specimen.sha1(), specimen.sha256(), specimen.name());
    boolean named =
        alerts().stream()
            .flatMap(alert -> alert.path("indicators").valueStream())
            .anyMatch(indicator -> names.contains(indicator.path("value").asText()));
    if (named || BAD_NAME.matcher(specimen.name()).find()) {
      return "high";
    }
    return RISKY_NAME.matcher(specimen.name()).find() ? "medium" : "noRisk";
  }

  synchronized List<Task> tasks() {
    return List.copyOf(state.tasks());
  }

  synchronized Optional<Task> task(String id) {
    return state.tasks().stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /**
   * Begins a task, unless the very same on the same target is under way (our reading of "Task
   * duplication.", fact sheet 1.5).
   */
  synchronized Begun begin(
      Optional<SimulatedEndpoint> endpoint,
      String action,
      Map<String, String> details,
      String description,
      Supplier<Optional<String>> failure) {
    Instant now = clock.instant();
    String guid = endpoint.map(SimulatedEndpoint::guid).orElse("");
    for (Task task : state.tasks()) {
      if (task.is(action, guid, details) && task.underWay(now)) {
        return new Begun(task, true);
      }
    }
    Task task =
        new Task(
            "%08d".formatted(state.tasks().size() + 1),
            action,
            guid,
            endpoint.map(SimulatedEndpoint::name).orElse(""),
            details,
            description,
            now,
            null,
            null,
            null,
            failure.get().orElse(null));
    task = state.offline().contains(guid) ? task : scheduled(task, now);
    state.tasks().add(task);
    file.save(state);
    return new Begun(task, false);
  }

  /** Calls a scan off; nothing else can be (fact sheet 6). */
  synchronized Cancellation cancel(String id) {
    Optional<Task> task = task(id);
    if (task.isEmpty()) {
      return Cancellation.UNKNOWN;
    }
    Instant now = clock.instant();
    if (!task.get().action().equals(Task.SCAN) || !task.get().underWay(now)) {
      return Cancellation.NOT_POSSIBLE;
    }
    state.tasks().replaceAll(other -> other.id().equals(id) ? other.canceled(now) : other);
    file.save(state);
    return Cancellation.CANCELED;
  }

  synchronized boolean isolated(SimulatedEndpoint endpoint) {
    Instant now = clock.instant();
    return state.tasks().stream()
        .filter(task -> task.agentGuid().equals(endpoint.guid()))
        .filter(task -> ISOLATION.contains(task.action()))
        .filter(task -> task.status(now).equals("succeeded"))
        .max(Comparator.comparing((Task task) -> task.lastAction(now)).thenComparing(Task::id))
        .filter(task -> task.action().equals(Task.ISOLATE))
        .isPresent();
  }

  synchronized boolean offline(SimulatedEndpoint endpoint) {
    return state.offline().contains(endpoint.guid());
  }

  /** Switches an endpoint off or on; what waited for it goes on from there. */
  synchronized void offline(SimulatedEndpoint endpoint, boolean off) {
    if (off) {
      state.offline().add(endpoint.guid());
    } else {
      state.offline().remove(endpoint.guid());
    }
    Instant now = clock.instant();
    state
        .tasks()
        .replaceAll(
            task -> {
              boolean concerned =
                  task.agentGuid().equals(endpoint.guid()) && task.status(now).equals("queued");
              if (!concerned) {
                return task;
              }
              return off ? task.scheduled(null, null) : scheduled(task, now);
            });
    file.save(state);
  }

  /** What became of calling a task off. */
  enum Cancellation {
    CANCELED,
    UNKNOWN,
    NOT_POSSIBLE
  }

  /** A task, and whether it was there before. */
  record Begun(Task task, boolean duplicate) {}

  private Task scheduled(Task task, Instant from) {
    Instant runs = from.plus(settings.queued());
    return task.scheduled(runs, runs.plus(settings.running()));
  }

  private Optional<ObjectNode> found(String id) {
    return visible().filter(a -> a.path("id").asText().equals(id)).findFirst();
  }

  private Stream<ObjectNode> visible() {
    String now = AlertWriter.time(clock.instant());
    return Stream.concat(
        state.alerts().stream(),
        storm.stream().filter(a -> a.path("createdDateTime").asText().compareTo(now) <= 0));
  }

  /** The last day's alerts, spread over it, the newest ten minutes old. */
  private Remembered beginning() {
    var remembered = new Remembered();
    Instant now = clock.instant();
    int count = settings.alertsAtStart();
    Duration step = Duration.ofHours(23).dividedBy(Math.max(1, count));
    for (int i = count - 1; i >= 0; i--) {
      next(remembered, Wish.ANY, now.minusSeconds(600).minus(step.multipliedBy(i)));
    }
    remembered.nextAlertAt(now.plus(pause(count)));
    endpoints.stream()
        .filter(endpoint -> endpoint.condition() == Condition.OFFLINE)
        .forEach(endpoint -> remembered.offline().add(endpoint.guid()));
    return remembered;
  }

  /** Between 70 and 130 percent of what is set, so that it does not look like clockwork. */
  private Duration pause(long number) {
    int percent = 70 + chance(number).nextInt(61);
    return settings.alertEvery().multipliedBy(percent).dividedBy(100);
  }

  private Random chance(long number) {
    return new Random(settings.seed() * 1_000_003 + number);
  }

  /** The n-th alert is the same in every run; twelve in a row are of twelve kinds. */
  private ObjectNode next(Remembered into, Wish wish, Instant at) {
    ObjectNode alert = made(into.alertsRaised() + 1, wish, at);
    into.add(alert, MAX_ALERTS);
    return alert;
  }

  private ObjectNode made(long number, Wish wish, Instant at) {
    Random chance = chance(number);
    List<SimulatedEndpoint> places =
        endpoints.stream()
            .filter(
                endpoint -> wish.customer().map(endpoint.customer().number()::equals).orElse(true))
            .filter(
                endpoint ->
                    wish.endpoint()
                        .map(endpoint::called)
                        .orElse(endpoint.condition() == Condition.HEALTHY))
            .toList();
    if (places.isEmpty()) {
      throw new IllegalArgumentException("no such endpoint or customer in the simulator: " + wish);
    }
    Kind kind = wish.kind().map(this::kind).orElseGet(() -> inTurn(number, places));
    List<SimulatedEndpoint> fitting = places.stream().filter(kind::fits).toList();
    List<SimulatedEndpoint> choice = fitting.isEmpty() ? places : fitting;
    SimulatedEndpoint place = choice.get(chance.nextInt(choice.size()));
    List<SimulatedEndpoint> peers = peers(place);
    SimulatedEndpoint peer = peers.get(chance.nextInt(peers.size()));
    return writer.alert(kind, place, peer, at, number);
  }

  private Kind inTurn(long number, List<SimulatedEndpoint> places) {
    long turn = (number - 1) / kinds.size();
    List<Kind> order = new ArrayList<>(kinds);
    Collections.shuffle(order, chance(-1 - turn));
    Kind kind = order.get((int) ((number - 1) % kinds.size()));
    if (places.stream().anyMatch(kind::fits)) {
      return kind;
    }
    List<Kind> possible =
        order.stream().filter(other -> places.stream().anyMatch(other::fits)).toList();
    return possible.get((int) (number % possible.size()));
  }

  private Kind kind(String name) {
    return kinds.stream()
        .filter(kind -> kind.kind().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no such kind in the simulator: "
                        + name
                        + " (one of "
                        + AlertWriter.known(kinds)
                        + ")"));
  }
}
