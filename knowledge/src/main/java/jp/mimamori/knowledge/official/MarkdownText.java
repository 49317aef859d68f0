package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown; also the form in which editions are kept. */
final class MarkdownText {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private MarkdownText() {}

  static Source read(byte[] file) throws Unreadable {
    var blocks = new Blocks();
    PARSER.parse(PlainText.decoded(file)).accept(blocks);
    return new Source(List.of(blocks.lines), false);
  }

  /** Turns each block into lines, with the marks that {@link Marks} knows. */
  private static final class Blocks extends AbstractVisitor {
    private final List<Line> lines = new ArrayList<>();
    private int depth;
    private String mark = "";

    @Override
    public void visit(Heading heading) {
      add(heading, Marks.heading(inline(heading)));
    }

    @Override
    public void visit(Paragraph paragraph) {
      for (String line : inline(paragraph).split("\n", -1)) {
        add(paragraph, Marks.marked(mark, line));
        mark = "";
      }
    }

    @Override
    public void visit(OrderedList list) {
      depth++;
      int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        mark = Marks.ordered(depth, number++);
        visitChildren(item);
      }
      depth--;
    }

    @Override
    public void visit(BulletList list) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        mark = item instanceof ListItem ? Marks.BULLET : "";
        visitChildren(item);
      }
    }

    @Override
    public void visit(CustomBlock block) {
      visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(inline(cell).replace('\n', ' ').strip());
        }
        add(row, String.join("\t", cells));
        return;
      }
      visitChildren(node);
    }

    @Override
    public void visit(FencedCodeBlock code) {
      code.getLiteral().lines().forEach(line -> add(code, line));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      code.getLiteral().lines().forEach(line -> add(code, line));
    }

    @Override
    public void visit(HtmlBlock html) {
      HtmlText.lines(html.getLiteral()).forEach(line -> add(html, line));
    }

    private void add(Node block, String text) {
      if (text.isBlank()) {
        return;
      }
      lines.add(new Line("line " + number(block), text));
    }

    private int number(Node block) {
      for (Node node = block; node != null; node = node.getParent()) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (!spans.isEmpty()) {
          return spans.getFirst().getLineIndex() + 1;
        }
      }
      return lines.size() + 1;
    }
  }

  /** The words of a block; a line break that the writer meant is one, others join the lines. */
  private static String inline(Node block) {
    var words = new Inline();
    block.accept(words);
    return words.text.toString();
  }

  private static final class Inline extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void visit(Text words) {
      text.append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
      text.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      if (html.getLiteral().startsWith("<br")) {
        text.append('\n');
      }
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      text.append('\n');
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      String next = lineBreak.getNext() instanceof Text words ? words.getLiteral() : "";
      text.append(Marks.begins(next) ? "\n" : Words.between(text, next));
    }
  }
}
