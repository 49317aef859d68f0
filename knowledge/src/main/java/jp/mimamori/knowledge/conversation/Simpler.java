package jp.mimamori.knowledge.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;

/**
 * The same answer in fewer words: what it comes to and the first steps. What was assumed and what
 * one must beware of stays, and so do the sources; their official words go, for they are the hard
 * ones.
 */
final class Simpler {
  private static final int MOST_STEPS = 3;
  private static final Pattern SENTENCE = Pattern.compile("(?s).*?(?:[。！？]|[.!?](?=\\s|$))");
  private static final Pattern STEP = Pattern.compile("(?:[-*・]|\\d{1,2}[.)]) ?\\S.*");

  private Simpler() {}

  static Answer of(Answer answer) {
    return switch (answer) {
      case Answer.Cited(var text, var citations, var caveat, var confidence) ->
          new Answer.Cited(shorter(text), places(citations), caveat, confidence);
      case Answer.Computed(var text, var _, var citations, var assumption, var confidence) ->
          new Answer.Computed(text, List.of(), places(citations), assumption, confidence);
      case Answer.WhichOne _, Answer.NotKnown _, Answer.HandOver _, Answer.SmallTalk _ -> answer;
    };
  }

  private static String shorter(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> kept = new ArrayList<>();
    lines.stream()
        .filter(line -> !STEP.matcher(line).matches())
        .findFirst()
        .ifPresent(line -> kept.add(firstSentence(line)));
    lines.stream()
        .filter(line -> STEP.matcher(line).matches())
        .limit(MOST_STEPS)
        .forEach(kept::add);
    return String.join("\n", kept);
  }

  private static String firstSentence(String line) {
    Matcher sentence = SENTENCE.matcher(line);
    return sentence.lookingAt() ? sentence.group().strip() : line;
  }

  private static List<Citation> places(List<Citation> citations) {
    return citations.stream().map(citation -> new Citation(citation.label())).toList();
  }
}
