package jp.mimamori.bot;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.mimamori.bot.announcement.Announcement;
import jp.mimamori.bot.announcement.Announcement.Delivery;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.State;
import jp.mimamori.bot.announcement.AnnouncementDesk;
import jp.mimamori.bot.announcement.Announcements;
import jp.mimamori.bot.frontdesk.AnnouncementCards;
import jp.mimamori.bot.settings.NoticeFile;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What customers are told: previewed, planned, listed, called off; while the service runs, too. */
@Command(
    name = "notice",
    description = "Tells customers of maintenance, faults, changed terms, the service's end.",
    subcommands = {
      NoticeCommand.Preview.class,
      NoticeCommand.Add.class,
      NoticeCommand.Listing.class,
      NoticeCommand.Show.class,
      NoticeCommand.Cancel.class
    },
    footer = {
      "",
      "FILE is Markdown; times are in Asia/Tokyo; send, until and corrects may be left out:",
      "  ---",
      "  kind: maintenance        # maintenance, fault, terms, end-of-service or free",
      "  tenants: [all]",
      "  from: 2026-12-05 22:00",
      "  until: 2026-12-06 02:00",
      "  send: 2026-12-01 10:00",
      "  corrects: N-1",
      "  ---",
      "  # ja 定期メンテナンスのお知らせ",
      "  本文",
      "  # en Planned maintenance",
      "  Text"
    })
public final class NoticeCommand {

  /** Nothing is changed. */
  @Command(name = "preview", description = "Shows it exactly as customers will see it.")
  public static final class Preview implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public Integer call() {
      Instant now = Folders.clock().instant();
      Draft draft = NoticeFile.read(file, folders.settings().tenants(), now);
      PrintWriter out = spec.commandLine().getOut();
      print(out, "N-?", draft, State.DRAFT, now);
      return 0;
    }
  }

  /** It is sent by the running service. */
  @Command(
      name = "add",
      description = "Puts it on record: it is approved at the desk if need be, and sent in time.")
  public static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(
        names = "--by",
        paramLabel = "MEMBER",
        description = "Who wrote it: a member's id, who then does not approve it.")
    private @Nullable String by;

    @Override
    public Integer call() {
      Instant now = Folders.clock().instant();
      Settings settings = folders.settings();
      Draft draft = NoticeFile.read(file, settings.tenants(), now);
      PrintWriter out = spec.commandLine().getOut();
      var announcements = new Announcements();
      try (Database database = folders.beside(settings)) {
        draft.corrects().ifPresent(corrected -> found(database, announcements, corrected));
        String id =
            database.decide(
                now,
                tx ->
                    AnnouncementDesk.add(
                        tx,
                        announcements,
                        draft,
                        who(by, settings),
                        settings.operations().announcements()));
        Announcement added = found(database, announcements, id);
        print(out, id, draft, added.state(), now);
        out.println(
            added.state() == State.WAITING
                ? id + " waits for somebody else's approval at the desk."
                : id + " goes out " + when(draft, now) + ".");
      }
      return 0;
    }
  }

  /** The newest. */
  @Command(name = "list", description = "Lists the newest notices, and how far each is.")
  public static final class Listing implements Callable<Integer> {
    private static final int MOST = 50;

    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      var announcements = new Announcements();
      try (Database database = folders.look(folders.settings())) {
        for (Announcement one : database.read(view -> announcements.newest(view, MOST))) {
          out.println(
              String.join(
                  "  ",
                  one.id(),
                  Lines.second(one.writtenAt()),
                  one.draft().kind().name(),
                  one.state().name(),
                  String.join(",", one.draft().tenants()),
                  one.draft().japanese().title()));
        }
      }
      return 0;
    }
  }

  /** One, with its deliveries. */
  @Command(name = "show", description = "Shows one, who has received it and who has not.")
  public static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      var announcements = new Announcements();
      try (Database database = folders.look(folders.settings())) {
        Announcement one = found(database, announcements, id);
        out.println(id + "  " + one.state() + "  written by " + one.writtenBy());
        print(out, id, one.draft(), one.state(), Folders.clock().instant());
        one.sentAt().ifPresent(at -> out.println("sent at " + Lines.second(at)));
        for (Delivery to : database.read(view -> announcements.deliveries(view, id))) {
          out.println(
              String.join(
                  "  ",
                  to.tenant(),
                  to.platform(),
                  to.channel(),
                  to.standing().name(),
                  to.at().map(Lines::second).orElse("-"),
                  to.reason()));
        }
      }
      return 0;
    }
  }

  /** Before or after it was sent. */
  @Command(
      name = "cancel",
      description = "Calls it off; if it was sent, customers see that it was withdrawn.")
  public static final class Cancel implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private Folders folders;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--by", paramLabel = "MEMBER", description = "Who calls it off.")
    private @Nullable String by;

    @Override
    public Integer call() {
      var announcements = new Announcements();
      Settings settings = folders.settings();
      try (Database database = folders.beside(settings)) {
        Announcement one = found(database, announcements, id);
        AnnouncementDesk.Decided decided =
            database.decide(
                Folders.clock().instant(),
                tx -> AnnouncementDesk.cancel(tx, announcements, one, who(by, settings)));
        if (decided != AnnouncementDesk.Decided.DONE) {
          throw new Failure(id + " is " + one.state() + ": it can't be called off.");
        }
        spec.commandLine()
            .getOut()
            .println(id + (one.state() == State.SENT ? " is withdrawn." : " is called off."));
      }
      return 0;
    }
  }

  private static Announcement found(Database database, Announcements announcements, String id) {
    return database
        .read(view -> announcements.find(view, id))
        .orElseThrow(() -> new Failure("There is no notice " + id + "."));
  }

  /** Somebody by a slip of the pen could approve what they wrote. */
  private static String who(@Nullable String by, Settings settings) {
    if (by == null) {
      return "cli:" + System.getProperty("user.name");
    }
    if (settings.tenants().member(by).isEmpty()) {
      throw new Failure("There is no member " + by + " in tenants.yaml.");
    }
    return by;
  }

  private static String when(Draft draft, Instant now) {
    return draft.notBefore().isAfter(now) ? "at " + Lines.second(draft.notBefore()) : "at once";
  }

  private static void print(PrintWriter out, String id, Draft draft, State state, Instant now) {
    for (Language language :
        draft.english().isPresent() ? List.of(Language.JA, Language.EN) : List.of(Language.JA)) {
      out.println("── " + language);
      AnnouncementCards.words(
              AnnouncementCards.customer(id, draft, state, Optional.empty(), language))
          .forEach(out::println);
    }
    out.println("──");
    out.println("to " + String.join(", ", draft.tenants()));
    switch (state) {
      case DRAFT, WAITING, PLANNED -> out.println("goes out " + when(draft, now));
      case SENT, CANCELLED, MISSED, WITHDRAWN -> {}
    }
    AnnouncementCards.minded(draft, now, Language.EN).forEach(out::println);
  }
}
