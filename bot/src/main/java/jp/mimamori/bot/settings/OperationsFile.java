package jp.mimamori.bot.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.bot.announcement.Announcement;
import jp.mimamori.bot.announcement.AnnouncementPolicy;
import jp.mimamori.bot.bell.Patience;

/** {@code operations.yaml}: what runs by itself, and what customers are told. */
record OperationsFile(
    WatchdogKeys watchdog, AnnouncementKeys announcements, ReminderKeys reminders) {
  /** Reminders are for a date of the contract: a year ahead is the farthest that can be meant. */
  private static final int MOST_DAYS = 365;

  record WatchdogKeys(Duration bell, Duration outbox, Duration inbox, Duration poll) {}

  record AnnouncementKeys(Set<KindKey> secondPerson) {}

  record ReminderKeys(Set<Integer> days) {}

  /** With the hyphen that YAML keys have here. */
  enum KindKey {
    MAINTENANCE,
    FAULT,
    TERMS,
    @JsonProperty("end-of-service")
    END_OF_SERVICE,
    FREE;

    Announcement.Kind kind() {
      return Announcement.Kind.valueOf(name());
    }
  }

  Settings.Operations operations(Map<YearMonth, String> security) {
    positive("watchdog.bell", watchdog.bell());
    positive("watchdog.outbox", watchdog.outbox());
    positive("watchdog.inbox", watchdog.inbox());
    positive("watchdog.poll", watchdog.poll());
    for (int days : reminders.days()) {
      if (days < 0 || days > MOST_DAYS) {
        throw new Wrong("reminders.days", days + " is not allowed; allowed: 0 to " + MOST_DAYS);
      }
    }
    return new Settings.Operations(
        new Patience(watchdog.bell(), watchdog.outbox(), watchdog.inbox(), watchdog.poll()),
        new AnnouncementPolicy(
            announcements.secondPerson().stream()
                .map(KindKey::kind)
                .collect(Collectors.toUnmodifiableSet())),
        reminders.days(),
        security);
  }

  private static void positive(String key, Duration value) {
    if (!value.isPositive()) {
      throw new Wrong(key, "must be more than nothing, such as PT10M");
    }
  }
}
