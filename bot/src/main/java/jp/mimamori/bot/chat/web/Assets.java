package jp.mimamori.bot.chat.web;

import io.javalin.http.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The page's own files, all from the class path; an address changes when its file does. */
final class Assets {
  private static final String HTMX_VERSION =
      "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

  private final Map<String, Asset> assets =
      Map.of(
          "app.css", new Asset("text/css; charset=utf-8", own("app.css")),
          "app.js", new Asset("text/javascript; charset=utf-8", own("app.js")),
          "icon.svg", new Asset("image/svg+xml", own("icon.svg")),
          "htmx.js", new Asset("text/javascript; charset=utf-8", htmx()));

  String url(String name) {
    return "/assets/" + name + "?v=" + asset(name).version();
  }

  void serve(Context context) {
    Asset asset = asset(context.pathParam("name"));
    context
        .contentType(asset.type())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(asset.bytes());
  }

  private Asset asset(String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      throw Refusal.notFound();
    }
    return asset;
  }

  private static byte[] own(String name) {
    try (var file = Assets.class.getResourceAsStream(name)) {
      return bytes(file, name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] htmx() {
    var version = new Properties();
    try (var properties = Assets.class.getClassLoader().getResourceAsStream(HTMX_VERSION)) {
      if (properties == null) {
        throw new FileNotFoundException(HTMX_VERSION);
      }
      version.load(properties);
      String path =
          "META-INF/resources/webjars/htmx.org/%s/dist/htmx.min.js"
              .formatted(version.getProperty("version"));
      try (var file = Assets.class.getClassLoader().getResourceAsStream(path)) {
        return bytes(file, path);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] bytes(@Nullable InputStream file, String name) throws IOException {
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file.readAllBytes();
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Asset(String type, byte[] bytes) {
    String version() {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(hash, 0, 6);
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
