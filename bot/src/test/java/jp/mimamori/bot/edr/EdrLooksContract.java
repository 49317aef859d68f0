package jp.mimamori.bot.edr;

import static java.util.Locale.ROOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.EndpointFacts.Isolation;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.edr.SandboxAnalysis.Risk;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EdrClient} promises about endpoints, the sandbox, searches, and being let in.
 */
public abstract class EdrLooksContract extends EdrContract {
  @Test
  void endpointsAreFoundByIdAndByName() {
    Endpoint endpoint = edr.endpoint();

    EndpointFacts facts = edr.client().endpoint(endpoint.guid()).orElseThrow();

    assertEquals(endpoint, facts.endpoint());
    assertEquals(CUSTOMER, facts.group());
    assertEquals(Isolation.OFF, facts.isolation());
    assertFalse(facts.os().isBlank());
    assertFalse(facts.lastUser().isBlank());
    assertEquals(List.of(facts), edr.client().endpointsNamed(endpoint.name()));
    assertEquals(List.of(facts), edr.client().endpointsNamed(endpoint.name().toLowerCase(ROOT)));
    assertEquals(List.of(), edr.client().endpointsNamed("nobody"));
    assertEquals(List.of(), edr.client().endpointsNamed("no'body"));
    assertEquals(Optional.empty(), edr.client().endpoint("nobody"));
    assertTrue(
        edr.client().endpoints().stream()
            .map(EndpointFacts::endpoint)
            .toList()
            .containsAll(List.of(endpoint, edr.switchedOff(), edr.outdated())));
  }

  @Test
  void whetherAnEndpointIsIsolatedCanBeReadBack() {
    accepted(isolate("r1"));
    clock.pass(HOUR);

    assertEquals(
        Isolation.ON, edr.client().endpoint(edr.endpoint().guid()).orElseThrow().isolation());
  }

  @Test
  void endpointsTellWhatTheTermsAskForAsFarAsTheyCan() {
    assertEquals(List.of(), facts(edr.endpoint()).missing());
    assertEquals(List.of(Prerequisite.MAIL_METADATA), facts(edr.endpoint()).untold());
    assertEquals(List.of(Prerequisite.SERVER_REACHED), facts(edr.switchedOff()).missing());
    assertEquals(
        List.of(
            Prerequisite.ENDPOINT_SENSOR,
            Prerequisite.VIRTUAL_ANALYZER,
            Prerequisite.REAL_TIME_SCAN,
            Prerequisite.DETECTIONS),
        facts(edr.unprotected()).missing());
  }

  @Test
  void theSandboxTakesItsTimeAndSaysWhatItThinks() {
    String bad = accepted(edr.client().analyzeFile("請求書 malware.exe", new byte[] {1}, NONE));
    String good = accepted(edr.client().analyzeFile("memo.pdf", new byte[] {2}, Optional.of("pw")));
    String picture = accepted(edr.client().analyzeFile("a.png", new byte[] {3}, NONE));
    String page = accepted(edr.client().analyzeUrl("https://nothing.example/"));

    assertInstanceOf(SandboxAnalysis.Running.class, edr.client().analysis(bad));
    assertThrows(EdrException.class, () -> edr.client().analysisReport(bad));
    clock.pass(HOUR);

    SandboxAnalysis.Done verdict = done(bad);
    assertEquals(Risk.HIGH, verdict.risk());
    assertFalse(verdict.detections().isEmpty());
    assertEquals("BF8B4530D8D246DD74AC53A13471BBA17941DFF7", verdict.subject()); // SHA-1 of 01
    assertEquals(Risk.NONE, done(good).risk());
    assertEquals(Risk.NONE, done(page).risk());
    assertInstanceOf(SandboxAnalysis.Failed.class, edr.client().analysis(picture));
    assertEquals(
        "%PDF-", new String(edr.client().analysisReport(bad), 0, 5, StandardCharsets.US_ASCII));
    assertEquals(2, edr.client().analysisObjects(bad).size());
    assertEquals(List.of(), edr.client().analysisObjects(good));
  }

  @Test
  void theSandboxRefusesWhatIsNoAddress() {
    assertInstanceOf(Submission.Rejected.class, edr.client().analyzeUrl("ftp://x"));
  }

  @Test
  void aSweepNamesEveryEndpointOnWhichTheObjectWasSeen() {
    raise(24);
    boolean elsewhere = false;
    for (NoteworthyEvent event : events(START)) {
      for (SuspiciousObject object : event.objects()) {
        Sweep sweep = edr.client().sweep(object, START.minus(HOUR), clock.instant().plus(HOUR));
        List<String> guids = sweep.sightings().stream().map(s -> s.endpoint().guid()).toList();
        assertTrue(guids.contains(event.endpoints().getFirst().guid()), object.toString());
        assertEquals(
            sweep.activities(), sweep.sightings().stream().mapToLong(s -> s.times()).sum());
        assertTrue(sweep.whole());
        elsewhere |= guids.size() > 1;
      }
    }
    assertTrue(elsewhere);
  }

  @Test
  void aSweepForWhatNobodySawIsEmpty() {
    raise(2);

    Sweep sweep = edr.client().sweep(OBJECTS.getFirst(), START, clock.instant());

    assertEquals(0, sweep.activities());
    assertEquals(List.of(), sweep.sightings());
    assertTrue(sweep.whole());
    assertThrows(
        EdrException.class,
        () ->
            edr.client()
                .sweep(new SuspiciousObject(Kind.SENDER, "a@b.example"), START, START.plus(HOUR)));
  }

  @Test
  void aWrongKeyIsSaidPlainlyAndNeverShown() {
    EdrClient stranger = edr.clientWithWrongKey();

    EdrException refused = assertThrows(EdrException.class, stranger::checkConnectivity);
    assertTrue(refused.getMessage().contains("key"), refused.getMessage());
    assertThrows(EdrException.class, () -> stranger.eventsUpdated(START, clock.instant()));
    assertInstanceOf(
        Submission.Rejected.class,
        stranger.submit(new ResponseAction.Isolate(edr.endpoint()), "r1"));
    assertEquals(Optional.empty(), edr.client().taskOf("r1", START));
  }

  @Test
  void aRightKeyConnects() {
    edr.client().checkConnectivity();
  }

  @Test
  void nothingIsForgottenOverARestart() {
    List<String> raised = raise(12);
    String done = accepted(isolate("r1"));
    clock.pass(HOUR);
    edr.loseReply();
    edr.client().submit(new ResponseAction.Release(edr.endpoint()), "r2");
    List<NoteworthyEvent> before = events(START);

    edr.restart();

    assertEquals(raised, ids(before));
    assertEquals(before, events(START));
    assertInstanceOf(TaskStatus.Succeeded.class, status(done));
    assertTrue(edr.isolated(edr.endpoint()));
    String release = edr.client().taskOf("r2", START).orElseThrow();
    assertEquals(
        new Submission.AlreadyUnderWay(release),
        edr.client().submit(new ResponseAction.Release(edr.endpoint()), "r3"));
    clock.pass(HOUR);
    assertFalse(edr.isolated(edr.endpoint()));
  }

  private EndpointFacts facts(Endpoint endpoint) {
    return edr.client().endpoint(endpoint.guid()).orElseThrow();
  }
}
