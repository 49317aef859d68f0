package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * All that the simulated EDR knows. Every change is in the state file before the method returns, so
 * what a client was told is still so after a crash.
 */
final class World {
  /** Older alerts are forgotten, as an EDR does in time; keeps the state file small. */
  private static final int MAX_ALERTS = 500;

  private final SimulatorSettings settings;
  private final InstantSource clock;
  private final WorldFile file;
  private final AlertWriter writer = new AlertWriter();
  private final List<Kind> kinds = Kind.load();
  private final List<SimulatedEndpoint> endpoints;
  private final Remembered state;

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

  synchronized List<ObjectNode> alerts() {
    return state.alerts().stream().map(ObjectNode::deepCopy).toList();
  }

  synchronized Optional<ObjectNode> alert(String id) {
    return found(id).map(ObjectNode::deepCopy);
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
    int id = notes.size() + 1;
    String now = AlertWriter.time(clock.instant());
    notes.add(note.deepCopy().put("id", id).put("createdDateTime", now));
    file.save(state);
    return id;
  }

  synchronized List<Task> tasks() {
    return List.copyOf(state.tasks());
  }

  synchronized Optional<Task> task(String id) {
    return state.tasks().stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /**
   * Begins a task, unless one of the same kind on the same endpoint is under way (our reading of
   * "Task duplication.", fact sheet 1.5).
   */
  synchronized Begun begin(
      SimulatedEndpoint endpoint,
      String action,
      String description,
      Supplier<Optional<String>> failure) {
    Instant now = clock.instant();
    for (Task task : state.tasks()) {
      if (task.agentGuid().equals(endpoint.guid())
          && task.action().equals(action)
          && task.underWay(now)) {
        return new Begun(task, true);
      }
    }
    Task task =
        new Task(
            "%08d".formatted(state.tasks().size() + 1),
            action,
            endpoint.guid(),
            endpoint.name(),
            description,
            now,
            null,
            null,
            failure.get().orElse(null));
    task = state.offline().contains(endpoint.guid()) ? task : scheduled(task, now);
    state.tasks().add(task);
    file.save(state);
    return new Begun(task, false);
  }

  synchronized boolean isolated(SimulatedEndpoint endpoint) {
    Instant now = clock.instant();
    return state.tasks().stream()
        .filter(task -> task.agentGuid().equals(endpoint.guid()))
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

  /** A task, and whether it was there before. */
  record Begun(Task task, boolean duplicate) {}

  private Task scheduled(Task task, Instant from) {
    Instant runs = from.plus(settings.queued());
    return task.scheduled(runs, runs.plus(settings.running()));
  }

  private Optional<ObjectNode> found(String id) {
    return state.alerts().stream().filter(a -> a.path("id").asText().equals(id)).findFirst();
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
    long number = into.alertsRaised() + 1;
    Random chance = chance(number);
    List<SimulatedEndpoint> places =
        endpoints.stream()
            .filter(
                endpoint -> wish.customer().map(endpoint.customer().number()::equals).orElse(true))
            .filter(endpoint -> wish.endpoint().map(endpoint::called).orElse(true))
            .toList();
    if (places.isEmpty()) {
      throw new IllegalArgumentException("no such endpoint or customer in the simulator: " + wish);
    }
    Kind kind = wish.kind().map(this::kind).orElseGet(() -> inTurn(number, places));
    List<SimulatedEndpoint> fitting = places.stream().filter(kind::fits).toList();
    List<SimulatedEndpoint> choice = fitting.isEmpty() ? places : fitting;
    SimulatedEndpoint place = choice.get(chance.nextInt(choice.size()));
    List<SimulatedEndpoint> peers =
        endpoints.stream()
            .filter(other -> other.customer().equals(place.customer()) && !other.equals(place))
            .toList();
    SimulatedEndpoint peer = peers.get(chance.nextInt(peers.size()));
    ObjectNode alert = writer.alert(kind, place, peer, at, number);
    into.add(alert, MAX_ALERTS);
    return alert;
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
