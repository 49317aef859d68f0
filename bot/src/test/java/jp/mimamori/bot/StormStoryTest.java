package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.alert.MutedEvent;
import jp.mimamori.bot.alert.Muting;
import jp.mimamori.bot.alert.Muting.Effect;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.store.AuditTrail.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand events become a handful of cards, and what is muted is not lost. */
class StormStoryTest {
  private static final String ALERTS = "sakura-alerts";
  private static final int EVENTS = 10_000;
  private static final Instant START = Stage.tokyo("2026-11-24T10:00");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // each test sets its own
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(folder, START);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void tenThousandEventsInAMinuteAreAHandfulOfCards() {
    for (int i = 0; i < EVENTS; i++) {
      stage.edr.sees(event(i, "9001", "Ransomware Behaviour", "PC-" + i % 2_000, Severity.HIGH));
    }
    stage.passes(Duration.ofMinutes(1));
    stage.passesRinging(Duration.ofSeconds(5), Duration.ofSeconds(1));

    List<Card> cards = stage.chat.all(ALERTS);
    assertEquals(5, cards.size());
    assertEquals(EVENTS, stage.count("select count(*) from noteworthy_event"));
    assertEquals(
        EVENTS,
        cards.stream().mapToInt(StormStoryTest::counted).sum(),
        "each event is counted on one of the cards");
    assertInstanceOf(Verification.Intact.class, stage.verification());
  }

  @Test
  void anotherTenantAndAnotherKindHaveTheirOwnCards() {
    for (int i = 0; i < 50; i++) {
      stage.edr.sees(event(i, "9001", "Ransomware Behaviour", "PC-" + i, Severity.HIGH));
    }
    stage.edr.sees(event(90, "9001", "Web Shell", "PC-1", Severity.HIGH));
    stage.edr.sees(event(91, "9002", "Ransomware Behaviour", "MINATO-1", Severity.HIGH));
    stage.passes(Duration.ofMinutes(1));

    assertEquals(6, stage.chat.all(ALERTS).size());
    assertEquals(1, stage.chat.all("minato-alerts").size());
  }

  @Test
  void aCardIsAsGraveAsTheGravestOfItsEvents() {
    stage.edr.sees(event(1, "9001", "Ransomware Behaviour", "PC-1", Severity.MEDIUM));
    stage.passes(Duration.ofMinutes(1));
    stage.edr.sees(event(2, "9001", "Ransomware Behaviour", "PC-1", Severity.CRITICAL));
    stage.edr.sees(event(3, "9001", "Ransomware Behaviour", "PC-1", Severity.LOW));
    stage.passes(Duration.ofMinutes(1));

    assertEquals(1, stage.chat.all(ALERTS).size());
    assertEquals("【重大】Ransomware Behaviour", stage.chat.all(ALERTS).getFirst().title());
  }

  @Test
  void whatIsMutedIsListedAndAuditedAndOnlyUntilItsDay() {
    Muting.Rule allow = rule(Effect.ALLOW, Set.of("Web Shell"), Optional.empty());
    Muting.Rule mute = rule(Effect.MUTE, Set.of(), Optional.of(Severity.HIGH));
    stage.close();
    stage =
        new Stage(
            folder.resolve("muting"),
            START,
            Stage.with(Stage.SETTINGS.policy(), new Muting(List.of(allow, mute))));
    stage.edr.sees(event(1, "9001", "Suspicious PowerShell", "PC-1", Severity.MEDIUM));
    stage.edr.sees(event(2, "9001", "Web Shell", "PC-1", Severity.LOW));
    stage.edr.sees(event(3, "9001", "Ransomware Behaviour", "PC-1", Severity.HIGH));
    stage.edr.sees(event(4, "9002", "Suspicious PowerShell", "MINATO-1", Severity.MEDIUM));
    stage.passes(Duration.ofMinutes(1));
    stage.passes(Duration.ofMinutes(1));

    assertEquals(2, stage.chat.all(ALERTS).size(), "the exception, and what is severe");
    assertEquals(1, stage.chat.all("minato-alerts").size(), "another tenant's is not muted");
    List<MutedEvent> muted =
        stage.read(view -> new Alerts().muted(view, Optional.of("sakura"), 10));
    assertEquals(List.of(id(1, "9001")), muted.stream().map(MutedEvent::id).toList());
    assertEquals("migration", muted.getFirst().reason());
    assertEquals(List.of("mimamori muted"), stage.trail(id(1, "9001")), "once");

    stage.now = START.plus(Duration.ofDays(2));
    stage.edr.sees(
        at(event(5, "9001", "Suspicious PowerShell", "PC-1", Severity.MEDIUM), stage.now));
    stage.rings();
    assertEquals(3, stage.chat.all(ALERTS).size(), "the rule has ended");
  }

  private static Muting.Rule rule(Effect effect, Set<String> models, Optional<Severity> below) {
    return new Muting.Rule(
        effect,
        Set.of("sakura"),
        below,
        models,
        Set.of(),
        START.plus(Duration.ofDays(1)),
        "migration");
  }

  private static int counted(Card card) {
    String events = Texts.fact(card, "件数");
    assertTrue(events.contains(" 件"), events);
    return Integer.parseInt(events.substring(0, events.indexOf(' ')));
  }

  private static String id(int number, String customer) {
    return "WB-%s-20261124-%05d".formatted(customer, number);
  }

  private static NoteworthyEvent event(
      int number, String customer, String model, String endpoint, Severity severity) {
    Instant at = START.plusMillis(number * 5L);
    return new NoteworthyEvent(
        id(number, customer),
        customer,
        model,
        "",
        severity,
        50,
        at,
        at,
        NoteworthyEvent.Standing.NEW,
        List.of(Endpoint.of("guid-" + endpoint, endpoint)),
        List.of(),
        List.of(),
        List.of(new NoteworthyEvent.Indicator("command_line", "processCmd", "evil " + number)),
        List.of(),
        "",
        "");
  }

  private static NoteworthyEvent at(NoteworthyEvent event, Instant at) {
    return new NoteworthyEvent(
        event.id(),
        event.customer(),
        event.model(),
        event.description(),
        event.severity(),
        event.score(),
        at,
        at,
        event.standing(),
        event.endpoints(),
        event.accounts(),
        event.mailboxes(),
        event.indicators(),
        event.timeline(),
        event.incident(),
        event.link());
  }
}
