package jp.mimamori.bot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.alert.Muting;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.mail.Post;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.settings.SettingsFolder;
import jp.mimamori.bot.store.AuditTrail;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.Knowledge;
import jp.mimamori.knowledge.documents.Documents;
import jp.mimamori.schedules.BusinessCalendar;

/**
 * The whole service with the sample tenants and the real documents, on a real database, with the
 * EDR and the chat in memory and the time moved by hand.
 */
final class Stage implements AutoCloseable {
  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  static final Path CONFIG = Path.of("..", "config");
  static final Path DOCUMENTS = Path.of("..", "knowledge", "documents");

  static final Settings SETTINGS = SettingsFolder.read(CONFIG, Map.of());
  private static final Knowledge KNOWLEDGE =
      Knowledge.open(
          Documents.read(DOCUMENTS), SETTINGS.facts(), new CalendarHours(SETTINGS.calendar()));

  final FakeEdr edr = new FakeEdr();
  final FakeChat chat;
  private final Supplier<Database> opening;
  volatile Settings settings;
  private final List<ChatPlatform> platforms;
  private final Post post;

  /** Read by platforms on threads of their own. */
  volatile Instant now;

  private boolean dying;
  private Database database;
  private Bot bot;

  Stage(Path folder, Instant now) {
    this(folder, now, SETTINGS);
  }

  Stage(Path folder, Instant now, Settings settings) {
    this(() -> Database.sqlite(folder.resolve("mimamori.db")), now, settings);
  }

  Stage(Supplier<Database> opening, Instant now) {
    this(new FakeChat(), opening, now, SETTINGS, List.of());
  }

  Stage(Supplier<Database> opening, Instant now, Settings settings) {
    this(new FakeChat(), opening, now, settings, List.of());
  }

  /** A node among several, which post to one platform. */
  Stage(Supplier<Database> opening, Instant now, FakeChat chat) {
    this(chat, opening, now, SETTINGS, List.of());
  }

  /** With another platform beside the one in memory, or in its place if it is the page. */
  Stage(Path folder, Instant now, Settings settings, ChatPlatform other) {
    this(
        new FakeChat(),
        () -> Database.sqlite(folder.resolve("mimamori.db")),
        now,
        settings,
        List.of(other));
  }

  /** With mail. */
  Stage(Path folder, Instant now, Settings settings, Post post) {
    this(
        new FakeChat(),
        () -> Database.sqlite(folder.resolve("mimamori.db")),
        now,
        settings,
        List.of(),
        post);
  }

  private Stage(
      FakeChat chat,
      Supplier<Database> opening,
      Instant now,
      Settings settings,
      List<ChatPlatform> others) {
    this(chat, opening, now, settings, others, Post.NONE);
  }

  private Stage(
      FakeChat chat,
      Supplier<Database> opening,
      Instant now,
      Settings settings,
      List<ChatPlatform> others,
      Post post) {
    this.chat = chat;
    this.post = post;
    this.opening = opening;
    this.settings = settings;
    this.now = now;
    this.platforms =
        others.stream().anyMatch(other -> other.name().equals(chat.name()))
            ? others
            : Stream.concat(Stream.of(chat), others.stream()).toList();
    this.database = opening.get();
    this.bot = start();
  }

  /** A moment in Tokyo, such as {@code 2026-11-20T17:45}. */
  static Instant tokyo(String moment) {
    return LocalDateTime.parse(moment).atZone(TOKYO).toInstant();
  }

  /** The sample configuration with another policy. */
  static Settings with(Policy policy) {
    return with(policy, SETTINGS.muting());
  }

  static Settings with(Policy policy, Muting muting) {
    return new Settings(
        SETTINGS.installation(),
        SETTINGS.facts(),
        SETTINGS.calendar(),
        SETTINGS.ladders(),
        SETTINGS.tenants(),
        policy,
        muting,
        SETTINGS.masking(),
        SETTINGS.operations(),
        SETTINGS.desk());
  }

  static Settings with(Tenants tenants) {
    return SETTINGS.with(tenants);
  }

  static Settings with(Masking masking) {
    return new Settings(
        SETTINGS.installation(),
        SETTINGS.facts(),
        SETTINGS.calendar(),
        SETTINGS.ladders(),
        SETTINGS.tenants(),
        SETTINGS.policy(),
        SETTINGS.muting(),
        masking,
        SETTINGS.operations(),
        SETTINGS.desk());
  }

  static Settings with(Settings.Desk desk) {
    return new Settings(
        SETTINGS.installation(),
        SETTINGS.facts(),
        SETTINGS.calendar(),
        SETTINGS.ladders(),
        SETTINGS.tenants(),
        SETTINGS.policy(),
        SETTINGS.muting(),
        SETTINGS.masking(),
        SETTINGS.operations(),
        desk);
  }

  static Settings with(Settings settings, BusinessCalendar calendar) {
    return new Settings(
        settings.installation(),
        settings.facts(),
        calendar,
        settings.ladders(),
        settings.tenants(),
        settings.policy(),
        settings.muting(),
        settings.masking(),
        settings.operations(),
        settings.desk());
  }

  private Bot start() {
    Bot started =
        new Bot(
            database,
            edr,
            platforms,
            post,
            () -> settings,
            () -> KNOWLEDGE,
            () -> now,
            this::attend);
    started.open();
    return started;
  }

  /** What is heard from now on is kept and not attended to: the process dies too soon. */
  void diesBeforeAttending() {
    dying = true;
  }

  private void attend(Runnable task) {
    if (!dying) {
      task.run();
    }
  }

  /** Ends as by kill -9: nothing is told to anybody, and the next process opens the file. */
  void dies() {
    dying = false;
    database.close();
    database = opening.get();
    bot = start();
  }

  /** Rings every bell once. */
  void rings() {
    bot.tick(now);
  }

  void passes(Duration time) {
    now = now.plus(time);
    rings();
  }

  /** Lets that much time pass with the bells ringing all the while. */
  void passesRinging(Duration time, Duration every) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      passes(every);
    }
  }

  List<String> trail(String subject) {
    return database.read(
        view ->
            AuditTrail.of(view, subject).stream()
                .map(entry -> entry.act().actor() + " " + entry.act().action())
                .toList());
  }

  List<AuditTrail.Entry> newestActs(int most) {
    return database.read(view -> AuditTrail.newest(view, most));
  }

  Database database() {
    return database;
  }

  <T> T read(Function<View, T> reader) {
    return database.read(reader);
  }

  /** Takes a step of a feature's. */
  void step(Consumer<Transaction> step) {
    database.write(now, step);
  }

  long count(String sql) {
    return database.read(view -> view.count(sql));
  }

  AuditTrail.Verification verification() {
    return database.read(AuditTrail::verify);
  }

  @Override
  public void close() {
    bot.close();
    database.close();
  }
}
