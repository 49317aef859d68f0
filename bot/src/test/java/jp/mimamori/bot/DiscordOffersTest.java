package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.bot.alert.Alerts;
import jp.mimamori.bot.chat.discord.DiscordPlatform;
import jp.mimamori.bot.chat.discord.Eventually;
import jp.mimamori.bot.chat.discord.GatewayLease;
import jp.mimamori.bot.chat.discord.LocalPeople;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;
import jp.mimamori.bot.frontdesk.Offers;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.knowledge.documents.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Discord offers while somebody types a command, through JDA: what is theirs, and no more. */
class DiscordOffersTest {
  private static final Documents DOCUMENTS = Documents.read(Stage.DOCUMENTS);

  @TempDir private Path folder;
  private final Map<String, String> ids = new HashMap<>();
  private LocalDiscord discord;
  private LocalPeople people;
  private Stage stage;

  @BeforeEach
  void twoCustomersWithAnAlertEach() {
    discord = LocalPeople.discord();
    people = new LocalPeople(discord);
    Settings settings =
        AlsoOn.platform(
            "discord",
            Stage.SETTINGS,
            discord.guild()::person,
            name -> ids.computeIfAbsent(name, discord.guild()::channel));
    DiscordPlatform platform =
        LocalPeople.platform(
            discord,
            Set.copyOf(ids.values()),
            GatewayLease.ALONE,
            (person, place, order, typed, language) ->
                new Offers(
                        stage.database(),
                        settings::tenants,
                        new Alerts(),
                        (text, spoken) -> DiscordDesk.suggestions(DOCUMENTS, text, spoken))
                    .offer(person, place, order, typed, language));
    stage = new Stage(folder, Stage.tokyo("2026-11-24T10:00"), settings, platform);
    stage.edr.sees("WB-9001-20261124-00001", "Ransomware Behaviour", stage.now);
    stage.edr.sees("WB-9002-20261124-00001", "9002", "Credential Dumping", stage.now);
    stage.passes(Duration.ofSeconds(3));
    people.listened();
  }

  @AfterEach
  void close() {
    stage.close();
    discord.close();
  }

  @Test
  void questionsThatHoldWhatIsTyped() {
    List<String> offered = offered("tanaka", "sakura-support", "ask", "question", "インストール");
    assertFalse(offered.isEmpty());
    assertTrue(offered.stream().allMatch(one -> one.contains("インストール")), offered.toString());
  }

  @Test
  void severitiesCustomersAndNumbersForAnAnalyst() {
    List<String> offered = offered("sato", "sakura-alerts", "alerts", "about", "");
    assertEquals(List.of("重大", "高", "中", "低"), offered.subList(0, 4));
    assertTrue(offered.stream().anyMatch(one -> one.contains("さくら商事")), offered.toString());
    assertTrue(offered.stream().anyMatch(one -> one.contains("Ransomware")), offered.toString());
    assertTrue(offered.stream().anyMatch(one -> one.contains("Credential")), offered.toString());
  }

  @Test
  void nothingOfAnotherCustomersAndNothingForAStranger() {
    List<String> own = offered("tanaka", "sakura-alerts", "alerts", "about", "");
    assertTrue(own.stream().anyMatch(one -> one.contains("Ransomware")), own.toString());
    assertFalse(own.stream().anyMatch(one -> one.contains("Credential")), own.toString());
    List<String> others = offered("miller", "minato-alerts", "alerts", "about", "");
    assertFalse(others.stream().anyMatch(one -> one.contains("Ransomware")), others.toString());
    assertEquals(List.of(), offered("mallory", "sakura-alerts", "alerts", "about", ""));
  }

  @Test
  void whatIsTypedNarrowsItDownAndTheOrderKeepsToIt() {
    assertEquals(
        List.of("WB-9002-20261124-00001"), values("sato", "sakura-alerts", "alerts", "dumping"));
    orders("sato", "alerts", "WB-9002-20261124-00001");
    String told = people.told(discord.guild().person("sato"));
    assertTrue(told.contains("Credential"), told);
    assertFalse(told.contains("Ransomware"), told);

    orders("sato", "alerts", "low");
    assertTrue(people.told(discord.guild().person("sato")).contains("未完了のアラートはありません"));
    orders("sato", "alerts", "Critical");
    assertTrue(
        people.told(discord.guild().person("sato")).contains("Ransomware"), "in either language");
  }

  private void orders(String member, String order, String about) {
    people.orders(
        discord.guild().person(member),
        discord.guild().channel("sakura-alerts"),
        order,
        Map.of("about", about));
  }

  private List<String> values(String member, String channel, String order, String typed) {
    return offers(member, channel, order, "about", typed).findValuesAsText("value");
  }

  private List<String> offered(
      String member, String channel, String order, String option, String typed) {
    return offers(member, channel, order, option, typed).findValuesAsText("name");
  }

  private JsonNode offers(
      String member, String channel, String order, String option, String typed) {
    int before = discord.people().choices().size();
    discord
        .people()
        .types(
            discord.guild().person(member), discord.guild().channel(channel), order, option, typed);
    Eventually.so(() -> discord.people().choices().size() > before, "nothing was offered in time");
    return discord.people().choices().getLast();
  }
}
