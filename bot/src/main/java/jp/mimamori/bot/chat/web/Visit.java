package jp.mimamori.bot.chat.web;

import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.knowledge.Language;

/**
 * A visitor in one browser session, and the language they read it in.
 *
 * @param session its id
 */
record Visit(String session, Visitor visitor, Language language) {

  Person person() {
    return new Person(WebPlatform.NAME, visitor.id(), visitor.name());
  }

  /** A channel that this visitor may see; for any other one it is as if it were not there. */
  Channel channel(String id) {
    return visitor.channel(id).orElseThrow(Refusal::notFound);
  }

  /** The channel that a page shows: the one asked for, else the first. */
  Optional<Channel> shown(Optional<String> id) {
    List<Channel> channels = visitor.channels();
    return id.isPresent() ? Optional.of(channel(id.get())) : channels.stream().findFirst();
  }
}
