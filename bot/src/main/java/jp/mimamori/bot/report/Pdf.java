package jp.mimamori.bot.report;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import jp.mimamori.bot.markup.Html;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Prints paper: A4 pages with Noto Sans JP embedded, only the characters that occur. The same paper
 * gives the same bytes. Nothing is read but our own fonts, whatever the paper names.
 *
 * <p>One at a time: a page's layout takes some hundred megabytes for the moment (measured: 230–380
 * MB resident with a free heap), and reports are in no hurry.
 */
public final class Pdf {
  private static final String FONTS = "paper-font";
  private static final String STYLE = resource("paper.css");
  private static final TimeZone TOKYO = TimeZone.getTimeZone("Asia/Tokyo");
  private static final String PAGE =
      """
      <html lang="{}"><head><title>{}</title><style>{}</style></head>
      <body><div class="foot">{}</div>{}</body></html>
      """;
  private static final String TRIAL =
      """
      <p>見守り</p><svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">
      <text y="15" font-family="Paper" font-size="12">見守り</text></svg>
      """;

  static {
    XRLog.setLoggingEnabled(false); // fifteen lines a run about fonts that nobody asked for
  }

  private Pdf() {}

  /** A PDF file of the paper. Text within figures is drawn, not written: nobody can copy it. */
  public static synchronized byte[] print(Paper paper) {
    Html page =
        Html.of(
            PAGE, paper.language(), paper.title(), Html.of(STYLE), paper.footing(), paper.body());
    try (var document = new PDDocument();
        var drawer = new BatikSVGDrawer();
        PdfBoxRenderer renderer = renderer(document, drawer, page)) {
      renderer.createPDFKeepOpen();
      sign(document, paper);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("A report could not be printed", e);
    }
  }

  /** Prints a small page with a figure, to see whether this host can; says how long it is. */
  public static int trial() {
    return print(new Paper("trial", "trial", "ja", Html.of(TRIAL), Instant.EPOCH)).length;
  }

  private static PdfBoxRenderer renderer(PDDocument document, BatikSVGDrawer drawer, Html page) {
    return new PdfRendererBuilder()
        .usePDDocument(document)
        .useSVGDrawer(drawer)
        .useUriResolver((base, uri) -> uri)
        .useProtocolsStreamImplementation(Pdf::font, FONTS)
        .useExternalResourceAccessControl(
            (uri, type) -> type == ExternalResourceType.FONT && uri.startsWith(FONTS + ':'),
            ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .withHtmlContent(page.toString(), null)
        .buildPdfRenderer();
  }

  /** What PDFBox would take from the clock and from chance is taken from the paper. */
  private static void sign(PDDocument document, Paper paper) {
    Calendar made = new GregorianCalendar(TOKYO);
    made.setTimeInMillis(paper.made().toEpochMilli());
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(paper.title());
    information.setProducer("Mimamori");
    information.setCreationDate(made);
    information.setModificationDate(made);
    document.setDocumentInformation(information);
    document.setDocumentId(paper.made().toEpochMilli());
  }

  private static FSStream font(String uri) {
    return new FSStream() {
      @Override
      public InputStream getStream() {
        return open("/fonts/" + uri.substring(FONTS.length() + 1));
      }

      @Override
      public Reader getReader() {
        return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
      }
    };
  }

  private static InputStream open(String name) {
    InputStream stream = Pdf.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not among the program's files: build it anew");
    }
    return stream;
  }

  private static String resource(String name) {
    try (InputStream stream = open(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
