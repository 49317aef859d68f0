package jp.mimamori.bot.announcement;

import java.util.Set;

/**
 * What the operator decides about announcements.
 *
 * @param secondPerson kinds that somebody else approves before they are sent
 */
public record AnnouncementPolicy(Set<Announcement.Kind> secondPerson) {
  public AnnouncementPolicy {
    secondPerson = Set.copyOf(secondPerson);
  }

  boolean needsSecond(Announcement.Kind kind) {
    return secondPerson.contains(kind);
  }
}
