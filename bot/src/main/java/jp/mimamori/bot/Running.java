package jp.mimamori.bot;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.settings.Settings;

/** A service that runs in another process of this machine. */
final class Running {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Running() {}

  /**
   * What it says of its platforms; empty if nobody answers at the page's port, or somebody else.
   */
  static List<Finding> findings(Settings.Web web) {
    URI health = URI.create("http://127.0.0.1:" + web.port() + "/health");
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      String said =
          http.send(
                  HttpRequest.newBuilder(health).timeout(PATIENCE).build(), BodyHandlers.ofString())
              .body();
      return List.of(new ObjectMapper().readValue(said, Finding[].class));
    } catch (IOException nobody) {
      return List.of();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
