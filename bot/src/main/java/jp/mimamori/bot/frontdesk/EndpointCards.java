package jp.mimamori.bot.frontdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.edr.EndpointFacts.Prerequisite;
import jp.mimamori.bot.endpoint.Shortcoming;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.knowledge.Language;

/** What a tenant is told of endpoints that do not meet the service's prerequisites. */
final class EndpointCards {
  private static final int MOST = 15;

  private EndpointCards() {}

  static Card draw(List<Shortcoming> found, Tenant tenant) {
    Language language = tenant.language();
    if (found.isEmpty()) {
      return new Card(
          Phrase.ENDPOINTS_WELL_TITLE.in(language),
          Tone.SETTLED,
          language,
          List.of(new Block.Text(Phrase.ENDPOINTS_WELL.in(language))));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Text(Phrase.ENDPOINTS_TEXT.in(language)));
    blocks.add(
        new Block.Facts(
            found.stream()
                .limit(MOST)
                .map(
                    one ->
                        new Fact(
                            one.name(),
                            one.missing().stream()
                                .map(missing -> phrase(missing).in(language))
                                .collect(Collectors.joining(" / "))))
                .toList()));
    if (found.size() > MOST) {
      blocks.add(new Block.Note(Phrase.AND_MORE.in(language, found.size() - MOST)));
    }
    return new Card(
        Phrase.ENDPOINTS_TITLE.in(language, found.size()), Tone.WORKING, language, blocks);
  }

  private static Phrase phrase(Prerequisite missing) {
    return switch (missing) {
      case AGENT_INSTALLED -> Phrase.LACKS_AGENT;
      case SERVER_REACHED -> Phrase.LACKS_SERVER;
      case ENDPOINT_SENSOR -> Phrase.LACKS_SENSOR;
      case VIRTUAL_ANALYZER -> Phrase.LACKS_ANALYZER;
      case REAL_TIME_SCAN -> Phrase.LACKS_SCAN;
      case DETECTIONS -> Phrase.LACKS_DETECTIONS;
      case MAIL_METADATA -> Phrase.LACKS_MAIL;
    };
  }
}
