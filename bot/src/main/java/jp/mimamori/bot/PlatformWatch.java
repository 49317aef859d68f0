package jp.mimamori.bot;

import java.time.Instant;
import java.util.List;
import jp.mimamori.bot.bell.Alarm;
import jp.mimamori.bot.bell.Alarms;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.store.Database;

/**
 * Tells whoever keeps the service running of a platform that does not hear people, on all of them,
 * and when it hears again. A node that hears nothing because another one does says neither.
 */
final class PlatformWatch {
  private final Database database;
  private final Alarms alarms;
  private final List<ChatPlatform> platforms;

  PlatformWatch(Database database, Alarms alarms, List<ChatPlatform> platforms) {
    this.database = database;
    this.alarms = alarms;
    this.platforms = platforms;
  }

  void look(Instant now) {
    for (ChatPlatform platform : platforms) {
      Finding found = platform.health();
      boolean told =
          database.read(
              view ->
                  alarms.open(view).stream()
                      .anyMatch(
                          alarm ->
                              alarm.kind() == Alarm.Kind.PLATFORM_DEAF
                                  && alarm.subject().equals(platform.name())));
      boolean changed =
          switch (found.state()) {
            case WELL -> told;
            case ILL -> !told;
            case NOTE -> false;
          };
      if (changed) {
        database.write(
            now,
            tx -> {
              if (told) {
                alarms.over(tx, Alarm.Kind.PLATFORM_DEAF, platform.name());
              } else {
                alarms.raise(tx, Alarm.Kind.PLATFORM_DEAF, platform.name(), "", now, found.what());
              }
            });
      }
    }
  }
}
