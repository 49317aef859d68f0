package jp.mimamori.bot.chat.web;

import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Language;

/**
 * Somebody whom a person at the browser may choose to be.
 *
 * @param description tenant and role, {@code "東都精機 · 利用責任者"}: visitors are grouped by what stands
 *     before the middle dot
 * @param language the page's, until another is chosen
 * @param channels all that this visitor may see, in the order of the list at the left
 */
public record Visitor(
    String id, String name, Bilingual description, Language language, List<Channel> channels) {
  public Visitor {
    channels = List.copyOf(channels);
  }

  Optional<Channel> channel(String id) {
    return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
  }
}
