package jp.mimamori.bot;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.SettingsFolder;
import jp.mimamori.bot.store.Database;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.knowledge.official.Editions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where things are: by default below the folder that Mimamori was started from. */
final class Folders {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "What operators edit (default: config).")
  private @Nullable Path config;

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      description = "What answers are taken from (default: knowledge/documents).")
  private @Nullable Path documents;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is remembered (default: data).")
  private @Nullable Path data;

  /** As the options say, or below the home. */
  Folders() {}

  Folders(Path config, Path documents, Path data) {
    this.config = config;
    this.documents = documents;
    this.data = data;
  }

  Path config() {
    return or(config, "config");
  }

  Path documents() {
    return or(documents, "knowledge/documents");
  }

  Path data() {
    return or(data, "data");
  }

  Path database() {
    return data().resolve("mimamori.db");
  }

  /** The editions of the official text; the operator's own, so they are kept with the data. */
  Path official() {
    return data().resolve("official");
  }

  /** What is on record, to be read, whether the service runs or not. */
  Database look(Settings settings) {
    String url = settings.installation().databaseUrl();
    return url.isEmpty() ? Database.look(database()) : Database.postgresql(url);
  }

  /** To take one short step on what is on record, whether the service runs or not. */
  Database beside(Settings settings) {
    String url = settings.installation().databaseUrl();
    return url.isEmpty() ? Database.beside(database()) : Database.postgresql(url);
  }

  Settings settings() {
    return SettingsFolder.read(config(), System.getenv());
  }

  Knowledge knowledge(Settings settings) {
    return Knowledge.open(
        Documents.read(documents()),
        settings.facts(),
        new CalendarHours(settings.calendar()),
        Editions.read(official()));
  }

  /** The one place where the real clock comes in. */
  static InstantSource clock() {
    return InstantSource.system();
  }

  private static Path or(@Nullable Path named, String usual) {
    Path home = Path.of(System.getProperty("mimamori.home", "."));
    return Optional.ofNullable(named).orElseGet(() -> home.resolve(usual)).normalize();
  }
}
