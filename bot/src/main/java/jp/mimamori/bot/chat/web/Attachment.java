package jp.mimamori.bot.chat.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a browser is told to keep a file under its name (RFC 6266, with RFC 8187 for Japanese). */
final class Attachment {
  private Attachment() {}

  static String header(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
