package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Block.Mention;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.escalation.Call;
import jp.mimamori.bot.escalation.CallTo.Where;
import jp.mimamori.bot.escalation.Standing;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Channel;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** Somebody is called, because nobody came. */
final class CallCards {
  private final Buttons buttons;

  CallCards(Buttons buttons) {
    this.buttons = buttons;
  }

  /**
   * A call, and what stands around it now.
   *
   * @param what the thing that it is about, as people call it
   */
  record Scene(
      Call call, String what, Optional<Standing> standing, Tenant tenant, Tenants tenants) {}

  /**
   * The call wherever it belongs; where people look for calls, if it would be nowhere else.
   *
   * @param subject the messages that show what the call is about
   */
  List<Placed> place(Transaction tx, Scene scene, List<Posted> subject) {
    List<Placed> placed = new ArrayList<>();
    for (Where where : scene.call().where().stream().sorted().toList()) {
      switch (where) {
        case THREAD ->
            subject.forEach(
                message ->
                    placed.add(
                        shown(
                            message.platform(),
                            Place.thread(message.channel(), message.message()),
                            draw(tx, scene, message.platform()))));
        case CHANNEL -> placed.addAll(inChannel(tx, scene));
        case DIRECT ->
            scene
                .call()
                .person()
                .flatMap(scene.tenants()::member)
                .ifPresent(person -> placed.addAll(alone(tx, scene, person)));
      }
    }
    return placed.isEmpty() ? inChannel(tx, scene) : placed;
  }

  private List<Placed> inChannel(Transaction tx, Scene scene) {
    return scene.tenant().keepers().stream()
        .map(
            channel ->
                shown(
                    channel.platform(),
                    Place.channel(channel.id()),
                    draw(tx, scene, channel.platform())))
        .toList();
  }

  /** On each platform on which the tenant is served and the person has an account. */
  private List<Placed> alone(Transaction tx, Scene scene, Member person) {
    return scene.tenant().channels().stream()
        .map(Channel::platform)
        .distinct()
        .filter(person.accounts()::containsKey)
        .map(
            platform ->
                shown(
                    platform,
                    Place.person(person.accounts().getOrDefault(platform, "")),
                    draw(tx, scene, platform)))
        .toList();
  }

  private static Placed shown(String platform, Place place, Card card) {
    return new Placed.Shown(platform, place, card);
  }

  private Card draw(Transaction tx, Scene scene, String platform) {
    Call call = scene.call();
    Tenants tenants = scene.tenants();
    Language language = scene.tenant().language();
    List<Block> blocks = new ArrayList<>();
    mention(call, tenants, platform).ifPresent(blocks::add);
    blocks.add(
        new Block.Text(
            scene.tenant().name() + ": " + about(call.about().kind(), scene.what(), language)));
    String step =
        Phrase.CALL_STEP.in(language, call.level() + 1, Moments.full(call.calledAt(), language));
    blocks.add(
        new Block.Note(
            call.late()
                ? step + " " + Phrase.CALL_LATE.in(language, Moments.full(call.dueAt(), language))
                : step));
    call.answeredBy()
        .ifPresent(
            by ->
                blocks.add(new Block.Text(Phrase.CALL_ANSWERED.in(language, tenants.nameOf(by)))));
    if (call.answeredBy().isEmpty()) {
      scene
          .standing()
          .flatMap(now -> next(now, tenants, language))
          .ifPresent(next -> blocks.add(new Block.Facts(List.of(next))));
    }
    List<Button> offered = buttons(tx, call, scene.standing(), language);
    if (!offered.isEmpty()) {
      blocks.add(new Block.Buttons(offered));
    }
    return new Card(
        Phrase.CALL_TITLE.in(language, call.name()),
        call.answeredBy().isPresent() ? Tone.SETTLED : Tone.URGENT,
        language,
        blocks);
  }

  /** What follows if nobody comes, and whether the clock runs; nothing where somebody came. */
  static Optional<Fact> next(Standing standing, Tenants tenants, Language language) {
    return Optional.of(standing)
        .map(
            now ->
                switch (now) {
                  case Standing.Climbing(String name, Instant at, var clock) ->
                      Phrase.NEXT_CALL_AT.in(language, Moments.full(at, language), name)
                          + clock.map(left -> words(left, language)).orElse("");
                  case Standing.Snoozed(String by, Instant until) ->
                      Phrase.SNOOZED_UNTIL.in(
                          language, tenants.nameOf(by), Moments.full(until, language));
                  case Standing.AtTheTop _ -> Phrase.EVERYBODY_WAS_CALLED.in(language);
                  case Standing.Taken _ -> "";
                })
        .filter(words -> !words.isEmpty())
        .map(words -> new Fact(Phrase.NEXT_CALL.in(language), words));
  }

  private static String words(Standing.BusinessClock clock, Language language) {
    // a minute that has begun counts: never "0 left" while there is some
    long minutes = clock.left().plusSeconds(59).toMinutes();
    String left = Phrase.BUSINESS_MINUTES.in(language, minutes);
    return clock
        .goesOnAt()
        .map(at -> Phrase.CLOCK_STANDS.in(language, left, Moments.full(at, language)))
        .orElseGet(() -> Phrase.CLOCK_RUNS.in(language, left, Moments.time(clock.readAt())));
  }

  private List<Button> buttons(
      Transaction tx, Call call, Optional<Standing> standing, Language language) {
    var answer =
        new Button(
            buttons.make(tx, new Intent.Answer(call.tenant(), call.id())),
            Phrase.ANSWER_CALL.in(language),
            Button.Style.PRIMARY,
            Optional.empty());
    var snooze =
        new Button(
            buttons.make(tx, new Intent.Snooze(call.tenant(), call.id())),
            Phrase.SNOOZE.in(language));
    var resume =
        new Button(
            buttons.make(tx, new Intent.Resume(call.tenant(), call.id())),
            Phrase.RESUME.in(language));
    return standing
        .map(
            now ->
                switch (now) {
                  case Standing.Climbing _ ->
                      call.answeredBy().isPresent() ? List.<Button>of() : List.of(answer, snooze);
                  case Standing.Snoozed _ -> List.of(answer, resume);
                  case Standing.AtTheTop _ -> List.of(answer, resume);
                  case Standing.Taken _ -> List.of(resume);
                })
        .orElse(List.of());
  }

  /** By their account, where they have one there; else by name. */
  private static Optional<Block> mention(Call call, Tenants tenants, String platform) {
    Optional<Block> person =
        call.person()
            .flatMap(tenants::member)
            .map(
                member ->
                    Optional.ofNullable(member.accounts().get(platform))
                        .<Block>map(id -> new Mention(Mention.Called.PERSON, id, member.name()))
                        .orElseGet(() -> new Block.Text(member.name())));
    return person.or(
        () ->
            call.group()
                .filter(group -> group.platform().equals(platform))
                .map(group -> new Mention(Mention.Called.GROUP, group.id(), call.name())));
  }

  private static String about(Notice.Kind kind, String what, Language language) {
    return switch (kind) {
      case ALERT -> Phrase.CALL_ALERT.in(language, what);
      case APPROVAL -> Phrase.CALL_APPROVAL.in(language, what);
      case FAILED_ACTION -> Phrase.CALL_FAILED_ACTION.in(language, what);
      case ALERT_HISTORY,
          ANSWER,
          HANDOVER,
          WORD,
          CONTACT,
          CONTACT_OVER,
          CALL,
          DOCUMENT,
          REPORT,
          ENDPOINTS,
          ANNOUNCEMENT,
          ANNOUNCEMENT_OVER,
          ANNOUNCEMENT_DESK,
          MONTHLY_REPORT,
          REMINDER,
          ALARM,
          ALARM_OVER ->
          Phrase.CALL_INQUIRY.in(language, what);
    };
  }
}
