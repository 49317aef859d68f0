package jp.mimamori.bot.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.schedules.BusinessCalendar;

/**
 * Within what time a person answers, once it is their turn.
 *
 * @param rules the first that fits goes before what is usual
 * @param usual in business time
 * @param urgent by day and night, where an incident may be in progress
 */
public record ResponseTimes(List<Rule> rules, Duration usual, Duration urgent) {
  public ResponseTimes {
    rules = List.copyOf(rules);
  }

  /**
   * Another time for some.
   *
   * @param tenant for this one; for all, if empty
   * @param categories for these; for all, if empty
   * @param within in business time
   */
  public record Rule(Optional<String> tenant, Set<Category> categories, Duration within) {
    public Rule {
      categories = Set.copyOf(categories);
    }

    private boolean fits(Inquiry inquiry) {
      return tenant.filter(one -> !one.equals(inquiry.tenant())).isEmpty()
          && (categories.isEmpty() || categories.contains(inquiry.category()));
    }
  }

  /**
   * When a person's answer is due; empty while it is not their turn. It is reckoned whenever it is
   * looked at, so that a holiday that is added moves it.
   */
  public Optional<Instant> due(Inquiry inquiry, BusinessCalendar calendar) {
    return inquiry
        .oursSince()
        .map(
            since ->
                inquiry.reply().urgent()
                    ? since.plus(urgent)
                    : calendar.plus(since, within(inquiry)));
  }

  private Duration within(Inquiry inquiry) {
    return rules.stream()
        .filter(rule -> rule.fits(inquiry))
        .findFirst()
        .map(Rule::within)
        .orElse(usual);
  }
}
