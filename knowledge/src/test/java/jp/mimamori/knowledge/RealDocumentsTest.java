package jp.mimamori.knowledge;

import static jp.mimamori.knowledge.Fixture.FRIDAY;
import static jp.mimamori.knowledge.Fixture.everything;
import static jp.mimamori.knowledge.Fixture.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of the documents that customers are answered from. */
class RealDocumentsTest {
  private static final Path FOLDER = Path.of("documents");

  private static Documents documents;
  private static Knowledge knowledge;

  @BeforeAll
  static void open() {
    assumeTrue(
        Files.exists(FOLDER.resolve("terms.ja.md")), "no documents in knowledge/documents yet");
    assertEquals(List.of(), Documents.problems(FOLDER));
    documents = Documents.read(FOLDER);
    knowledge = Knowledge.open(documents, Fixture.facts(Map.of()), new OfficeHours());
  }

  @AfterAll
  static void close() {
    if (knowledge != null) {
      knowledge.close();
    }
  }

  /** As the official terms of 2024-07-01 have them. */
  @ParameterizedTest
  @CsvSource({"JA", "EN"})
  void theTermsAreCompleteArticleByArticle(Language language) {
    Set<String> labels =
        documents.in(language).stream()
            .filter(entry -> entry.kind() == Kind.TERMS)
            .map(Entry::citation)
            .collect(Collectors.toSet());
    for (int article = 1; article <= 35; article++) {
      String label = "第" + article + "条";
      assertTrue(labels.stream().anyMatch(one -> one.startsWith(label)), label);
    }
    assertEquals(85, labels.stream().filter(one -> one.matches("第\\d+条第\\d+項")).count());
    assertEquals(57, labels.stream().filter(one -> one.endsWith("号")).count());
    assertEquals(12, labels.stream().filter(one -> one.startsWith("別紙 機能(")).count());
    assertEquals(7, labels.stream().filter(one -> one.startsWith("別紙 運用代行(")).count());
    assertEquals(4, labels.stream().filter(one -> one.startsWith("別紙 問合せサポート(")).count());
    assertTrue(
        labels.containsAll(Set.of("別紙 利用料金", "別紙 用語の定義", "別紙 サービス概要", "別紙 月次レポート", "別紙 前提条件")));
  }

  @Test
  void everyEntryIsFoundByOneOfItsOwnQuestions() {
    assertEquals(List.of(), Review.of(documents).unfound());
  }

  @Test
  void everyAnswerCitesWhatThereIsAndShowsNoPlaceholder() {
    Set<String> citable = documents.citations();
    for (Entry entry : documents.entries()) {
      for (String question : questions(entry)) {
        Answer answer =
            knowledge.answer(new Question(question, Optional.of(entry.language()), FRIDAY));
        assertTrue(citable.containsAll(labels(answer)), () -> question + ": " + labels(answer));
        assertFalse(everything(answer).contains("{{"), question);
        assertFalse(answer.text().isBlank(), question);
      }
    }
  }

  private static List<String> questions(Entry entry) {
    List<String> questions = new ArrayList<>(entry.questions());
    questions.add(entry.title());
    questions.add(entry.citation());
    questions.add(entry.title() + "、" + entry.article());
    return questions;
  }

  @Test
  void aButtonFindsTheEntryItNames() {
    for (Entry entry : documents.entries()) {
      Answer answer =
          knowledge.answer(
              new Question(Library.name(entry), Optional.of(entry.language()), FRIDAY));
      String known = entry.text(Map.of());
      assertTrue(
          answer instanceof Answer.Computed || everything(answer).contains(known),
          () -> Library.name(entry) + " -> " + answer.text());
    }
  }
}
