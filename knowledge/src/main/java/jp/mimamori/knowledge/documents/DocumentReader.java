package jp.mimamori.knowledge.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads one document. Goes on after a mistake, so that a writer sees all of them at once. */
final class DocumentReader {
  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(YamlFrontMatterExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();
  private static final TextContentRenderer PLAIN =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

  private final String file;
  private final List<Problem> problems;
  private final FrontMatter matter;
  private final List<Entry> entries = new ArrayList<>();
  private String article = "";

  private DocumentReader(String file, FrontMatter matter, List<Problem> problems) {
    this.file = file;
    this.matter = matter;
    this.problems = problems;
  }

  static List<Entry> read(String file, String text, List<Problem> problems) {
    Node document = MARKDOWN.parse(text);
    Optional<FrontMatter> matter =
        FrontMatter.of(
            document,
            text.lines().toList(),
            (line, message) -> problems.add(new Problem(file, line, message)));
    if (matter.isEmpty()) {
      return List.of();
    }
    DocumentReader reader = new DocumentReader(file, matter.get(), problems);
    reader.sections(document);
    return reader.entries;
  }

  private void sections(Node document) {
    Node node = document.getFirstChild();
    while (node != null) {
      if (node instanceof Heading heading) {
        node = section(heading);
        continue;
      }
      if (!(node instanceof YamlFrontMatterBlock)) {
        problem(node, "stands above the first heading; an entry begins with a heading");
      }
      node = node.getNext();
    }
  }

  /** Reads a heading with what belongs to it; returns what follows. */
  private @org.jspecify.annotations.Nullable Node section(Heading heading) {
    List<Node> blocks = new ArrayList<>();
    Node next = heading.getNext();
    while (next != null && !(next instanceof Heading)) {
      blocks.add(next);
      next = next.getNext();
    }
    String text = plain(heading);
    Optional<Kind.Heading> labelled = matter.kind().heading(text);
    boolean groups = next instanceof Heading below && below.getLevel() > heading.getLevel();
    if (heading.getLevel() == 1) {
      article = labelled.map(Kind.Heading::title).orElse(text);
    }
    if (blocks.isEmpty() && groups) {
      return next;
    }
    if (labelled.isEmpty()) {
      unlabelled(heading, text, blocks);
      return next;
    }
    entry(heading, labelled.get(), blocks);
    return next;
  }

  private void unlabelled(Heading heading, String text, List<Node> blocks) {
    if (!blocks.isEmpty() || heading.getLevel() > 1) {
      problem(
          heading,
          "\"%s\" is no label of the kind %s; a heading begins with one such as %s"
              .formatted(text, matter.kind().key(), matter.kind().example()));
    }
  }

  private void entry(Heading heading, Kind.Heading labelled, List<Node> blocks) {
    EntryBody body = EntryBody.read(blocks, matter, this::problem);
    if (body.paragraphs().isEmpty()) {
      problem(heading, labelled.label() + " has no body; write at least one paragraph");
      return;
    }
    entries.add(
        new Entry(
            matter.kind(),
            matter.language(),
            labelled.label(),
            labelled.title(),
            article,
            body.paragraphs(),
            body.questions(),
            body.sources(),
            body.caveat(),
            body.urgent(),
            file,
            line(heading)));
  }

  private void problem(Node node, String message) {
    problems.add(new Problem(file, line(node), message));
  }

  private static int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
  }

  static String plain(Node node) {
    return PLAIN.render(node).strip();
  }
}
