package jp.mimamori.bot.edr.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that are what they claim to be. */
final class Documents {
  /** The same archive has the same bytes in every run. */
  private static final LocalDateTime DATE = LocalDateTime.of(2026, 1, 1, 0, 0);

  private Documents() {}

  static byte[] zip(String name, String content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry(name);
      entry.setTimeLocal(DATE);
      zip.putNextEntry(entry);
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /** A page of lines in one of the fonts that every reader has; what is not ASCII becomes '?'. */
  static byte[] pdf(List<String> lines) {
    var text = new StringBuilder("BT /F1 11 Tf 56 780 Td 16 TL");
    for (String line : lines) {
      String escaped = line.replaceAll("[^\\x20-\\x7E]", "?").replaceAll("([\\\\()])", "\\\\$1");
      text.append(" (").append(escaped).append(") ' ");
    }
    text.append("ET");
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    var file = new StringBuilder("%PDF-1.4\n");
    List<Integer> starts = new ArrayList<>();
    for (String object : objects) {
      starts.add(file.length());
      file.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(starts.size() + 1).append("\n0000000000 65535 f \n");
    starts.forEach(start -> file.append("%010d 00000 n \n".formatted(start)));
    file.append("trailer\n<< /Size ")
        .append(starts.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(table)
        .append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
