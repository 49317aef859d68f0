package jp.mimamori.knowledge.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.knowledge.Fixture;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
  private static final String MATTER = "---\nkind: faq\nlang: ja\ntitle: t\n---\n\n";
  private static final String ENTRY = "## I-01 題\n\n本文。\n\n問い:\n- 問\n";

  @TempDir private Path folder;

  private List<String> problems(String japanese) throws IOException {
    Files.writeString(folder.resolve("a.ja.md"), japanese);
    Files.writeString(
        folder.resolve("a.en.md"),
        "---\nkind: faq\nlang: en\ntitle: t\n---\n\n## I-01 T\n\nBody.\n");
    return Documents.problems(folder).stream().map(Problem::toString).toList();
  }

  @Test
  void readsWhatStandsThere() {
    Documents documents = Documents.read(Fixture.DOCUMENTS);
    Entry entry =
        documents.in(Language.JA).stream()
            .filter(one -> one.citation().equals("FAQ I-01"))
            .findFirst()
            .orElseThrow();
    assertEquals("インストール", entry.article());
    assertEquals("インストールの手順", entry.title());
    assertEquals(List.of("インストールの手順を教えて"), entry.questions());
    assertEquals(List.of("別紙 利用料金"), entry.sources());
    assertEquals("インストーラを管理者権限で実行します。", entry.text(Map.of()));
    assertEquals(Set.of("INSTALL_GUIDE_URL"), entry.unfilled(Map.of("INSTALL_GUIDE_URL", " ")));
    assertEquals(
        "インストーラを管理者権限で実行します。\n\n手順書は x をご覧ください。", entry.text(Map.of("INSTALL_GUIDE_URL", "x")));
    assertEquals(Set.of("INSTALL_GUIDE_URL"), documents.unfilled(Map.of()).keySet());
    assertEquals(9, entry.line());
  }

  @Test
  void aSoundDocumentHasNoProblems() throws IOException {
    assertEquals(List.of(), problems(MATTER + ENTRY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: faq | sort: faq | a.ja.md:2: unknown key \"sort\"",
        "kind: faq | kind: fag | a.ja.md:2: unknown kind \"fag\"; allowed: terms, faq",
        "lang: ja | lang: jp | a.ja.md:3: unknown lang \"jp\"; allowed: ja, en",
        "title: t | owner: t | needs a title",
        "I-01 題 | Q1 題 | a.ja.md:7: \"Q1 題\" is no label of the kind faq",
        "I-01 題 | 第1条 題 | is no label of the kind faq",
        "本文。 | '' | I-01 has no body",
        "本文。 | {{guide}} | a.ja.md:9: bad placeholder",
        "本文。 | {{GUIDE} | bad placeholder",
        "問い: | 質問: | a.ja.md:11: unknown field",
        "問い: | Questions: | unknown field",
        "- 問 | 問 | 問い: must be followed by a list",
        "- 問 | '- 問\n出典: 第1条' | leave a blank line",
        "本文。 | '本文。\n\n"
            + "緊急: 今すぐ' | urgent stands only in hand-over and FAQ documents, with the value はい",
        "## I-01 題 | 'まえがき\n\n## I-01 題' | a.ja.md:7: stands above the first heading",
      })
  void aMistakeIsNamedWithItsPlace(String right, String wrong, String says) throws IOException {
    String text = (MATTER + ENTRY).replace(right, wrong);
    List<String> problems = problems(text);
    assertTrue(
        problems.stream().anyMatch(problem -> problem.contains(says)), () -> problems.toString());
  }

  @Test
  void theSameEntryTwiceIsRefused() throws IOException {
    List<String> problems = problems(MATTER + ENTRY + "\n" + ENTRY);
    assertTrue(problems.getFirst().contains("stands already in a.ja.md:7"), problems.toString());
  }

  @Test
  void anEntryOfOneLanguageOnlyIsRefused() throws IOException {
    List<String> problems = problems(MATTER + ENTRY + "\n## I-02 題\n\n本文。\n");
    assertEquals(
        List.of(
            "a.ja.md:14: I-02 is missing in the English documents; both languages hold the same"
                + " labels"),
        problems);
  }

  @Test
  void aCitationOfNothingIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("terms.ja.md"),
        "---\nkind: terms\nlang: ja\ntitle: t\n---\n\n## 第1条 題\n\n本文。\n\n出典: 第99条\n");
    Files.writeString(
        folder.resolve("terms.en.md"),
        "---\nkind: terms\nlang: en\ntitle: t\n---\n\n## 第1条 T\n\nBody.\n");
    DocumentException refused = assertThrows(DocumentException.class, () -> Documents.read(folder));
    assertTrue(
        refused.problems().getFirst().toString().startsWith("terms.ja.md:7: the source \"第99条\""));
    assertEquals(1, refused.problems().size());
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Files.write(
        folder.resolve("a.ja.md"), "本文".getBytes(java.nio.charset.Charset.forName("Shift_JIS")));
    Files.writeString(folder.resolve("b.ja.md"), "no front matter", StandardCharsets.UTF_8);
    assertEquals(
        List.of(
            "a.ja.md:0: is not UTF-8; save it as UTF-8",
            "b.ja.md:1: begins without front matter; needs kind, lang and title between --- lines"),
        Documents.problems(folder).stream().map(Problem::toString).toList());
    assertEquals(1, Documents.problems(folder.resolve("nowhere")).size());
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertEquals(
        Optional.of(0), Documents.problems(folder).stream().map(Problem::line).findFirst());
  }
}
