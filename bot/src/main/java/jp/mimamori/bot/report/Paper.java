package jp.mimamori.bot.report;

import java.time.Instant;
import jp.mimamori.bot.markup.Html;

/**
 * A document before it is printed.
 *
 * @param title what readers' windows and the file's properties show
 * @param footing what stands at the left of each page's foot; the page's number stands at the right
 * @param language {@code ja} or {@code en}: by its rules lines are broken
 * @param body what stands on the pages: XHTML, drawn with the classes of {@code paper.css}; figures
 *     are SVG in place, their text in the font family {@code Paper} or {@code PaperBold}
 * @param made when it was made: a file says so, and is the same bytes whenever it is printed again
 */
public record Paper(String title, String footing, String language, Html body, Instant made) {}
