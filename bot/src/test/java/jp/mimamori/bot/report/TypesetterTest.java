package jp.mimamori.bot.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.mimamori.bot.Pdfs;
import jp.mimamori.bot.markup.Html;
import jp.mimamori.bot.report.Typesetter.Column;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.Test;

/** Where pages end; with {@code -Dmimamori.shots=FOLDER} they are left there to be looked at. */
class TypesetterTest {
  private static final Instant MADE = Instant.parse("2026-10-01T00:00:00Z");
  private static final Typesetter SET = new Typesetter(Language.JA);
  private static final String LONG = "「資格情報の取得」が疑われる操作を検知しました。（参考：LSASS メモリー）".repeat(4);

  /** Sections of all lengths, so that their headings come to stand at each height of a page. */
  @Test
  void neitherAHeadingNorATablesHeadIsLeftBehind() throws IOException {
    List<Html> body = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      body.add(
          SET.section(
              ReportWords.INCIDENTS,
              SET.table(
                  List.of(Column.brief(ReportWords.WHEN, 20), Column.text(ReportWords.WHAT, 80)),
                  Collections.nCopies(
                      1 + i % 5, List.of("10/1 9:00", i % 3 == 0 ? LONG : LONG.substring(0, i))))));
      body.add(SET.section(ReportWords.OPEN, SET.text(ReportWords.OPEN_NONE)));
      body.add(
          SET.section(
              ReportWords.BY_KIND,
              SET.paragraph(LONG.substring(0, 10 + i)),
              SET.list(Collections.nCopies(1 + i % 4, LONG.substring(i)))));
    }
    byte[] pdf = Pdf.print(new Paper("", "", "ja", Html.join(body), MADE));

    Pdfs.shoot("typeset", pdf);
    Pdfs.assertNoHeadingIsLeftBehind(pdf);
    Pdfs.assertWithinItsMargins(pdf);
  }
}
