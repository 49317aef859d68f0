package jp.mimamori.bot.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.Kind;
import jp.mimamori.bot.announcement.Announcement.Words;
import jp.mimamori.bot.tenant.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeFileTest {
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  private static final Tenants TENANTS =
      SettingsFolder.read(Path.of("..", "config"), Map.of()).tenants();

  @TempDir private Path folder;

  @Test
  void isReadAsItStands() throws IOException {
    assertEquals(
        new Draft(
            Kind.MAINTENANCE,
            new Words("定期メンテナンス", "検知は続きます。\n\n- 端末\n- 管理画面"),
            Optional.of(new Words("Planned maintenance", "Detection goes on.")),
            List.of("sakura", "minato"),
            Optional.of(Instant.parse("2026-12-05T13:00:00Z")),
            Optional.of(Instant.parse("2026-12-05T17:00:00Z")),
            Instant.parse("2026-12-02T00:05:00Z"),
            Optional.of("N-1")),
        read(
            """
            ---
            kind: maintenance
            tenants: [all]
            from: 2026-12-05 22:00
            until: 2026-12-06 2:00
            send: 2026-12-02 9:05
            corrects: N-1
            ---
            # ja 定期メンテナンス
            検知は続きます。

            - 端末
            - 管理画面
            # en Planned maintenance
            Detection goes on.
            """));
  }

  @Test
  void goesOutAtOnceIfNoTimeIsNamed() throws IOException {
    Draft draft = read("---\nkind: fault\ntenants: [minato]\n---\n# ja 障害\n遅れています。\n");
    assertEquals(NOW, draft.notBefore());
    assertEquals(List.of("minato"), draft.tenants());
    assertEquals(Optional.empty(), draft.english());
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: party       | 2: kind: \"party\" is not one of: maintenance, fault, terms,"
            + " end-of-service, free",
        "tenants: [nobody] | tenants: \"nobody\" is no tenant; allowed: all, sakura, minato",
        "tenants: []       | tenants: names nobody; allowed: all, sakura, minato",
        "sned: 2026-12-06  | 4: sned: unknown key; allowed: corrects, from, kind, send, tenants,"
            + " until",
        "from: 2026-12-05 25:00 | from: \"2026-12-05 25:00\" is not a time such as 2026-12-05"
            + " 22:00",
        "from: 2026-02-30 | from: \"2026-02-30\" is not a time such as 2026-12-05 22:00",
        "until: 2026-12-06 | until: must be after from",
        "send: 2025-12-06 10:00 | send: \"2025-12-06 10:00\" has passed; without send it goes out"
            + " at once",
      })
  void aMistakeIsNamedByItsLineOrItsKey(String line, String told) {
    String kind = line.startsWith("kind") ? line : "kind: free";
    String tenants = line.startsWith("tenants") ? line : "tenants: [all]";
    String more = line.startsWith("kind") || line.startsWith("tenants") ? "" : line + "\n";
    assertTold(told, "---\n" + kind + "\n" + tenants + "\n" + more + "---\n# ja 題\n文\n");
  }

  @Test
  void aFileThatIsNoneIsSaidToBeNone() {
    assertTold("must begin with a line ---, keys, and a line ---", "hello\n");
    assertTold(
        "has no Japanese text: a heading # ja TITLE, and the text below it",
        "---\nkind: free\ntenants: [all]\n---\n# en Title\nText\n");
    assertTold("has no text below # ja", "---\nkind: free\ntenants: [all]\n---\n# ja 題\n\n");
  }

  private void assertTold(String told, String text) {
    String message = assertThrows(SettingsException.class, () -> read(text)).getMessage();
    assertEquals(told, message.substring(message.indexOf("notice.md:") + 10).strip());
  }

  private Draft read(String text) throws IOException {
    return NoticeFile.read(Files.writeString(folder.resolve("notice.md"), text), TENANTS, NOW);
  }
}
