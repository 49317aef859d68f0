package jp.mimamori.bot.chat.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without a screen: one session at a started web chat. */
public final class WebClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern BUTTON =
      Pattern.compile(
          "<button[^>]* data-press=\"([^\"]+)\" data-message=\"([^\"]+)\"[^>]*>([^<]*)<");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private String cookie = "";

  WebClient(int port) {
    base = "http://127.0.0.1:" + port;
  }

  /** Chooses who to be. */
  public static WebClient signedIn(int port, String visitor) {
    var client = new WebClient(port);
    client.signIn(visitor);
    return client;
  }

  HttpResponse<String> signIn(String visitor) {
    HttpResponse<String> response = post("/sign-in", Map.of("visitor", visitor));
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return response;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** As the page does it. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return send(
        request(path)
            .header("HX-Request", "true")
            .header("Origin", base)
            .POST(BodyPublishers.ofString(form(fields))));
  }

  /** With headers of the test's choice and none of the page's. */
  HttpResponse<String> postBare(String path, Map<String, String> fields, String... headers) {
    HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(form(fields)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> ask(String channel, String text) {
    return post("/ask", Map.of("channel", channel, "text", text, "act", act()));
  }

  /** Without having asked: what is dangerous is asked first. */
  public HttpResponse<String> press(String channel, String message, String button) {
    return post(
        "/press", Map.of("channel", channel, "message", message, "button", button, "act", act()));
  }

  /** After a yes to what the button wants asked. */
  public HttpResponse<String> confirm(String channel, String message, String button) {
    return post(
        "/press",
        Map.of(
            "channel",
            channel,
            "message",
            message,
            "button",
            button,
            "act",
            act(),
            "confirmed",
            "true"));
  }

  /** The text of each message on a channel's page, without markup. */
  public List<String> messages(String channel) {
    return found("<article.*?</article>", channel).map(WebClient::text).toList();
  }

  /** The same, of what the bot shows. */
  public List<String> messagesOfTheBot(String channel) {
    return found("<article class=\"message bot\".*?</article>", channel)
        .map(WebClient::text)
        .toList();
  }

  /** The ids of all messages on a channel's page, oldest first. */
  public List<String> ids(String channel) {
    return found("(?<=<article class=\"message [a-z]{3,6}\" id=\"m-)[^\"]+", channel).toList();
  }

  /** The names of the files on a channel's page, oldest first. */
  public List<String> files(String channel) {
    return found("(?<= download=\")[^\"]+", channel).toList();
  }

  private Stream<String> found(String pattern, String channel) {
    String page = get("/?threads=1000&channel=" + encode(channel)).body();
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(page).results().map(MatchResult::group);
  }

  /** What a person reads of markup. */
  public static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replace("&amp;", "&");
  }

  /** A button as a page shows it. */
  public record Shown(String message, String button, String label) {}

  /** The buttons of the cards on a channel's page, oldest first. */
  public List<Shown> buttons(String channel) {
    return buttonsIn(get("/?threads=1000&channel=" + encode(channel)).body());
  }

  /** The buttons of a piece of markup. */
  public static List<Shown> buttonsIn(String html) {
    return BUTTON
        .matcher(html)
        .results()
        .map(found -> new Shown(found.group(2), found.group(1), found.group(3).strip()))
        .toList();
  }

  /** Opens the stream of a channel's page; returns once the page is up to date. */
  public Events events(String channel) {
    var events = new Events(channel);
    events.next("ready");
    return events;
  }

  public static String act() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Something that the server told an open page. */
  public record Event(String name, JsonNode data) {}

  /** What the server tells an open page. */
  public final class Events {
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private Events(String channel) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + "/events?channel=" + encode(channel)))
              .header("Cookie", cookie)
              .build();
      Thread.ofVirtual().start(() -> read(request));
    }

    private void read(HttpRequest request) {
      try {
        HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
        events.add(new Event("status " + response.statusCode(), JSON.createObjectNode()));
        String name = "";
        for (String line : (Iterable<String>) response.body()::iterator) {
          if (line.startsWith("event: ")) {
            name = line.substring(7);
          } else if (line.startsWith("data: ")) {
            events.add(new Event(name, JSON.readTree(line.substring(6))));
          }
        }
        events.add(new Event("end", JSON.createObjectNode()));
      } catch (IOException | InterruptedException | UncheckedIOException closed) {
        events.add(new Event("end", JSON.createObjectNode()));
      }
    }

    /** The next event of this name; others before it are passed over. */
    public JsonNode next(String name) {
      try {
        while (true) {
          Event event =
              Objects.requireNonNull(
                  events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no event " + name);
          if (event.name().equals(name)) {
            return event.data();
          }
        }
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }

    /** The next event, whatever it is. */
    public Event next() {
      try {
        return Objects.requireNonNull(
            events.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "no event");
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }
}
