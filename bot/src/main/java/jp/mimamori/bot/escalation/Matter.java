package jp.mimamori.bot.escalation;

import java.util.Optional;
import jp.mimamori.bot.edr.Severity;

/** What a ladder is chosen by. */
public record Matter(String ladder, String tenant, Optional<Severity> severity) {
  public Matter(String ladder, String tenant) {
    this(ladder, tenant, Optional.empty());
  }
}
