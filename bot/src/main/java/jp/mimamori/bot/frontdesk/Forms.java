package jp.mimamori.bot.frontdesk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Form.Field;
import jp.mimamori.bot.chat.Form.Option;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Course;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ActionRequests;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Result;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What is asked for each chore, and what the answers mean. */
final class Forms {
  static final String ENDPOINT = "endpoint";
  static final String OBJECT = "object";
  static final String OTHER = "other";
  static final String PATH = "path";
  static final String REASON = "reason";
  static final String TEXT = "text";
  static final String FINDING = "finding";
  static final String ASSIGNEE = "assignee";

  /** Slack takes no more options than a hundred; Discord 25. */
  private static final int MOST_OPTIONS = 25;

  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  private static final int MOST_LABEL = 75;

  private static final int MOST_REASON = 500;
  private static final int MOST_PATH = 1_024;
  private static final int MOST_OBJECT = 2_048;
  private static final int MOST_TEXT = 2_000;

  /** What the EDR takes for an absolute path, on Windows or elsewhere. */
  private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z]:\\\\|\\\\\\\\|/).+");

  private static final Pattern SHA1 = Pattern.compile("[0-9A-Fa-f]{40}");

  private final ActionRequests requests;

  Forms(ActionRequests requests) {
    this.requests = requests;
  }

  /** What was filled in. */
  sealed interface Filled {
    record Wanted(Measure measure, String reason) implements Filled {}

    /** By the field's id, what is wrong. */
    record Wrong(Map<String, Phrase> mistakes) implements Filled {}
  }

  /** The form of a chore; empty if there is nothing that it could be done to. */
  Optional<Form> form(
      View view, Alert alert, Tenant tenant, Tenants tenants, Chore chore, Language language) {
    List<Field> fields =
        switch (chore) {
          case COMMENT ->
              List.of(
                  text(TEXT, Phrase.COMMENT, Phrase.COMMENT_HINT, "", true, MOST_TEXT, language));
          case ASSIGN -> analysts(tenant, tenants, language);
          case CLOSE ->
              List.of(
                  findings(language),
                  text(TEXT, Phrase.COMMENT, Phrase.COMMENT_HINT, "", false, MOST_TEXT, language));
          case ISOLATE, RELEASE, SCAN, COLLECT_PACKAGE, CANCEL_SCAN ->
              onEndpoint(endpoints(view, alert, chore), List.of(), language);
          case COLLECT_FILE ->
              onEndpoint(
                  endpoints(view, alert, chore),
                  List.of(
                      text(
                          PATH,
                          Phrase.PATH,
                          Phrase.PATH_HINT,
                          alert.objects("fullpath").stream().findFirst().orElse(""),
                          true,
                          MOST_PATH,
                          language)),
                  language);
          case TERMINATE ->
              onEndpoint(
                  endpoints(view, alert, chore),
                  List.of(
                      text(
                          OTHER,
                          Phrase.PROGRAM,
                          Phrase.PROGRAM_HINT,
                          programs(alert).findFirst().orElse(""),
                          true,
                          MOST_PATH,
                          language)),
                  language);
          case ANALYZE_FILE -> collections(view, alert, language);
          case BLOCK, UNBLOCK, SWEEP, ANALYZE_URL ->
              objectFields(objects(view, alert, chore), chore, language);
        };
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String about =
        Phrase.FORM_ABOUT.in(
            language,
            tenant.name(),
            Phrase.ALERT_TITLE.in(
                language, AlertCards.severity(alert.severity()).in(language), alert.model()));
    return Optional.of(
        new Form(
            clipped(chore.label().in(language), Form.MOST_TITLE),
            chore.isMeasure() ? about + "\n" + Phrase.FORM_PREVIEW.in(language) : about,
            language,
            fields,
            (chore.isMeasure() ? Phrase.PREVIEW : Phrase.SAVE).in(language),
            Phrase.CANCEL.in(language)));
  }

  /** What the answers mean, if they make sense for this alert as it is now. */
  Filled read(View view, Alert alert, Chore chore, Map<String, String> answers) {
    return switch (chore) {
      case BLOCK, UNBLOCK, SWEEP, ANALYZE_URL ->
          object(view, alert, chore, answers)
              .map(object -> wanted(onObject(chore, object), answers))
              .orElseGet(
                  () ->
                      wrong(
                          answers.containsKey(OTHER) || !answers.containsKey(OBJECT)
                              ? OTHER
                              : OBJECT,
                          Phrase.NO_SUCH_OBJECT));
      case ANALYZE_FILE ->
          collected(view, alert)
              .filter(one -> Optional.of(one.id()).equals(find(answers, OBJECT)))
              .findFirst()
              .filter(one -> one.measure().target() instanceof Endpoint)
              .map(
                  one ->
                      wanted(
                          new Measure.AnalyzeFile((Endpoint) one.measure().target(), one.id()),
                          answers))
              .orElseGet(() -> wrong(OBJECT, Phrase.NO_SUCH_OBJECT));
      case ISOLATE, RELEASE, SCAN, CANCEL_SCAN, TERMINATE, COLLECT_FILE, COLLECT_PACKAGE ->
          endpoints(view, alert, chore).stream()
              .filter(endpoint -> Optional.of(endpoint.guid()).equals(find(answers, ENDPOINT)))
              .findFirst()
              .map(endpoint -> onEndpoint(view, alert, chore, endpoint, answers))
              .orElseGet(() -> wrong(ENDPOINT, Phrase.NO_SUCH_ENDPOINT));
      case COMMENT, ASSIGN, CLOSE -> throw new IllegalArgumentException(chore + " is no measure");
    };
  }

  private Filled onEndpoint(
      View view, Alert alert, Chore chore, Endpoint endpoint, Map<String, String> answers) {
    return switch (chore) {
      case ISOLATE -> wanted(act(new ResponseAction.Isolate(endpoint)), answers);
      case RELEASE -> wanted(act(new ResponseAction.Release(endpoint)), answers);
      case SCAN -> wanted(act(new ResponseAction.StartScan(endpoint)), answers);
      case COLLECT_PACKAGE -> wanted(act(new ResponseAction.CollectPackage(endpoint)), answers);
      case CANCEL_SCAN ->
          scanning(view, alert.tenant(), endpoint)
              .map(task -> wanted(act(new ResponseAction.CancelScan(endpoint, task)), answers))
              .orElseGet(() -> wrong(ENDPOINT, Phrase.NO_SUCH_ENDPOINT));
      case COLLECT_FILE ->
          find(answers, PATH)
              .filter(path -> ABSOLUTE.matcher(path).matches())
              .map(path -> wanted(act(new ResponseAction.CollectFile(endpoint, path)), answers))
              .orElseGet(() -> wrong(PATH, Phrase.NOT_ABSOLUTE));
      case TERMINATE ->
          find(answers, OTHER)
              .map(
                  text ->
                      wanted(
                          act(new ResponseAction.TerminateProcess(endpoint, program(text))),
                          answers))
              .orElseGet(() -> wrong(OTHER, Phrase.MISSING));
      case BLOCK, UNBLOCK, SWEEP, ANALYZE_URL, ANALYZE_FILE, COMMENT, ASSIGN, CLOSE ->
          throw new IllegalArgumentException(chore + " is not done to an endpoint");
    };
  }

  private static Measure act(ResponseAction action) {
    return new Measure.Act(action);
  }

  private static Measure onObject(Chore chore, SuspiciousObject object) {
    return switch (chore) {
      case BLOCK -> act(new ResponseAction.BlockObject(object));
      case UNBLOCK -> act(new ResponseAction.UnblockObject(object));
      case SWEEP -> new Measure.Search(object);
      case ANALYZE_URL -> new Measure.AnalyzeUrl(object);
      case ISOLATE,
          RELEASE,
          SCAN,
          CANCEL_SCAN,
          TERMINATE,
          COLLECT_FILE,
          COLLECT_PACKAGE,
          ANALYZE_FILE,
          COMMENT,
          ASSIGN,
          CLOSE ->
          throw new IllegalArgumentException(chore + " is not done to an object");
    };
  }

  private static ResponseAction.Program program(String text) {
    boolean hash = SHA1.matcher(text).matches();
    return new ResponseAction.Program(
        hash ? Optional.empty() : Optional.of(text),
        hash ? Optional.of(text) : Optional.empty(),
        OptionalLong.empty());
  }

  private static Filled wanted(Measure measure, Map<String, String> answers) {
    return new Filled.Wanted(measure, clipped(answers.getOrDefault(REASON, ""), MOST_REASON));
  }

  private static Filled wrong(String field, Phrase what) {
    return new Filled.Wrong(Map.of(field, what));
  }

  private static Optional<String> find(Map<String, String> answers, String field) {
    return Optional.ofNullable(answers.get(field))
        .map(String::strip)
        .filter(answer -> !answer.isEmpty());
  }

  /** What was typed goes before what was chosen: a choice is always made. */
  private Optional<SuspiciousObject> object(
      View view, Alert alert, Chore chore, Map<String, String> answers) {
    Optional<String> typed = find(answers, OTHER);
    if (typed.isPresent()) {
      return Arrays.stream(SuspiciousObject.Kind.values())
          .filter(kind -> fits(chore, kind))
          .flatMap(kind -> SuspiciousObject.of(kind, typed.get()).stream())
          .findFirst();
    }
    return objects(view, alert, chore).stream()
        .filter(object -> Optional.of(brief(object.key())).equals(find(answers, OBJECT)))
        .findFirst();
  }

  private static boolean fits(Chore chore, SuspiciousObject.Kind kind) {
    return switch (chore) {
      case ANALYZE_URL -> kind == SuspiciousObject.Kind.URL;
      case SWEEP -> kind != SuspiciousObject.Kind.SENDER; // the EDR does not search for senders
      case BLOCK,
          UNBLOCK,
          ISOLATE,
          RELEASE,
          SCAN,
          CANCEL_SCAN,
          TERMINATE,
          COLLECT_FILE,
          COLLECT_PACKAGE,
          ANALYZE_FILE,
          COMMENT,
          ASSIGN,
          CLOSE ->
          true;
    };
  }

  private List<SuspiciousObject> objects(View view, Alert alert, Chore chore) {
    return alert.suspects().stream()
        .filter(object -> fits(chore, object.kind()))
        .filter(
            object ->
                (chore != Chore.BLOCK && chore != Chore.UNBLOCK)
                    || requests.isBlocked(view, alert.tenant(), object) == (chore == Chore.UNBLOCK))
        .limit(MOST_OPTIONS)
        .toList();
  }

  /** Those to which it can be done at this moment, as far as we know. */
  private List<Endpoint> endpoints(View view, Alert alert, Chore chore) {
    return alert.endpoints().stream()
        .filter(
            endpoint ->
                switch (chore) {
                  case ISOLATE -> !requests.isIsolated(view, alert.tenant(), endpoint.guid());
                  case RELEASE -> requests.isIsolated(view, alert.tenant(), endpoint.guid());
                  case CANCEL_SCAN -> scanning(view, alert.tenant(), endpoint).isPresent();
                  case SCAN,
                      BLOCK,
                      UNBLOCK,
                      TERMINATE,
                      COLLECT_FILE,
                      COLLECT_PACKAGE,
                      ANALYZE_FILE,
                      ANALYZE_URL,
                      SWEEP,
                      COMMENT,
                      ASSIGN,
                      CLOSE ->
                      true;
                })
        .limit(MOST_OPTIONS)
        .toList();
  }

  private Optional<String> scanning(View view, String tenant, Endpoint endpoint) {
    return requests
        .open(view, tenant, act(new ResponseAction.StartScan(endpoint)))
        .flatMap(
            scan ->
                switch (scan.state()) {
                  case State.Queued(String task) -> Optional.of(task);
                  case State.Running(String task) -> Optional.of(task);
                  case State.AwaitingApproval _,
                      State.Requested _,
                      State.Sending _,
                      State.Succeeded _,
                      State.Failed _,
                      State.Refused _,
                      State.Lapsed _ ->
                      Optional.empty();
                });
  }

  /** What was collected about this alert, newest first. */
  Stream<ActionRequest> collected(View view, Alert alert) {
    return requests.about(view, alert.tenant(), alert.id()).reversed().stream()
        .map(Course::request)
        .filter(request -> request.result().filter(Result.Collected.class::isInstance).isPresent())
        .limit(MOST_OPTIONS);
  }

  private List<Field> collections(View view, Alert alert, Language language) {
    List<Option> options =
        collected(view, alert)
            .map(
                request ->
                    new Option(
                        request.id(),
                        clipped(
                            MeasureWords.target(request.measure())
                                + " "
                                + Moments.brief(request.requestedAt()),
                            MOST_LABEL)))
            .toList();
    return options.isEmpty()
        ? List.of()
        : List.of(
            new Field.Choice(OBJECT, Phrase.FILE_PATH.in(language), options), reason(language));
  }

  private static List<Field> onEndpoint(
      List<Endpoint> endpoints, List<Field> more, Language language) {
    if (endpoints.isEmpty()) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field.Choice(
            ENDPOINT,
            Phrase.ENDPOINT.in(language),
            endpoints.stream()
                .map(endpoint -> new Option(endpoint.guid(), clipped(endpoint.name(), MOST_LABEL)))
                .toList()));
    fields.addAll(more);
    fields.add(reason(language));
    return fields;
  }

  private static List<Field> objectFields(
      List<SuspiciousObject> objects, Chore chore, Language language) {
    List<Field> fields = new ArrayList<>();
    if (!objects.isEmpty()) {
      fields.add(
          new Field.Choice(
              OBJECT,
              Phrase.OBJECT.in(language),
              objects.stream()
                  .map(
                      object -> new Option(brief(object.key()), clipped(object.name(), MOST_LABEL)))
                  .toList()));
    }
    fields.add(
        text(
            OTHER,
            objects.isEmpty() ? Phrase.OBJECT : Phrase.OTHER_OBJECT,
            chore == Chore.ANALYZE_URL ? Phrase.URL_HINT : Phrase.OBJECT_HINT,
            "",
            objects.isEmpty(),
            MOST_OBJECT,
            language));
    fields.add(reason(language));
    return fields;
  }

  private static List<Field> analysts(Tenant tenant, Tenants tenants, Language language) {
    List<Option> options =
        tenants.members().stream()
            .filter(member -> member.is(Role.ANALYST) && member.serves(tenant.id()))
            .limit(MOST_OPTIONS)
            .map(member -> new Option(member.id(), clipped(member.name(), MOST_LABEL)))
            .toList();
    return options.isEmpty()
        ? List.of()
        : List.of(new Field.Choice(ASSIGNEE, Phrase.ASSIGNEE.in(language), options));
  }

  private static Field findings(Language language) {
    return new Field.Choice(
        FINDING,
        Phrase.FINDING.in(language),
        Stream.of(
                Finding.TRUE_POSITIVE,
                Finding.BENIGN_TRUE_POSITIVE,
                Finding.FALSE_POSITIVE,
                Finding.NOTEWORTHY,
                Finding.OTHER)
            .map(finding -> new Option(finding.name(), finding(finding).in(language)))
            .toList());
  }

  static Phrase finding(Finding finding) {
    return switch (finding) {
      case NONE -> Phrase.FINDING_NONE;
      case NOTEWORTHY -> Phrase.FINDING_NOTEWORTHY;
      case TRUE_POSITIVE -> Phrase.FINDING_TRUE;
      case FALSE_POSITIVE -> Phrase.FINDING_FALSE;
      case BENIGN_TRUE_POSITIVE -> Phrase.FINDING_BENIGN;
      case OTHER -> Phrase.FINDING_OTHER;
    };
  }

  private static Stream<String> programs(Alert alert) {
    return Stream.concat(
        alert.objects("process_name").stream(),
        alert.suspects().stream()
            .filter(object -> object.kind() == SuspiciousObject.Kind.FILE_SHA1)
            .map(SuspiciousObject::value));
  }

  private static Field reason(Language language) {
    return text(REASON, Phrase.REASON, Phrase.REASON_HINT, "", false, MOST_REASON, language);
  }

  private static Field text(
      String id,
      Phrase label,
      Phrase hint,
      String value,
      boolean required,
      int most,
      Language language) {
    return new Field.Text(
        id,
        label.in(language),
        hint.in(language),
        clipped(value, most),
        id.equals(TEXT) || id.equals(REASON),
        required,
        most);
  }

  /** An option's value must be short (Discord: 100), an address need not be. */
  private static String brief(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
