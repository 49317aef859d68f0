package jp.mimamori.bot;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.retrieval.PassageCollection;
import jp.mimamori.knowledge.retrieval.PassageCollection.Listed;
import jp.mimamori.knowledge.retrieval.PassageCollection.Ranked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ranks any collection of passages as ours are ranked, so that the ranking can be measured. */
@Command(
    name = "rank",
    description = "Ranks the passages of a collection for each query, into a TREC run file.",
    footer = {
      "",
      "C.tsv holds id<TAB>title<TAB>text, Q.tsv holds id<TAB>query, one a line, UTF-8, no header.",
      "RUN gets one line a passage: query Q0 passage rank score mimamori",
      "The collection is read as a stream and indexed on the disk: 100,000 passages fit in 512 MB.",
      "",
      "  ./mimamori rank --corpus C.tsv --queries Q.tsv --out RUN"
    })
public final class RankCommand implements Callable<Integer> {
  private static final int INDEXED = 10_000;
  private static final int ANSWERED = 1_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "C.tsv",
      description = "The passages: id, title and text.")
  private Path corpus = Path.of("");

  @Option(
      names = "--queries",
      required = true,
      paramLabel = "Q.tsv",
      description = "What is asked: id and query.")
  private Path queries = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN",
      description = "Where the run file goes.")
  private Path out = Path.of("");

  @Option(
      names = "--most",
      defaultValue = "100",
      paramLabel = "N",
      description = "Passages for one query (default: ${DEFAULT-VALUE}).")
  private int most;

  @Option(
      names = "--lang",
      paramLabel = "ja|en",
      description = "Language of the collection (default: that of its first passage).")
  private @Nullable String language;

  @Override
  public Integer call() throws IOException {
    if (most < 1) {
      throw usage("--most must be 1 or more.");
    }
    Language spoken = language == null ? guessed() : language(language);
    try (PassageCollection collection = collection(spoken)) {
      return rank(collection);
    }
  }

  private TabLines passages() throws IOException {
    return new TabLines(corpus, 3, "id<TAB>title<TAB>text");
  }

  private Language guessed() throws IOException {
    try (TabLines lines = passages()) {
      if (!lines.hasNext()) {
        throw new Failure(corpus + " holds no passage.");
      }
      return Language.of(String.join(" ", lines.next().subList(1, 3)));
    }
  }

  private PassageCollection collection(Language spoken) throws IOException {
    PrintWriter progress = spec.commandLine().getErr();
    try (TabLines lines = passages()) {
      return new PassageCollection(
          new Iterator<>() {
            private int indexed;

            @Override
            public boolean hasNext() {
              return lines.hasNext();
            }

            @Override
            public Listed next() {
              List<String> line = lines.next();
              indexed++;
              if (indexed % INDEXED == 0 || !lines.hasNext()) {
                progress.println(indexed + " passages read");
              }
              return new Listed(line.get(0), line.get(1), line.get(2));
            }
          },
          spoken);
    }
  }

  private int rank(PassageCollection collection) throws IOException {
    PrintWriter progress = spec.commandLine().getErr();
    Path part = Files.createTempFile(out.toAbsolutePath().getParent(), "run", ".part");
    int answered = 0;
    try {
      try (TabLines lines = new TabLines(queries, 2, "id<TAB>query");
          BufferedWriter writer = Files.newBufferedWriter(part)) {
        while (lines.hasNext()) {
          List<String> line = lines.next();
          write(line.getFirst(), collection.find(line.getLast(), most), writer);
          answered++;
          if (answered % ANSWERED == 0) {
            progress.println(answered + " queries ranked");
          }
        }
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    progress.println(answered + " queries ranked into " + out);
    return 0;
  }

  private static void write(String query, List<Ranked> found, BufferedWriter writer)
      throws IOException {
    for (int i = 0; i < found.size(); i++) {
      Ranked passage = found.get(i);
      writer.write(
          String.format(
              Locale.ROOT,
              "%s Q0 %s %d %.5f mimamori%n",
              query,
              passage.id(),
              i + 1,
              passage.score()));
    }
  }

  private Language language(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "ja" -> Language.JA;
      case "en" -> Language.EN;
      default -> throw usage("--lang \"" + word + "\" is not a language; allowed: ja, en");
    };
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
