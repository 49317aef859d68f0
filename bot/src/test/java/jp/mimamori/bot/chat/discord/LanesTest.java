package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  /** Whatever may run now; a test lets it. */
  private final Deque<Runnable> ready = new ArrayDeque<>();

  private final Lanes lanes = new Lanes(ready::add);
  private final List<String> done = new ArrayList<>();

  @Test
  void whatSharesALaneIsDoneInItsOrder() {
    run("anna", "support", "asks");
    run("anna", "alerts", "presses");
    run("bert", "alerts", "presses after her");
    run("carl", "desk", "has nothing to do with it");

    assertEquals(2, ready.size(), "only the first of all, and who shares nothing");
    runAll();
    assertEquals(
        List.of("asks", "has nothing to do with it", "presses", "presses after her"), done);
  }

  @Test
  void whatFailsHoldsNobodyUp() {
    lanes.run(
        List.of("anna", "support"),
        () -> {
          throw new IllegalStateException("this one fails");
        });
    run("anna", "support", "goes on");
    runAll();
    assertEquals(List.of("goes on"), done);
  }

  private void run(String person, String channel, String what) {
    lanes.run(List.of(person, channel), () -> done.add(what));
  }

  private void runAll() {
    for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
      next.run();
    }
  }
}
