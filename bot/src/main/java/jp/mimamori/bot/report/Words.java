package jp.mimamori.bot.report;

import java.util.Locale;
import jp.mimamori.knowledge.Language;

/** What reports say, in both languages; {@code %s} and {@code %d} are filled in. */
interface Words {
  String japanese();

  String english();

  default String in(Language language, Object... arguments) {
    return switch (language) {
      case JA -> String.format(Locale.JAPANESE, japanese(), arguments);
      case EN -> String.format(Locale.ENGLISH, english(), arguments);
    };
  }
}
