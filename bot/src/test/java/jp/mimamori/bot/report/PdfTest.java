package jp.mimamori.bot.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.bot.Pdfs;
import jp.mimamori.bot.markup.Html;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

final class PdfTest {
  private static final Instant MADE = Instant.parse("2026-10-01T00:00:00Z");
  private static final Html CHART =
      Html.of(
          """
          <svg xmlns="http://www.w3.org/2000/svg" width="640" height="120" viewBox="0 0 640 120">
          <rect x="80" y="20" width="300" height="24" fill="#12324d"/>
          <text x="0" y="38" font-family="Paper" font-size="14">重大な件数</text>
          <text x="390" y="38" font-family="PaperBold" font-size="14">12 件 髙﨑㈱①</text>
          </svg>
          """);

  @Test
  void aPaperOfManyRowsIsPrintedOnNumberedPages() throws IOException {
    byte[] pdf = Pdf.print(paper(sample()));

    Pdfs.shoot("pdf-sample", pdf);
    String text = Pdfs.text(pdf);
    assertTrue(text.contains("髙﨑㈱① の端末を隔離しました。"), text);
    assertTrue(text.contains("見本 — さくら商事"), text);
    assertTrue(text.contains("2 / 3"), text);
  }

  @Test
  void onlyOurFontIsUsedAndOnlyWhatOccursIsEmbedded() throws IOException {
    byte[] pdf = Pdf.print(paper(sample()));

    List<String> fonts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", "subset of "));
        }
      }
    }
    assertEquals(
        List.of("subset of NotoSansJP-Bold", "subset of NotoSansJP-Regular"),
        fonts.stream().distinct().sorted().toList());
    assertTrue(pdf.length < 200_000, pdf.length + " bytes");
  }

  @Test
  void theSamePaperGivesTheSameBytes() {
    assertArrayEquals(Pdf.print(paper(sample())), Pdf.print(paper(sample())));
  }

  @Test
  void whatAPaperNamesIsNotRead() throws IOException {
    Path secret = Files.createTempFile("secret", ".svg");
    Files.writeString(
        secret,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text y="20">SECRET</text></svg>
        """);
    try {
      byte[] pdf =
          Pdf.print(
              paper(
                  Html.of("<p>before</p><img src=\"{}\" alt=\"\"/><p>after</p>", secret.toUri())));

      assertTrue(Pdfs.text(pdf).contains("after"));
      assertTrue(!Pdfs.text(pdf).contains("SECRET"), Pdfs.text(pdf));
    } finally {
      Files.delete(secret);
    }
  }

  private static Html sample() {
    return Html.of(
        """
        <h1>見本の報告書</h1>
        <p class="lead">{}</p>
        <table class="figures"><tr><td>受付<div class="figure">128</div></td>
        <td>重大<div class="figure">3</div></td><td>隔離<div class="figure">2</div></td></tr></table>
        <h2>推移</h2>{}
        <h2>一覧</h2>
        <table><thead><tr><th>日時</th><th>重大度</th><th>内容</th></tr></thead><tbody>{}</tbody></table>
        """,
        "髙﨑㈱① の端末を隔離しました。<b>は文字のまま</b>です。",
        CHART,
        Html.join(
            IntStream.range(0, 60)
                .mapToObj(
                    row ->
                        Html.of(
                            """
                            <tr><td class="nowrap">10/01 09:{}</td><td class="nowrap">重大</td>
                            <td>「資格情報の取得」が疑われる操作を検知しました。（参考：LSASS メモリー）</td></tr>
                            """,
                            "%02d".formatted(row)))
                .collect(Collectors.toList())));
  }

  private static Paper paper(Html body) {
    return new Paper("見本", "見本 — さくら商事", "ja", body, MADE);
  }
}
