package jp.mimamori.bot.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a mail that was written as HTML, without what it quotes. Nothing in it is run. */
final class HtmlMail {
  /** What mail programs put around what they quote. */
  private static final String QUOTED =
      "blockquote, .gmail_quote, .gmail_signature, .moz-cite-prefix, #divRplyFwdMsg, #appendonsend,"
          + " #divRplyFwdMsg ~ *, #appendonsend ~ *, script, style, head, title";

  private static final String LINES = "p, div, br, li, tr, h1, h2, h3, h4, h5, h6, pre, hr";

  private HtmlMail() {}

  static String text(String html) {
    Document document = Jsoup.parse(html);
    document.select(QUOTED).remove();
    var text = new StringBuilder();
    document
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                  text.append(words.text());
                } else if (node instanceof Element element && element.is("br")) {
                  text.append('\n');
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (node instanceof Element element && element.is(LINES) && !element.is("br")) {
                  text.append('\n');
                }
              }
            });
    return text.toString().replace('\u00a0', ' ').replaceAll("[ \\t]+\n", "\n");
  }
}
