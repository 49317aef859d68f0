package jp.mimamori.knowledge.official;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * The form in which an edition is kept: Markdown that a person can read and mend, and that is read
 * back to the very same text.
 */
final class Canonical {
  private static final MarkdownRenderer RENDERER =
      MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build();

  private final Document document = new Document();

  private Canonical() {}

  static String markdown(OfficialText text) {
    var canonical = new Canonical();
    canonical.heading(1, text.title());
    canonical.paragraph(
        "施行日 %d年%d月%d日"
            .formatted(
                text.inForce().getYear(),
                text.inForce().getMonthValue(),
                text.inForce().getDayOfMonth()));
    text.articles().forEach(canonical::article);
    text.annexes().forEach(canonical::annex);
    return RENDERER.render(canonical.document);
  }

  private void article(Clause article) {
    heading(
        2, article.label() + (article.heading().isEmpty() ? "" : "（" + article.heading() + "）"));
    body(article);
  }

  private void annex(Clause annex) {
    heading(2, annex.label() + (annex.heading().isEmpty() ? "" : "　" + annex.heading()));
    body(annex);
  }

  private void body(Clause clause) {
    if (!clause.text().isEmpty()) {
      paragraph(clause.text());
    }
    if (!clause.definitions().isEmpty()) {
      table(clause.definitions());
    }
    clause.parts().forEach(this::part);
  }

  private void part(Clause part) {
    if (!part.heading().isEmpty()) {
      heading(3, part.mark() + part.heading());
      body(part);
      return;
    }
    paragraph(part.mark() + part.text());
    if (!part.definitions().isEmpty()) {
      table(part.definitions());
    }
    part.parts().forEach(this::part);
  }

  private void heading(int level, String text) {
    Heading heading = new Heading();
    heading.setLevel(level);
    heading.appendChild(new Text(text));
    document.appendChild(heading);
  }

  private void paragraph(String text) {
    Paragraph paragraph = new Paragraph();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0) {
        paragraph.appendChild(new HardLineBreak());
      }
      paragraph.appendChild(new Text(lines.get(i)));
    }
    document.appendChild(paragraph);
  }

  private void table(List<Definition> definitions) {
    TableHead head = new TableHead();
    head.appendChild(row("用語", "意味", true));
    TableBody body = new TableBody();
    definitions.forEach(
        definition -> body.appendChild(row(definition.term(), definition.meaning(), false)));
    TableBlock table = new TableBlock();
    table.appendChild(head);
    table.appendChild(body);
    document.appendChild(table);
  }

  private static Node row(String left, String right, boolean head) {
    TableRow row = new TableRow();
    for (String text : List.of(left, right)) {
      TableCell cell = new TableCell();
      cell.setHeader(head);
      cell.appendChild(new Text(text));
      row.appendChild(cell);
    }
    return row;
  }
}
