package jp.mimamori.bot.frontdesk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.response.ActionRequest;
import jp.mimamori.bot.response.ActionRequest.Agreement;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** A request that waits for a second analyst's, or the customer's, agreement. */
final class ApprovalCards {
  private final Buttons buttons;

  ApprovalCards(Buttons buttons) {
    this.buttons = buttons;
  }

  Card draw(Transaction tx, ActionRequest request, Alert alert, Tenant tenant, Tenants tenants) {
    Language language = tenant.language();
    Agreement agreement = request.agreement().orElseThrow();
    String verb = MeasureWords.verb(request.measure(), language);
    String target = MeasureWords.target(request.measure());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Phrase.STATUS.in(language), status(request, tenants, language)));
    facts.add(new Fact(Phrase.CUSTOMER.in(language), tenant.name()));
    facts.add(new Fact(Phrase.TARGET.in(language), target));
    facts.add(
        new Fact(Phrase.EFFECT.in(language), MeasureWords.effect(request.measure(), language)));
    facts.add(
        new Fact(
            Phrase.ABOUT_ALERT.in(language),
            Phrase.ALERT_TITLE.in(
                    language, AlertCards.severity(alert.severity()).in(language), alert.model())
                + " "
                + alert.id()));
    switch (agreement) {
      case SECOND_PERSON -> {
        facts.add(new Fact(Phrase.REQUESTER.in(language), tenants.nameOf(request.requestedBy())));
        if (!request.reason().isEmpty() && !tenant.alertsShared()) {
          facts.add(new Fact(Phrase.REASON.in(language), request.reason()));
        }
      }
      case CUSTOMER -> {} // who asked and why stays among the operator's people
    }
    List<Block> blocks = new ArrayList<>(List.of(new Block.Facts(facts)));
    if (request.state() instanceof State.AwaitingApproval) {
      blocks.add(new Block.Buttons(offered(tx, request, agreement, tenant, language)));
    }
    String title =
        switch (agreement) {
          case SECOND_PERSON -> Phrase.APPROVAL_TITLE.in(language, verb, target);
          case CUSTOMER -> Phrase.CONSENT_TITLE.in(language, verb, target);
        };
    return new Card(title, tone(request.state()), language, blocks);
  }

  private List<Button> offered(
      Transaction tx,
      ActionRequest request,
      Agreement agreement,
      Tenant tenant,
      Language language) {
    boolean second = agreement == Agreement.SECOND_PERSON;
    return List.of(
        new Button(
            buttons.make(tx, new Intent.Decide(request.tenant(), request.id(), true)),
            (second ? Phrase.APPROVE : Phrase.CONSENT).in(language),
            Button.Style.PRIMARY,
            Optional.of(confirm(request, tenant, language))),
        new Button(
            buttons.make(tx, new Intent.Decide(request.tenant(), request.id(), false)),
            (second ? Phrase.REFUSE : Phrase.DECLINE).in(language)));
  }

  /** Names target, customer and effect. */
  static Confirm confirm(ActionRequest request, Tenant tenant, Language language) {
    return new Confirm(
        Phrase.CONFIRM_ACTION.in(
            language,
            MeasureWords.verb(request.measure(), language),
            request.measure().target().name()),
        "%s: %s%n%s"
            .formatted(
                tenant.name(),
                MeasureWords.target(request.measure()),
                MeasureWords.effect(request.measure(), language)),
        Phrase.YES.in(language),
        Phrase.CANCEL.in(language));
  }

  private static String status(ActionRequest request, Tenants tenants, Language language) {
    String by = request.approvedBy().map(tenants::nameOf).orElse("-");
    return switch (request.state()) {
      case State.AwaitingApproval(Instant until) ->
          Phrase.WAITS_UNTIL.in(language, Moments.full(until, language));
      case State.Requested _, State.Sending _, State.Queued _, State.Running _ ->
          Phrase.APPROVED_BY.in(language, by);
      case State.Succeeded _ ->
          Phrase.APPROVED_BY.in(language, by) + " · " + Phrase.COMPLETED.in(language);
      case State.Failed(String reason) ->
          Phrase.APPROVED_BY.in(language, by) + " · " + Phrase.FAILED.in(language, reason);
      case State.Refused(String who) -> Phrase.REFUSED_BY.in(language, tenants.nameOf(who));
      case State.Lapsed _ -> Phrase.LAPSED.in(language);
    };
  }

  private static Tone tone(State state) {
    return switch (state) {
      case State.AwaitingApproval _ -> Tone.URGENT;
      case State.Requested _, State.Sending _, State.Queued _, State.Running _ -> Tone.WORKING;
      case State.Succeeded _, State.Failed _, State.Refused _, State.Lapsed _ -> Tone.SETTLED;
    };
  }
}
