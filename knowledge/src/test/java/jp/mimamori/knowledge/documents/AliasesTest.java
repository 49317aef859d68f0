package jp.mimamori.knowledge.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.knowledge.Fixture;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.documents.Aliases.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A confirmed question is written into the document; nothing else of it changes. */
class AliasesTest {
  @TempDir private Path folder;
  private Path faq;

  @BeforeEach
  void copy() throws IOException {
    try (var files = Files.list(Fixture.DOCUMENTS)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    faq = folder.resolve("faq.ja.md");
  }

  @Test
  void oneLineIsAddedBelowTheOthers() throws IOException {
    String before = Files.readString(faq);
    Outcome.Added added = assertInstanceOf(Outcome.Added.class, add("I-02", "アンスコのしかた"));

    String after = Files.readString(faq);
    assertEquals("- アンスコのしかた", after.lines().toList().get(added.line() - 1));
    assertEquals(before, after.replace("- アンスコのしかた\n", ""));
    assertTrue(entry("I-02").questions().contains("アンスコのしかた"));
  }

  @Test
  void theLineBreaksOfTheFileAreKept() throws IOException {
    String windows = Files.readString(faq).replace("\n", "\r\n").stripTrailing();
    Files.writeString(faq, windows);
    add("I-02", "アンスコのしかた");
    add("FAQ I-01", "入れ方");
    String after = Files.readString(faq);
    assertEquals(
        windows.replace("\r\n", ""),
        after.replace("- アンスコのしかた", "").replace("- 入れ方", "").replace("\r\n", ""));
    assertEquals(-1, after.replace("\r\n", "").indexOf('\n'));
    assertTrue(entry("I-01").questions().contains("入れ方"));
  }

  @Test
  void anEntryWithoutWaysOfAskingGetsThem() throws IOException {
    String bare = Files.readString(faq).replaceAll("問い:\\n(- .*\\n)+", "");
    Files.writeString(faq, bare);
    add("I-01", "入れ方");
    assertEquals(List.of("入れ方"), entry("I-01").questions());
    assertEquals(bare, Files.readString(faq).replace("\n問い:\n- 入れ方\n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*.exe を消す",
        "1. 手順は？",
        "- 手順は？",
        "<b>太字</b>は？",
        "[リンク](x) は？",
        "C:\\Users_all は？",
        "# 見出し",
        "出典: はどこ",
        "A & B",
        "`code` とは",
        "~~消した~~",
        "a\nb\tc"
      })
  void whateverWasTypedIsReadBackAsItWas(String question) throws IOException {
    assertInstanceOf(Outcome.Added.class, add("I-02", question), question);
    assertEquals(question.replaceAll("\\s+", " "), entry("I-02").questions().getLast());
  }

  @Test
  void whatCannotBeWrittenIsRefusedAndNothingChanges() throws IOException {
    String before = Files.readString(faq);
    assertInstanceOf(Outcome.Refused.class, add("I-02", "{{URL とは"));
    assertInstanceOf(Outcome.Refused.class, add("I-02", " ？？ "));
    assertInstanceOf(Outcome.Refused.class, add("I-02", "長".repeat(201)));
    assertInstanceOf(Outcome.Refused.class, add("I-99", "どこ"));
    String known = entry("I-01").questions().getFirst();
    assertTrue(
        assertInstanceOf(Outcome.Refused.class, add("I-02", known)).reason().contains("FAQ I-01"));
    assertInstanceOf(Outcome.Already.class, add("I-01", known + "！"));
    assertEquals(before, Files.readString(faq));
  }

  @Test
  void aBrokenDocumentIsNamedAndNothingIsWritten() throws IOException {
    Files.writeString(faq, Files.readString(faq).replace("出典: ", "出典: 第99条, "));
    String before = Files.readString(faq);
    var thrown = assertThrows(DocumentException.class, () -> add("I-02", "どこ"));
    assertTrue(String.valueOf(thrown.getMessage()).matches("(?s).*faq\\.ja\\.md:\\d+: .*"));
    assertEquals(before, Files.readString(faq));
  }

  private Outcome add(String entry, String question) {
    return Aliases.add(folder, entry, Language.JA, question);
  }

  private Entry entry(String label) {
    return Documents.read(folder).in(Language.JA).stream()
        .filter(entry -> entry.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
