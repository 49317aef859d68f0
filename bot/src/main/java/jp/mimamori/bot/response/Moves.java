package jp.mimamori.bot.response;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.escalation.Escalations;
import jp.mimamori.bot.escalation.Matter;
import jp.mimamori.bot.response.ActionRequest.State;
import jp.mimamori.bot.response.ResponseDesk.ShownOn;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;

/** How a request goes from state to state by itself: on record, shown, and watched if it failed. */
final class Moves {
  private final ActionRequests requests;
  private final Escalations escalations;
  private final ShownOn shownOn;

  Moves(ActionRequests requests, Escalations escalations, ShownOn shownOn) {
    this.requests = requests;
    this.escalations = escalations;
    this.shownOn = shownOn;
  }

  /** Does nothing if it is not in that state any more. */
  void move(Transaction tx, ActionRequest request, State state, Instant due) {
    if (!requests.move(tx, request, state, due)) {
      return;
    }
    tx.record(
        request.tenant(),
        ResponseDesk.SERVICE,
        request.measure().verb() + " is " + States.name(state).toLowerCase(Locale.ROOT),
        request.alert(),
        "%s %s -> %s %s"
            .formatted(
                request.id(),
                States.name(request.state()),
                States.name(state),
                States.detail(state)));
    show(tx, request);
    if (state instanceof State.Failed) {
      escalations.watch(
          tx,
          new Notice(Notice.Kind.FAILED_ACTION, request.id()),
          new Matter(
              ResponseDesk.FAILED_ACTION_LADDER,
              request.tenant(),
              Optional.of(request.severity())));
    }
  }

  /** Nobody agreed in time: nobody is called to it any more. */
  void lapse(Transaction tx, ActionRequest request) {
    move(tx, request, new State.Lapsed(), tx.now());
    escalations.settle(tx, ResponseDesk.approvalNotice(request.id()), ResponseDesk.SERVICE);
  }

  /** Whatever shows it is out of date. */
  void show(Transaction tx, ActionRequest request) {
    shownOn
        .noticesOf(tx, request.tenant(), request.alert(), request.measure().target().key())
        .forEach(tx::show);
    if (request.agreement().isPresent()) {
      tx.show(ResponseDesk.approvalNotice(request.id()));
    }
  }
}
