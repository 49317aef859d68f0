package jp.mimamori.knowledge.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A page of a web site: its blocks, without menus and scripts. */
final class HtmlText {
  private static final Set<String> NOT_TEXT =
      Set.of("script", "style", "nav", "head", "template", "noscript", "button", "form");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private String mark = "";

  private HtmlText() {}

  static Source read(byte[] file) throws Unreadable {
    List<Line> lines = new ArrayList<>();
    for (String text : lines(PlainText.decoded(file))) {
      lines.add(new Line("block " + (lines.size() + 1), text));
    }
    return new Source(List.of(lines), false);
  }

  static List<String> lines(String html) {
    var text = new HtmlText();
    text.children(Jsoup.parse(html).body(), 0);
    text.end();
    return text.lines;
  }

  private void children(Element element, int depth) {
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words) {
        line.append(words.text());
      } else if (child instanceof Element inner) {
        element(inner, depth);
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    if (NOT_TEXT.contains(name)) {
      return;
    }
    switch (name) {
      case "br" -> end();
      case "h1", "h2", "h3", "h4", "h5", "h6" -> whole(Marks.heading(element.text()));
      case "tr" -> whole(cells(element));
      case "dt" -> whole(element.text() + meaning(element).map(words -> "\t" + words).orElse(""));
      case "dd" -> {
        if (!isMeaning(element)) {
          whole(element.text());
        }
      }
      case "ol" -> ordered(element, depth + 1);
      case "ul" -> items(element, depth);
      default -> {
        if (!element.isBlock()) {
          children(element, depth);
          return;
        }
        end();
        children(element, depth);
        end();
      }
    }
  }

  /** What is defined beside a term. */
  private static Optional<String> meaning(Element term) {
    return Optional.ofNullable(term.nextElementSibling())
        .filter(next -> next.normalName().equals("dd"))
        .map(Element::text);
  }

  private static boolean isMeaning(Element element) {
    return Optional.ofNullable(element.previousElementSibling())
        .filter(previous -> previous.normalName().equals("dt"))
        .isPresent();
  }

  private static String cells(Element row) {
    return row.children().stream().map(Element::text).collect(Collectors.joining("\t"));
  }

  private void ordered(Element list, int depth) {
    end();
    int number = list.hasAttr("start") ? start(list.attr("start")) : 1;
    for (Element item : list.children()) {
      mark = Marks.ordered(depth, number++);
      children(item, depth);
      end();
    }
  }

  private static int start(String number) {
    return number.matches("\\d{1,3}") ? Integer.parseInt(number) : 1;
  }

  private void items(Element list, int depth) {
    end();
    for (Element item : list.children()) {
      mark = Marks.BULLET;
      children(item, depth);
      end();
    }
  }

  private void whole(String text) {
    end();
    line.append(text);
    end();
  }

  private void end() {
    String text = line.toString().strip();
    line.setLength(0);
    if (!text.isEmpty()) {
      lines.add(Marks.marked(mark, text));
      mark = "";
    }
  }
}
