package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import jp.mimamori.bot.edr.EdrException;

/** Says in a sentence what went wrong, without the key and without more than one line of theirs. */
final class Trouble {
  private static final int MAX_QUOTE = 200;

  private final VisionOneSettings settings;

  Trouble(VisionOneSettings settings) {
    this.settings = settings;
  }

  /** Why a reading got this answer instead of what it wanted. */
  EdrException of(String wish, Reply reply) {
    return new EdrException("Vision One " + host() + ", " + wish + ": " + sentence(reply));
  }

  EdrException of(String wish, IOException lost) {
    return new EdrException("Vision One " + host() + ", " + wish + ": " + sentence(lost), lost);
  }

  EdrException of(String wish, String sentence) {
    return new EdrException("Vision One " + host() + ", " + wish + ": " + sentence);
  }

  String sentence(Reply reply) {
    int status = reply.status();
    String quote = quote(reply.body());
    return switch (status) {
      case 401 ->
          "the API key is refused (401): it is wrong, expired, or of another region" + quote;
      case 403 -> "the API key's role lacks the permission for this (403)" + quote;
      case 404 -> "not found (404)" + quote;
      case 429 -> "too many requests (429); it will be tried again later";
      default -> {
        if (status >= 500) {
          yield "it has trouble of its own (" + status + ")" + quote;
        }
        if (status >= 400) {
          yield "it does not accept the request (" + status + ")" + quote;
        }
        if (status >= 300) {
          yield "it redirects (" + status + "), which is not followed; check visionone.base-url";
        }
        yield "its answer (" + status + ") is not understood";
      }
    };
  }

  String sentence(IOException lost) {
    return switch (lost) {
      case HttpTimeoutException _ -> "no answer in time";
      case ConnectException _ -> "no connection; check the network and visionone.base-url";
      case UnknownHostException _ -> "its name is not known; check visionone.base-url";
      default -> "the connection was lost (" + lost.getClass().getSimpleName() + ")";
    };
  }

  /** Their own words about it, made safe to show. */
  String quote(JsonNode body) {
    String message = body.path("error").path("message").asText("");
    return message.isBlank() ? "" : ": " + clean(message);
  }

  private String clean(String text) {
    String line =
        text.replace(settings.apiKey(), "***").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…";
  }

  private String host() {
    return settings.baseUrl().getRawAuthority();
  }
}
