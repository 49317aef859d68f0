package jp.mimamori.bot.frontdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alert.Seen;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.alert.AlertDesk.Worked;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.EndpointFacts;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.response.Authorizer;
import jp.mimamori.bot.response.Authorizer.Denial;
import jp.mimamori.bot.response.Authorizer.Verdict;
import jp.mimamori.bot.response.Drafts;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.ResponseDesk;
import jp.mimamori.bot.response.ResponseDesk.Decided;
import jp.mimamori.bot.response.ResponseDesk.Outcome;
import jp.mimamori.bot.response.Wish;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/**
 * What analysts do about an alert beyond its few buttons. The menu leads to a form, the form to a
 * look at what would happen, and only the button there has it done.
 */
public final class AlertWork {
  /** An agent reports at least this often while its endpoint is on. */
  private static final Duration AWAKE = Duration.ofMinutes(15);

  private static final int MOST_COLLECTED = 3;

  private final Supplier<Tenants> tenants;
  private final Alerts alerts;
  private final AlertDesk desk;
  private final ResponseDesk responses;
  private final ActionRequests requests;
  private final Authorizer authorizer;
  private final Buttons buttons;
  private final Drafts drafts = new Drafts();
  private final Forms forms;

  public AlertWork(
      Supplier<Tenants> tenants,
      Alerts alerts,
      AlertDesk desk,
      ResponseDesk responses,
      ActionRequests requests,
      Authorizer authorizer,
      Buttons buttons) {
    this.tenants = tenants;
    this.alerts = alerts;
    this.desk = desk;
    this.responses = responses;
    this.requests = requests;
    this.authorizer = authorizer;
    this.buttons = buttons;
    this.forms = new Forms(requests);
  }

  /** All that can be done about an alert, for the eyes of whoever asks. */
  Supplier<Reply> menu(Transaction tx, Member member, Intent.Menu intent) {
    return forAnalyst(
        tx,
        member,
        intent.alert(),
        "see what can be done",
        (alert, tenant) -> {
          Card card = menu(tx, alert, tenant, member.language());
          return () -> new Reply.Shown(card);
        });
  }

  private Card menu(Transaction tx, Alert alert, Tenant tenant, Language language) {
    List<Button> offered =
        Stream.of(Chore.values())
            .filter(
                chore -> forms.form(tx, alert, tenant, tenants.get(), chore, language).isPresent())
            .filter(chore -> chore != Chore.CLOSE || alert.closing().isEmpty())
            .map(
                chore ->
                    new Button(
                        buttons.make(tx, new Intent.Prepare(alert.tenant(), alert.id(), chore)),
                        chore.label().in(language)))
            .collect(Collectors.toCollection(ArrayList::new));
    forms
        .collected(tx, alert)
        .limit(MOST_COLLECTED)
        .forEach(
            request ->
                offered.add(
                    new Button(
                        buttons.make(tx, new Intent.Fetch(alert.tenant(), request.id())),
                        Phrase.FETCH.in(language, Moments.brief(request.requestedAt())))));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(Phrase.MENU_TEXT.in(language)));
    List<Fact> facts = new ArrayList<>();
    alert.objects().stream()
        .filter(seen -> AlertCards.isIndicator(seen.kind()) || seen.kind().equals(Seen.ACCOUNT))
        .limit(10)
        .forEach(seen -> facts.add(new Fact(AlertCards.name(seen.kind(), language), seen.value())));
    alert
        .comments()
        .forEach(
            comment ->
                facts.add(
                    new Fact(
                        tenants.get().nameOf(comment.by()) + " " + Moments.brief(comment.at()),
                        comment.text())));
    if (!facts.isEmpty()) {
      blocks.add(new Block.Facts(facts));
    }
    blocks.add(new Block.Buttons(offered));
    return new Card(Phrase.MENU.in(language), Tone.PLAIN, language, blocks);
  }

  /** A press opens the form, the form leads on. */
  Supplier<Reply> prepare(Transaction tx, Member member, Intent.Prepare intent, Incoming incoming) {
    return forAnalyst(
        tx,
        member,
        intent.alert(),
        "prepare " + intent.chore(),
        (alert, tenant) ->
            incoming instanceof Incoming.Submission sent
                ? filled(tx, member, alert, tenant, intent.chore(), sent.answers())
                : forms
                    .form(tx, alert, tenant, tenants.get(), intent.chore(), member.language())
                    .<Supplier<Reply>>map(form -> () -> new Reply.Fill(form))
                    .orElseGet(() -> told(Phrase.NOTHING_TO_DO, member)));
  }

  private Supplier<Reply> filled(
      Transaction tx,
      Member member,
      Alert alert,
      Tenant tenant,
      Chore chore,
      Map<String, String> answers) {
    Language language = member.language();
    if (!chore.isMeasure()) {
      return aboutAlert(tx, member, alert, chore, answers);
    }
    return switch (forms.read(tx, alert, chore, answers)) {
      case Forms.Filled.Wrong(Map<String, Phrase> mistakes) -> {
        Map<String, String> words =
            mistakes.entrySet().stream()
                .collect(
                    Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().in(language)));
        yield () -> new Reply.Mend(words);
      }
      case Forms.Filled.Wanted(Measure measure, String reason) ->
          preview(
              tx,
              member,
              tenant,
              new Wish(alert.tenant(), alert.id(), alert.severity(), measure, reason));
    };
  }

  private Supplier<Reply> aboutAlert(
      Transaction tx, Member member, Alert alert, Chore chore, Map<String, String> answers) {
    String text = answers.getOrDefault(Forms.TEXT, "").strip();
    return switch (chore) {
      case COMMENT ->
          text.isEmpty()
              ? mend(Forms.TEXT, Phrase.MISSING, member)
              : told(desk.comment(tx, member, alert.id(), text), member);
      case ASSIGN ->
          tenants
              .get()
              .member(answers.getOrDefault(Forms.ASSIGNEE, ""))
              .map(whom -> told(desk.assign(tx, member, alert.id(), whom), member))
              .orElseGet(() -> mend(Forms.ASSIGNEE, Phrase.MISSING, member));
      case CLOSE ->
          finding(answers.getOrDefault(Forms.FINDING, ""))
              .map(finding -> told(desk.close(tx, member, alert.id(), finding, text), member))
              .orElseGet(() -> mend(Forms.FINDING, Phrase.MISSING, member));
      case ISOLATE,
          RELEASE,
          BLOCK,
          UNBLOCK,
          SCAN,
          CANCEL_SCAN,
          TERMINATE,
          COLLECT_FILE,
          COLLECT_PACKAGE,
          ANALYZE_FILE,
          ANALYZE_URL,
          SWEEP ->
          throw new IllegalArgumentException(chore + " is a measure");
    };
  }

  private static Optional<Finding> finding(String name) {
    return Stream.of(Finding.values())
        .filter(finding -> finding.name().equals(name) && finding != Finding.NONE)
        .findFirst();
  }

  /** What would happen, before anything does. The EDR is asked after the step. */
  private Supplier<Reply> preview(Transaction tx, Member member, Tenant tenant, Wish wish) {
    Language language = member.language();
    Verdict verdict = authorizer.judge(member, wish);
    List<Button> offered = new ArrayList<>();
    if (!(verdict instanceof Verdict.Denied)) {
      String draft = drafts.keep(tx, member, wish);
      offered.add(
          new Button(
              buttons.make(tx, new Intent.CarryOut(wish.tenant(), wish.alert(), draft)),
              Phrase.YES.in(language),
              Button.Style.DANGER,
              Optional.empty()));
    }
    String lapses = Moments.full(tx.now().plus(responses.patience()), language);
    Instant now = tx.now();
    return () -> {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact(Phrase.CUSTOMER.in(language), tenant.name()));
      facts.add(new Fact(Phrase.TARGET.in(language), MeasureWords.target(wish.measure())));
      facts.add(
          new Fact(Phrase.EFFECT.in(language), MeasureWords.effect(wish.measure(), language)));
      facts.add(
          new Fact(
              Phrase.APPROVAL.in(language),
              switch (verdict) {
                case Verdict.Permitted _ -> Phrase.APPROVAL_NOBODY.in(language);
                case Verdict.NeedsApproval(ActionRequest.Agreement of) ->
                    switch (of) {
                      case SECOND_PERSON -> Phrase.APPROVAL_SECOND.in(language, lapses);
                      case CUSTOMER -> Phrase.APPROVAL_CUSTOMER.in(language, lapses);
                    };
                case Verdict.Denied(Denial why) -> denial(why, language);
              }));
      if (wish.measure().target() instanceof Endpoint endpoint) {
        facts.add(
            new Fact(
                Phrase.ENDPOINT_NOW.in(language),
                responses
                    .look(endpoint)
                    .map(found -> state(found, now, language))
                    .orElseGet(() -> Phrase.ENDPOINT_UNKNOWN.in(language))));
      }
      if (!wish.reason().isEmpty()) {
        facts.add(new Fact(Phrase.REASON.in(language), wish.reason()));
      }
      List<Block> blocks = new ArrayList<>(List.of(new Block.Facts(facts)));
      if (!offered.isEmpty()) {
        blocks.add(new Block.Buttons(offered));
      }
      return new Reply.Shown(
          new Card(
              Phrase.PREVIEW_TITLE.in(language, MeasureWords.verb(wish.measure(), language)),
              Tone.PLAIN,
              language,
              blocks));
    };
  }

  private static String state(EndpointFacts facts, Instant now, Language language) {
    boolean awake =
        facts.lastConnectedAt().filter(at -> !at.isBefore(now.minus(AWAKE))).isPresent();
    String network =
        switch (facts.isolation()) {
          case ON -> Phrase.ENDPOINT_ISOLATED.in(language);
          case OFF -> Phrase.ENDPOINT_CONNECTED.in(language);
          case UNKNOWN -> Phrase.ENDPOINT_ISOLATION_UNKNOWN.in(language);
        };
    String power =
        awake
            ? Phrase.ENDPOINT_AWAKE.in(language)
            : Phrase.ENDPOINT_ASLEEP.in(
                language,
                facts.lastConnectedAt().map(at -> Moments.full(at, language)).orElse("-"));
    return network + "\n" + power;
  }

  /** The look was enough: now it counts. */
  Supplier<Reply> carryOut(Transaction tx, Member member, Intent.CarryOut intent) {
    return alerts
        .find(tx, intent.alert())
        .flatMap(alert -> drafts.find(tx, member, intent.draft(), alert.severity()))
        .map(wish -> request(tx, member, wish))
        .orElseGet(() -> told(Phrase.BUTTON_UNKNOWN, member));
  }

  /** One of the card's own buttons: isolate or release. */
  Supplier<Reply> respond(Transaction tx, Member member, Intent.Respond intent) {
    Optional<Alert> alert = alerts.find(tx, intent.alert());
    Optional<Endpoint> endpoint =
        alert.flatMap(
            found ->
                found.endpoints().stream()
                    .filter(one -> one.guid().equals(intent.endpoint()))
                    .findFirst());
    if (endpoint.isEmpty()) {
      return told(Phrase.BUTTON_UNKNOWN, member);
    }
    ResponseAction action = ResponseAction.of(intent.verb(), endpoint.get(), Map.of());
    return request(
        tx,
        member,
        new Wish(
            intent.tenant(),
            intent.alert(),
            alert.orElseThrow().severity(),
            new Measure.Act(action),
            ""));
  }

  private Supplier<Reply> request(Transaction tx, Member member, Wish wish) {
    Language language = member.language();
    return switch (responses.request(tx, member, wish)) {
      case Outcome.Requested _ -> {
        // Whoever acts on an alert has seen it: nobody else need be called.
        var _ = desk.acknowledge(tx, member, wish.alert());
        yield Reply.Nothing::new;
      }
      case Outcome.Awaiting(var agreement, Instant until) -> {
        var _ = desk.acknowledge(tx, member, wish.alert());
        String by = Moments.full(until, language);
        yield words(
            switch (agreement) {
              case SECOND_PERSON -> Phrase.AWAITS_SECOND.in(language, by);
              case CUSTOMER -> Phrase.AWAITS_CUSTOMER.in(language, by);
            });
      }
      case Outcome.UnderWay(var by) ->
          words(
              Phrase.UNDER_WAY.in(
                  language, by.measure().target().name(), tenants.get().nameOf(by.requestedBy())));
      case Outcome.NotNeeded _ -> told(Phrase.NOTHING_TO_DO, member);
      case Outcome.Denied(Denial why) -> words(denial(why, language));
    };
  }

  /** Yes or no to a request that waits for it. */
  Supplier<Reply> decide(Transaction tx, Member member, Intent.Decide intent) {
    return switch (responses.decide(tx, member, intent.request(), intent.yes())) {
      case Decided.Done _ -> Reply.Nothing::new;
      case Decided.TooLate _ -> told(Phrase.NOT_WAITING, member);
      case Decided.Denied(Denial why) -> words(denial(why, member.language()));
    };
  }

  /** Where a collected archive is and what opens it: said to analysts alone, and on record. */
  Supplier<Reply> fetch(Transaction tx, Member member, Intent.Fetch intent) {
    Optional<ActionRequest> request = requests.find(tx, intent.request());
    if (request.isEmpty()) {
      return told(Phrase.BUTTON_UNKNOWN, member);
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(
          intent.tenant(),
          member.id(),
          "was refused to fetch",
          request.get().alert(),
          request.get().id() + " NOT_AN_ANALYST");
      return told(Phrase.ANALYSTS_ONLY, member);
    }
    tx.record(
        intent.tenant(),
        member.id(),
        "was told the password of",
        request.get().alert(),
        request.get().id());
    return () -> new Reply.Words(collected(request.get(), member.language()));
  }

  private String collected(ActionRequest request, Language language) {
    try {
      return responses
          .collected(request)
          .map(
              (CollectedFile file) ->
                  Phrase.COLLECTED_AT.in(
                      language,
                      file.location(),
                      file.password().isEmpty() ? "-" : file.password(),
                      file.expiresAt().map(at -> Moments.full(at, language)).orElse("-")))
          .orElseGet(() -> Phrase.COLLECTED_GONE.in(language));
    } catch (EdrException e) {
      return Phrase.EDR_DOWN.in(language);
    }
  }

  static String denial(Denial why, Language language) {
    return switch (why) {
      case NOT_AN_ANALYST -> Phrase.ANALYSTS_ONLY.in(language);
      case NOT_AMONG_THOSE_WHO_MAY -> Phrase.NOT_AMONG_THOSE.in(language);
      case OWN_REQUEST -> Phrase.OWN_REQUEST.in(language);
      case NOT_THE_RESPONSIBLE_CONTACT -> Phrase.RESPONSIBLE_CONTACT_ONLY.in(language);
    };
  }

  /** What follows for an analyst; anybody else is refused, on record. */
  private Supplier<Reply> forAnalyst(
      Transaction tx, Member member, String id, String what, Step step) {
    Optional<Alert> alert = alerts.find(tx, id);
    Optional<Tenant> tenant = alert.flatMap(found -> tenants.get().find(found.tenant()));
    if (tenant.isEmpty()) {
      return told(Phrase.BUTTON_UNKNOWN, member);
    }
    if (!member.is(Role.ANALYST)) {
      tx.record(tenant.get().id(), member.id(), "was refused to " + what, id, "NOT_AN_ANALYST");
      return told(Phrase.ANALYSTS_ONLY, member);
    }
    return step.take(alert.orElseThrow(), tenant.get());
  }

  /** One step about an alert of a tenant. */
  @FunctionalInterface
  private interface Step {
    Supplier<Reply> take(Alert alert, Tenant tenant);
  }

  static Supplier<Reply> told(Worked worked, Member member) {
    return switch (worked) {
      case DONE -> Reply.Nothing::new;
      case ALREADY -> told(Phrase.ALREADY_SO, member);
      case NOT_ALLOWED -> told(Phrase.ANALYSTS_ONLY, member);
      case UNKNOWN_ALERT -> told(Phrase.BUTTON_UNKNOWN, member);
    };
  }

  private static Supplier<Reply> told(Phrase phrase, Member member) {
    return words(phrase.in(member.language()));
  }

  private static Supplier<Reply> mend(String field, Phrase what, Member member) {
    String words = what.in(member.language());
    return () -> new Reply.Mend(Map.of(field, words));
  }

  private static Supplier<Reply> words(String text) {
    return () -> new Reply.Words(text);
  }
}
