package jp.mimamori.bot;

import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.slack.SlackGolden;

class SlackGoldenTest extends GoldenStory {
  @Override
  Golden golden() {
    return new Golden() {
      @Override
      public void card(String name, Card card) {
        SlackGolden.card(name, card);
      }

      @Override
      public void form(String name, Form form) {
        SlackGolden.form(name, form);
      }

      @Override
      public void home(String name, Card card) {
        SlackGolden.home(name, card);
      }

      @Override
      public void fits(Card card) {
        SlackGolden.fits(card);
      }
    };
  }
}
