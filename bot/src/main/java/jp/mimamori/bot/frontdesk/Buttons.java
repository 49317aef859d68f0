package jp.mimamori.bot.frontdesk;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import jp.mimamori.bot.bell.Bells;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;

/**
 * What each button means. A button on a screen carries a random id and nothing else, so a forged or
 * old press can at most name a button that we made, for what we made it for, while it is valid.
 */
public final class Buttons {
  /** After so long without its card being drawn again, a button means nothing any more. */
  static final Duration VALID = Duration.ofDays(7);

  private static final int RANDOM_BYTES = 16;
  private final SecureRandom random = new SecureRandom();

  /** The button's id; the same intent has the same button on every card. */
  String make(Transaction tx, Intent intent) {
    Stored stored = Stored.of(intent);
    tx.run(
        """
        insert into button (id, tenant, verb, subject, target, expires_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (tenant, verb, subject, target) do update set expires_at = excluded.expires_at
        """,
        randomId(),
        stored.tenant(),
        stored.verb(),
        stored.subject(),
        stored.target(),
        tx.now().plus(VALID).toEpochMilli());
    return tx.first(
            "select id from button where tenant = ? and verb = ? and subject = ? and target = ?",
            row -> row.getString("id"),
            stored.tenant(),
            stored.verb(),
            stored.subject(),
            stored.target())
        .orElseThrow();
  }

  /** What a press means. */
  sealed interface Meaning {
    record Valid(Intent intent) implements Meaning {}

    record Expired(Intent intent) implements Meaning {}

    record Unknown() implements Meaning {}
  }

  Meaning meaning(View view, String button, Instant now) {
    return view.first(
            "select * from button where id = ?",
            row -> {
              Intent intent =
                  new Stored(
                          row.getString("tenant"),
                          row.getString("verb"),
                          row.getString("subject"),
                          row.getString("target"))
                      .intent();
              Instant expires = Instant.ofEpochMilli(row.getLong("expires_at"));
              return now.isBefore(expires)
                  ? new Meaning.Valid(intent)
                  : new Meaning.Expired(intent);
            },
            button)
        .orElseGet(Meaning.Unknown::new);
  }

  private String randomId() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** How an intent stands in a row. */
  private record Stored(String tenant, String verb, String subject, String target) {
    private static final String RESPOND = "respond ";

    static Stored of(Intent intent) {
      return switch (intent) {
        case Intent.Acknowledge(String tenant, String alert) ->
            new Stored(tenant, "acknowledge", alert, "");
        case Intent.Respond(String tenant, String alert, String verb, String endpoint) ->
            new Stored(tenant, RESPOND + verb, alert, endpoint);
        case Intent.Report(String tenant, String alert) -> new Stored(tenant, "report", alert, "");
        case Intent.Publish(String tenant, String alert, int version) ->
            new Stored(tenant, "publish", alert, Integer.toString(version));
        case Intent.Menu(String tenant, String alert) -> new Stored(tenant, "menu", alert, "");
        case Intent.Prepare(String tenant, String alert, Chore chore) ->
            new Stored(tenant, "prepare", alert, chore.name());
        case Intent.CarryOut(String tenant, String alert, String draft) ->
            new Stored(tenant, "carry-out", alert, draft);
        case Intent.Decide(String tenant, String request, boolean yes) ->
            new Stored(tenant, "decide", request, Boolean.toString(yes));
        case Intent.Fetch(String tenant, String request) ->
            new Stored(tenant, "fetch", request, "");
        case Intent.Obtain(String tenant, String document) ->
            new Stored(tenant, "obtain", document, "");
        case Intent.CloseInquiry(String tenant, String inquiry) ->
            new Stored(tenant, "close-inquiry", inquiry, "");
        case Intent.Handle(String tenant, String inquiry, InquiryWork.Step step) ->
            new Stored(tenant, "handle", inquiry, step.name());
        case Intent.Write(String tenant, String inquiry) ->
            new Stored(tenant, "write", inquiry, "");
        case Intent.Categorize(String tenant, String inquiry) ->
            new Stored(tenant, "categorize", inquiry, "");
        case Intent.Answer(String tenant, String call) -> new Stored(tenant, "answer", call, "");
        case Intent.Snooze(String tenant, String call) -> new Stored(tenant, "snooze", call, "");
        case Intent.Resume(String tenant, String call) -> new Stored(tenant, "resume", call, "");
        case Intent.CallPerson(String tenant, String inquiry) ->
            new Stored(tenant, "call-person", inquiry, "");
        case Intent.Take(String tenant, String inquiry) -> new Stored(tenant, "take", inquiry, "");
        case Intent.Rate(String tenant, String inquiry, boolean helpful) ->
            new Stored(tenant, "rate", inquiry, Boolean.toString(helpful));
        case Intent.Choose(String tenant, String inquiry, int position) ->
            new Stored(tenant, "choose", inquiry, Integer.toString(position));
        case Intent.Announce(String tenant) -> new Stored(tenant, "announce", "", "");
        case Intent.Schedules(String tenant) -> new Stored(tenant, "schedules", "", "");
        case Intent.Steer(String tenant, Bells.Wish wish) ->
            new Stored(tenant, "steer", wish.name(), "");
        case Intent.Announced(String tenant, String announcement, AnnouncementCards.Step step) ->
            new Stored(tenant, "announced", announcement, step.name());
      };
    }

    Intent intent() {
      if (verb.startsWith(RESPOND)) {
        return new Intent.Respond(tenant, subject, verb.substring(RESPOND.length()), target);
      }
      return switch (verb) {
        case "acknowledge" -> new Intent.Acknowledge(tenant, subject);
        case "report" -> new Intent.Report(tenant, subject);
        case "publish" -> new Intent.Publish(tenant, subject, Integer.parseInt(target));
        case "menu" -> new Intent.Menu(tenant, subject);
        case "prepare" -> new Intent.Prepare(tenant, subject, Chore.valueOf(target));
        case "carry-out" -> new Intent.CarryOut(tenant, subject, target);
        case "decide" -> new Intent.Decide(tenant, subject, Boolean.parseBoolean(target));
        case "fetch" -> new Intent.Fetch(tenant, subject);
        case "obtain" -> new Intent.Obtain(tenant, subject);
        case "close-inquiry" -> new Intent.CloseInquiry(tenant, subject);
        case "handle" -> new Intent.Handle(tenant, subject, InquiryWork.Step.valueOf(target));
        case "write" -> new Intent.Write(tenant, subject);
        case "categorize" -> new Intent.Categorize(tenant, subject);
        case "answer" -> new Intent.Answer(tenant, subject);
        case "snooze" -> new Intent.Snooze(tenant, subject);
        case "resume" -> new Intent.Resume(tenant, subject);
        case "call-person" -> new Intent.CallPerson(tenant, subject);
        case "take" -> new Intent.Take(tenant, subject);
        case "rate" -> new Intent.Rate(tenant, subject, Boolean.parseBoolean(target));
        case "announce" -> new Intent.Announce(tenant);
        case "schedules" -> new Intent.Schedules(tenant);
        case "steer" -> new Intent.Steer(tenant, Bells.Wish.valueOf(subject));
        case "announced" ->
            new Intent.Announced(tenant, subject, AnnouncementCards.Step.valueOf(target));
        case "choose" -> new Intent.Choose(tenant, subject, Integer.parseInt(target));
        default -> throw new IllegalArgumentException("no such intent: " + verb);
      };
    }
  }
}
