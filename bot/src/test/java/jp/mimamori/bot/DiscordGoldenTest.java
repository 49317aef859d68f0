package jp.mimamori.bot;

import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.discord.DiscordGolden;

class DiscordGoldenTest extends GoldenStory {
  @Override
  Golden golden() {
    return new Golden() {
      @Override
      public void card(String name, Card card) {
        DiscordGolden.card(name, card);
      }

      @Override
      public void form(String name, Form form) {
        DiscordGolden.form(name, form);
      }

      @Override
      public void home(String name, Card card) {
        DiscordGolden.card(name, card);
      }

      @Override
      public void fits(Card card) {
        DiscordGolden.fits(card);
      }
    };
  }
}
