package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator brings the official text; answers quote the edition that is in force. */
class ImportCommandTest {
  @TempDir private Path folder;
  private Path documents;
  private Path data;
  private Path terms;

  private record Ran(int code, String out, String err) {}

  @BeforeEach
  void aBoatHire() throws IOException {
    documents = Files.createDirectory(folder.resolve("documents"));
    data = folder.resolve("data");
    document("ja", "規約", "返す場所", "借りた桟橋に返してください。", "問い:\n- 舟はどこに返しますか");
    document("en", "Terms", "Where to return", "Return it to its pier.", "Questions:\n- where to?");
    terms = terms("terms.md", "2025年4月1日", "乗る人は、借りた桟橋に貸しボートを返すものとします。");
  }

  private void document(String language, String title, String heading, String text, String asked)
      throws IOException {
    Files.writeString(
        documents.resolve("terms." + language + ".md"),
        """
        ---
        kind: terms
        lang: %s
        title: %s
        ---

        # 第1条 目的

        ## 第1条 %s 1

        x

        # 第2条 貸出料

        ## 第2条 %s 2

        y

        # 第3条 返す場所

        ## 第3条 %s

        %s

        %s
        """
            .formatted(language, title, heading, heading, heading, text, asked));
  }

  private Path terms(String name, String day, String third) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        # 貸しボート利用規約

        施行日 %s

        ## 第1条（目的）

        この規約は、貸しボートの決まりです。

        ## 第2条（貸出料）

        １．貸出料は、別に定めます。

        ２．貸出料は、先に払います。

        ## 第3条（返す場所）

        %s
        """
            .formatted(day, third));
  }

  @Test
  void showsWhatItFoundAndKeepsIt() {
    Ran ran = imports(terms.toString());
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("in force from 2025-04-01"), ran.out());
    assertTrue(ran.out().contains("3 articles, 2 paragraphs, 0 items"), ran.out());
    assertTrue(ran.out().contains("第2条 貸出料  (2 paragraphs)"), ran.out());
    assertTrue(ran.out().contains("0 lines not placed"), ran.out());
    assertTrue(ran.out().contains("there is no annex"), ran.out());
    assertTrue(Files.exists(data.resolve("official/2025-04-01.md")));
  }

  @Test
  void aDryRunKeepsNothing() throws IOException {
    Ran ran = imports(terms.toString(), "--dry-run");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("3 articles"), ran.out());
    assertFalse(Files.exists(data));
  }

  @Test
  void importingTwiceIsImportingOnce() throws IOException {
    imports(terms.toString());
    var before = kept();
    Ran again = imports(terms.toString());
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("on record already"), again.out());
    assertEquals(before, kept());
  }

  @Test
  void answersQuoteTheEditionInForceAtTheTimeOfTheQuestion() throws IOException {
    Path changed = terms("new.md", "2026年4月1日", "乗る人は、どの桟橋に返してもよいものとします。");
    assertFalse(asked("2026-05-01 10:00").contains("> "));
    imports(terms.toString());
    imports(changed.toString());

    assertFalse(asked("2025-03-31 23:59").contains("> "));
    String before = asked("2026-03-31 23:59");
    assertTrue(before.startsWith("借りた桟橋に返してください。"), before);
    assertTrue(before.contains("> 乗る人は、借りた桟橋に貸しボートを返すものとします。\n> — 第3条"), before);
    assertTrue(asked("2026-04-01 00:00").contains("> 乗る人は、どの桟橋に返してもよいものとします。"));

    Ran list = runs("import", "--list", "--at", "2026-03-31 23:59", "--data", data.toString());
    assertTrue(list.out().contains("* from 2025-04-01  3 articles"), list.out());
    assertTrue(list.out().contains("  from 2026-04-01"), list.out());
    assertTrue(list.out().contains("2026-03-31 (Tue) 23:59: from 2025-04-01"), list.out());
  }

  @Test
  void whatIsRefusedChangesNothing() throws IOException {
    imports(terms.toString());
    var before = kept();
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    Path foreign =
        Files.writeString(
            folder.resolve("foreign.md"),
            Files.readString(terms)
                .replace("目的", "会員")
                .replace("貸出料", "ポイント")
                .replace("2025", "2027"));
    Path broken =
        Files.writeString(
            folder.resolve("broken.md"),
            Files.readString(terms).replace("## 第2条（貸出料）", "").replace("2025", "2027"));
    Path other = terms("other.md", "2025年4月1日", "乗る人は、舟を置いて帰ります。");

    assertRefused("empty.txt is empty", empty);
    assertRefused("somebody else's terms: of the 3 articles", foreign);
    assertRefused("lacks 第2条", broken);
    assertRefused("differs from the edition on record for 2025-04-01 at 第3条;", other);
    assertRefused("nowhere.txt does not exist", folder.resolve("nowhere.txt"));
    assertEquals(before, kept());

    assertEquals(0, imports(other.toString(), "--replace").code());
    assertTrue(asked("2026-05-01 10:00").contains("> 乗る人は、舟を置いて帰ります。"));
  }

  @Test
  void anEditionThatWasSpoiltByHandIsNamed() throws IOException {
    imports(terms.toString());
    Path kept = data.resolve("official/2025-04-01.md");
    Files.writeString(kept, Files.readString(kept).replace("第2条（貸出料）", ""));
    Ran ran = runs("ask", "舟はどこに返しますか", "--data", data.toString());
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("2025-04-01.md lacks 第2条"), ran.err());
  }

  private void assertRefused(String reason, Path file) {
    Ran ran = imports(file.toString());
    assertEquals(1, ran.code(), ran.out());
    assertTrue(ran.err().contains(reason), ran.err());
    assertTrue(ran.err().contains("Nothing was changed."), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  private SortedMap<String, String> kept() throws IOException {
    var kept = new TreeMap<String, String>();
    try (var files = Files.list(data.resolve("official"))) {
      for (Path file : files.toList()) {
        kept.put(file + " " + Files.getLastModifiedTime(file), Files.readString(file));
      }
    }
    return kept;
  }

  private String asked(String at) {
    Ran ran = runs("ask", "舟はどこに返しますか", "--at", at, "--data", data.toString());
    assertEquals(0, ran.code(), ran.err());
    return ran.out();
  }

  private Ran imports(String... words) {
    List<String> arguments = new ArrayList<>(List.of("import", "--data", data.toString()));
    arguments.addAll(List.of(words));
    return runs(arguments.toArray(String[]::new));
  }

  private Ran runs(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(
        List.of("--documents", documents.toString(), "--config", Stage.CONFIG.toString()));
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    return new Ran(code, out.toString(), err.toString());
  }
}
