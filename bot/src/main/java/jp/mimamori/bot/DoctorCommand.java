package jp.mimamori.bot;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.slack.SlackExamination;
import jp.mimamori.bot.edr.EdrException;
import jp.mimamori.bot.edr.visionone.VisionOneClient;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;
import jp.mimamori.bot.report.Pdf;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.Settings.Edr;
import jp.mimamori.bot.settings.SettingsException;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.AuditTrail.Verification;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Outbox;
import jp.mimamori.bot.store.StoreException;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.documents.Problem;
import jp.mimamori.knowledge.official.Editions;
import jp.mimamori.knowledge.official.OfficialTextException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is configured, what answers, what does not. Changes nothing and shows no secret. */
@Command(name = "doctor", description = "Says what is configured, what answers and what does not.")
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  /** What an examination found. */
  private sealed interface Finding {
    record Well(String what) implements Finding {}

    record Note(String what) implements Finding {}

    record Ill(String what) implements Finding {}
  }

  @Override
  public Integer call() {
    boolean ill = show("java", new Finding.Well(Runtime.version().toString()));
    Settings settings;
    try {
      settings = folders.settings();
      ill |= show("configuration", new Finding.Well(folders.config().toString()));
    } catch (SettingsException e) {
      show("configuration", new Finding.Ill(String.valueOf(e.getMessage())));
      return 1;
    }
    ill |= show("documents", documents(settings));
    ill |= show("official text", officialText());
    ill |= show("calendar", calendar(settings));
    ill |= show("data folder", dataFolder());
    ill |= show("database", database(settings));
    ill |= show("edr", edr(settings.installation().edr()));
    ill |= show("reports", reports());
    ill |= show("page", page(settings.installation().web()));
    ill |= running(settings.installation().web());
    for (jp.mimamori.bot.chat.Finding found : slack(settings)) {
      ill |= show(found.subject(), of(found));
    }
    ill |= discord(settings);
    ill |= show("smtp", smtp(settings));
    ill |= show("imap", imap(settings));
    return ill ? 1 : 0;
  }

  /** Prints a page, in memory: fonts are where reports most often fail. */
  private static Finding reports() {
    try {
      return new Finding.Well("a page with a figure takes " + Pdf.trial() + " bytes of PDF");
    } catch (Exception | Error e) { // Java's graphics throw an Error on a host without any font
      return new Finding.Ill(
          "no PDF can be printed ("
              + e.getMessage()
              + "); Debian: apt-get install fontconfig fonts-dejavu-core");
    }
  }

  private boolean discord(Settings settings) {
    if (settings.installation().discord().isEmpty()) {
      return show("discord", new Finding.Note("switched off: DISCORD_TOKEN is empty"));
    }
    boolean ill = false;
    for (var found :
        DiscordDesk.examination(settings.installation().discord().get(), settings.tenants())) {
      ill |=
          show(
              found.subject(),
              switch (found.state()) {
                case WELL -> new Finding.Well(found.what());
                case NOTE -> new Finding.Note(found.what());
                case ILL -> new Finding.Ill(found.what());
              });
    }
    return ill;
  }

  private boolean show(String name, Finding finding) {
    PrintWriter out = spec.commandLine().getOut();
    String line =
        switch (finding) {
          case Finding.Well(String what) -> "ok    " + name + ": " + what;
          case Finding.Note(String what) -> "note  " + name + ": " + what;
          case Finding.Ill(String what) -> "FAIL  " + name + ": " + what;
        };
    out.println(line);
    out.flush();
    return finding instanceof Finding.Ill;
  }

  private Finding documents(Settings settings) {
    List<Problem> problems = Documents.problems(folders.documents());
    if (!problems.isEmpty()) {
      return new Finding.Ill(problems.size() + " mistakes, the first: " + problems.getFirst());
    }
    Documents documents = Documents.read(folders.documents());
    int unfilled = documents.unfilled(settings.facts().placeholders()).size();
    String read = documents.entries().size() + " entries in " + folders.documents();
    return unfilled == 0
        ? new Finding.Well(read)
        : new Finding.Note(
            read + "; " + unfilled + " placeholders without a value (./mimamori knowledge check)");
  }

  private Finding officialText() {
    return tried(
        () ->
            Editions.read(folders.official())
                .inForce(Folders.clock().instant())
                .<Finding>map(text -> new Finding.Well("in force from " + text.inForce()))
                .orElse(new Finding.Note("none in force; ./mimamori import FILE brings it")));
  }

  private static Finding calendar(Settings settings) {
    Instant now = Folders.clock().instant();
    LocalDate today = LocalDate.ofInstant(now, settings.calendar().zone());
    Year next = Year.from(today).plusYears(1);
    String state =
        settings.calendar().isOpen(now)
            ? "open now"
            : "closed now, opens " + Lines.day(settings.calendar().nextOpening(now));
    return settings.calendar().isConfirmed(next)
        ? new Finding.Well(state)
        : new Finding.Note(
            state
                + "; the holidays of "
                + next
                + " are computed, not confirmed (the Cabinet Office publishes them in February of"
                + " the year before: hours.yaml says where to put its table)");
  }

  private Finding dataFolder() {
    Path data = folders.data();
    Path there = Files.exists(data) ? data : data.toAbsolutePath().getParent();
    return there != null && Files.isWritable(there)
        ? new Finding.Well(data + (Files.exists(data) ? "" : " (will be made)"))
        : new Finding.Ill(data + " can't be written");
  }

  private Finding database(Settings settings) {
    if (settings.installation().databaseUrl().isEmpty() && !Files.exists(folders.database())) {
      return new Finding.Note("none yet; the first run makes " + folders.database());
    }
    return tried(
        () -> {
          try (Database database = folders.look(settings)) {
            long waiting = database.read(Outbox::length);
            return switch (database.read(AuditTrail::verify)) {
              case Verification.Intact(long rows, String _) ->
                  new Finding.Well(
                      "audit trail intact, " + rows + " rows; " + waiting + " cards to be shown");
              case Verification.Broken(long seq, String reason) ->
                  new Finding.Ill("audit trail broken at row " + seq + ": " + reason);
            };
          }
        });
  }

  private static Finding edr(Edr edr) {
    return switch (edr) {
      case Edr.Simulated _ ->
          new Finding.Note("simulated inside the service; edr.kind: visionone for the real one");
      case Edr.VisionOne(_, VisionOneSettings service) ->
          tried(
              () -> {
                try (var client = new VisionOneClient(service)) {
                  client.checkConnectivity();
                  return new Finding.Well(service.baseUrl() + " answers");
                }
              });
    };
  }

  private static List<jp.mimamori.bot.chat.Finding> slack(Settings settings) {
    return settings
        .installation()
        .slack()
        .map(
            slack ->
                SlackExamination.examine(
                    Service.slackSettings(slack),
                    settings.tenants().all().stream()
                        .flatMap(tenant -> tenant.channels().stream())
                        .filter(channel -> channel.platform().equals("slack"))
                        .map(channel -> channel.id())
                        .distinct()
                        .toList(),
                    Folders.clock()))
        .orElseGet(
            () ->
                List.of(
                    jp.mimamori.bot.chat.Finding.note(
                        "slack", "switched off; set SLACK_BOT_TOKEN and SLACK_APP_TOKEN")));
  }

  private static Finding of(jp.mimamori.bot.chat.Finding found) {
    return switch (found.state()) {
      case WELL -> new Finding.Well(found.what());
      case NOTE -> new Finding.Note(found.what());
      case ILL -> new Finding.Ill(found.what());
    };
  }

  private static Finding smtp(Settings settings) {
    if (settings.installation().smtp().isEmpty()) {
      return new Finding.Note("switched off: smtp.host is empty, no mail is sent");
    }
    Settings.Smtp smtp = settings.installation().smtp().get();
    List<String> wrong = Service.mailer(smtp).examine();
    if (!wrong.isEmpty()) {
      return new Finding.Ill(smtp.server().host() + ": " + wrong.getFirst());
    }
    return settings.desk().mail().desk().isEmpty()
        ? new Finding.Note(
            smtp.server().host()
                + " takes letters, but desk.yaml names no address of the desk (mail.desk)")
        : new Finding.Well(smtp.server().host() + " takes letters from " + smtp.from());
  }

  private static Finding imap(Settings settings) {
    if (settings.installation().imap().isEmpty()) {
      return new Finding.Note("switched off: imap.host is empty, no mail is read");
    }
    Settings.Imap imap = settings.installation().imap().get();
    List<String> wrong = Service.mailbox(imap).examine();
    if (!wrong.isEmpty()) {
      return new Finding.Ill(imap.server().host() + ": " + wrong.getFirst());
    }
    boolean heard =
        !settings.desk().mail().speakers().isEmpty()
            || settings.tenants().members().stream().anyMatch(one -> !one.mail().isEmpty());
    return heard
        ? new Finding.Well(imap.server().host() + " shows its " + imap.folder())
        : new Finding.Note(
            imap.server().host()
                + " shows its "
                + imap.folder()
                + ", but nobody may answer by mail (mail in tenants.yaml, mail.speakers in"
                + " desk.yaml)");
  }

  private static Finding page(Settings.Web web) {
    try (var _ = new ServerSocket(web.port(), 1, InetAddress.getByName(web.host()))) {
      return new Finding.Well("port " + web.port() + " is free");
    } catch (IOException e) {
      return new Finding.Note("port " + web.port() + " is in use: is the service running already?");
    }
  }

  /** What a service that runs already says of itself; nothing if none does. */
  private boolean running(Settings.Web web) {
    boolean ill = false;
    for (jp.mimamori.bot.chat.Finding found : Running.findings(web)) {
      ill |= show("running " + found.subject(), of(found));
    }
    return ill;
  }

  private static Finding tried(Supplier<Finding> examination) {
    try {
      return examination.get();
    } catch (StoreException | EdrException | OfficialTextException | IllegalArgumentException e) {
      return new Finding.Ill(String.valueOf(e.getMessage()));
    }
  }
}
