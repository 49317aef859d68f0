package jp.mimamori.bot.edr.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.SuspiciousObject;

/**
 * A Vision One of our own for demos and tests: its HTTP API on loopback, believable customers, and
 * things that happen to them. It listens from construction to {@link #close()}.
 */
public final class Simulator implements AutoCloseable {
  private final SimulatorSettings settings;
  private final World world;
  private final Faults faults = new Faults();
  private final AdminApi admin;
  private final ApiServer server;

  /**
   * Starts afresh, or where the state file left off.
   *
   * @param clock what it takes for now; tasks advance with it
   * @param stateFile where its state outlives it; empty to forget
   */
  public Simulator(SimulatorSettings settings, InstantSource clock, Optional<Path> stateFile) {
    this.settings = settings;
    this.world = new World(settings, clock, new WorldFile(stateFile));
    this.admin = new AdminApi(world, faults);
    var pages = new PageKeeper(faults);
    var routes =
        new Routes(
            new AlertsApi(world, faults, pages),
            new NotesApi(world, pages),
            new ResponseApi(world, faults, pages),
            new ScriptsApi(world),
            new ObjectsApi(world, pages),
            new SandboxApi(world),
            new EndpointsApi(world, pages),
            new ActivitiesApi(world, pages),
            admin);
    this.server = new ApiServer(settings.port(), settings.token(), faults, routes);
    server.start();
  }

  /** The base URL for a client; the API is under {@code /v3.0}. */
  public URI address() {
    return server.address();
  }

  public String token() {
    return settings.token();
  }

  /** Raises the next noteworthy event and returns its id. */
  public String raise() {
    return raise(Wish.ANY);
  }

  /** Raises the next noteworthy event of the customer with this number, and returns its id. */
  public String raise(String customer) {
    return raise(Wish.ofCustomer(customer));
  }

  /** Raises what is wished for and returns its id; throws on an unknown kind or endpoint. */
  public String raise(Wish wish) {
    return id(world.raise(wish));
  }

  /** More was seen of what an event is about: it comes up again, as changed now. */
  public void update(String event) {
    if (world.seeMore(event).isEmpty()) {
      throw new IllegalArgumentException("no such event: " + event);
    }
  }

  /**
   * For a bell to call, as often as it likes: raises an event about as often as the settings say.
   */
  public Optional<String> raiseNowAndThen(Instant now) {
    return world.raiseIfDue(now).map(Simulator::id);
  }

  /** What may be raised by name. */
  public List<String> kinds() {
    return world.kinds().stream().map(Kind::kind).toList();
  }

  /** The computers of a customer. */
  public List<Endpoint> endpoints(String customer) {
    return world.endpoints().stream()
        .filter(endpoint -> endpoint.customer().number().equals(customer))
        .map(e -> new Endpoint(e.guid(), e.name(), List.of(e.ip())))
        .toList();
  }

  public boolean isolated(Endpoint endpoint) {
    return world.isolated(known(endpoint));
  }

  /** Switches an endpoint off, so that tasks for it stay queued, or on again. */
  public void offline(Endpoint endpoint, boolean off) {
    world.offline(known(endpoint), off);
  }

  /** Whether an action has had the object blocked. */
  public boolean blocked(SuspiciousObject object) {
    return world.suspicious().stream()
        .anyMatch(entry -> entry.path(object.kind().word()).asText().equals(object.value()));
  }

  /**
   * Orders trouble by its name in the admin API, like {@code lostReplies}; throws with what there
   * is on an unknown name.
   */
  public void trouble(String name, String value) {
    admin.trouble(name, value);
  }

  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    server.close();
  }

  private SimulatedEndpoint known(Endpoint endpoint) {
    return world
        .endpoint(endpoint.guid())
        .orElseThrow(() -> new IllegalArgumentException("not simulated: " + endpoint));
  }

  private static String id(ObjectNode alert) {
    return alert.path("id").asText();
  }
}
