package jp.mimamori.bot.edr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.mimamori.bot.edr.EdrClient.Submission;
import jp.mimamori.bot.edr.EdrClient.TaskStatus;
import jp.mimamori.bot.edr.ResponseTask.CollectedFile;
import org.junit.jupiter.api.Test;

/** What every {@link EdrClient} promises about actions and their tasks. */
public abstract class EdrActionsContract extends EdrContract {
  @Test
  void anEndpointIsIsolatedOnlyWhenTheTaskSucceeded() {
    String task = accepted(isolate("r1"));

    assertInstanceOf(TaskStatus.Queued.class, status(task));
    clock.pass(edr.queued());
    assertInstanceOf(TaskStatus.Running.class, status(task));
    assertFalse(edr.isolated(edr.endpoint()));
    clock.pass(edr.running());
    assertInstanceOf(TaskStatus.Succeeded.class, status(task));
    assertTrue(edr.isolated(edr.endpoint()));
  }

  @Test
  void anIsolatedEndpointCanBeReleased() {
    accepted(isolate("r1"));
    clock.pass(HOUR);
    String release =
        accepted(edr.client().submit(new ResponseAction.Release(edr.endpoint()), "r2"));
    assertTrue(edr.isolated(edr.endpoint()));
    clock.pass(HOUR);

    assertInstanceOf(TaskStatus.Succeeded.class, status(release));
    assertFalse(edr.isolated(edr.endpoint()));
  }

  @Test
  void theSameActionTwiceIsOneTaskWhileItIsUnderWay() {
    String task = accepted(isolate("r1"));

    assertEquals(new Submission.AlreadyUnderWay(task), isolate("r2"));
    clock.pass(HOUR);
    assertNotEquals(task, accepted(isolate("r3")));
  }

  @Test
  void aLostReplyIsUnclearAndTheTaskIsFoundByOurRequest() {
    edr.loseReply();

    assertInstanceOf(Submission.Unclear.class, isolate("r1"));

    String task = edr.client().taskOf("r1", START).orElseThrow();
    clock.pass(HOUR);
    assertInstanceOf(TaskStatus.Succeeded.class, status(task));
    assertTrue(edr.isolated(edr.endpoint()));
  }

  @Test
  void aRequestThatNeverArrivedHasNoTask() {
    accepted(isolate("r1"));
    edr.serverErrors(1);

    assertInstanceOf(Submission.Unclear.class, isolate("r12"));

    assertEquals(Optional.empty(), edr.client().taskOf("r12", START));
    assertEquals(Optional.empty(), edr.client().taskOf("r", START), "an id is not a part of one");
  }

  @Test
  void ourTaskIsFoundAmongManyOthers() {
    String ours = accepted(isolate("ours"));
    for (int i = 0; i < 220; i++) {
      clock.pass(edr.queued().plus(edr.running()));
      accepted(isolate("other-" + i));
    }

    assertEquals(Optional.of(ours), edr.client().taskOf("ours", START));
  }

  @Test
  void tooManyRequestsMeansLater() {
    edr.tooManyRequests(1);

    Submission.TryAgain later = assertInstanceOf(Submission.TryAgain.class, isolate("r1"));

    assertTrue(later.after().isPositive());
    assertEquals(Optional.empty(), edr.client().taskOf("r1", START));
    accepted(isolate("r1"));
  }

  @Test
  void aTaskForAnEndpointThatIsOffWaitsForIt() {
    edr.offline(edr.endpoint(), true);
    String task = accepted(isolate("r1"));
    clock.pass(Duration.ofDays(2));
    assertInstanceOf(TaskStatus.Queued.class, status(task));
    assertFalse(edr.isolated(edr.endpoint()));

    edr.offline(edr.endpoint(), false);
    clock.pass(edr.queued().plus(edr.running()));
    assertInstanceOf(TaskStatus.Succeeded.class, status(task));
  }

  @Test
  void aFailedTaskSaysWhy() {
    edr.failNextTask();
    String task = accepted(isolate("r1"));
    clock.pass(HOUR);

    TaskStatus.Failed failed = assertInstanceOf(TaskStatus.Failed.class, status(task));

    assertFalse(failed.reason().isBlank());
    assertFalse(edr.isolated(edr.endpoint()));
  }

  @Test
  void anUnknownEndpointIsRejected() {
    var stranger =
        new Endpoint("00000000-0000-0000-0000-000000000000", edr.endpoint().name(), List.of());

    Submission.Rejected rejected =
        assertInstanceOf(
            Submission.Rejected.class,
            edr.client().submit(new ResponseAction.Isolate(stranger), "r1"));

    assertFalse(rejected.reason().isBlank());
  }

  @Test
  void anUnknownTaskCannotBeRead() {
    assertThrows(EdrException.class, () -> status("99999999"));
  }

  @Test
  void everyActionRunsToItsEnd() {
    for (ResponseAction action : actions()) {
      String task = accepted(edr.client().submit(action, action.verb()));
      clock.pass(HOUR);
      ResponseTask done = edr.client().task(task);
      assertInstanceOf(TaskStatus.Succeeded.class, done.status(), action.toString());
      assertEquals(action.verb(), done.description());
      if (action.target() instanceof Endpoint endpoint) {
        assertEquals(endpoint.guid(), done.endpoint());
      }
    }
    assertEquals(
        actions().stream().map(ResponseAction::verb).toList(),
        edr.client().tasks(START).stream().map(ResponseTask::description).toList());
  }

  @Test
  void aLostReplyToAnyActionIsFoundByOurRequest() {
    for (ResponseAction action : actions()) {
      edr.loseReply();
      assertInstanceOf(Submission.Unclear.class, edr.client().submit(action, action.verb()));
      String task = edr.client().taskOf(action.verb(), START).orElseThrow();
      assertEquals(new Submission.AlreadyUnderWay(task), edr.client().submit(action, "again"));
      clock.pass(HOUR);
    }
  }

  @Test
  void anObjectIsBlockedWhenTheTaskSucceededAndLetThroughAgain() {
    for (SuspiciousObject object : OBJECTS) {
      accepted(edr.client().submit(new ResponseAction.BlockObject(object), "b" + object.key()));
      assertFalse(edr.blocked(object));
      clock.pass(HOUR);
      assertTrue(edr.blocked(object), object.toString());
      accepted(edr.client().submit(new ResponseAction.UnblockObject(object), "u" + object.key()));
      clock.pass(HOUR);
      assertFalse(edr.blocked(object), object.toString());
    }
  }

  @Test
  void aScanCanBeCanceledAndNothingElse() {
    String scan = accepted(edr.client().submit(new ResponseAction.StartScan(edr.endpoint()), "r1"));

    assertEquals(new Submission.Accepted(scan), cancel(scan));
    assertInstanceOf(TaskStatus.Canceled.class, status(scan));
    assertInstanceOf(Submission.Rejected.class, cancel(scan));
    assertInstanceOf(Submission.Rejected.class, cancel(accepted(isolate("r2"))));
    assertInstanceOf(Submission.Rejected.class, cancel("99999999"));
  }

  @Test
  void aCollectedFileLiesThereForATime() {
    var collect = new ResponseAction.CollectFile(edr.endpoint(), "C:\\Users\\業務\\a b.exe");
    String task = accepted(edr.client().submit(collect, "r1"));
    assertEquals(Optional.empty(), edr.client().task(task).file());
    clock.pass(HOUR);

    CollectedFile file = edr.client().task(task).file().orElseThrow();

    assertEquals(collect.path(), file.path());
    assertFalse(file.password().isBlank());
    assertEquals(64, file.sha256().length());
    assertEquals("PK", new String(edr.client().download(file), 0, 2, StandardCharsets.US_ASCII));
    clock.pass(Duration.between(clock.instant(), file.expiresAt().orElseThrow()));
    assertThrows(EdrException.class, () -> edr.client().download(file));
  }

  @Test
  void aPackageIsCollectedByTheOperatorsScript() {
    String task =
        accepted(edr.client().submit(new ResponseAction.CollectPackage(edr.endpoint()), "r1"));
    clock.pass(HOUR);

    CollectedFile file = edr.client().task(task).file().orElseThrow();

    assertTrue(edr.client().download(file).length > 0);
  }

  @Test
  void anEndpointThatCannotIsSaidToAndNothingIsBegun() {
    for (Endpoint cannot : List.of(edr.outdated(), edr.unprotected())) {
      assertInstanceOf(
          Submission.Rejected.class, edr.client().submit(new ResponseAction.Isolate(cannot), "r1"));
      assertInstanceOf(
          Submission.Rejected.class,
          edr.client().submit(new ResponseAction.StartScan(cannot), "r2"));
    }
    assertEquals(List.of(), edr.client().tasks(START));
  }

  private List<ResponseAction> actions() {
    Endpoint endpoint = edr.endpoint();
    return List.of(
        new ResponseAction.Isolate(endpoint),
        new ResponseAction.Release(endpoint),
        new ResponseAction.BlockObject(OBJECTS.getFirst()),
        new ResponseAction.UnblockObject(OBJECTS.getFirst()),
        new ResponseAction.StartScan(endpoint),
        new ResponseAction.TerminateProcess(
            endpoint,
            new ResponseAction.Program(
                Optional.of("svchosts.exe"), Optional.empty(), OptionalLong.of(4711))),
        new ResponseAction.CollectFile(endpoint, "C:\\a.exe"),
        new ResponseAction.CollectPackage(endpoint));
  }

  private Submission cancel(String scan) {
    return edr.client().submit(new ResponseAction.CancelScan(edr.endpoint(), scan), "cancel");
  }
}
