package jp.mimamori.bot.announcement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.bot.announcement.Announcement.Draft;

/**
 * What the terms ask of an announcement's time, and where they are not met. They warn; the operator
 * decides. Where the terms give no period, none is made up.
 */
public enum LeadTime {
  /** Planned maintenance is told before it begins (第13条第2項); only urgent work is not (第1項第1号). */
  MAINTENANCE_AFTER_ITS_BEGIN("第13条第2項"),
  /** Without its time nobody can prepare (第13条第2項). */
  MAINTENANCE_WITHOUT_TIME("第13条第2項"),
  /** A fault is told without delay (第27条第1項). */
  FAULT_IS_PUT_OFF("第27条第1項"),
  /** Changed terms are told by the public website (第3条第2項): a message does not replace it. */
  TERMS_ON_THE_WEBSITE("第3条第2項"),
  /** So is the end of the service (第18条第2項). */
  END_ON_THE_WEBSITE("第18条第2項"),
  /** All count as told a month after it stands there (第18条第2項): the service ends before that. */
  END_WITHIN_A_MONTH("第18条第2項"),
  /** The end of the service is told before it (第18条第1項). */
  END_WITHOUT_DATE("第18条第1項");

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final String clause;

  LeadTime(String clause) {
    this.clause = clause;
  }

  /** The label of the clause that asks for it. */
  public String clause() {
    return clause;
  }

  /**
   * What is to be said of a draft.
   *
   * @param now the moment at which it is looked at: it can't be sent earlier
   */
  public static List<LeadTime> of(Draft draft, Instant now) {
    Instant sent = draft.notBefore().isBefore(now) ? now : draft.notBefore();
    List<LeadTime> said = new ArrayList<>();
    switch (draft.kind()) {
      case MAINTENANCE -> {
        if (draft.begins().isEmpty()) {
          said.add(MAINTENANCE_WITHOUT_TIME);
        } else if (!draft.begins().get().isAfter(sent)) {
          said.add(MAINTENANCE_AFTER_ITS_BEGIN);
        }
      }
      case FAULT -> {
        if (draft.notBefore().isAfter(now)) {
          said.add(FAULT_IS_PUT_OFF);
        }
      }
      case TERMS -> said.add(TERMS_ON_THE_WEBSITE);
      case END_OF_SERVICE -> {
        said.add(END_ON_THE_WEBSITE);
        if (draft.begins().isEmpty()) {
          said.add(END_WITHOUT_DATE);
        } else if (draft.begins().get().isBefore(monthAfter(sent))) {
          said.add(END_WITHIN_A_MONTH);
        }
      }
      case FREE -> {}
    }
    return said;
  }

  private static Instant monthAfter(Instant moment) {
    return moment.atZone(TOKYO).plusMonths(1).toInstant();
  }
}
