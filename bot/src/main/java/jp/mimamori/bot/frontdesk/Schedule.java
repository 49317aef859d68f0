package jp.mimamori.bot.frontdesk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.bot.announcement.Announcement.Draft;

/**
 * When something is, and when it is to be told, as a person writes it in one line: the first moment
 * is its begin, the second its end, one after 配信 or "send" is when it is sent. Asia/Tokyo.
 */
record Schedule(Optional<Instant> begins, Optional<Instant> ends, Optional<Instant> send) {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?:(配信|送信|send)[^0-9]{0,3})?(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:["
              + " T](\\d{1,2}):(\\d{2}))?");
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(TOKYO);

  /** Empty if something stands there that is no moment. */
  static Optional<Schedule> of(String text) {
    Optional<Instant> send = Optional.empty();
    List<Instant> moments = new ArrayList<>();
    Matcher found = MOMENT.matcher(text);
    try {
      while (found.find()) {
        Instant moment = moment(found);
        if (found.group(1) == null) {
          moments.add(moment);
        } else {
          send = Optional.of(moment);
        }
      }
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
    boolean unread = MOMENT.matcher(text).replaceAll("").chars().anyMatch(Character::isDigit);
    boolean backwards = moments.size() > 1 && moments.get(1).isBefore(moments.get(0));
    if (unread || backwards || moments.size() > 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Schedule(moments.stream().findFirst(), moments.stream().skip(1).findFirst(), send));
  }

  /** The same line again. */
  static String words(Draft draft) {
    return draft.begins().map(WRITTEN::format).orElse("")
        + draft.ends().map(end -> " 〜 " + WRITTEN.format(end)).orElse("");
  }

  private static Instant moment(Matcher found) {
    return LocalDateTime.of(
            Integer.parseInt(found.group(2)),
            Integer.parseInt(found.group(3)),
            Integer.parseInt(found.group(4)),
            found.group(5) == null ? 0 : Integer.parseInt(found.group(5)),
            found.group(6) == null ? 0 : Integer.parseInt(found.group(6)))
        .atZone(TOKYO)
        .toInstant();
  }
}
