package jp.mimamori.knowledge.official;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms of a boat hire that nobody runs, as messy as the real ones. */
class OfficialReaderTest {
  private static final Path BOAT = Path.of("src/test/resources/official/boat.txt");

  @TempDir private Path folder;

  @Test
  void findsArticlesParagraphsAndItemsAcrossPagesAndBrokenLines() {
    Reading.Understood boat = understood(BOAT);
    OfficialText text = boat.text();

    assertEquals("みずうみ 貸しボート 利用規約", text.title());
    assertEquals(LocalDate.of(2025, 4, 1), text.inForce());
    assertEquals(
        List.of("定義", "本規約の範囲", "お断りする場合", "貸出料", "返す場所"),
        text.articles().stream().map(Clause::heading).toList());
    assertEquals(
        List.of(0L, 2L, 2L, 0L, 0L), text.articles().stream().map(Clause::paragraphs).toList());
    assertEquals("風の速さが毎秒８メートルを超え、または超えるおそれがあって、湖に出るのが危ないと協会が考えたとき", words(text, "第3条第1項第1号"));
    assertTrue(words(text, "第3条第2項").endsWith("第５条（返す場所）の定めにかかわらず、もっとも近い桟橋に戻るものとします。"));
    assertEquals(words(text, "第4条"), words(text, "第4条第1項"));
    assertEquals(
        List.of("以  上", "以 上", "20250401", "貸しボート 利用規約 V2", "1"),
        boat.asides().stream()
            .map(line -> line.text().strip())
            .sorted(OfficialReaderTest::bySort)
            .toList());
    assertEquals(List.of(), boat.unplaced());
    assertEquals(List.of(), boat.remarks());
  }

  private static int bySort(String one, String other) {
    return Boolean.compare(other.startsWith("以"), one.startsWith("以"));
  }

  @Test
  void putsTheTableOfDefinitionsTogetherAgain() {
    OfficialText text = understood(BOAT).text();
    List<Definition> definitions = text.at("第1条").orElseThrow().definitions();

    assertEquals(
        List.of("乗船契約", "乗る人", "桟橋", "乗船券ＩＤ", "救命具", "貸出料"),
        definitions.stream().map(Definition::term).toList());
    assertEquals("協会が貸しボートと一緒に乗る人へ渡し、湖に出ている間は着けておいてもらう胴衣その他の浮くもの", definitions.get(4).meaning());
    assertEquals(
        List.of("足こぎボート", "湖上の合図（Lake Signal）"),
        text.at("別紙 用語の定義").orElseThrow().definitions().stream().map(Definition::term).toList());
  }

  @Test
  void namesTheSectionsOfTheAnnexAsTheyAreCited() {
    OfficialText text = understood(BOAT).text();
    assertEquals(
        List.of("別紙 利用料金", "別紙 用語の定義", "別紙 設備の内容", "別紙 サービス概要", "別紙 貸すもの", "別紙 機能", "別紙 問合せサポート"),
        text.annexes().getFirst().parts().stream().map(Clause::label).toList());
    assertEquals("足こぎ（屋根つき）", words(text, "別紙 機能(2)"));
    assertEquals("受付の時間\n・電話：午前８時～午後５時", words(text, "別紙 問合せサポート(2)"));
    assertEquals(2, words(text, "別紙 サービス概要").lines().count(), words(text, "別紙 サービス概要"));
  }

  @Test
  void quotesOnlyTheDefinitionThatIsSpokenOf() {
    OfficialText text = understood(BOAT).text();
    assertEquals(Optional.of("桟橋　貸しボートに乗り降りする場所"), text.quote("第1条", "「桟橋」 桟橋は乗り場のことです"));
    assertEquals(
        Optional.of("湖上の合図（Lake Signal）　" + "岸から湖の上にいる人へ、戻る時間や風の強まりを旗と音とで知らせる協会のしるしで、聞こえたら戻るもの"),
        text.quote("別紙 用語の定義", "\"Lake signal\" (湖上の合図)"));
    assertEquals(Optional.empty(), text.quote("第99条", ""));
  }

  /** Nothing is lost: each line stands in the text, or among the asides, or is listed. */
  @Test
  void everyLineIsPlacedOrListed() {
    var random = new Random(35);
    for (int round = 0; round < 200; round++) {
      List<String> lines = new java.util.ArrayList<>(lines(BOAT));
      int from = lines.indexOf("第２条（本規約の範囲） ") + 2;
      for (int i = 0; i < 6; i++) {
        int at = from + random.nextInt(lines.size() - from);
        lines.add(at, NOISE.get(random.nextInt(NOISE.size())) + (char) ('あ' + random.nextInt(80)));
      }
      Reading reading = read("boat-20250401.txt", String.join("\n", lines));
      if (reading instanceof Reading.Understood understood) {
        assertEverythingIsThere(lines, understood);
      }
    }
    assertEverythingIsThere(lines(BOAT), understood(BOAT));
  }

  private static final List<String> NOISE =
      List.of("１．ひとつ", "(7)ななつ", "■みだし", "７．ななめ", "ことば ことば", "・くろまる", "第３条の", "（かっこ）", "別紙のとおり");

  private static void assertEverythingIsThere(List<String> lines, Reading.Understood read) {
    String text = bare(Canonical.markdown(read.text()));
    for (String line : lines) {
      boolean listed =
          read.asides().stream().anyMatch(aside -> aside.text().equals(line))
              || read.unplaced().stream().anyMatch(stray -> stray.text().equals(line));
      boolean head = line.strip().startsWith("用語 用語の意味");
      assertTrue(
          line.isBlank() || listed || head || text.contains(bare(line)),
          () -> "lost: " + line + "\n" + read);
    }
  }

  /** Without spaces, and without what marks a place rather than says something. */
  private static String bare(String text) {
    return Line.plain(text).replaceAll("[\\s■【】|#\\\\-]", "").replaceAll("^\\d\\.", "");
  }

  @Test
  void whatIsKeptIsReadBackTheSame() throws IOException {
    OfficialText text = understood(BOAT).text();
    Path file = Editions.keep(folder, text);
    assertEquals(new Editions(List.of(text)), Editions.read(folder));

    String once = Files.readString(file);
    Editions.keep(folder, Editions.read(folder).all().getFirst());
    assertEquals(once, Files.readString(file));
  }

  @Test
  void theEditionInForceIsTheNewestThatHasBegun() {
    OfficialText old = understood(BOAT).text();
    OfficialText young =
        new OfficialText(old.title(), LocalDate.of(2026, 4, 1), old.articles(), old.annexes());
    var editions = new Editions(List.of(young, old));

    assertEquals(Optional.empty(), editions.inForce(tokyo("2025-03-31T23:59:59")));
    assertEquals(Optional.of(old), editions.inForce(tokyo("2025-04-01T00:00:00")));
    assertEquals(Optional.of(old), editions.inForce(tokyo("2026-03-31T23:59:59")));
    assertEquals(Optional.of(young), editions.inForce(tokyo("2026-04-01T00:00:00")));
  }

  private static java.time.Instant tokyo(String moment) {
    return java.time.LocalDateTime.parse(moment)
        .atZone(jp.mimamori.knowledge.wording.Wording.TOKYO)
        .toInstant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows-31j",
        "EUC-JP",
        "ISO-2022-JP",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "x-UTF-16LE-BOM"
      })
  void readsTheEncodingsOfJapaneseFiles(String charset) throws IOException {
    Charset encoding = Charset.forName(charset);
    byte[] encoded = Files.readString(BOAT).replace("\n", "\r\n").getBytes(encoding);
    Path known = Files.writeString(folder.resolve("known.txt"), new String(encoded, encoding));
    Path file = Files.write(folder.resolve("boat.txt"), encoded);
    assertEquals(understood(known).text(), understood(file).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"【別紙】料金の表", "【別　紙】料金の表", "別紙　料金の表", "（別紙）料金の表"})
  void theTitleOfTheAnnexMayStandBesideIt(String heading) throws IOException {
    String text = Files.readString(BOAT).replaceFirst("(?m)^ ?【別 紙】.*$", heading);
    Path file = Files.writeString(folder.resolve("boat.txt"), text);
    assertEquals(
        understood(BOAT).text().annexes().size(), understood(file).text().annexes().size());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.txt  |                                                    | is empty
          a.docx | 第1条（定義）                                       | is of no known format
          a.txt  | 今日は風が強い。                                    | holds no article
          a.md   | # 利用規約\\n\\n第1条（定義）\\n\\nことば。           | holds only 1 articles
          a.pdf  | これはPDFではない                                   | is no PDF that can be read
          a.html | <script>第1条（定義）</script>                       | is empty
          """)
  void refusesWhatIsNoTerms(String name, String text, String reason) throws IOException {
    String said = text == null ? "" : text.replace("\\n", "\n");
    assertRefused(reason, read(name, said));
  }

  @Test
  void refusesWhatIsBroken() {
    String text = String.join("\n", lines(BOAT));
    assertRefused("lacks 第3条: 第4条 follows 第2条", read("a.txt", without(text, "第３条（お断りする場合） ")));
    assertRefused("begins with 第2条", read("a.txt", text.substring(text.indexOf("第２条（本規約"))));
    assertRefused(
        "breaks off within 第5条", read("a.txt", text.substring(0, text.indexOf("借りた桟橋に"))));
    assertRefused(
        "has no words below 第5条",
        read("a.txt", text.substring(0, text.indexOf("第５条 （返す場所）") + 11)));
    assertRefused(
        "says nowhere from which day it applies", read("a.txt", without(text, "20250401 ")));
    assertRefused(
        "does not call itself terms",
        read("a.txt", text.replace("規約", "とりきめ").replace("20250401", "20250401")));
    assertRefused(
        "does not exist", OfficialReader.read(folder.resolve("no.txt"), Optional.empty()));
    assertRefused("is no text", readBytes("a.txt", new byte[] {0, 1, 2, (byte) 0xff}));
  }

  private static String without(String text, String line) {
    assertTrue(text.contains(line), line);
    return text.replace(line, "");
  }

  @Test
  void readsStatutesThatLeaveTheFirstParagraphUnnumbered() {
    OfficialText text =
        assertInstanceOf(
                Reading.Understood.class,
                read(
                    "a.txt",
                    """
                    貸しボート約款
                    目次
                    第一条　目的 ……… 1
                    （目的）
                    第一条　この約款は、貸しボートの決まりである。
                    （料金）
                    第二条　乗る人は、次に掲げる料金を払う。
                    一　手こぎ
                    二　足こぎ
                    ２　料金は、湖に出る前に払う。
                    第三条　（返す場所）
                    借りた桟橋に返す。
                    第三条の二（夜の桟橋）
                    夜は東の桟橋に返す。
                    第四条　その他
                    ほかのことは話し合って決める。
                    附則
                    この約款は、令和7年4月1日から施行する。
                    """))
            .text();
    assertEquals(LocalDate.of(2025, 4, 1), text.inForce());
    assertEquals(
        List.of("第1条", "第2条", "第3条", "第3条の2", "第4条"),
        text.articles().stream().map(Clause::label).toList());
    assertEquals("目的", text.articles().getFirst().heading());
    assertEquals("乗る人は、次に掲げる料金を払う。\n(1)手こぎ\n(2)足こぎ", words(text, "第2条第1項"));
    assertEquals("料金は、湖に出る前に払う。", words(text, "第2条第2項"));
    assertEquals("この約款は、令和7年4月1日から施行する。", words(text, "附則"));
  }

  private static void assertRefused(String reason, Reading reading) {
    String said = assertInstanceOf(Reading.Refused.class, reading).reason();
    assertTrue(said.contains(reason), said);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Reading read(String name, String text) {
    return readBytes(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Reading readBytes(String name, byte[] text) {
    try {
      return OfficialReader.read(Files.write(folder.resolve(name), text), Optional.empty());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Reading.Understood understood(Path file) {
    Reading reading = OfficialReader.read(file, Optional.empty());
    return assertInstanceOf(Reading.Understood.class, reading, reading::toString);
  }

  private static String words(OfficialText text, String label) {
    return text.at(label).orElseThrow(() -> new AssertionError(label)).words();
  }
}
