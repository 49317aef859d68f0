package jp.mimamori.bot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * How JVMs of the same classes are started in half the time: from an archive of classes that one of
 * them has loaded and linked before (JEP 514). Such an archive knows jars only, so ours are made
 * here.
 */
final class FastStart {
  private final String classPath;
  private final Path archive;

  /**
   * Packs this process's class path.
   *
   * @param folder where jars and archive are kept
   */
  FastStart(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> packed = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.isEmpty()) { // surefire's class path ends with a separator
        continue;
      }
      if (!Files.isDirectory(Path.of(entry))) {
        packed.add(entry);
        continue;
      }
      Path jar = folder.resolve(packed.size() + ".jar");
      int failed =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(System.out, System.err, "-c", "-0", "-f", jar.toString(), "-C", entry, ".");
      if (failed != 0) {
        throw new IOException("the classes can't be packed: " + entry);
      }
      packed.add(jar.toString());
    }
    classPath = packed.stream().collect(Collectors.joining(File.pathSeparator));
    archive = folder.resolve("classes.aot");
  }

  /** For the first one, which makes the archive when it ends by itself. */
  List<String> learning() {
    return flags("-XX:AOTCacheOutput=" + archive);
  }

  /** For all that follow. Without an archive they start as well, more slowly. */
  List<String> learnt() {
    return flags("-XX:AOTCache=" + archive);
  }

  private List<String> flags(String archiving) {
    return List.of(
        archiving,
        "-Xlog:disable",
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "-Dfile.encoding=UTF-8",
        "-Dlogback.configurationFile=logback.xml",
        "-classpath",
        classPath);
  }
}
