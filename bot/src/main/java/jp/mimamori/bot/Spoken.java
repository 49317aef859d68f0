package jp.mimamori.bot;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Citation;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.wording.Phrase;
import jp.mimamori.knowledge.wording.Wording;

/** An answer as text, for a terminal and for a file: everything that a person would see of it. */
final class Spoken {
  private Spoken() {}

  static String text(Answer answer) {
    List<String> parts = new ArrayList<>();
    parts.add(answer.text());
    switch (answer) {
      case Answer.Cited cited -> cited.caveat().ifPresent(parts::add);
      case Answer.Computed computed -> {
        parts.add(String.join("\n", computed.steps()));
        computed.assumption().ifPresent(parts::add);
      }
      case Answer.WhichOne which ->
          parts.add(
              which.choices().stream().map(choice -> "- " + choice.label()).collect(joining("\n")));
      case Answer.NotKnown unknown -> unknown.onRecord().ifPresent(parts::add);
      case Answer.HandOver _, Answer.SmallTalk _ -> {}
    }
    answer.citations().forEach(citation -> quote(citation).ifPresent(parts::add));
    return parts.stream().filter(part -> !part.isBlank()).collect(joining("\n\n"));
  }

  private static Optional<String> quote(Citation citation) {
    return citation
        .quote()
        .map(
            words ->
                words.lines().map(line -> "> " + line).collect(joining("\n"))
                    + "\n> — "
                    + citation.label());
  }

  static List<String> labels(Answer answer) {
    return answer.citations().stream().map(Citation::label).toList();
  }

  /** As the question files name it. */
  static String behavior(Answer answer) {
    return switch (answer) {
      case Answer.Cited cited -> cited.caveat().isPresent() ? "answer_with_caveat" : "answer";
      case Answer.Computed computed ->
          computed.assumption().isPresent() ? "answer_with_caveat" : "answer";
      case Answer.WhichOne _ -> "ask_clarify";
      case Answer.NotKnown _ -> "refuse_offer_handoff";
      case Answer.HandOver _ -> "handoff";
      case Answer.SmallTalk _ -> "smalltalk";
    };
  }

  /** Whether it should be said when a person will answer. */
  static boolean promisesAPerson(Answer answer) {
    return switch (answer) {
      case Answer.NotKnown _ -> true;
      case Answer.HandOver handOver -> !handOver.urgent();
      case Answer.Cited _, Answer.Computed _, Answer.WhichOne _, Answer.SmallTalk _ -> false;
    };
  }

  /** The text with the time at which a person answers, where one is promised. */
  static String everything(Answer answer, Language language, Instant now, CalendarHours hours) {
    String said = text(answer);
    return promisesAPerson(answer) ? said + "\n\n" + person(language, now, hours) : said;
  }

  static String person(Language language, Instant now, CalendarHours hours) {
    return hours.isOpen(now)
        ? Phrase.DESK_REPLY_NOW.in(language, Wording.moment(now, language))
        : Phrase.DESK_REPLY_NEXT.in(language, Wording.moment(hours.nextOpening(now), language));
  }
}
