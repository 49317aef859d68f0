package jp.mimamori.bot;

import java.util.Optional;
import jp.mimamori.bot.settings.Settings;

/**
 * Which platforms have a stand-in on this machine, and at which port; 0 for any that is free.
 *
 * @param slack empty for none
 * @param discord empty for none
 */
record StandIns(Optional<Integer> slack, Optional<Integer> discord) {
  static final StandIns NONE = new StandIns(Optional.empty(), Optional.empty());

  /** The configuration, with everybody there, too. */
  Settings peopled(Settings settings) {
    Settings peopled = slack.isPresent() ? LocalSlackDemo.peopled(settings) : settings;
    return discord.isPresent() ? LocalDiscordDemo.peopled(peopled) : peopled;
  }
}
