package jp.mimamori.bot.edr.visionone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a file, as browsers send it (RFC 7578); the JDK's client has none. */
final class Multipart {
  private final String boundary = "mimamori-" + UUID.randomUUID();
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  Multipart text(String name, String value) {
    part("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Multipart file(String name, String fileName, byte[] value) {
    String plain = fileName.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    part(
        "name=\"" + name + "\"; filename=\"" + plain + "\"",
        "\r\nContent-Type: application/octet-stream",
        value);
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] content() {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(content.toByteArray());
    whole.writeBytes(utf8("--" + boundary + "--\r\n"));
    return whole.toByteArray();
  }

  private void part(String disposition, String type, byte[] value) {
    content.writeBytes(
        utf8(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; "
                + disposition
                + type
                + "\r\n\r\n"));
    content.writeBytes(value);
    content.writeBytes(utf8("\r\n"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
