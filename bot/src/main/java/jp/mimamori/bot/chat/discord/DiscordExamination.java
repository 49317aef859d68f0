package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.chat.Finding;
import net.dv8tion.jda.api.Permission;

/**
 * Looks at the bot as Discord sees it, without connecting: token, intents, channels, permissions.
 */
public final class DiscordExamination {
  /**
   * https://discord.com/developers/docs/resources/application#application-object-application-flags
   */
  private static final int CONTENT_FLAGS = 1 << 18 | 1 << 19;

  /** Text and announcement channels: where threads can hang from messages. */
  private static final Set<Integer> TYPES = Set.of(0, 5);

  private final DiscordSettings settings;
  private final Rest rest;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Optional<Guild>> guilds = new HashMap<>();

  private DiscordExamination(DiscordSettings settings, Rest rest) {
    this.settings = settings;
    this.rest = rest;
  }

  public static List<Finding> of(DiscordSettings settings, DiscordChannels channels) {
    try (var rest =
        new Rest(
            settings, new RateLimits(System::nanoTime, RateLimits.MOST_A_SECOND), Pause.REAL)) {
      var examination = new DiscordExamination(settings, rest);
      examination.examine(channels);
      return List.copyOf(examination.findings);
    }
  }

  private void examine(DiscordChannels channels) {
    Outcome me = rest.get("users/@me");
    if (!(me instanceof Outcome.Done(JsonNode bot))) {
      findings.add(Finding.ill("discord token", said(me)));
      return;
    }
    String id = bot.path("id").asText();
    findings.add(
        Finding.well("discord token", "is " + bot.path("username").asText() + " (" + id + ")"));
    intents();
    if (channels.all().isEmpty()) {
      findings.add(
          Finding.note("discord channels", "tenants.yaml names none with platform: discord"));
    }
    channels.all().stream().sorted().forEach(channel -> channel(channel, id));
    findings.add(Finding.note("discord invitation", Invitation.link(id)));
  }

  private void intents() {
    if (!settings.readsMessages()) {
      findings.add(Finding.well("discord intents", "no privileged one is needed"));
      return;
    }
    Outcome application = rest.get("applications/@me");
    if (!(application instanceof Outcome.Done(JsonNode found))) {
      findings.add(Finding.note("discord intents", said(application)));
      return;
    }
    findings.add(
        (found.path("flags").asInt() & CONTENT_FLAGS) != 0
            ? Finding.well("discord intents", "message content is switched on")
            : Finding.ill(
                "discord intents",
                "message content is off: switch it on in the developer portal (Bot, Privileged"
                    + " Gateway Intents), or set discord.reads-messages: false"));
  }

  private void channel(String id, String bot) {
    String subject = "discord channel " + id;
    if (!Id.isOne(id)) {
      findings.add(
          Finding.ill(subject, "is no id: switch on developer mode, then Copy Channel ID"));
      return;
    }
    Outcome outcome = rest.get("channels/" + id);
    if (!(outcome instanceof Outcome.Done(JsonNode channel))) {
      findings.add(Finding.ill(subject, said(outcome)));
      return;
    }
    if (!TYPES.contains(channel.path("type").asInt())) {
      findings.add(Finding.ill(subject, "is no text channel"));
      return;
    }
    String guildId = channel.path("guild_id").asText();
    Optional<Guild> guild = guilds.computeIfAbsent(guildId, one -> guild(one, bot));
    if (guild.isEmpty()) {
      findings.add(Finding.note(subject, "#" + channel.path("name").asText() + " answers"));
      return;
    }
    List<String> missing = Invitation.missing(guild.get().bits(channel, guildId, bot));
    String name = "#" + channel.path("name").asText() + " in " + guild.get().name();
    findings.add(
        missing.isEmpty()
            ? Finding.well(subject, name)
            : Finding.ill(subject, name + ": the bot lacks " + String.join(", ", missing)));
  }

  private Optional<Guild> guild(String id, String bot) {
    return body("guilds/" + id)
        .flatMap(
            guild ->
                body("guilds/" + id + "/roles")
                    .flatMap(
                        roles ->
                            body("guilds/" + id + "/members/" + bot)
                                .map(member -> new Guild(guild, roles, member))));
  }

  private Optional<JsonNode> body(String path) {
    return rest.get(path) instanceof Outcome.Done(JsonNode body)
        ? Optional.of(body)
        : Optional.empty();
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "answers";
      case Outcome.Slowed _ -> "Discord asks us to wait; try again in a moment";
      case Outcome.Unsent(String reason) -> reason;
      case Outcome.Lost(String reason) -> reason;
      case Outcome.Denied denied -> Outcome.sentence(denied, "such channel");
    };
  }

  /** What the bot may do where. https://discord.com/developers/docs/topics/permissions */
  private record Guild(JsonNode guild, JsonNode roles, JsonNode member) {
    String name() {
      return guild.path("name").asText();
    }

    long bits(JsonNode channel, String id, String bot) {
      Set<String> having = new HashSet<>(Set.of(id));
      member.path("roles").forEach(role -> having.add(role.asText()));
      long bits = 0;
      for (JsonNode role : roles) {
        if (having.contains(role.path("id").asText())) {
          bits |= role.path("permissions").asLong();
        }
      }
      boolean all =
          (bits & Permission.ADMINISTRATOR.getRawValue()) != 0
              || guild.path("owner_id").asText().equals(bot);
      if (all) {
        return ~0L;
      }
      bits = overwritten(bits, List.of(overwrite(channel, id)));
      having.remove(id);
      bits = overwritten(bits, having.stream().map(role -> overwrite(channel, role)).toList());
      return overwritten(bits, List.of(overwrite(channel, bot)));
    }

    /** All denials of a level first, then all that is allowed there. */
    private static long overwritten(long bits, List<JsonNode> overwrites) {
      long left = bits;
      for (JsonNode overwrite : overwrites) {
        left &= ~overwrite.path("deny").asLong();
      }
      for (JsonNode overwrite : overwrites) {
        left |= overwrite.path("allow").asLong();
      }
      return left;
    }

    private static JsonNode overwrite(JsonNode channel, String id) {
      for (JsonNode overwrite : channel.path("permission_overwrites")) {
        if (overwrite.path("id").asText().equals(id)) {
          return overwrite;
        }
      }
      return MissingNode.getInstance();
    }
  }
}
