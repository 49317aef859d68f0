package jp.mimamori.bot.chat.slack;

import java.net.URI;
import java.util.Optional;

/**
 * What it takes to be a Slack app. Does not show its secrets.
 *
 * @param apiUrl of the Web API, with a slash at its end
 * @param appToken for Socket Mode; empty where events come by HTTP
 * @param http where signed requests are listened for, instead of Socket Mode
 */
public record SlackSettings(
    URI apiUrl, String botToken, String appToken, Optional<Http> http, SlackTiming timing) {
  /** Where signed requests are listened for. Does not show its secret. */
  public record Http(String host, int port, String signingSecret) {
    @Override
    public String toString() {
      return "Http[host=" + host + ", port=" + port + "]";
    }
  }

  public SlackSettings(URI apiUrl, String botToken, String appToken, Optional<Http> http) {
    this(apiUrl, botToken, appToken, http, SlackTiming.USUAL);
  }

  @Override
  public String toString() {
    return "SlackSettings[apiUrl=" + apiUrl + ", http=" + http + "]";
  }
}
