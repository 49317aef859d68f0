package jp.mimamori.bot.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.Kind;
import jp.mimamori.bot.announcement.Announcement.Words;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Language;

/**
 * An announcement in a Markdown file: what it is between two lines of hyphens, then a heading for
 * each language, {@code # ja TITLE} and {@code # en TITLE}, and the text below it.
 */
public final class NoticeFile {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final String ALL = "all";
  private static final Pattern FILE =
      Pattern.compile("\\A---\\R(.*?)\\R---\\R(.*)\\z", Pattern.DOTALL);

  /** Stands for the line of hyphens, so that mistakes are named by the file's own lines. */
  private static final String FIRST_LINE = "\n";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd H:mm", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern HEADING = Pattern.compile("(?m)^# (ja|en) (.+)$");

  private NoticeFile() {}

  /** Times are in Asia/Tokyo, such as {@code 2026-12-05 22:00}, or a day alone. */
  record Keys(
      KindKey kind,
      List<String> tenants,
      Optional<String> from,
      Optional<String> until,
      Optional<String> send,
      Optional<String> corrects) {}

  enum KindKey {
    MAINTENANCE,
    FAULT,
    TERMS,
    @JsonProperty("end-of-service")
    END_OF_SERVICE,
    FREE
  }

  /** Throws {@link SettingsException} naming what is wrong. */
  public static Draft read(Path file, Tenants tenants, Instant now) {
    try {
      Matcher parts = FILE.matcher(Files.readString(file));
      if (!parts.matches()) {
        throw new Wrong("", "must begin with a line ---, keys, and a line ---");
      }
      Keys keys = new YamlFiles(Map.of()).read(file, FIRST_LINE + parts.group(1), Keys.class);
      return draft(keys, words(parts.group(2)), tenants, now);
    } catch (IOException e) {
      throw failed(new Problem(file.toString(), "", "can't be read: " + e.getMessage()));
    } catch (YamlFiles.Malformed malformed) {
      throw failed(malformed.problem());
    } catch (Wrong wrong) {
      throw failed(new Problem(YamlFiles.shown(file), wrong.key(), wrong.what()));
    }
  }

  private static SettingsException failed(Problem problem) {
    return new SettingsException(List.of(problem));
  }

  private static Draft draft(Keys keys, Map<Language, Words> words, Tenants tenants, Instant now) {
    Words japanese = words.get(Language.JA);
    if (japanese == null) {
      throw new Wrong("", "has no Japanese text: a heading # ja TITLE, and the text below it");
    }
    Optional<Instant> from = keys.from().map(text -> moment("from", text));
    Optional<Instant> until = keys.until().map(text -> moment("until", text));
    if (until.isPresent() && from.filter(until.get()::isAfter).isEmpty()) {
      throw new Wrong("until", "must be after from");
    }
    return new Draft(
        Kind.valueOf(keys.kind().name()),
        japanese,
        Optional.ofNullable(words.get(Language.EN)),
        recipients(keys.tenants(), tenants),
        from,
        until,
        keys.send().map(text -> toCome("send", text, now)).orElse(now),
        keys.corrects());
  }

  private static List<String> recipients(List<String> named, Tenants tenants) {
    List<String> all = tenants.all().stream().map(Tenant::id).toList();
    for (String name : named) {
      if (!name.equals(ALL) && !all.contains(name)) {
        throw new Wrong(
            "tenants", "\"" + name + "\" is no tenant; allowed: all, " + String.join(", ", all));
      }
    }
    List<String> chosen =
        all.stream().filter(id -> named.contains(ALL) || named.contains(id)).toList();
    if (chosen.isEmpty()) {
      throw new Wrong("tenants", "names nobody; allowed: all, " + String.join(", ", all));
    }
    return chosen;
  }

  private static Map<Language, Words> words(String text) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    Matcher heading = HEADING.matcher(text);
    while (heading.find()) {
      Language language = heading.group(1).equals("ja") ? Language.JA : Language.EN;
      int begin = heading.end();
      Matcher next = HEADING.matcher(text);
      int end = next.find(begin) ? next.start() : text.length();
      String body = text.substring(begin, end).strip();
      if (body.isEmpty()) {
        throw new Wrong("", "has no text below # " + heading.group(1));
      }
      words.put(language, new Words(heading.group(2).strip(), body));
    }
    return words;
  }

  /** A slip of the pen in the date must not send it at once. */
  private static Instant toCome(String key, String text, Instant now) {
    Instant moment = moment(key, text);
    if (moment.isBefore(now)) {
      throw new Wrong(key, "\"" + text + "\" has passed; without " + key + " it goes out at once");
    }
    return moment;
  }

  private static Instant moment(String key, String text) {
    try {
      String plain = text.strip();
      LocalDateTime at =
          plain.contains(":")
              ? LocalDateTime.parse(plain, MOMENT)
              : LocalDate.parse(plain).atStartOfDay();
      return at.atZone(TOKYO).toInstant();
    } catch (DateTimeException unreadable) {
      throw new Wrong(key, "\"" + text + "\" is not a time such as 2026-12-05 22:00");
    }
  }
}
