package jp.mimamori.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final Documents DOCUMENTS = Documents.read(Fixture.DOCUMENTS);
  private static final Entry ONE = DOCUMENTS.in(Language.JA).getFirst();
  private static final Entry OTHER = DOCUMENTS.in(Language.JA).get(1);

  @Test
  void whatTwoEntriesAreAskedNearlyAlikeIsNamedOnce() {
    Entry one = asked(ONE, "解約したいときは、いつまでに言えばいいですか", "解約の期限");
    Entry other = asked(OTHER, "解約したいときはいつまでに言えばいい？", "解約の日はいつですか");

    List<Review.Finding> near = near(one, other);

    assertEquals(
        List.of(
            new Review.Finding(
                "解約したいときは、いつまでに言えばいいですか / 解約したいときはいつまでに言えばいい？", List.of(one, other))),
        near);
  }

  @Test
  void differentQuestionsOfOneSubjectAreNot() {
    assertEquals(List.of(), near(asked(ONE, "隔離できますか"), asked(OTHER, "隔離とは何ですか")));
  }

  @Test
  void whatOneEntryIsAskedInTwoWaysIsItsOwnAffair() {
    assertEquals(List.of(), near(asked(ONE, "解約の期限は？", "解約の期限を教えて"), asked(OTHER, "更新の日")));
  }

  private static List<Review.Finding> near(Entry... entries) {
    return Review.of(new Documents(List.of(entries), List.of())).nearQuestions();
  }

  private static Entry asked(Entry entry, String... questions) {
    return new Entry(
        entry.kind(),
        entry.language(),
        entry.label(),
        entry.title(),
        entry.article(),
        entry.body(),
        List.of(questions),
        entry.sources(),
        entry.caveat(),
        entry.urgent(),
        entry.file(),
        entry.line());
  }
}
