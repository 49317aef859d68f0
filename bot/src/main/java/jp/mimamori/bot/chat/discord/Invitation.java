package jp.mimamori.bot.chat.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** How the bot is let into a server: with what it uses and nothing more. */
final class Invitation {
  /** In every channel that the configuration names. */
  static final Set<Permission> PERMISSIONS =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.CREATE_PUBLIC_THREADS,
          Permission.MESSAGE_ATTACH_FILES,
          Permission.MESSAGE_HISTORY);

  private Invitation() {}

  /** https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow */
  static String link(String application) {
    return "https://discord.com/oauth2/authorize?client_id="
        + application
        + "&scope=bot+applications.commands&permissions="
        + Permission.getRaw(PERMISSIONS);
  }

  /** Which of them are not among those bits, by the names that Discord shows. */
  static List<String> missing(long bits) {
    return PERMISSIONS.stream()
        .filter(permission -> (bits & permission.getRawValue()) == 0)
        .map(Permission::getName)
        .toList();
  }
}
