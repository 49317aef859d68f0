package jp.mimamori.bot.chat.discord.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** How requests are read and answered. */
final class Wire {
  /** https://discord.com/developers/docs/reference#uploading-files */
  private static final int MOST_BYTES = 10 << 20;

  private final LocalDiscord discord;

  Wire(LocalDiscord discord) {
    this.discord = discord;
  }

  static void refuse(LocalError error, Context context) {
    ObjectNode body = Json.object().put("message", error.getMessage()).put("code", error.code);
    Double after = context.attribute("retry_after");
    if (after != null) {
      body.put("retry_after", after)
          .put("global", "global".equals(context.res().getHeader("X-RateLimit-Scope")));
    }
    context.status(error.status).contentType("application/json").result(body.toString());
  }

  void json(Context context, JsonNode body) {
    if (context.attribute("reply lost") != null) {
      discord.gateway().breakConnection(context);
      return;
    }
    context.contentType("application/json").result(body.toString());
  }

  /** The body, whose files are kept. */
  ObjectNode body(Context context) {
    if (!context.isMultipartFormData()) {
      return Json.read(context.body());
    }
    for (UploadedFile file : context.uploadedFiles()) {
      if (file.size() > MOST_BYTES) {
        throw new LocalError(413, 40005, "Request entity too large");
      }
      try {
        discord.board().keep(file.filename(), file.content().readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    String payload = context.formParam("payload_json");
    return Json.read(payload == null ? "" : payload);
  }

  static ObjectNode known(@Nullable ObjectNode node, int code, String message) {
    if (node == null) {
      throw new LocalError(404, code, message);
    }
    return node;
  }
}
