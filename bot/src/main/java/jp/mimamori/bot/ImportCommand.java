package jp.mimamori.bot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.mimamori.knowledge.Language;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Entry;
import jp.mimamori.knowledge.documents.Kind;
import jp.mimamori.knowledge.official.Clause;
import jp.mimamori.knowledge.official.Editions;
import jp.mimamori.knowledge.official.Line;
import jp.mimamori.knowledge.official.OfficialReader;
import jp.mimamori.knowledge.official.OfficialText;
import jp.mimamori.knowledge.official.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the operator's official text on record, so that answers quote it. */
@Command(
    name = "import",
    description =
        "Reads the official terms (TXT, PDF, Markdown, HTML), shows what it found and keeps them as"
            + " an edition; answers then quote the edition in force.",
    footer = {
      "",
      "Examples:",
      "  ./mimamori import --dry-run terms.pdf",
      "  ./mimamori import terms.txt --in-force 2024-07-01",
      "  ./mimamori import --list --at \"2026-11-05 12:00\""
    })
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The official terms.")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "Show what would be kept and keep nothing.")
  private boolean dryRun;

  @Option(
      names = "--in-force",
      paramLabel = "YYYY-MM-DD",
      description = "The day from which it applies; otherwise what the file or its name says.")
  private @Nullable LocalDate inForce;

  @Option(names = "--replace", description = "Put it in place of a different edition of that day.")
  private boolean replace;

  @Option(names = "--list", description = "List the editions on record, and which is in force.")
  private boolean list;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = MomentConverter.class,
      description = "With --list: in force then, for example \"2026-12-28 17:45\" (Asia/Tokyo).")
  private @Nullable Instant at;

  @Override
  public Integer call() {
    if (list == (file != null)) {
      throw new ParameterException(spec.commandLine(), "Name either a FILE or --list.");
    }
    if (file == null) {
      return list();
    }
    return switch (OfficialReader.read(file, Optional.ofNullable(inForce))) {
      case Reading.Refused(String reason) -> throw new Failure(refused(reason));
      case Reading.Understood understood -> keep(understood);
    };
  }

  private String refused(String reason) {
    return file + " " + reason + ". Nothing was changed.";
  }

  private int keep(Reading.Understood read) {
    OfficialText text = read.text();
    Map<String, String> restated = restated();
    List<String> otherTitles = otherTitles(text, restated);
    if (2 * otherTitles.size() > restated.size()) {
      throw new Failure(
          refused(
              "looks like somebody else's terms: of the "
                  + restated.size()
                  + " articles that the documents restate, "
                  + otherTitles.size()
                  + " have another title here or none ("
                  + otherTitles.getFirst()
                  + ")"));
    }
    Optional<OfficialText> known = Editions.read(folders.official()).from(text.inForce());
    List<String> differences = known.map(text::differences).orElse(List.of());
    if (!differences.isEmpty() && !replace) {
      throw new Failure(
          refused(
              "differs from the edition on record for "
                  + text.inForce()
                  + " at "
                  + some(differences)
                  + "; --replace puts it in its place"));
    }
    print(read, otherTitles);
    PrintWriter out = out();
    if (dryRun) {
      out.println("Nothing was kept: this was a dry run.");
    } else if (known.filter(text::equals).isPresent()) {
      out.println("It is on record already; nothing was changed.");
    } else {
      out.println("Kept as " + Editions.keep(folders.official(), text) + ".");
    }
    out.flush();
    return 0;
  }

  // What was found.

  private void print(Reading.Understood read, List<String> otherTitles) {
    PrintWriter out = out();
    OfficialText text = read.text();
    out.println(text.title());
    out.println("in force from " + text.inForce());
    out.println();
    out.println(
        text.articles().size()
            + " articles, "
            + counted(places(text, "項"), "paragraph")
            + ", "
            + counted(places(text, "号"), "item")
            + ", "
            + text.places().mapToInt(place -> place.definitions().size()).sum()
            + " definitions, "
            + text.annexes().stream().mapToInt(annex -> annex.parts().size()).sum()
            + " sections of the annex");
    text.articles().forEach(article -> out.println("  " + line(article)));
    for (Clause annex : text.annexes()) {
      out.println("  " + line(annex));
      annex.parts().forEach(section -> out.println("    " + line(section)));
    }
    out.println();
    listed("left aside as page numbers, running titles and the like", read.asides());
    listed("not placed", read.unplaced());
    read.remarks().forEach(remark -> out.println("look at this: " + remark));
    otherTitles.forEach(
        title -> out.println("look at this: the documents have another title: " + title));
    missing(text).ifPresent(out::println);
  }

  private static long places(OfficialText text, String ending) {
    return text.places().filter(place -> place.label().endsWith(ending)).count();
  }

  private static String line(Clause clause) {
    List<String> counts = new ArrayList<>();
    if (clause.paragraphs() > 0) {
      counts.add(counted(clause.paragraphs(), "paragraph"));
    } else if (clause.label().endsWith("条")) {
      counts.add("1 paragraph without a number");
    }
    long items =
        clause.parts().stream()
            .mapToLong(part -> part.label().endsWith("項") ? part.parts().size() : 1)
            .sum();
    if (items > 0 && !clause.label().equals("別紙")) {
      counts.add(counted(items, "item"));
    }
    if (!clause.definitions().isEmpty()) {
      counts.add(counted(clause.definitions().size(), "definition"));
    }
    return (clause.label() + " " + clause.heading()).strip()
        + (counts.isEmpty() ? "" : "  (" + String.join(", ", counts) + ")");
  }

  private static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private void listed(String what, List<Line> lines) {
    PrintWriter out = out();
    out.println(lines.size() + " lines " + what + (lines.isEmpty() ? "" : ":"));
    lines.forEach(line -> out.println("  " + line.where() + ": " + line.text().strip()));
  }

  // How it goes with the documents, which restate it in plain words.

  /** The articles that the documents restate, with their titles; none if there are no terms. */
  private Map<String, String> restated() {
    return Documents.read(folders.documents()).in(Language.JA).stream()
        .filter(entry -> entry.kind() == Kind.TERMS && entry.label().startsWith("第"))
        .collect(
            Collectors.toMap(
                entry -> entry.label().replaceFirst("条.*", "条"),
                Entry::article,
                (first, _) -> first,
                LinkedHashMap::new));
  }

  private static List<String> otherTitles(OfficialText text, Map<String, String> restated) {
    return restated.entrySet().stream()
        .filter(
            article ->
                text.at(article.getKey())
                    .filter(clause -> clause.isTitled(article.getValue()))
                    .isEmpty())
        .map(
            article ->
                article.getKey()
                    + " "
                    + article.getValue()
                    + text.at(article.getKey())
                        .map(clause -> ", here: " + clause.heading())
                        .orElse(", here: none"))
        .toList();
  }

  /** What the documents cite and the text lacks, or the other way round. */
  private Optional<String> missing(OfficialText text) {
    List<String> cited =
        Documents.read(folders.documents()).in(Language.JA).stream()
            .filter(entry -> entry.kind() == Kind.TERMS)
            .map(Entry::citation)
            .distinct()
            .toList();
    Map<Boolean, List<String>> found =
        cited.stream().collect(groupingBy(label -> text.at(label).isPresent()));
    List<String> dead = found.getOrDefault(false, List.of());
    return dead.isEmpty()
        ? Optional.empty()
        : Optional.of("look at this: the documents cite what it lacks: " + some(dead));
  }

  private static String some(List<String> labels) {
    int most = 5;
    return labels.stream().limit(most).collect(joining(", "))
        + (labels.size() > most ? " and " + (labels.size() - most) + " more" : "");
  }

  // What is on record.

  private int list() {
    Instant moment = at == null ? Folders.clock().instant() : at;
    Editions editions = Editions.read(folders.official());
    Optional<OfficialText> inForceThen = editions.inForce(moment);
    PrintWriter out = out();
    for (OfficialText edition : editions.all()) {
      boolean applies = inForceThen.filter(edition::equals).isPresent();
      out.println(
          (applies ? "* " : "  ")
              + "from "
              + edition.inForce()
              + "  "
              + edition.articles().size()
              + " articles  "
              + edition.title());
    }
    out.println(
        inForceThen
            .map(edition -> "in force at " + Lines.day(moment) + ": from " + edition.inForce())
            .orElse("no edition is in force at " + Lines.day(moment)));
    out.flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
