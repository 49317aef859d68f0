package jp.mimamori.bot.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped configuration is right, and every mistake in it is named where it stands. */
class SettingsFolderTest {
  private static final Path SHIPPED = Path.of("..", "config");

  @TempDir private Path root;
  private Path folder;

  @BeforeEach
  void copy() throws IOException {
    folder = Files.createDirectory(root.resolve("config"));
    try (var files = Files.list(SHIPPED)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void theShippedConfigurationIsRight() {
    Settings settings = SettingsFolder.read(folder, Map.of());
    assertEquals(1600, settings.facts().monthlyFee());
    assertEquals(2, settings.tenants().all().size());
    assertEquals(8080, settings.installation().web().port());
  }

  @ParameterizedTest(name = "{0}: {1} → {2}: {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          tenants.yaml | roles: [analyst] | rolez: [analyst] | rolez: unknown key; allowed: accounts, id, language, mail, name, roles, tenants
          tenants.yaml | alerts-shared: true | alerts-shred: true | alerts-shred: unknown key; allowed: alerts-shared
          tenants.yaml | language: ja | language: jp | "jp" is not one of: ja, en
          tenants.yaml | purpose: on-call | purpose: oncall | "oncall" is not one of: support, alerts, desk, on-call
          tenants.yaml | tenants: [sakura, minato] | tenants: [sakura, minata] | "minata" is no tenant; allowed: minato, sakura
          tenants.yaml | id: minato-support | id: sakura-support | "sakura-support" belongs to sakura already
          tenants.yaml | id: minato-support | id: desk | "desk" belongs to
          tenants.yaml | edr-customer: "9002" | edr-customer: "9001" | another tenant's
          tenants.yaml | { web: suzuki } | { web: tanaka } | "tanaka" is tanaka's
          tenants.yaml | id: suzuki | id: tanaka | is taken by another member
          tenants.yaml | tenants: [sakura]\\n    roles: [customer]\\n | tenants: [sakura, minato]\\n    roles: [customer]\\n | a customer's person belongs to one tenant
          tenants.yaml | id: minato\\n | id: Minato Works\\n | is not an id
          service.yaml | monthly-fee: 1600 | monthly-fee: 千六百 | is not a whole number
          service.yaml | monthly-fee: 1600 | monthly-fee: 0 | must be more than 0
          service.yaml | monthly-fee: 1600 | # nothing | monthly-fee
          escalation.yaml | after: PT30M | after: 30 minutes | is not a duration such as PT30M
          escalation.yaml | clock: business } | clock: office } | "office" is not one of: business, wall
          escalation.yaml | handover: | handovers: | ladders.handover: is missing
          escalation.yaml | rota: soc, where | rota: sock, where | ladders.incident[0].rota: "sock" is not among the rotas
          escalation.yaml | rota: soc, where | member: nobody, where | ladders.incident[0].member: "nobody" is not in tenants.yaml
          escalation.yaml | rota: soc, where | rota: soc, member: sato, where | ladders.incident[0]: calls a member, a rota or a group
          escalation.yaml | rota: soc, where | group: S1, where | "S1" is not among the groups
          escalation.yaml | rota: soc, where: [channel, direct] | where: [direct] | ladders.incident[0].where: direct needs a member or a rota
          escalation.yaml | clock: wall, times: 3 | clock: wall, times: 3, until: taken | ladders.incident[1].until: a step calls so many times
          escalation.yaml | clock: wall, times: 3 | clock: wall, times: 0 | ladders.incident[1]: A step can't call 0 times
          escalation.yaml | specials: [] | specials: [{ ladder: alert, steps: [] }] | specials[0]: needs a tenant, severities, or both
          escalation.yaml | specials: [] | specials: [{ ladder: alert, tenant: acme, steps: [] }] | specials[0].tenant: "acme" is not in tenants.yaml
          escalation.yaml | specials: [] | specials: [{ ladder: alert, severities: [worst], steps: [] }] | "worst" is not one of: low, medium, high, critical
          escalation.yaml | participants: [sato | participants: [saito | rotas.soc.participants[0]: "saito" is not in tenants.yaml
          escalation.yaml | day: monday | # nothing | rotas.soc.day: is missing
          escalation.yaml | replacements: [] | replacements: [{ member: sato, from: "2026-12-29 9:00", until: Tuesday }] | rotas.soc.replacements[0].until: "Tuesday" is not a moment
          response.yaml | rules: [] | rules: [{ actions: [isolat], needs: nobody }] | "isolat" is not one of: isolate, release
          response.yaml | rules: [] | rules: [{ needs: second-person, askers: [nobody] }] | "nobody" is not in tenants.yaml
          response.yaml | rules: [] | rules: [{ needs: two-persons }] | is not one of: nobody, second-person, customer-consent
          response.yaml | lapses-after: PT4H | lapses-after: PT0S | must be longer than nothing
          response.yaml | muting: [] | muting: [{ effect: mute, until: 2026-12-31, reason: "" }] | muting[0].reason: must say why
          response.yaml | muting: [] | muting: [{ effect: mute, tenants: [acme], until: 2026-12-31, reason: a }] | "acme" is not in tenants.yaml
          hours.yaml | opens: "09:00" | opens: "18:00" | must open before it closes
          hours.yaml | from: "12-29" | from: "29-12" | is not a month and a day such as "12-29"
          hours.yaml | weekdays: [monday | weekdays: [mondey | is not one of: monday
          hours.yaml | closed-days: [] | closed-days: [{ date: 2027-02-30, ja: あ, en: b }] | is not a date such as 2027-01-01
          mimamori.yaml | kind: simulator | kind: visionone | set VISIONONE_API_KEY in the environment
          mimamori.yaml | kind: simulator | kind: crowdstrike | is not one of: simulator, visionone
          mimamori.yaml | port: 8080 | port: 80800 | is not a port
          mimamori.yaml | poll: PT5S | poll: PT0S | must be more than nothing
          mimamori.yaml | web: | @web: | not well-formed YAML
          mimamori.yaml | web: | web: [1, 2]\\nnothing: | web: is not what is expected here
          """)
  void aMistakeIsNamedWithItsFile(String file, String right, String wrong, String told)
      throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    String after = before.replaceFirst(quoted(right), wrong.replace("\\n", "\n"));
    assertFalse(after.equals(before), "the shipped file has no " + right);
    Files.writeString(path, after);

    String message =
        assertThrows(SettingsException.class, () -> SettingsFolder.read(folder, Map.of()))
            .getMessage();
    assertTrue(message.startsWith("config/" + file), message);
    assertTrue(message.contains(told), message);
  }

  @Test
  void theLineIsNamedToo() throws IOException {
    Path path = folder.resolve("service.yaml");
    Files.writeString(path, Files.readString(path).replace("term-months: 12", "term-months: year"));
    int line =
        Files.readString(path)
            .substring(0, Files.readString(path).indexOf("term-months"))
            .split("\n", -1)
            .length;

    String message =
        assertThrows(SettingsException.class, () -> SettingsFolder.read(folder, Map.of()))
            .getMessage();
    assertTrue(message.startsWith("config/service.yaml:" + line + ": term-months:"), message);
  }

  @Test
  void everyFilesMistakeIsNamedAtOnce() throws IOException {
    Files.delete(folder.resolve("service.yaml"));
    Files.writeString(folder.resolve("hours.yaml"), "");

    String message =
        assertThrows(SettingsException.class, () -> SettingsFolder.read(folder, Map.of()))
            .getMessage();
    assertEquals(2, message.lines().count(), message);
    assertTrue(message.contains("config/service.yaml: the file is missing"), message);
    assertTrue(message.contains("config/hours.yaml"), message);
  }

  @Test
  void aKeyIsSentToNoAddressWithoutEncryption() throws IOException {
    Path path = folder.resolve("mimamori.yaml");
    Files.writeString(
        path,
        Files.readString(path)
            .replace("kind: simulator", "kind: visionone")
            .replace("base-url: \"\"", "base-url: http://api.xdr.trendmicro.co.jp"));

    String message =
        assertThrows(
                SettingsException.class,
                () -> SettingsFolder.read(folder, Map.of("VISIONONE_API_KEY", "s3cret")))
            .getMessage();
    assertTrue(message.startsWith("config/mimamori.yaml: visionone.base-url"), message);
    assertFalse(message.contains("s3cret"), message);
  }

  @Test
  void theRegionDecidesTheAddressAndJapanIsTheDefault() throws IOException {
    Path path = folder.resolve("mimamori.yaml");
    String japan = Files.readString(path).replace("kind: simulator", "kind: visionone");
    assertEquals("https://api.xdr.trendmicro.co.jp", address(path, japan));
    assertEquals(
        "https://api.xdr.trendmicro.co.jp", address(path, japan.replace("  region: jp\n", "")));
    assertEquals("https://api.eu.xdr.trendmicro.com", address(path, japan.replace("jp\n", "eu\n")));
    assertEquals(
        "http://127.0.0.1:8081",
        address(path, japan.replace("base-url: \"\"", "base-url: http://127.0.0.1:8081")));
  }

  private String address(Path path, String content) throws IOException {
    Files.writeString(path, content);
    Settings settings = SettingsFolder.read(folder, Map.of("VISIONONE_API_KEY", "s3cret"));
    return ((Settings.Edr.VisionOne) settings.installation().edr()).service().baseUrl().toString();
  }

  @Test
  void secretsComeFromTheEnvironmentAndAreShownNowhere() throws IOException {
    Path path = folder.resolve("mimamori.yaml");
    Files.writeString(path, Files.readString(path).replace("kind: simulator", "kind: visionone"));

    Settings settings = SettingsFolder.read(folder, Map.of("VISIONONE_API_KEY", "s3cret-\"key\""));
    assertEquals(
        "s3cret-\"key\"",
        ((Settings.Edr.VisionOne) settings.installation().edr()).service().apiKey());
    assertFalse(settings.installation().toString().contains("s3cret"));
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text.replace("\\n", "\n"));
  }
}
