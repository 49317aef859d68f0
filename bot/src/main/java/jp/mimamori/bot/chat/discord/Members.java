package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Person;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/** Who people are at this moment, in the guilds of the channels that the configuration names. */
final class Members {
  private final Rest rest;
  private final Supplier<DiscordChannels> channels;

  /** A channel stays in its guild for ever. */
  private final Map<String, String> guildOf = new ConcurrentHashMap<>();

  Members(Rest rest, Supplier<DiscordChannels> channels) {
    this.rest = rest;
    this.channels = channels;
  }

  /** Who acts, with the roles that Discord tells with the act. */
  Person acting(Interaction event) {
    return acting(event.getUser(), event.getMember());
  }

  /** Where Discord does not say which roles they have, because they speak to us alone, we ask. */
  Person acting(User user, @Nullable Member member) {
    if (member != null) {
      Set<String> having =
          member.getUnsortedRoles().stream().map(Role::getId).collect(Collectors.toSet());
      return new Person(
          DiscordPlatform.NAME, user.getId(), member.getEffectiveName(), having, false);
    }
    return lookUp(user.getId()) instanceof Standing.Present(Person known)
        ? known
        : new Person(DiscordPlatform.NAME, user.getId(), user.getEffectiveName());
  }

  /** Present with the roles of all our guilds together; role ids are Discord-wide. */
  Standing lookUp(String account) {
    if (!Id.isOne(account)) {
      return new Standing.Gone();
    }
    Set<String> guilds = new HashSet<>();
    for (String channel : channels.get().all()) {
      switch (guild(channel)) {
        case Outcome.Done(JsonNode found) -> guilds.add(found.asText());
        case Outcome.Denied _ -> {} // a channel that is not there makes nobody a member
        case Outcome.Slowed _ -> {
          return new Standing.NotKnown("Discord asks us to wait");
        }
        case Outcome.Unsent(String reason) -> {
          return new Standing.NotKnown(reason);
        }
        case Outcome.Lost(String reason) -> {
          return new Standing.NotKnown(reason);
        }
      }
    }
    return guilds.isEmpty()
        ? new Standing.NotKnown("the bot sees none of the channels that are configured")
        : in(guilds, account);
  }

  private Standing in(Set<String> guilds, String account) {
    Optional<String> name = Optional.empty();
    Set<String> roles = new HashSet<>();
    for (String guild : guilds) {
      Outcome outcome = rest.get("guilds/" + guild + "/members/" + account);
      if (outcome instanceof Outcome.Done(JsonNode member)) {
        name = Optional.of(name(member));
        member.path("roles").forEach(role -> roles.add(role.asText()));
      } else if (!outcome.is(Outcome.UNKNOWN_MEMBER) && !outcome.is(Outcome.UNKNOWN_USER)) {
        return new Standing.NotKnown("guild " + guild + " does not say: " + outcome);
      }
    }
    return name.<Standing>map(
            known ->
                new Standing.Present(
                    new Person(DiscordPlatform.NAME, account, known, roles, false)))
        .orElseGet(Standing.Gone::new);
  }

  private static String name(JsonNode member) {
    for (JsonNode name :
        new JsonNode[] {
          member.path("nick"),
          member.path("user").path("global_name"),
          member.path("user").path("username")
        }) {
      if (name.isTextual()) {
        return name.asText();
      }
    }
    return "";
  }

  private Outcome guild(String channel) {
    String known = guildOf.get(channel);
    if (known != null) {
      return new Outcome.Done(TextNode.valueOf(known));
    }
    if (!Id.isOne(channel)) {
      return new Outcome.Denied(404, Outcome.UNKNOWN_CHANNEL, "no id");
    }
    Outcome outcome = rest.get("channels/" + channel);
    if (outcome instanceof Outcome.Done(JsonNode found) && found.hasNonNull("guild_id")) {
      guildOf.put(channel, found.path("guild_id").asText());
      return new Outcome.Done(found.path("guild_id"));
    }
    return outcome;
  }
}
