package jp.mimamori.bot.edr.visionone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP to the configured host and to no other: callers name a path, never a host, and redirects are
 * not followed, so the key has nowhere else to go. Reads are repeated with patience, writes never.
 */
final class Transport implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Transport.class);

  /** Far above any page or report; keeps a broken server from filling our memory. */
  private static final long MAX_BODY = 64L * 1024 * 1024;

  private static final String JSON = "application/json;charset=utf-8";

  private final ObjectMapper json = new ObjectMapper();
  private final VisionOneSettings settings;
  private final Pause pause;
  private final HttpClient http;

  Transport(VisionOneSettings settings, Pause pause) {
    this.settings = settings;
    this.pause = pause;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /**
   * Reads, again and again while that may help.
   *
   * @param headers such as TMV1-Filter, to be sent with every page (fact sheet 1.2)
   */
  Reply get(String pathAndQuery, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = request(pathAndQuery).GET();
    headers.forEach(request::header);
    for (int tried = 1; ; tried++) {
      boolean last = tried == Backoff.TRIES;
      try {
        Reply reply = send(request.build());
        if (last || !reply.passing()) {
          return reply;
        }
        log.debug("HTTP {} from {}, reading again", reply.status(), host());
        rest(tried, Optional.of(reply));
      } catch (InterruptedIOException interrupted) {
        throw interrupted;
      } catch (IOException lost) {
        if (last) {
          throw lost;
        }
        log.debug("{} cannot be read, trying again", host());
        rest(tried, Optional.empty());
      }
    }
  }

  /** Sends once. A failure leaves open whether it arrived. */
  Reply post(String path, JsonNode body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build());
  }

  /** Sends a form once. A failure leaves open whether it arrived. */
  Reply post(String path, Multipart form) throws IOException {
    return send(
        request(path)
            .header("Content-Type", form.contentType())
            .POST(BodyPublishers.ofByteArray(form.content()))
            .build());
  }

  /** Changes once what is still at that version. A failure leaves open whether it arrived. */
  Reply patch(String path, JsonNode body, String version) throws IOException {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .header("If-Match", version)
            .method("PATCH", BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build());
  }

  /**
   * Fetches from wherever it lies, without the key: such an address opens by itself (fact sheet
   * 1.2). Refuses what is neither encrypted nor on this machine.
   */
  byte[] fetch(URI location) throws IOException {
    if (!VisionOneSettings.safe(location)) {
      throw new IOException("the address is not encrypted");
    }
    var response = answer(HttpRequest.newBuilder(location).GET().build());
    if (response.statusCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException("it is not there any more (" + response.statusCode() + ")");
    }
    return response.body();
  }

  private String host() {
    return settings.baseUrl().getRawAuthority();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(settings.baseUrl() + pathAndQuery))
        .header("Authorization", "Bearer " + settings.apiKey())
        .header("Accept", "application/json, */*;q=0.5")
        .header("User-Agent", "mimamori");
  }

  private Reply send(HttpRequest request) throws IOException {
    var response = answer(request);
    return new Reply(response.statusCode(), response.headers(), parsed(response.body()));
  }

  /** Waits for the whole answer: the JDK's own time-out ends with the headers. */
  private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY));
    try {
      return answer.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new HttpTimeoutException(
          "no answer within " + settings.requestTimeout().toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      throw interrupted();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException lost) {
        throw lost;
      }
      throw new IOException("the request failed", failed.getCause());
    }
  }

  private JsonNode parsed(byte[] body) throws IOException {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException notJson) {
      return JsonNodeFactory.instance.binaryNode(body); // a report, or a proxy's page
    }
  }

  private void rest(int tried, Optional<Reply> reply) throws InterruptedIOException {
    try {
      pause.pause(reply.map(r -> Backoff.after(tried, r)).orElseGet(() -> Backoff.after(tried)));
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }
}
