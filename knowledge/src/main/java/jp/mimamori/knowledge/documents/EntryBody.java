package jp.mimamori.knowledge.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.mimamori.knowledge.Language;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;

/** What stands below a heading: the paragraphs to show, and the fields beneath them. */
final class EntryBody {
  private final FrontMatter matter;
  private final BiConsumer<Node, String> problems;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private Optional<Paragraph> caveat = Optional.empty();
  private boolean urgent;

  private EntryBody(FrontMatter matter, BiConsumer<Node, String> problems) {
    this.matter = matter;
    this.problems = problems;
  }

  static EntryBody read(List<Node> blocks, FrontMatter matter, BiConsumer<Node, String> problems) {
    EntryBody body = new EntryBody(matter, problems);
    for (int i = 0; i < blocks.size(); i++) {
      Node block = blocks.get(i);
      Node after = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      if (body.block(block, after)) {
        i++;
      }
    }
    return body;
  }

  /** Takes one block in; tells whether the block after it was taken in too. */
  private boolean block(Node block, @org.jspecify.annotations.Nullable Node after) {
    String text = DocumentReader.plain(block);
    if (Paragraph.hasBadPlaceholder(text)) {
      problems.accept(block, "bad placeholder; write {{NAME}} in capitals, digits and _");
    }
    String first = text.lines().findFirst().orElse("");
    Optional<Field> field = Field.beginning(first, language());
    if (field.isEmpty()) {
      paragraph(block, text, first);
      return false;
    }
    if (field.get() == Field.QUESTIONS) {
      return questions(block, text, after);
    }
    for (String line : text.lines().toList()) {
      field(block, line);
    }
    return false;
  }

  private void paragraph(Node block, String text, String first) {
    if (Field.isMistaken(first, language())) {
      problems.accept(
          block, "unknown field \"" + first + "\"; allowed: " + Field.names(language()));
      return;
    }
    if (!text.isEmpty()) {
      paragraphs.add(new Paragraph(text));
    }
  }

  private boolean questions(
      Node block, String text, @org.jspecify.annotations.Nullable Node after) {
    String name = Field.QUESTIONS.name(language());
    if (!text.equals(name + ":") || !(after instanceof BulletList list)) {
      problems.accept(block, name + ": must be followed by a list, one question a line");
      return after instanceof BulletList;
    }
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Node paragraph = item.getFirstChild();
      String question = paragraph == null ? "" : DocumentReader.plain(paragraph);
      if (question.isEmpty() || question.lines().count() > 1 || question.contains("{{")) {
        problems.accept(
            item, "a question is one line of plain text; leave a blank line after the list");
        continue;
      }
      questions.add(question);
    }
    return true;
  }

  private void field(Node block, String line) {
    Optional<Field> field = Field.beginning(line, language());
    if (field.isEmpty()) {
      problems.accept(block, "unknown field \"" + line + "\"; allowed: " + Field.names(language()));
      return;
    }
    String value = line.substring(line.indexOf(':') + 1).strip();
    switch (field.get()) {
      case QUESTIONS -> problems.accept(block, "leave a blank line before " + line);
      case SOURCES ->
          Arrays.stream(value.split("\\s*[,、，]\\s*"))
              .filter(s -> !s.isEmpty())
              .forEach(sources::add);
      case CAVEAT -> caveat = Optional.of(new Paragraph(value));
      case URGENT -> urgent(block, value);
    }
  }

  private void urgent(Node block, String value) {
    String yes = language() == Language.JA ? "はい" : "yes";
    boolean mayBe = matter.kind() == Kind.HANDOVER || matter.kind() == Kind.FAQ;
    if (!mayBe || !value.equals(yes)) {
      problems.accept(
          block, "urgent stands only in hand-over and FAQ documents, with the value " + yes);
      return;
    }
    urgent = true;
  }

  private Language language() {
    return matter.language();
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  List<String> questions() {
    return questions;
  }

  List<String> sources() {
    return sources;
  }

  Optional<Paragraph> caveat() {
    return caveat;
  }

  boolean urgent() {
    return urgent;
  }
}
