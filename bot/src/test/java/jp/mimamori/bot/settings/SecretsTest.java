package jp.mimamori.bot.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("token"), "xoxb-hidden\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void comesFromTheEnvironmentElseFromTheFileElseFromNowhere() {
    assertEquals("a", secrets(Map.of("T", "a", "T_FILE", file.toString())).value("T"));
    assertEquals("xoxb-hidden", secrets(Map.of("T_FILE", file.toString())).value("T"));
    assertEquals("", secrets(Map.of()).value("T"));
  }

  @Test
  void aFileThatOthersCanReadIsRefusedWithoutSayingWhatIsInIt() throws IOException {
    for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
      Wrong wrong =
          assertThrows(Wrong.class, () -> secrets(Map.of("T_FILE", file.toString())).value("T"));
      assertTrue(wrong.what().contains("chmod 600"), wrong.what());
      assertFalse(String.valueOf(wrong.getMessage()).contains("hidden"));
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Wrong wrong =
        assertThrows(
            Wrong.class,
            () -> secrets(Map.of("T_FILE", folder.resolve("no").toString())).value("T"));
    assertTrue(wrong.what().contains("can't be read"));
  }

  private static Secrets secrets(Map<String, String> environment) {
    return new Secrets(environment);
  }
}
