package jp.mimamori.bot.inquiry;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.bot.store.View;
import jp.mimamori.knowledge.Answer;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.Question;
import jp.mimamori.knowledge.documents.Entry;

/**
 * What the documents lack, told by what people asked: not known, answered wrongly by their own
 * word, asked back. Like questions are one gap: those of the same words, and those nearest to the
 * same entry. What the documents answer by now is none any more. Holds nothing of a person but the
 * words of the question.
 */
public final class Gaps {
  private final Knowledge knowledge;
  private final Instant now;

  /**
   * @param now the moment at which the documents are asked again
   */
  public Gaps(Knowledge knowledge, Instant now) {
    this.knowledge = knowledge;
    this.now = now;
  }

  /**
   * The gaps, the most frequent first.
   *
   * @param tenant only what this customer's people asked; empty for all
   */
  public List<Gap> since(Instant since, String tenant, View view) {
    List<Asked> asked =
        view.list(
            """
            select id, channel, thread, question, meant, kind, helpful from inquiry
            where asked_at >= ? and (tenant = ? or '' = ?)
              and (kind in ('NOT_KNOWN', 'WHICH_ONE') or helpful = 'no')
            order by asked_at, length(id), id
            """,
            Asked::read,
            since.toEpochMilli(),
            tenant,
            tenant);
    Map<String, List<Asked>> byWords =
        asked.stream()
            .collect(
                groupingBy(
                    one -> Entry.words(one.text()), LinkedHashMap::new, Collectors.toList()));
    Map<String, List<Asked>> like = new LinkedHashMap<>();
    byWords.forEach(
        (words, same) -> {
          List<Asked> open = once(same).stream().filter(one -> !isAnsweredByNow(one)).toList();
          if (!open.isEmpty()) {
            like.merge(key(words, open.getFirst()), open, Gaps::together);
          }
        });
    return like.values().stream()
        .map(this::gap)
        .sorted(Comparator.comparingLong(Gap::asked).reversed())
        .toList();
  }

  /** Whoever asks the same again in a thread, in fewer words or another language, asked once. */
  private static List<Asked> once(List<Asked> same) {
    Set<String> heard = new HashSet<>();
    return same.stream()
        .filter(
            one ->
                heard.add(one.reason() + " " + (one.thread().isEmpty() ? one.id() : one.thread())))
        .toList();
  }

  private static List<Asked> together(List<Asked> some, List<Asked> more) {
    return Stream.of(some, more).flatMap(Collection::stream).toList();
  }

  private boolean isAnsweredByNow(Asked asked) {
    Question question = question(asked.text());
    if (asked.reason() == Reason.WRONG) {
      return knowledge.isWrittenDown(question);
    }
    return switch (knowledge.answer(question)) {
      case Answer.Cited _, Answer.Computed _, Answer.HandOver _, Answer.SmallTalk _ -> true;
      case Answer.NotKnown _, Answer.WhichOne _ -> false;
    };
  }

  /** Entries of both languages bear the same label, so questions of both come together. */
  private String key(String words, Asked asked) {
    return knowledge
        .nearest(question(asked.text()))
        .map(entry -> entry.kind() + " " + entry.label())
        .orElse("words " + words);
  }

  private Gap gap(List<Asked> asked) {
    Map<String, Long> times = asked.stream().collect(groupingBy(Asked::text, counting()));
    List<String> questions =
        asked.stream()
            .map(Asked::text)
            .distinct()
            .sorted(Comparator.comparingLong((String text) -> of(times, text)).reversed())
            .toList();
    Asked first =
        asked.stream()
            .min(Comparator.comparingInt((Asked one) -> one.id().length()).thenComparing(Asked::id))
            .orElseThrow();
    return new Gap(
        first.id(),
        knowledge.nearest(question(questions.getFirst())),
        questions,
        count(asked, Reason.NOT_KNOWN),
        count(asked, Reason.WRONG),
        count(asked, Reason.ASKED_BACK));
  }

  private static long of(Map<String, Long> times, String text) {
    return Optional.ofNullable(times.get(text)).orElse(0L);
  }

  private static long count(List<Asked> asked, Reason reason) {
    return asked.stream().filter(one -> one.reason() == reason).count();
  }

  private Question question(String text) {
    return new Question(text, Optional.of(Language.of(text)), now);
  }

  private enum Reason {
    NOT_KNOWN,
    WRONG,
    ASKED_BACK
  }

  private record Asked(String id, String thread, String text, Reason reason) {
    static Asked read(ResultSet row) throws SQLException {
      String meant = row.getString("meant");
      String thread = row.getString("thread");
      return new Asked(
          row.getString("id"),
          thread.isEmpty() ? "" : row.getString("channel") + " " + thread,
          (meant.isEmpty() ? row.getString("question") : meant).strip(),
          row.getString("helpful").equals("no")
              ? Reason.WRONG
              : row.getString("kind").equals("WHICH_ONE") ? Reason.ASKED_BACK : Reason.NOT_KNOWN);
    }
  }
}
