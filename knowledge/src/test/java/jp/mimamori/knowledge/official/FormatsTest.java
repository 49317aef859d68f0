package jp.mimamori.knowledge.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same terms in every format are the same text. */
class FormatsTest {
  private static final Path BOAT = Path.of("src/test/resources/official/boat.txt");

  @TempDir private Path folder;

  @Test
  void readsPdfPageByPageWithoutItsEdges() throws IOException {
    List<String> lines =
        Files.readAllLines(BOAT).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .filter(line -> !List.of("20250401", "貸しボート 利用規約 V2", "1").contains(line))
            .toList();
    Path file = folder.resolve("boat.pdf");
    Files.write(file, pdf(lines, 20));

    Reading.Understood read = understood(file);
    OfficialText expected = understood(BOAT).text();
    assertEquals(
        expected.articles().stream().map(Clause::words).toList(),
        read.text().articles().stream().map(Clause::words).toList());
    assertEquals(LocalDate.of(2025, 4, 1), read.text().inForce());
    assertEquals(
        expected.places().map(Clause::label).toList(),
        read.text().places().map(Clause::label).toList());
    assertTrue(
        read.asides().stream().anyMatch(line -> line.text().contains("みずうみ観光 内規集")),
        read.asides().toString());
  }

  @Test
  void saysThatAScannedPdfHoldsNoText() throws IOException {
    Path file = folder.resolve("scan.pdf");
    Files.write(file, pdf(List.of(), 20));
    assertEquals(
        new Reading.Refused("holds no text; a scanned page is a picture, not words"),
        OfficialReader.read(file, Optional.empty()));
  }

  @Test
  void readsMarkdownWithItsLists() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("boat.md"),
            """
            # みずうみ貸しボート利用規約

            施行日: 2025年4月1日

            ## 第1条 定義

            次の言葉を使います。

            | 用語 | 意味 |
            |---|---|
            | **桟橋** | 乗り降りする場所 |
            | 救命具 | 浮く *もの* |

            ## 第2条（お断り）

            1. 協会は、次のときは
               貸しません。
               1. 風が強いとき
               2. 夜のとき
            2. 協会は、BOAT
               rules に従います。

            ## 第3条（返す場所）

            桟橋に返します。

            ## 別紙 料金と設備

            ### 利用料金

            手こぎ 1,200円

            ### 機能

            1. 手こぎ
            2. 足こぎ
            """);
    assertTheShortTerms(understood(file).text());
  }

  @Test
  void readsHtmlWithoutMenusAndScripts() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("boat.html"),
            """
            <html><head><title>x</title><script>第9条（なし）</script></head><body>
            <nav><a href="/">ホーム</a></nav>
            <h1>みずうみ貸しボート利用規約</h1><p>施行日：<b>2025年4月1日</b></p>
            <h2>第1条 定義</h2><p>次の言葉を使います。</p>
            <table><tr><th>用語</th><th>意味</th></tr>
              <tr><td>桟橋</td><td>乗り降りする場所</td></tr>
              <tr><td>救命具</td><td>浮く もの</td></tr></table>
            <h2>第2条（お断り）</h2>
            <ol><li>協会は、次のときは貸しません。<ol><li>風が強いとき</li><li>夜のとき</li></ol></li>
            <li><p>協会は、BOAT
              rules に従います。</p></li></ol>
            <h2>第3条（返す場所）</h2><div>桟橋に返します。</div>
            <h2>別紙 料金と設備</h2><h3>利用料金</h3><p>手こぎ 1,200円</p>
            <h3>機能</h3><ol><li>手こぎ<li>足こぎ</ol>
            </body></html>
            """);
    assertTheShortTerms(understood(file).text());
    assertEquals(List.of(), understood(file).unplaced());
  }

  private static void assertTheShortTerms(OfficialText text) {
    assertEquals("みずうみ貸しボート利用規約", text.title());
    assertEquals(LocalDate.of(2025, 4, 1), text.inForce());
    assertEquals(
        List.of(new Definition("桟橋", "乗り降りする場所"), new Definition("救命具", "浮く もの")),
        text.at("第1条").orElseThrow().definitions());
    assertEquals(
        "１．協会は、次のときは貸しません。\n(1)風が強いとき\n(2)夜のとき\n２．協会は、BOAT rules に従います。",
        text.at("第2条").orElseThrow().words());
    assertEquals("夜のとき", text.at("第2条第1項第2号").orElseThrow().words());
    assertEquals("桟橋に返します。", text.at("第3条").orElseThrow().words());
    assertEquals("手こぎ 1,200円", text.at("別紙 利用料金").orElseThrow().words());
    assertEquals("足こぎ", text.at("別紙 機能(2)").orElseThrow().words());
  }

  private static Reading.Understood understood(Path file) {
    Reading reading = OfficialReader.read(file, Optional.empty());
    return assertInstanceOf(Reading.Understood.class, reading, reading::toString);
  }

  /** A PDF in a font that every reader of Japanese has, so that none is needed here. */
  private static byte[] pdf(List<String> lines, int perPage) throws IOException {
    try (PDDocument document = new PDDocument()) {
      int pages = Math.max(1, (lines.size() + perPage - 1) / perPage);
      for (int page = 0; page < pages; page++) {
        PDPage sheet = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F"), font());
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        sheet.setResources(resources);
        if (!lines.isEmpty()) {
          int end = Math.min(lines.size(), (page + 1) * perPage);
          sheet.setContents(content(document, lines.subList(page * perPage, end), page + 1));
        }
        document.addPage(sheet);
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static PDStream content(PDDocument document, List<String> lines, int page)
      throws IOException {
    StringBuilder content = new StringBuilder("BT /F 9 Tf 30 800 Td 16 TL\n");
    shown(content, "みずうみ観光 内規集");
    lines.forEach(line -> shown(content, line));
    shown(content, "- " + page + " -");
    shown(content, "2025年4月1日版");
    content.append("ET");
    PDStream stream = new PDStream(document);
    try (var out = stream.createOutputStream()) {
      out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static void shown(StringBuilder content, String line) {
    byte[] codes = line.getBytes(StandardCharsets.UTF_16BE);
    content.append('<').append(HexFormat.of().formatHex(codes)).append("> Tj T*\n");
  }

  private static COSDictionary font() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Japan1"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setItem(COSName.BASE_FONT, COSName.getPDFName("HeiseiMin-W3"));
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.DW, COSInteger.get(1000));
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setItem(COSName.BASE_FONT, COSName.getPDFName("HeiseiMin-W3"));
    font.setItem(COSName.ENCODING, COSName.getPDFName("UniJIS-UCS2-H"));
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }
}
