package jp.mimamori.bot.chat.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.discord.local.Faults.Kind;
import jp.mimamori.bot.chat.discord.local.Guild;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import org.junit.jupiter.api.Test;

/** Who people are, and what the operator is told. */
class DiscordPeopleTest extends AtLocalDiscord {
  @Test
  void whoSomebodyIsIsAskedEachTime() {
    discord.guild().gives(anna, "123456789012345678");
    var present = assertInstanceOf(Standing.Present.class, platform.lookUp(anna));
    assertEquals(Set.of("123456789012345678"), present.person().groups());
    discord.guild().leaves(anna);
    assertInstanceOf(Standing.Gone.class, platform.lookUp(anna));
    discord.faults().next(1, "GET", "guilds/.*", new Kind.Broken(503));
    assertInstanceOf(Standing.NotKnown.class, platform.lookUp(discord.guild().person("bert")));
  }

  @Test
  void theDoctorNamesWhatIsMissing() {
    discord.gateway().permissions(0);
    List<Finding> ill =
        DiscordExamination.of(
            LocalPeople.settings(discord, true),
            new DiscordChannels(Set.of(channel, "general"), Set.of()));
    String all = ill.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    assertTrue(all.contains("is Mimamori"), all);
    assertTrue(all.contains("message content is off"), all);
    assertTrue(all.contains("lacks View Channel"), all);
    assertTrue(all.contains("is no id"), all);
    assertTrue(all.contains("client_id=" + Guild.BOT), all);
    assertFalse(all.contains(LocalDiscord.TOKEN), "no token in " + all);
  }
}
