package jp.mimamori.knowledge;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.knowledge.documents.Documents;

/** The small documents and the figures that tests share. */
public final class Fixture {
  public static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  /** Friday, 30 October 2026, 10:00 in Tokyo. */
  public static final Instant FRIDAY = Instant.parse("2026-10-30T01:00:00Z");

  private Fixture() {}

  public static ServiceFacts facts(Map<String, String> placeholders) {
    return new ServiceFacts(1_600, 5, 1, new BigDecimal("14.5"), 12, 1, placeholders);
  }

  public static Knowledge knowledge(Path folder, Map<String, String> placeholders) {
    return Knowledge.open(Documents.read(folder), facts(placeholders), new OfficeHours());
  }

  public static List<String> labels(Answer answer) {
    return answer.citations().stream().map(Citation::label).toList();
  }

  /** Everything of an answer that a person may get to read. */
  public static String everything(Answer answer) {
    Stream<String> more =
        switch (answer) {
          case Answer.Cited cited -> cited.caveat().stream();
          case Answer.Computed computed ->
              Stream.concat(computed.steps().stream(), computed.assumption().stream());
          case Answer.NotKnown unknown -> unknown.onRecord().stream();
          case Answer.WhichOne which ->
              which.choices().stream().flatMap(c -> Stream.of(c.label(), c.question()));
          case Answer.HandOver _, Answer.SmallTalk _ -> Stream.of();
        };
    return String.join("\n", Stream.concat(Stream.of(answer.text()), more).toList());
  }
}
