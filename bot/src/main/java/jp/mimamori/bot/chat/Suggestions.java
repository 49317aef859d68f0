package jp.mimamori.bot.chat;

import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Language;

/** What somebody is offered while typing. Only what is theirs to see, and soon. */
@FunctionalInterface
public interface Suggestions {
  Suggestions NONE = (_, _, _, _, _) -> List.of();

  /**
   * @param order what is being ordered; empty for a question
   * @param typed so far
   */
  List<Form.Option> offer(
      Person person, Place place, Optional<Incoming.Order> order, String typed, Language language);
}
