package jp.mimamori.bot.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.schedules.OfficeHours;
import jp.mimamori.schedules.Rota;

/** One of the {@code rotas} in {@code escalation.yaml}. */
record RotaKeys(
    List<String> participants,
    Passing handOver,
    Optional<DayOfWeek> day,
    LocalTime at,
    LocalDate first,
    Optional<List<ReplacementKeys>> replacements) {
  private static final ZoneId ZONE = OfficeHours.STANDARD.zone();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT);

  enum Passing {
    DAILY,
    WEEKLY
  }

  record ReplacementKeys(String member, String from, String until) {}

  /**
   * @param key of the rota in the file
   * @param members who may be on duty; not checked, if empty
   */
  Rota rota(String key, String name, Optional<Set<String>> members) {
    for (int i = 0; i < participants.size(); i++) {
      check(key + ".participants[" + i + "]", participants.get(i), members);
    }
    try {
      return new Rota(name, ZONE, participants, handOver(key), first, replacements(key, members));
    } catch (IllegalArgumentException refused) {
      throw new Wrong(key, String.valueOf(refused.getMessage()));
    }
  }

  private Rota.HandOver handOver(String key) {
    return switch (handOver) {
      case DAILY -> {
        if (day.isPresent()) {
          throw new Wrong(key + ".day", "a daily hand-over has none");
        }
        yield new Rota.HandOver.Daily(at);
      }
      case WEEKLY ->
          new Rota.HandOver.Weekly(
              day.orElseThrow(() -> new Wrong(key + ".day", "is missing: a week begins with it")),
              at);
    };
  }

  private List<Rota.Replacement> replacements(String key, Optional<Set<String>> members) {
    List<Rota.Replacement> all = new ArrayList<>();
    List<ReplacementKeys> keys = replacements.orElse(List.of());
    for (int i = 0; i < keys.size(); i++) {
      String at = key + ".replacements[" + i + "]";
      ReplacementKeys one = keys.get(i);
      check(at + ".member", one.member(), members);
      Instant from = moment(at + ".from", one.from());
      Instant until = moment(at + ".until", one.until());
      if (!from.isBefore(until)) {
        throw new Wrong(at + ".until", "must be after from");
      }
      all.add(new Rota.Replacement(one.member(), from, until));
    }
    return all;
  }

  private static void check(String key, String member, Optional<Set<String>> members) {
    if (members.isPresent() && !members.get().contains(member)) {
      throw new Wrong(key, "\"" + member + "\" is not in tenants.yaml");
    }
  }

  private static Instant moment(String key, String text) {
    try {
      return LocalDateTime.parse(text, MOMENT).atZone(ZONE).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Wrong(key, "\"" + text + "\" is not a moment such as \"2026-12-29 09:00\"");
    }
  }
}
