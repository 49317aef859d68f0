package jp.mimamori.bot.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.mimamori.bot.alert.AlertDesk;
import jp.mimamori.bot.inquiry.InquiryDesk;
import jp.mimamori.bot.response.ResponseDesk;
import jp.mimamori.schedules.Ladder;
import jp.mimamori.schedules.Ladder.WaitClock;

/** {@code escalation.yaml}: who is called when nobody comes. */
record EscalationFile(Map<String, List<StepKeys>> ladders) {
  private static final List<String> KNOWN =
      List.of(InquiryDesk.LADDER, InquiryDesk.INCIDENT_LADDER, AlertDesk.LADDER);

  /** Without its ladder, nobody is called to it. */
  private static final List<String> OPTIONAL = List.of(ResponseDesk.APPROVAL_LADDER);

  /**
   * @param times how often the step calls; once if it does not say
   */
  record StepKeys(String call, Duration after, ClockKey clock, Optional<Integer> times) {}

  enum ClockKey {
    BUSINESS,
    WALL
  }

  EscalationFile checked() {
    for (String name : KNOWN) {
      if (!ladders.containsKey(name)) {
        throw new Wrong("ladders." + name, "is missing");
      }
    }
    for (String name : ladders.keySet()) {
      if (!KNOWN.contains(name) && !OPTIONAL.contains(name)) {
        throw new Wrong(
            "ladders." + name,
            "unknown ladder; allowed: "
                + String.join(", ", KNOWN)
                + ", "
                + String.join(", ", OPTIONAL));
      }
    }
    var _ = byName();
    return this;
  }

  Map<String, Ladder> byName() {
    Map<String, Ladder> byName = new TreeMap<>();
    ladders.forEach((name, steps) -> byName.put(name, ladder(name, steps)));
    return byName;
  }

  private static Ladder ladder(String name, List<StepKeys> steps) {
    try {
      return new Ladder(name, steps.stream().map(EscalationFile::step).toList());
    } catch (IllegalArgumentException refused) {
      throw new Wrong("ladders." + name, String.valueOf(refused.getMessage()));
    }
  }

  private static Ladder.Step step(StepKeys keys) {
    WaitClock clock =
        switch (keys.clock()) {
          case BUSINESS -> WaitClock.BUSINESS_TIME;
          case WALL -> WaitClock.WALL_TIME;
        };
    return new Ladder.Step(keys.call(), keys.after(), clock, keys.times().orElse(1));
  }
}
