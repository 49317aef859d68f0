package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved is in use at the next look; what is broken never is. */
class LiveTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void save() throws IOException {
    file = Files.writeString(folder.resolve("number"), "1");
  }

  @Test
  void whatIsSavedIsInUse() throws IOException {
    Live<Integer> live = live();
    assertEquals(1, live.get());
    Files.writeString(file, "22");
    assertEquals(1, live.get(), "not before it is looked at");
    live.refresh();
    assertEquals(22, live.get());
  }

  @Test
  void aBrokenFileLeavesTheLastGoodVersionAndSaysWhy() throws IOException {
    Live<Integer> live = live();
    Files.writeString(file, "two");
    live.refresh();
    assertEquals(1, live.get());
    assertTrue(live.problem().orElseThrow().contains("two"));

    Files.writeString(file, "3333");
    live.refresh();
    assertEquals(3333, live.get());
    assertTrue(live.problem().isEmpty());
  }

  @Test
  void aFileThatIsGoneLeavesTheLastGoodVersion() throws IOException {
    Live<Integer> live = live();
    Files.delete(file);
    live.refresh();
    assertEquals(1, live.get());
    assertTrue(live.problem().isPresent());
  }

  @Test
  void aBrokenFileAtTheStartIsAFailure() throws IOException {
    Files.writeString(file, "one");
    assertThrows(NumberFormatException.class, this::live);
  }

  private Live<Integer> live() {
    return new Live<>("The number", List.of(folder), this::read);
  }

  private int read() {
    try {
      return Integer.parseInt(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
