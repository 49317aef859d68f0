package jp.mimamori.bot.frontdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Retrievals;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** An alert's card: what was seen, what is being done about it, and what can be done next. */
final class AlertCards {
  private static final int MOST_ENDPOINTS = 3;
  private static final int MOST_OBJECTS = 6;
  private static final int MOST_REQUESTS = 8;
  private static final int MOST_CHARACTERS = 300;

  /** A task that waits longer than this waits for somebody to switch the endpoint on. */
  private static final Duration SLOW = Duration.ofMinutes(5);

  private final Supplier<Masking> masking;
  private final ActionRequests requests;
  private final Buttons buttons;

  AlertCards(Supplier<Masking> masking, ActionRequests requests, Buttons buttons) {
    this.masking = masking;
    this.requests = requests;
    this.buttons = buttons;
  }

  Card draw(Transaction tx, Alert alert, Tenant tenant, Tenants tenants) {
    var drawing = new Drawing(tx, alert, tenant, tenants);
    return drawing.card();
  }

  /** One card being drawn. */
  private final class Drawing {
    private final Transaction tx;
    private final Alert alert;
    private final Tenant tenant;
    private final Tenants tenants;
    private final Language language;
    private final List<Course> courses;
    private final CaseWording words;

    Drawing(Transaction tx, Alert alert, Tenant tenant, Tenants tenants) {
      this.tx = tx;
      this.alert = alert;
      this.tenant = tenant;
      this.tenants = tenants;
      this.language = tenant.language();
      this.courses =
          requests.story(tx, alert.tenant(), alert.id(), alert.endpoints(), alert.firstSeenAt());
      this.words = new CaseWording(language, tenants);
    }

    Card card() {
      List<Block> blocks = new ArrayList<>();
      blocks.add(new Block.Text(alert.description()));
      blocks.add(new Block.Facts(facts()));
      List<Button> offered = offered();
      if (!offered.isEmpty()) {
        blocks.add(new Block.Buttons(offered));
      }
      return new Card(
          Phrase.ALERT_TITLE.in(language, word(alert.severity()), alert.model()),
          tone(),
          language,
          blocks);
    }

    private Tone tone() {
      if (alert.closing().isPresent()) {
        return Tone.SETTLED;
      }
      if (courses.stream().anyMatch(course -> course.request().state().open())) {
        return Tone.WORKING;
      }
      if (alert.endpoints().stream().anyMatch(this::isolated)) {
        return Tone.SETTLED;
      }
      return alert.acknowledgement().isPresent() ? Tone.WORKING : Tone.URGENT;
    }

    private List<Fact> facts() {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact(Phrase.STATUS.in(language), status()));
      alert
          .assignee()
          .ifPresent(who -> facts.add(new Fact(Phrase.ASSIGNEE.in(language), tenants.nameOf(who))));
      latest().forEach(facts::add);
      facts.add(
          new Fact(
              Phrase.ENDPOINT.in(language),
              joined(alert.endpoints().stream().map(AlertCards::described).toList(), language)));
      fact(facts, Phrase.ACCOUNT, accounts());
      facts.add(new Fact(Phrase.SEEN_AT.in(language), Moments.full(alert.firstSeenAt(), language)));
      if (alert.events() > 1) {
        facts.add(
            new Fact(
                Phrase.EVENTS.in(language),
                Phrase.EVENTS_SINCE.in(
                    language,
                    alert.events(),
                    Moments.brief(alert.firstSeenAt()),
                    Moments.brief(alert.lastSeenAt()))));
      }
      fact(facts, Phrase.TECHNIQUE, alert.objects(Seen.TECHNIQUE));
      alert.objects().stream()
          .filter(seen -> isIndicator(seen.kind()))
          .limit(MOST_OBJECTS)
          .forEach(
              seen -> facts.add(new Fact(AlertCards.name(seen.kind(), language), visible(seen))));
      facts.add(new Fact(Phrase.EVENT_ID.in(language), alert.id()));
      return facts;
    }

    /** Customers see this card, too, where the channel is shared with them. */
    private boolean hides(String kind) {
      return tenant.alertsShared() && masking.get().hides(kind);
    }

    private List<String> accounts() {
      List<String> accounts = alert.objects(Seen.ACCOUNT);
      return accounts.isEmpty() || !hides(Seen.ACCOUNT)
          ? accounts
          : List.of(Phrase.HIDDEN.in(language));
    }

    private String visible(Seen seen) {
      return hides(seen.kind()) ? Phrase.HIDDEN.in(language) : clipped(seen.value());
    }

    private String status() {
      if (alert.closing().isPresent()) {
        Alert.Closing closing = alert.closing().get();
        return Phrase.CLOSED_BY.in(
            language,
            Forms.finding(closing.finding()).in(language),
            tenants.nameOf(closing.by()),
            Moments.brief(closing.at()));
      }
      return alert
          .acknowledgement()
          .map(
              seen ->
                  Phrase.ACKNOWLEDGED_BY.in(
                      language, tenants.nameOf(seen.by()), Moments.brief(seen.at())))
          .orElseGet(() -> Phrase.NOT_ACKNOWLEDGED.in(language));
    }

    /** The newest request of each kind on each target: where it stands now, and what it brought. */
    private Stream<Fact> latest() {
      Map<String, ActionRequest> newest = new LinkedHashMap<>();
      courses.stream()
          .map(Course::request)
          .forEach(
              request -> {
                String lane = request.measure().lane() + " " + request.measure().target().key();
                newest.remove(lane);
                newest.put(lane, request);
              });
      return newest.values().stream()
          .skip(Math.max(0, newest.size() - MOST_REQUESTS))
          .flatMap(
              request ->
                  Stream.concat(
                      Stream.of(
                          new Fact(
                              MeasureWords.verb(request.measure(), language), standing(request))),
                      request
                          .result()
                          .map(
                              result ->
                                  new Fact(
                                      Phrase.RESULT.in(language),
                                      clipped(MeasureWords.result(result, language))
                                          + Retrievals.of(tx, request)
                                              .map(state -> MeasureWords.brought(state, language))
                                              .orElse("")))
                          .stream()));
    }

    private String standing(ActionRequest request) {
      String standing =
          Phrase.BY.in(
              language,
              told(request, request.state(), words, tx.now(), language),
              tenants.nameOf(request.requestedBy()));
      boolean obvious =
          alert.endpoints().size() == 1
              && request.measure().target() instanceof Endpoint
              && MeasureWords.target(request.measure()).equals(request.measure().target().name());
      return obvious
          ? standing
          : Phrase.OF_ENDPOINT.in(
              language, clipped(MeasureWords.target(request.measure())), standing);
    }

    private List<Button> offered() {
      if (alert.closing().isPresent()) {
        return List.of(report(), menu());
      }
      List<Button> offered = new ArrayList<>();
      if (alert.acknowledgement().isEmpty()) {
        offered.add(
            new Button(
                buttons.make(tx, new Intent.Acknowledge(alert.tenant(), alert.id())),
                Phrase.ACKNOWLEDGE.in(language)));
      }
      alert.endpoints().stream()
          .limit(MOST_ENDPOINTS)
          .filter(endpoint -> !busy(endpoint))
          .forEach(endpoint -> offered.add(offer(endpoint)));
      if (alert.acknowledgement().isPresent()) {
        offered.add(report());
      }
      offered.add(menu());
      return offered;
    }

    private Button report() {
      return new Button(
          buttons.make(tx, new Intent.Report(alert.tenant(), alert.id())),
          Phrase.REPORT_ORDER.in(language));
    }

    private Button menu() {
      return new Button(
          buttons.make(tx, new Intent.Menu(alert.tenant(), alert.id())), Phrase.MENU.in(language));
    }

    /** Back if it is cut off, and off if it is not. */
    private Button offer(Endpoint endpoint) {
      boolean many = alert.endpoints().size() > 1;
      boolean isolated = isolated(endpoint);
      ResponseAction action =
          isolated ? new ResponseAction.Release(endpoint) : new ResponseAction.Isolate(endpoint);
      String id =
          buttons.make(
              tx, new Intent.Respond(alert.tenant(), alert.id(), action.verb(), endpoint.guid()));
      Optional<Confirm> confirm =
          Optional.of(AlertCards.confirm(action, accounts(), tenant, language));
      return isolated
          ? new Button(
              id,
              many
                  ? Phrase.RELEASE_NAMED.in(language, endpoint.name())
                  : Phrase.RELEASE.in(language),
              Button.Style.PRIMARY,
              confirm)
          : new Button(
              id,
              many
                  ? Phrase.ISOLATE_NAMED.in(language, endpoint.name())
                  : Phrase.ISOLATE.in(language),
              Button.Style.DANGER,
              confirm);
    }

    private boolean isolated(Endpoint endpoint) {
      return requests.isIsolated(tx, alert.tenant(), endpoint.guid());
    }

    private boolean busy(Endpoint endpoint) {
      return requests
          .open(tx, alert.tenant(), new Measure.Act(new ResponseAction.Isolate(endpoint)))
          .isPresent();
    }

    private String word(Severity severity) {
      return AlertCards.severity(severity).in(language);
    }

    private void fact(List<Fact> facts, Phrase name, List<String> values) {
      if (!values.isEmpty()) {
        facts.add(new Fact(name.in(language), joined(values, language)));
      }
    }
  }

  /** Names endpoint, customer, user and effect. */
  static Confirm confirm(
      ResponseAction action, List<String> accounts, Tenant tenant, Language language) {
    String endpoint = action.target().name();
    String who = accounts.isEmpty() ? Phrase.NOBODY.in(language) : joined(accounts, language);
    return switch (action) {
      case ResponseAction.Isolate _ ->
          new Confirm(
              Phrase.CONFIRM_ISOLATE.in(language, endpoint),
              Phrase.CONFIRM_ISOLATE_TEXT.in(language, tenant.name(), endpoint, who),
              Phrase.YES_ISOLATE.in(language),
              Phrase.CANCEL.in(language));
      case ResponseAction.Release _ ->
          new Confirm(
              Phrase.CONFIRM_RELEASE.in(language, endpoint),
              Phrase.CONFIRM_RELEASE_TEXT.in(language, tenant.name(), endpoint, who),
              Phrase.YES_RELEASE.in(language),
              Phrase.CANCEL.in(language));
      case ResponseAction.BlockObject _,
          ResponseAction.UnblockObject _,
          ResponseAction.StartScan _,
          ResponseAction.CancelScan _,
          ResponseAction.TerminateProcess _,
          ResponseAction.CollectFile _,
          ResponseAction.CollectPackage _ ->
          new Confirm(
              Phrase.CONFIRM_ACTION.in(
                  language, MeasureWords.verb(new Measure.Act(action), language), endpoint),
              Phrase.CONFIRM_ACTION_TEXT.in(language, tenant.name(), endpoint, who),
              Phrase.YES.in(language),
              Phrase.CANCEL.in(language));
    };
  }

  static String name(String kind, Language language) {
    Phrase name =
        switch (Masking.Field.of(kind)) {
          case USER -> Phrase.ACCOUNT;
          case COMMAND_LINE -> Phrase.COMMAND_LINE;
          case HASH -> Phrase.FILE_HASH;
          case FILE -> Phrase.FILE_PATH;
          case REGISTRY -> Phrase.REGISTRY;
          case ADDRESS -> Phrase.ADDRESS;
          case OTHER -> Phrase.OTHER_OBJECT;
        };
    return name.in(language);
  }

  private static String joined(List<String> values, Language language) {
    if (values.size() <= MOST_ENDPOINTS) {
      return String.join(", ", values);
    }
    return String.join(", ", values.subList(0, MOST_ENDPOINTS))
        + " "
        + Phrase.AND_MORE.in(language, values.size() - MOST_ENDPOINTS);
  }

  static Phrase severity(Severity severity) {
    return switch (severity) {
      case LOW -> Phrase.SEVERITY_LOW;
      case MEDIUM -> Phrase.SEVERITY_MEDIUM;
      case HIGH -> Phrase.SEVERITY_HIGH;
      case CRITICAL -> Phrase.SEVERITY_CRITICAL;
    };
  }

  static boolean isIndicator(String kind) {
    return !kind.equals(Seen.ACCOUNT) && !kind.equals(Seen.TECHNIQUE) && !kind.equals("host");
  }

  private static String described(Endpoint endpoint) {
    return endpoint.ips().isEmpty()
        ? endpoint.name()
        : endpoint.name() + " (" + String.join(", ", endpoint.ips()) + ")";
  }

  /** What people call a state that a request is or was in. */
  static String told(
      ActionRequest request, State state, CaseWording words, Instant now, Language language) {
    boolean slow =
        state instanceof State.Queued
            && request.state().equals(state)
            && now.isAfter(request.changedAt().plus(SLOW));
    return slow ? Phrase.WAITING_FOR_ENDPOINT.in(language) : words.state(request, state);
  }

  static String clipped(String value) {
    return value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS) + "…";
  }
}
