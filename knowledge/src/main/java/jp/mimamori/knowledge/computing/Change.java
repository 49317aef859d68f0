package jp.mimamori.knowledge.computing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a question lets the number of endpoints change. */
sealed interface Change {
  /** At once, from so many (nought if that is not said) by so many more. */
  record Added(int before, int added) implements Change {}

  /** At once, to so many, which are fewer than before. */
  record Fewer(int after) implements Change {}

  /** First so many for some months, then so many others. */
  record InTurn(List<Phase> phases) implements Change {
    public InTurn {
      phases = List.copyOf(phases);
    }
  }

  /** So many endpoints for so many months. */
  record Phase(int endpoints, int months) {}

  Pattern FROM_TO =
      Pattern.compile("(\\d+)\\s*台?から\\s*(\\d+)\\s*台?(?:に|へ|まで)|from (\\d+)[a-z ]* to (\\d+)");
  Pattern THEN =
      Pattern.compile(
          "そのあと|その後|次の|残り|それから|途中から|後から|最初|\\bthen\\b|after that|\\bnext\\b|\\bfirst\\b");

  /** The moment of the change, from which on the rest of the time counts. */
  Pattern AFTER =
      Pattern.compile(
          "(?:(半年)|(\\d{1,2})か月)(?:後|たっ|経っ)|after (?:(half a year)|(\\d{1,2}) months?)");

  /** None if the numbers stand beside each other. */
  static Optional<Change> in(Asked asked) {
    List<Integer> counts = asked.figures().endpoints();
    List<Period> periods = asked.figures().periods();
    Matcher after = AFTER.matcher(asked.text());
    int whole = asked.figures().months().orElse(asked.figures().saysYear() ? 12 : 0);
    if (counts.size() == 2 && whole > 0 && after.find()) {
      int first = months(after);
      if (first < whole) {
        return Optional.of(
            new InTurn(
                List.of(new Phase(counts.get(0), first), new Phase(counts.get(1), whole - first))));
      }
    }
    boolean inTurn = periods.stream().anyMatch(Period::counted) || asked.says(THEN);
    if (counts.size() > 1 && counts.size() == periods.size() && inTurn) {
      List<Phase> phases = new ArrayList<>();
      for (int at = 0; at < counts.size(); at++) {
        phases.add(new Phase(counts.get(at), periods.get(at).months()));
      }
      return Optional.of(new InTurn(phases));
    }
    return atOnce(asked, counts);
  }

  private static Optional<Change> atOnce(Asked asked, List<Integer> counts) {
    Matcher fromTo = FROM_TO.matcher(asked.text());
    if (fromTo.find()) {
      int before = number(fromTo, 1, 3);
      int after = number(fromTo, 2, 4);
      return Optional.of(after < before ? new Fewer(after) : new Added(before, after - before));
    }
    if (!asked.says(Cue.ADD)) {
      return Optional.empty();
    }
    int before = counts.subList(0, counts.size() - 1).stream().mapToInt(Integer::intValue).sum();
    return Optional.of(new Added(before, counts.getLast()));
  }

  private static int months(Matcher after) {
    if (after.group(1) != null || after.group(3) != null) {
      return 6;
    }
    return number(after, 2, 4);
  }

  private static int number(Matcher found, int group, int other) {
    return Integer.parseInt(found.group(group) != null ? found.group(group) : found.group(other));
  }
}
