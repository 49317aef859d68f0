package jp.mimamori.bot.chat.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a request to the library's router. */
final class Dispatch {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final int OK = 200;

  /** What the library says to what nobody asked for. */
  private static final int NOT_FOUND = 404;

  private final App app;

  Dispatch(App app) {
    this.app = app;
  }

  /** What to answer; nothing if Slack must not be told that the request arrived. */
  Optional<Response> answer(Request<?> request) {
    try {
      Response response = app.run(request);
      if (response.getStatusCode() == OK) {
        return Optional.of(response);
      }
      if (response.getStatusCode() == NOT_FOUND) {
        LOG.info("Slack's {} means nothing to us", request.getRequestType());
        return Optional.of(Response.ok());
      }
      LOG.warn(
          "Slack's {} was answered with {}", request.getRequestType(), response.getStatusCode());
      return Optional.empty();
    } catch (Exception notKept) {
      // The cause may quote what a person wrote; its kind may not.
      Throwable cause = notKept.getCause() == null ? notKept : notKept.getCause();
      LOG.error(
          "Slack's {} is left to be delivered again: {}",
          request.getRequestType(),
          cause.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
