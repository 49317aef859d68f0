package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.Note;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.edr.SandboxAnalysis;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Sweep;

/** Trend Vision One through its public API v3.0; a noteworthy event is a Workbench alert there. */
public final class VisionOneClient implements EdrClient, AutoCloseable {
  /** Beyond our own patience: until what was taken stands in the list of tasks. */
  private static final Duration LISTED = Duration.ofSeconds(20);

  private final VisionOneSettings settings;
  private final Api api;
  private final Workbench workbench;
  private final Inventory inventory;
  private final Responses responses;
  private final Sandbox sandbox;
  private final ActivitySearch search;

  public VisionOneClient(VisionOneSettings settings) {
    this(settings, Thread::sleep);
  }

  VisionOneClient(VisionOneSettings settings, Pause pause) {
    this.settings = settings;
    var trouble = new Trouble(settings);
    var transport = new Transport(settings, pause);
    this.api = new Api(transport, trouble, new Pages(transport, trouble, settings));
    this.workbench = new Workbench(api, settings.alertFilter());
    this.inventory = new Inventory(api);
    this.responses = new Responses(api, settings.investigationScript());
    this.sandbox = new Sandbox(api);
    this.search = new ActivitySearch(api);
  }

  @Override
  public List<NoteworthyEvent> eventsUpdated(Instant since, Instant until) {
    return workbench.updated(since, until);
  }

  @Override
  public Optional<NoteworthyEvent> event(String id) {
    return workbench.find(id);
  }

  @Override
  public Update update(String event, Standing seen, Standing wanted) {
    return workbench.update(event, seen, wanted);
  }

  @Override
  public NoteAdded addNote(String event, String text) {
    return workbench.addNote(event, text);
  }

  @Override
  public List<Note> notes(String event) {
    return workbench.notes(event);
  }

  @Override
  public List<EndpointFacts> endpoints() {
    return inventory.all();
  }

  @Override
  public Optional<EndpointFacts> endpoint(String guid) {
    return inventory.find(guid);
  }

  @Override
  public List<EndpointFacts> endpointsNamed(String name) {
    return inventory.named(name);
  }

  @Override
  public Submission submit(ResponseAction action, String request) {
    return responses.submit(action, request);
  }

  @Override
  public Optional<String> taskOf(String request, Instant since) {
    return responses.taskOf(request, since);
  }

  @Override
  public Duration settles() {
    return settings.requestTimeout().plus(LISTED);
  }

  @Override
  public ResponseTask task(String id) {
    return responses.task(id);
  }

  @Override
  public List<ResponseTask> tasks(Instant since) {
    return responses.tasks(since);
  }

  @Override
  public byte[] download(CollectedFile file) {
    return responses.download(file);
  }

  @Override
  public Submission analyzeFile(String name, byte[] content, Optional<String> archivePassword) {
    return sandbox.analyzeFile(name, content, archivePassword);
  }

  @Override
  public Submission analyzeUrl(String url) {
    return sandbox.analyzeUrl(url);
  }

  @Override
  public SandboxAnalysis analysis(String task) {
    return sandbox.analysis(task);
  }

  @Override
  public byte[] analysisReport(String task) {
    return sandbox.report(task);
  }

  @Override
  public List<SuspiciousObject> analysisObjects(String task) {
    return sandbox.objects(task);
  }

  @Override
  public Sweep sweep(SuspiciousObject object, Instant since, Instant until) {
    return search.sweep(object, since, until);
  }

  @Override
  public void checkConnectivity() {
    String wish = "checking the connection";
    JsonNode health = api.read(wish, "/v3.0/healthcheck/connectivity");
    if (!health.path("status").asText("").equals("available")) {
      throw api.trouble().of(wish, "it does not call itself available");
    }
  }

  @Override
  public void close() {
    api.transport().close();
  }
}
