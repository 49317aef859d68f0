package jp.mimamori.bot.edr.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a form with files apart (RFC 7578). */
final class FormReader {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

  private FormReader() {}

  /** One entry of a form; a plain one has no file name. */
  static final class Part {
    private final String fileName;
    private final byte[] content;

    private Part(String fileName, byte[] content) {
      this.fileName = fileName;
      this.content = content.clone();
    }

    String fileName() {
      return fileName;
    }

    byte[] content() {
      return content.clone();
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  static Map<String, Part> parts(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw ApiError.badRequest("The request is not properly formatted.");
    }
    // Latin-1 keeps every byte as it is.
    String whole = new String(body, StandardCharsets.ISO_8859_1);
    Map<String, Part> parts = new LinkedHashMap<>();
    for (String part : ("\r\n" + whole).split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
      if (name.find()) {
        Matcher file = FILE.matcher(part.substring(0, head));
        String fileName = file.find() ? utf8(file.group(1)) : "";
        byte[] content = part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1);
        parts.put(name.group(1), new Part(fileName, content));
      }
    }
    return parts;
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
