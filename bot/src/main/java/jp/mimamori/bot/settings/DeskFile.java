package jp.mimamori.bot.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.bot.inquiry.Category;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.tenant.Tenants;

/** {@code desk.yaml}: by when people answer, and who is written to by mail. */
record DeskFile(AnswerKeys answers, MailKeysOfDesk mail) {
  /** Where there is no such file: nothing is written by mail. */
  static final DeskFile NONE =
      new DeskFile(
          new AnswerKeys(Duration.ofHours(8), Duration.ofMinutes(30), Optional.empty()),
          new MailKeysOfDesk(List.of(), Optional.empty(), Optional.empty()));

  record AnswerKeys(Duration within, Duration urgent, Optional<List<RuleKeys>> rules) {}

  record RuleKeys(Optional<String> tenant, Optional<Set<Category>> categories, Duration within) {}

  /**
   * @param plusAddress no, if it does not say
   */
  record MailKeysOfDesk(
      List<String> desk, Optional<List<String>> speakers, Optional<Boolean> plusAddress) {}

  /**
   * @param known who is there; what the file says of tenants is not checked, if empty
   */
  Settings.Desk desk(Optional<Tenants> known) {
    positive("answers.within", answers.within());
    positive("answers.urgent", answers.urgent());
    List<RuleKeys> rules = answers.rules().orElse(List.of());
    for (int i = 0; i < rules.size(); i++) {
      check("answers.rules[" + i + "]", rules.get(i), known);
    }
    for (int i = 0; i < mail.desk().size(); i++) {
      MailKeys.check("mail.desk[" + i + "]", mail.desk().get(i));
    }
    List<String> speakers = mail.speakers().orElse(List.of());
    for (int i = 0; i < speakers.size(); i++) {
      MailKeys.check("mail.speakers[" + i + "]", speakers.get(i));
    }
    return new Settings.Desk(
        new ResponseTimes(
            rules.stream()
                .map(
                    rule ->
                        new ResponseTimes.Rule(
                            rule.tenant(), rule.categories().orElse(Set.of()), rule.within()))
                .toList(),
            answers.within(),
            answers.urgent()),
        new DeskMail(
            mail.desk(),
            speakers.stream()
                .map(speaker -> speaker.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()),
            mail.plusAddress().orElse(false)));
  }

  private static void check(String key, RuleKeys rule, Optional<Tenants> known) {
    positive(key + ".within", rule.within());
    if (rule.tenant().isEmpty() && rule.categories().isEmpty()) {
      throw new Wrong(key, "needs a tenant, categories, or both");
    }
    if (known.isPresent() && rule.tenant().isPresent()) {
      String tenant = rule.tenant().get();
      if (known.get().find(tenant).isEmpty()) {
        throw new Wrong(key + ".tenant", "\"" + tenant + "\" is not in tenants.yaml");
      }
    }
  }

  private static void positive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new Wrong(key, "must be more than nothing, such as PT8H");
    }
  }
}
