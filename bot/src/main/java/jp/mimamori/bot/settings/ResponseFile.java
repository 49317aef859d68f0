package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.alert.Muting;
import jp.mimamori.bot.edr.Severity;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.response.Policy;

/** {@code response.yaml}: who may have what done, who must agree, and what raises no card. */
record ResponseFile(
    List<RuleKeys> rules,
    Duration lapsesAfter,
    Optional<FirstBlockKeys> firstBlock,
    List<MuteKeys> muting,
    Set<FieldKey> hiddenFromCustomers,
    Optional<ArchivesKey> collectedArchives) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** All but {@code needs} stand for everything if they are left out. */
  record RuleKeys(
      Optional<Set<ActionKey>> actions,
      Optional<Set<String>> tenants,
      Optional<Set<Severity>> severities,
      NeedKey needs,
      Optional<Set<String>> askers,
      Optional<Set<String>> approvers) {}

  record FirstBlockKeys(
      Set<String> tenants,
      Set<Severity> severities,
      Set<KindKey> kinds,
      Optional<Set<String>> never) {}

  record MuteKeys(
      Muting.Effect effect,
      Optional<Set<String>> tenants,
      Optional<Severity> below,
      Optional<Set<String>> models,
      Optional<Set<String>> endpoints,
      LocalDate until,
      String reason) {}

  /** With the hyphen that YAML keys have here. */
  enum ActionKey {
    ISOLATE,
    RELEASE,
    BLOCK,
    UNBLOCK,
    SCAN,
    @JsonProperty("cancel-scan")
    CANCEL_SCAN,
    TERMINATE,
    @JsonProperty("collect-file")
    COLLECT_FILE,
    @JsonProperty("collect-package")
    COLLECT_PACKAGE,
    @JsonProperty("analyze-file")
    ANALYZE_FILE,
    @JsonProperty("analyze-url")
    ANALYZE_URL,
    SWEEP
  }

  enum ArchivesKey {
    @JsonProperty("at-edr")
    AT_EDR,
    @JsonProperty("in-chat")
    IN_CHAT
  }

  enum FieldKey {
    USER,
    @JsonProperty("command-line")
    COMMAND_LINE,
    HASH,
    FILE,
    REGISTRY,
    ADDRESS,
    OTHER
  }

  enum NeedKey {
    NOBODY,
    @JsonProperty("second-person")
    SECOND_PERSON,
    @JsonProperty("customer-consent")
    CUSTOMER_CONSENT
  }

  enum KindKey {
    @JsonProperty("file-sha1")
    FILE_SHA1,
    @JsonProperty("file-sha256")
    FILE_SHA256,
    IP,
    URL,
    SENDER,
    DOMAIN
  }

  Policy policy() {
    if (lapsesAfter.isNegative() || lapsesAfter.isZero()) {
      throw new Wrong("lapses-after", "must be longer than nothing");
    }
    for (int i = 0; i < muting.size(); i++) {
      if (muting.get(i).reason().isBlank()) {
        throw new Wrong("muting[" + i + "].reason", "must say why");
      }
    }
    return new Policy(
        rules.stream().map(ResponseFile::rule).toList(),
        lapsesAfter,
        firstBlock.map(ResponseFile::firstBlock),
        collectedArchives.equals(Optional.of(ArchivesKey.IN_CHAT)));
  }

  Masking masking() {
    return new Masking(
        hiddenFromCustomers.stream()
            .map(field -> Masking.Field.valueOf(field.name()))
            .collect(toSet()));
  }

  Muting rulesOfMuting() {
    return new Muting(muting.stream().map(ResponseFile::mute).toList());
  }

  /** Every tenant and member that is named must be there: a slip would open what should be shut. */
  ResponseFile checked(Set<String> knownTenants, Set<String> knownMembers) {
    for (int i = 0; i < rules.size(); i++) {
      String key = "rules[" + i + "].";
      check(key + "tenants", rules.get(i).tenants(), knownTenants);
      check(key + "askers", rules.get(i).askers(), knownMembers);
      check(key + "approvers", rules.get(i).approvers(), knownMembers);
    }
    check("first-block.tenants", firstBlock.map(FirstBlockKeys::tenants), knownTenants);
    for (int i = 0; i < muting.size(); i++) {
      check("muting[" + i + "].tenants", muting.get(i).tenants(), knownTenants);
    }
    return this;
  }

  private static void check(String key, Optional<Set<String>> named, Set<String> known) {
    for (String name : named.orElse(Set.of())) {
      if (!known.contains(name)) {
        throw new Wrong(key, "\"" + name + "\" is not in tenants.yaml");
      }
    }
  }

  private static Policy.Rule rule(RuleKeys keys) {
    return new Policy.Rule(
        keys.actions().orElse(Set.of()).stream().map(ResponseFile::verb).collect(toSet()),
        keys.tenants().orElse(Set.of()),
        keys.severities().orElse(Set.of()),
        Policy.Need.valueOf(keys.needs().name()),
        keys.askers().orElse(Set.of()),
        keys.approvers().orElse(Set.of()));
  }

  private static String verb(ActionKey key) {
    return key.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Policy.FirstBlock firstBlock(FirstBlockKeys keys) {
    return new Policy.FirstBlock(
        keys.tenants(),
        keys.severities(),
        keys.kinds().stream()
            .map(kind -> SuspiciousObject.Kind.valueOf(kind.name()))
            .collect(toSet()),
        keys.never().orElse(Set.of()));
  }

  private static Muting.Rule mute(MuteKeys keys) {
    return new Muting.Rule(
        keys.effect(),
        keys.tenants().orElse(Set.of()),
        keys.below(),
        keys.models().orElse(Set.of()),
        keys.endpoints().orElse(Set.of()),
        keys.until().plusDays(1).atStartOfDay(TOKYO).toInstant(),
        keys.reason());
  }
}
