package jp.mimamori.bot.edr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.edr.ResponseAction.Program;
import jp.mimamori.bot.edr.SuspiciousObject.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the store keeps of an action is all of it. */
final class ResponseActionTest {
  private static final Endpoint PC = Endpoint.of("35fa11da-a24e-40cf-8b56-baf8828cc15e", "経理 PC");

  static Stream<ResponseAction> actions() {
    return Stream.of(
        new ResponseAction.Isolate(PC),
        new ResponseAction.Release(PC),
        new ResponseAction.BlockObject(new SuspiciousObject(Kind.IP, "2001:db8::1")),
        new ResponseAction.BlockObject(
            new SuspiciousObject(Kind.URL, "https://a.example:8443/?q=x:y")),
        new ResponseAction.UnblockObject(new SuspiciousObject(Kind.FILE_SHA1, "ab".repeat(20))),
        new ResponseAction.UnblockObject(new SuspiciousObject(Kind.SENDER, "A.b+c@D.example")),
        new ResponseAction.StartScan(PC),
        new ResponseAction.CancelScan(PC, "00000012"),
        new ResponseAction.TerminateProcess(
            PC, new Program(Optional.of("a b=c&d.exe"), Optional.empty(), OptionalLong.empty())),
        new ResponseAction.TerminateProcess(
            PC, new Program(Optional.empty(), Optional.of("AB"), OptionalLong.of(42))),
        new ResponseAction.CollectFile(PC, "C:\\Users\\業務\\\"x\" y.exe"),
        new ResponseAction.CollectPackage(PC));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void comesBackFromTheStoreAsItWas(ResponseAction action) {
    Target target = Target.of(action.target().key(), action.target().name());

    assertEquals(action, ResponseAction.of(action.verb(), target, action.parameters()));
  }

  @Test
  void noActionIsMissingAbove() {
    Set<Class<?>> tried = actions().map(Object::getClass).collect(Collectors.toSet());

    assertEquals(
        Arrays.stream(ResponseAction.class.getPermittedSubclasses()).collect(Collectors.toSet()),
        tried);
    assertEquals(tried.size(), actions().map(ResponseAction::verb).distinct().count());
  }

  @Test
  void whatDoesNotFitTogetherIsNoAction() {
    var object = new SuspiciousObject(Kind.DOMAIN, "bad.example");
    List<Runnable> nonsense =
        List.of(
            () -> ResponseAction.of("isolate", object, Map.of()),
            () -> ResponseAction.of("block", PC, Map.of()),
            () -> ResponseAction.of("dance", PC, Map.of()),
            () -> ResponseAction.of("collect-file", PC, Map.of()),
            () -> ResponseAction.of("cancel-scan", PC, Map.of()),
            () -> ResponseAction.of("terminate", PC, Map.of("processId", "1")),
            () -> ResponseAction.of("terminate", PC, Map.of("fileName", "a", "processId", "x")));

    for (Runnable attempt : nonsense) {
      assertThrows(IllegalArgumentException.class, attempt::run);
    }
  }
}
