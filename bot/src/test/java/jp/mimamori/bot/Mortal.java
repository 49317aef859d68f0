package jp.mimamori.bot;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import jp.mimamori.bot.chat.web.DatabaseMessages;
import jp.mimamori.bot.chat.web.WebPlatform;
import jp.mimamori.bot.chat.web.WebSettings;
import jp.mimamori.bot.edr.visionone.VisionOneClient;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;
import jp.mimamori.bot.frontdesk.Visitors;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.Settings.Edr;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.schedules.Timetable;

/**
 * The service as a process that is made to be killed: the whole bot on its database, with its page,
 * its bells and a Vision One elsewhere. It makes itself ready while its predecessor still lives,
 * begins when a byte comes on standard input, and ends with whoever started it.
 */
final class Mortal {
  static final String WARM = "warm";
  static final String READY = "ready ";

  private Mortal() {}

  /**
   * Lives.
   *
   * @param arguments config, documents, data, and how far the clock is ahead
   */
  public static void main(String[] arguments) throws IOException {
    var folders = new Folders(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    InstantSource clock =
        InstantSource.offset(InstantSource.system(), Duration.parse(arguments[3]));
    Settings settings = folders.settings();
    Knowledge knowledge = folders.knowledge(settings);
    if (!(settings.installation().edr() instanceof Edr.VisionOne(_, VisionOneSettings service))) {
      throw new IllegalArgumentException("its EDR must be able to outlive it");
    }
    System.out.println(WARM);
    if (System.in.read() < 0) {
      return;
    }
    Database database = Database.sqlite(folders.database());
    var web =
        new WebPlatform(
            WebSettings.local(0),
            new DatabaseMessages(database, clock),
            () -> Visitors.of(settings.tenants()),
            List.of(),
            clock,
            List::of);
    var bot =
        new Bot(
            database,
            new VisionOneClient(service),
            List.of(web),
            () -> settings,
            () -> knowledge,
            clock,
            Executors.newVirtualThreadPerTaskExecutor());
    bot.open();
    bot.ring(Timetable.start(clock), settings.installation().edr().poll());
    System.out.println(READY + web.address());
    var _ = System.in.read();
    System.exit(0);
  }
}
