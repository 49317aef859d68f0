import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The one formatter, run by the build on the toolchain's JDK: {@code check} names every source that
 * is not in google-java-format's style and fails, {@code write} formats it.
 */
final class Format {
  private Format() {}

  public static void main(String... arguments) throws IOException, FormatterException {
    boolean write = arguments[0].equals("write");
    Path root = Path.of(arguments[1]);
    int wrong = 0;
    for (Path source : sources(root)) {
      String before = Files.readString(source);
      String after = formatted(source, before);
      if (after.equals(before)) {
        continue;
      }
      if (write) {
        Files.writeString(source, after);
        System.out.println("formatted " + root.relativize(source));
      } else {
        System.err.println("not formatted: " + root.relativize(source));
        wrong++;
      }
    }
    if (wrong > 0) {
      System.err.println("Format them with: mvn -N -Dformat=write validate");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().contains("target"))
          .sorted()
          .toList();
    }
  }

  private static String formatted(Path source, String text) throws FormatterException {
    try {
      String ordered =
          ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(text), Style.GOOGLE);
      return new Formatter().formatSourceAndFixImports(ordered);
    } catch (FormatterException unreadable) {
      System.err.println(source + ": " + unreadable.getMessage());
      throw unreadable;
    }
  }
}
