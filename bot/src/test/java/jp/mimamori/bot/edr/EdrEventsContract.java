package jp.mimamori.bot.edr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.NoteAdded;
import jp.mimamori.bot.edr.EdrClient.Update;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.Test;

/** What every {@link EdrClient} promises about events and its books. */
public abstract class EdrEventsContract extends EdrContract {
  private static final Standing CLOSED = new Standing(Status.CLOSED, Finding.TRUE_POSITIVE);

  @Test
  void allEventsOfManyPagesComeOldestChangeFirst() {
    List<String> raised = raise(34);

    assertEquals(raised, ids(events(START)));
  }

  @Test
  void eventsTellWhatPeopleNeed() {
    String id = edr.raise(CUSTOMER);

    NoteworthyEvent event = events(START).getFirst();

    assertEquals(id, event.id());
    assertEquals(CUSTOMER, event.customer());
    assertEquals(clock.instant(), event.createdAt());
    assertEquals(clock.instant(), event.updatedAt());
    assertFalse(event.model().isBlank());
    assertFalse(event.endpoints().isEmpty());
    assertFalse(event.endpoints().getFirst().guid().isBlank());
    assertFalse(event.accounts().isEmpty());
    assertFalse(event.techniques().isEmpty());
    assertTrue(event.indicators().stream().anyMatch(i -> i.type().equals("file_sha1")));
    assertTrue(event.indicators().stream().anyMatch(i -> i.type().equals("command_line")));
    assertTrue(event.techniques().stream().allMatch(t -> t.matches("T\\d{4}(\\.\\d{3})?")));
  }

  @Test
  void onlyWhatChangedInTheWindowComes() {
    String before = edr.raise(CUSTOMER);
    clock.pass(HOUR);
    String inside = edr.raise(CUSTOMER);
    Instant until = clock.instant().plus(SECOND);
    clock.pass(HOUR);
    edr.raise(CUSTOMER);

    assertEquals(List.of(inside), ids(edr.client().eventsUpdated(until.minusSeconds(60), until)));
    assertEquals(List.of(before, inside), ids(edr.client().eventsUpdated(START, until)));
  }

  @Test
  void bothEndsOfTheWindowBelongToIt() {
    String first = edr.raise(CUSTOMER);
    clock.pass(HOUR);
    String last = edr.raise(CUSTOMER);

    assertEquals(List.of(first, last), ids(edr.client().eventsUpdated(START, clock.instant())));
  }

  @Test
  void overlappingWindowsTellTheSameEventAlike() {
    edr.raise(CUSTOMER);
    List<NoteworthyEvent> once = events(START);
    clock.pass(Duration.ofMinutes(1));

    assertEquals(once, events(clock.instant().minus(Duration.ofMinutes(5))));
  }

  @Test
  void aChangedEventComesAgainAsItIsNow() {
    String id = edr.raise(CUSTOMER);
    clock.pass(HOUR);
    edr.update(id);

    List<NoteworthyEvent> events = events(START);

    assertEquals(List.of(id), ids(events));
    assertEquals(START, events.getFirst().createdAt());
    assertEquals(START.plus(HOUR), events.getFirst().updatedAt());
  }

  @Test
  void anExpiredPageDoesNotCostAnEvent() {
    List<String> raised = raise(34);
    edr.expireNextPage();

    assertEquals(raised, ids(events(START)));
  }

  @Test
  void readingEndsWellAfterPassingTrouble() {
    List<String> raised = raise(12);
    edr.tooManyRequests(2);
    assertEquals(raised, ids(events(START)));

    edr.serverErrors(2);
    assertEquals(raised, ids(events(START)));
  }

  @Test
  void readingGivesUpOnLastingTroubleWithASentence() {
    edr.serverErrors(1000);

    EdrException trouble = assertThrows(EdrException.class, () -> events(START));

    assertTrue(trouble.getMessage().contains("500"), trouble.getMessage());
  }

  @Test
  void eventsTellTheirStory() {
    NoteworthyEvent event = raised();

    assertEquals(Standing.NEW, event.standing());
    assertFalse(event.rules().getFirst().isBlank());
    assertFalse(event.timeline().isEmpty());
    for (NoteworthyEvent.Match match : event.timeline()) {
      assertFalse(match.what().isBlank());
      assertFalse(match.techniques().isEmpty());
      assertFalse(match.evidence().isEmpty());
      assertTrue(match.at().isBefore(event.createdAt()), match.toString());
    }
    assertTrue(event.objects().stream().anyMatch(o -> o.kind() == Kind.FILE_SHA1));
    assertTrue(event.link().startsWith("https://"));
    assertFalse(event.incident().isBlank());
  }

  @Test
  void anEventCanBeReadAlone() {
    NoteworthyEvent event = raised();

    assertEquals(Optional.of(event), edr.client().event(event.id()));
    assertEquals(Optional.empty(), edr.client().event("WB-1-20260105-99999"));
  }

  @Test
  void anEventOnTwoPagesComesOnce() {
    List<String> raised = raise(34);
    edr.duplicate();

    assertEquals(raised, ids(events(START)));
  }

  @Test
  void aFindingIsWrittenIntoTheBooksAndMayBeWrittenAgain() {
    String id = edr.raise(CUSTOMER);

    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));
    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));

    assertEquals(CLOSED, edr.client().event(id).orElseThrow().standing());
  }

  @Test
  void whatSomebodyElseDecidedIsNotOverwritten() {
    String id = edr.raise(CUSTOMER);
    var theirs = new Standing(Status.IN_PROGRESS, Finding.NONE);
    edr.client().update(id, Standing.NEW, theirs);

    assertEquals(
        new Update.ChangedMeanwhile(theirs), edr.client().update(id, Standing.NEW, CLOSED));
    assertEquals(theirs, edr.client().event(id).orElseThrow().standing());
  }

  @Test
  void aChangeThatIsNoneOfOursDoesNotStandInTheWay() {
    String id = edr.raise(CUSTOMER);
    edr.staleEtag();

    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));
    assertEquals(CLOSED, edr.client().event(id).orElseThrow().standing());
  }

  @Test
  void aChangeWhoseReplyIsLostIsUnclearAndMayBeRepeated() {
    String id = edr.raise(CUSTOMER);
    edr.loseReply();

    assertInstanceOf(Update.Unclear.class, edr.client().update(id, Standing.NEW, CLOSED));
    assertInstanceOf(Update.Done.class, edr.client().update(id, Standing.NEW, CLOSED));
  }

  @Test
  void anUnknownEventIsNotChanged() {
    assertInstanceOf(
        Update.Rejected.class, edr.client().update("WB-1-20260105-99999", Standing.NEW, CLOSED));
  }

  @Test
  void aNoteStandsOnceHoweverOftenItIsAdded() {
    String id = edr.raise(CUSTOMER);
    edr.loseReply();

    assertInstanceOf(NoteAdded.Unclear.class, edr.client().addNote(id, "鎖の先頭 abc"));
    assertInstanceOf(NoteAdded.Done.class, edr.client().addNote(id, "鎖の先頭 abc"));
    clock.pass(SECOND);
    assertInstanceOf(NoteAdded.Done.class, edr.client().addNote(id, "another"));

    List<Note> notes = edr.client().notes(id);
    assertEquals(List.of("鎖の先頭 abc", "another"), notes.stream().map(Note::text).toList());
    assertEquals(START, notes.getFirst().createdAt());
  }
}
