package jp.mimamori.bot.frontdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Confirm;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.report.Incident;
import jp.mimamori.bot.report.IncidentGist;
import jp.mimamori.bot.report.IncidentReport;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What analysts see of an incident report: what it comes to, and whether the customer has it. */
final class ReportCards {
  private final Buttons buttons;

  ReportCards(Buttons buttons) {
    this.buttons = buttons;
  }

  Card draw(Transaction tx, IncidentReport report, Incident incident, Tenants tenants) {
    Language language = incident.tenant().language();
    var words = new CaseWording(language, tenants);
    boolean outdated = incident.asOf().isAfter(report.asOf());
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(String.join("\n", new IncidentGist(incident, words).told())));
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(Phrase.STATUS.in(language), status(report, words)));
    facts.add(new Fact(Phrase.REQUESTER.in(language), words.person(report.orderedBy())));
    facts.add(new Fact(Phrase.REPORT_AS_OF.in(language), words.moment(report.asOf())));
    if (outdated) {
      facts.add(new Fact(Phrase.REPORT_NOTE.in(language), Phrase.REPORT_OUTDATED.in(language)));
    }
    blocks.add(new Block.Facts(facts));
    List<Button> offered = offered(tx, report, incident, outdated);
    if (!offered.isEmpty()) {
      blocks.add(new Block.Buttons(offered));
    }
    return new Card(
        Phrase.REPORT_TITLE.in(language, report.version(), incident.alert().model()),
        tone(report),
        language,
        blocks);
  }

  private List<Button> offered(
      Transaction tx, IncidentReport report, Incident incident, boolean outdated) {
    Language language = incident.tenant().language();
    List<Button> offered = new ArrayList<>();
    if (report.state() instanceof IncidentReport.State.Draft) {
      offered.add(
          new Button(
              buttons.make(
                  tx, new Intent.Publish(report.tenant(), report.alert(), report.version())),
              Phrase.PUBLISH.in(language),
              Button.Style.PRIMARY,
              Optional.of(confirm(report.version(), incident.tenant(), language))));
    }
    if (outdated) {
      offered.add(
          new Button(
              buttons.make(tx, new Intent.Report(report.tenant(), report.alert())),
              Phrase.REPORT_AGAIN.in(language)));
    }
    return offered;
  }

  static Confirm confirm(int version, Tenant tenant, Language language) {
    return new Confirm(
        Phrase.CONFIRM_PUBLISH.in(language, version),
        Phrase.CONFIRM_PUBLISH_TEXT.in(language, tenant.name()),
        Phrase.PUBLISH.in(language),
        Phrase.CANCEL.in(language));
  }

  private static String status(IncidentReport report, CaseWording words) {
    Language language = words.language();
    return switch (report.state()) {
      case IncidentReport.State.Ordered _ -> Phrase.REPORT_ORDERED.in(language);
      case IncidentReport.State.Draft _ -> Phrase.REPORT_DRAFT.in(language);
      case IncidentReport.State.Released(String by, var at) ->
          Phrase.REPORT_RELEASED.in(language, words.person(by), words.brief(at));
    };
  }

  private static Tone tone(IncidentReport report) {
    return switch (report.state()) {
      case IncidentReport.State.Ordered _, IncidentReport.State.Draft _ -> Tone.WORKING;
      case IncidentReport.State.Released _ -> Tone.SETTLED;
    };
  }
}
