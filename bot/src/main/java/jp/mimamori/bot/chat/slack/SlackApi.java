package jp.mimamori.bot.chat.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's Web API, one call at a time and no call twice: neither Slack's library nor OkHttp below
 * it tries again by itself, and a method that is limited is left alone until its time.
 */
final class SlackApi implements AutoCloseable {
  /**
   * Slack may have done it before it failed
   * (https://docs.slack.dev/reference/methods/chat.postMessage#errors).
   */
  private static final Set<String> UNCLEAR =
      Set.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");

  /**
   * The token does not count any more (https://docs.slack.dev/reference/methods/auth.test#errors).
   */
  private static final Set<String> NO_TOKEN =
      Set.of(
          "account_inactive",
          "app_uninstalled",
          "invalid_auth",
          "not_authed",
          "org_login_required",
          "team_access_not_granted",
          "token_expired",
          "token_revoked");

  private static final Duration UNSAID = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(SlackApi.class);
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final Slack slack;
  private final SlackHttpClient http;
  private final InstantSource clock;
  private final MethodsClient bot;
  private final MethodsClient app;
  private final Map<String, Instant> blocked = new ConcurrentHashMap<>();
  private final AtomicReference<String> disowned = new AtomicReference<>("");

  SlackApi(SlackSettings settings, InstantSource clock) {
    this.clock = clock;
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
    // Its statistics would ask who the app token is, and keep threads.
    config.setStatsEnabled(false);
    config.getMethodsConfig().setStatsEnabled(false);
    int patience = Math.toIntExact(settings.timing().answer().toMillis());
    config.setHttpClientCallTimeoutMillis(patience);
    config.setHttpClientReadTimeoutMillis(patience);
    config.setHttpClientWriteTimeoutMillis(patience);
    // A host with several addresses would get a post again after a connection lost half-way.
    OkHttpClient once =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .retryOnConnectionFailure(false)
            .build();
    this.http = new SlackHttpClient(once);
    this.http.setConfig(config);
    this.slack = Slack.getInstance(config, http);
    this.bot = slack.methods(settings.botToken());
    this.app = slack.methods(settings.appToken());
  }

  /** As the library's own parts want it. */
  Slack slack() {
    return slack;
  }

  OkHttpClient http() {
    return http.getOkHttpClient();
  }

  MethodsClient methods() {
    return bot;
  }

  MethodsClient appMethods() {
    return app;
  }

  /** One call. */
  @FunctionalInterface
  interface Call<T> {
    T call() throws IOException, SlackApiException;
  }

  /**
   * @param limit what a refusal for being too often holds for: the method, or the method and the
   *     channel
   */
  <T extends SlackApiTextResponse> Called<T> call(String limit, Call<T> call) {
    Instant until = blocked.getOrDefault(limit, Instant.MIN);
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return new Called.Limited<>(Duration.between(now, until));
    }
    String before = disowned.get();
    Called<T> called = called(call);
    switch (called) {
      case Called.Limited<T>(Duration after) -> blocked.put(limit, clock.instant().plus(after));
      case Called.Refused<T>(String error) when NO_TOKEN.contains(error) -> disown(error);
      case Called.Done<T> _ -> disowned.compareAndSet(before, ""); // unless disowned meanwhile
      case Called.Refused<T> _, Called.NotSent<T> _, Called.Unclear<T> _ -> {}
    }
    return called;
  }

  /**
   * Slack says that our token does not count any more; it is believed until a call that begins
   * later succeeds.
   */
  void disown(String why) {
    if (disowned.getAndSet(why).isEmpty()) {
      LOG.error(
          "Slack does not take our token any more ({}): reinstall the app, then set SLACK_BOT_TOKEN"
              + " and SLACK_APP_TOKEN",
          why);
    }
  }

  /** Why Slack does not take our token; empty if it does, as far as we know. */
  String disowned() {
    return disowned.get();
  }

  private static <T extends SlackApiTextResponse> Called<T> called(Call<T> call) {
    try {
      T response = call.call();
      if (response.isOk()) {
        return new Called.Done<>(response);
      }
      String error = String.valueOf(response.getError());
      if (error.equals("ratelimited") || error.equals("rate_limited")) {
        return new Called.Limited<>(UNSAID);
      }
      return UNCLEAR.contains(error) ? new Called.Unclear<>(error) : new Called.Refused<>(error);
    } catch (SlackApiException answered) {
      int status = answered.getResponse().code();
      if (status == TOO_MANY) {
        return new Called.Limited<>(after(answered.getResponse().header("Retry-After")));
      }
      return status >= SERVER_ERROR
          ? new Called.Unclear<>("HTTP " + status)
          : new Called.Refused<>("HTTP " + status);
    } catch (ConnectException | UnknownHostException | NoRouteToHostException unreached) {
      return new Called.NotSent<>(unreached.getClass().getSimpleName());
    } catch (IOException | JsonParseException lost) {
      // Only the kind of trouble: a message could quote what was sent.
      return new Called.Unclear<>(lost.getClass().getSimpleName());
    }
  }

  private static Duration after(@Nullable String header) {
    try {
      return header == null ? UNSAID : Duration.ofSeconds(Math.max(1, Long.parseLong(header)));
    } catch (NumberFormatException odd) {
      return UNSAID;
    }
  }

  @Override
  public void close() {
    http().dispatcher().executorService().shutdown();
    http().connectionPool().evictAll();
  }
}
