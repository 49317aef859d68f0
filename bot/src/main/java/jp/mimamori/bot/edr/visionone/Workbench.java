package jp.mimamori.bot.edr.visionone;

import static jp.mimamori.bot.edr.visionone.Api.encoded;
import static jp.mimamori.bot.edr.visionone.EventReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrClient.NoteAdded;
import jp.mimamori.bot.edr.EdrClient.Update;
import jp.mimamori.bot.edr.Note;
import jp.mimamori.bot.edr.NoteworthyEvent;
import jp.mimamori.bot.edr.NoteworthyEvent.Finding;
import jp.mimamori.bot.edr.NoteworthyEvent.Standing;
import jp.mimamori.bot.edr.NoteworthyEvent.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts and the notes beside them (Trend Vision One API v3.0, Workbench; fact sheet 3). */
final class Workbench {
  private static final Logger log = LoggerFactory.getLogger(Workbench.class);
  private static final String ALERTS = "/v3.0/workbench/alerts";

  /** A list is begun anew this often without getting any further before we give up. */
  private static final int MAX_STALLS = 2;

  /** So often an alert may change under our hands before we leave it for later. */
  private static final int MAX_CHANGES = 3;

  private static final Duration CHANGES_TOO_OFTEN = Duration.ofSeconds(10);

  private final Api api;
  private final Map<String, String> filter;

  Workbench(Api api, Optional<String> filter) {
    this.api = api;
    this.filter = filter.map(text -> Map.of("TMV1-Filter", text)).orElse(Map.of());
  }

  List<NoteworthyEvent> updated(Instant since, Instant until) {
    Map<String, NoteworthyEvent> newest = new HashMap<>();
    Instant from = since;
    int stalls = 0;
    while (true) {
      var reached = new Latest(from);
      try {
        api.pages()
            .read("reading alerts", list(from, until), filter, item -> take(item, newest, reached));
        break;
      } catch (Pages.BrokenOff broken) {
        stalls = reached.instant.isAfter(from) ? 0 : stalls + 1;
        if (stalls > MAX_STALLS) {
          throw api.trouble().of("reading alerts", broken.sentence());
        }
        log.info(
            "The list of alerts broke off ({}); reading on from {}",
            broken.sentence(),
            reached.instant);
        from = reached.instant;
      }
    }
    return newest.values().stream()
        .sorted(Comparator.comparing(NoteworthyEvent::updatedAt).thenComparing(NoteworthyEvent::id))
        .toList();
  }

  Optional<NoteworthyEvent> find(String id) {
    return alert(id).flatMap(reply -> EventReader.event(reply.body()));
  }

  /**
   * Reads, compares, and changes what is still the same. Something else may change at the same time
   * (412): then all begins anew, and who decides is asked again only if it concerns them.
   */
  Update update(String id, Standing seen, Standing wanted) {
    for (int change = 0; change < MAX_CHANGES; change++) {
      Optional<Reply> found = alert(id);
      if (found.isEmpty()) {
        return new Update.Rejected("Vision One does not know this alert");
      }
      Standing now = EventReader.standing(found.get().body());
      if (now.equals(wanted)) {
        return new Update.Done();
      }
      if (!now.equals(seen)) {
        return new Update.ChangedMeanwhile(now);
      }
      Optional<String> version = found.get().header("ETag");
      if (version.isEmpty()) {
        return new Update.Rejected("Vision One does not say which version of the alert this is");
      }
      Optional<Update> end = patch(id, wanted, version.get());
      if (end.isPresent()) {
        return end.get();
      }
    }
    return new Update.TryAgain(CHANGES_TOO_OFTEN);
  }

  NoteAdded addNote(String id, String content) {
    if (notes(id).stream().anyMatch(note -> note.text().equals(content))) {
      return new NoteAdded.Done();
    }
    try {
      Reply reply =
          api.transport()
              .post(
                  ALERTS + "/" + encoded(id) + "/notes",
                  JsonNodeFactory.instance.objectNode().put("content", content));
      if (reply.good()) {
        return new NoteAdded.Done();
      }
      if (reply.status() == 429) {
        return new NoteAdded.TryAgain(Backoff.after(1, reply));
      }
      String sentence = "Vision One: " + api.trouble().sentence(reply);
      return reply.refuses() ? new NoteAdded.Rejected(sentence) : new NoteAdded.Unclear(sentence);
    } catch (IOException lost) {
      return new NoteAdded.Unclear("Vision One: " + api.trouble().sentence(lost));
    }
  }

  List<Note> notes(String id) {
    return api
        .list("reading notes", ALERTS + "/" + encoded(id) + "/notes?top=200", Map.of())
        .stream()
        .map(
            note ->
                new Note(
                    text(note, "id"),
                    text(note, "content"),
                    text(note, "creatorName"),
                    EventReader.instant(note.path("createdDateTime")).orElse(Instant.EPOCH)))
        .sorted(Comparator.comparing(Note::createdAt))
        .toList();
  }

  private Optional<Reply> alert(String id) {
    return api.find("reading an alert", ALERTS + "/" + encoded(id));
  }

  /** Empty if the alert is another one by now. */
  private Optional<Update> patch(String id, Standing wanted, String version) {
    try {
      Reply reply = api.transport().patch(ALERTS + "/" + encoded(id), words(wanted), version);
      if (reply.good()) {
        return Optional.of(new Update.Done());
      }
      if (reply.status() == 412) {
        return Optional.empty();
      }
      if (reply.status() == 429) {
        return Optional.of(new Update.TryAgain(Backoff.after(1, reply)));
      }
      String sentence = "Vision One: " + api.trouble().sentence(reply);
      return Optional.of(
          reply.refuses() ? new Update.Rejected(sentence) : new Update.Unclear(sentence));
    } catch (IOException lost) {
      return Optional.of(new Update.Unclear("Vision One: " + api.trouble().sentence(lost)));
    }
  }

  private static ObjectNode words(Standing standing) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", word(standing.status()))
        .put("investigationResult", word(standing.finding()));
  }

  private static String word(Status status) {
    return switch (status) {
      case OPEN -> "Open";
      case IN_PROGRESS -> "In Progress";
      case CLOSED -> "Closed";
    };
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case NONE -> "No Findings";
      case NOTEWORTHY -> "Noteworthy";
      case TRUE_POSITIVE -> "True Positive";
      case FALSE_POSITIVE -> "False Positive";
      case BENIGN_TRUE_POSITIVE -> "Benign True Positive";
      case OTHER -> "Other Findings";
    };
  }

  private static void take(JsonNode alert, Map<String, NoteworthyEvent> newest, Latest reached) {
    EventReader.event(alert)
        .ifPresentOrElse(
            event -> {
              newest.merge(event.id(), event, Workbench::newer);
              reached.see(event.updatedAt());
            },
            () -> log.warn("Vision One listed an alert without an id; it can't be shown"));
  }

  private static NoteworthyEvent newer(NoteworthyEvent one, NoteworthyEvent other) {
    return other.updatedAt().isBefore(one.updatedAt()) ? one : other;
  }

  private static String list(Instant since, Instant until) {
    return ALERTS
        + "?dateTimeTarget=updatedDateTime&orderBy="
        + encoded("updatedDateTime asc")
        + "&startDateTime="
        + Api.from(since)
        + "&endDateTime="
        + Api.until(until);
  }

  /** How far a list was read. */
  private static final class Latest {
    private Instant instant;

    Latest(Instant instant) {
      this.instant = instant;
    }

    void see(Instant other) {
      if (other.isAfter(instant)) {
        instant = other;
      }
    }
  }
}
