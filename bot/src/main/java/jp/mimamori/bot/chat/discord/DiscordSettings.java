package jp.mimamori.bot.chat.discord;

import java.net.URI;

/**
 * Where Discord is, and as whom we speak there. Does not show its token.
 *
 * @param apiUrl ends with a slash
 * @param readsMessages whether support channels are read without a mention, which needs the
 *     privileged message content intent
 */
public record DiscordSettings(URI apiUrl, URI gatewayUrl, String token, boolean readsMessages) {
  @Override
  public String toString() {
    return "DiscordSettings[apiUrl=" + apiUrl + ", gatewayUrl=" + gatewayUrl + "]";
  }
}
