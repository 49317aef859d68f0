package jp.mimamori.bot.frontdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Alert;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.Suggestions;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Account;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/** What fits while somebody types a command: never a word of what is not theirs. */
public final class Offers implements Suggestions {
  private static final int MOST = 25;

  private final Database database;
  private final Supplier<Tenants> tenants;
  private final Alerts alerts;
  private final BiFunction<String, Language, List<String>> questions;

  /**
   * @param questions known ones that hold what is typed so far
   */
  public Offers(
      Database database,
      Supplier<Tenants> tenants,
      Alerts alerts,
      BiFunction<String, Language, List<String>> questions) {
    this.database = database;
    this.tenants = tenants;
    this.alerts = alerts;
    this.questions = questions;
  }

  @Override
  public List<Form.Option> offer(
      Person person, Place place, Optional<Order> order, String typed, Language language) {
    if (order.isEmpty()) {
      return questions.apply(typed, language).stream()
          .map(question -> new Form.Option(question, question))
          .limit(MOST)
          .toList();
    }
    String sought = folded(typed);
    return tenants
        .get()
        .member(
            new Account(
                person.platform(),
                person.id(),
                person.displayName(),
                person.groups(),
                person.guest()),
            place.channel())
        .map(member -> database.read(view -> all(view, member, order.get(), language)))
        .orElse(List.of())
        .stream()
        .filter(offer -> folded(offer.label() + " " + offer.value()).contains(sought))
        .limit(MOST)
        .toList();
  }

  private List<Form.Option> all(View view, Member member, Order order, Language language) {
    return switch (order) {
      case ALERTS -> alerts(view, member, language);
      case REPORT -> documents(view, member);
      case STATUS, HANDOVER, HELP -> List.of();
    };
  }

  private List<Form.Option> alerts(View view, Member member, Language language) {
    Stream<Form.Option> severities =
        Arrays.stream(Severity.values())
            .map(severity -> AlertCards.severity(severity).in(language))
            .map(word -> new Form.Option(word, word))
            .toList()
            .reversed()
            .stream();
    Stream<Form.Option> numbers =
        open(view, tenants.get(), alerts, member, MOST).stream()
            .map(
                alert ->
                    new Form.Option(
                        alert.id(),
                        alert.id()
                            + " "
                            + Phrase.ALERT_TITLE.in(
                                language,
                                AlertCards.severity(alert.severity()).in(language),
                                alert.model())));
    return Stream.of(severities, customers(member), numbers).flatMap(one -> one).toList();
  }

  private List<Form.Option> documents(View view, Member member) {
    Stream<Form.Option> titles =
        Shelf.newest(view, member, MOST).stream()
            .map(kept -> kept.paper().title())
            .distinct()
            .map(title -> new Form.Option(title, title));
    return Stream.concat(titles, customers(member)).toList();
  }

  /** Where there is a choice. */
  private Stream<Form.Option> customers(Member member) {
    List<Tenant> served =
        tenants.get().all().stream().filter(tenant -> member.serves(tenant.id())).toList();
    return served.size() < 2
        ? Stream.of()
        : served.stream().map(tenant -> new Form.Option(tenant.name(), tenant.name()));
  }

  /**
   * The alerts nobody has looked at, of what analysts serve and what customers are shown anyway.
   */
  static List<Alert> open(View view, Tenants tenants, Alerts alerts, Member member, int most) {
    return tenants.all().stream()
        .filter(tenant -> member.serves(tenant.id()))
        .filter(tenant -> member.is(Role.ANALYST) || tenant.alertsShared())
        .map(Tenant::id)
        .flatMap(tenant -> alerts.unacknowledged(view, tenant, most).stream())
        .limit(most)
        .toList();
  }

  /** Whether what somebody narrowed an order down to is among these words. */
  static boolean fits(String about, String... words) {
    String sought = folded(about);
    return sought.isEmpty() || Arrays.stream(words).map(Offers::folded).anyMatch(sought::equals);
  }

  static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The words by which a document can be named. */
  static boolean fits(String about, Documents.Kept kept, String customer) {
    return fits(about, customer, kept.paper().id())
        || folded(kept.paper().title()).contains(folded(about));
  }
}
