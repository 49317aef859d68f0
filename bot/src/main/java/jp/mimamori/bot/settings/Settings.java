package jp.mimamori.bot.settings;

import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.alert.Masking;
import jp.mimamori.bot.alert.Muting;
import jp.mimamori.bot.announcement.AnnouncementPolicy;
import jp.mimamori.bot.bell.Patience;
import jp.mimamori.bot.edr.visionone.VisionOneSettings;
import jp.mimamori.bot.escalation.Ladders;
import jp.mimamori.bot.inquiry.ResponseTimes;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.mail.Server;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.tenant.Tenants;
import jp.mimamori.knowledge.ServiceFacts;
import jp.mimamori.schedules.BusinessCalendar;

/** Everything that operators decide, as of one moment. */
public record Settings(
    Installation installation,
    ServiceFacts facts,
    BusinessCalendar calendar,
    Ladders ladders,
    Tenants tenants,
    Policy policy,
    Muting muting,
    Masking masking,
    Operations operations,
    Desk desk) {

  /** The same for other customers and people. */
  public Settings with(Tenants others) {
    return new Settings(
        installation, facts, calendar, ladders, others, policy, muting, masking, operations, desk);
  }

  /**
   * What runs by itself, and what customers are told.
   *
   * @param security the news of each month for its report, in Markdown
   */
  public record Operations(
      Patience patience,
      AnnouncementPolicy announcements,
      Set<Integer> reminderDays,
      Map<YearMonth, String> security) {
    public Operations {
      security = Map.copyOf(security);
      reminderDays = Set.copyOf(reminderDays);
    }
  }

  /**
   * How inquiries are kept.
   *
   * @param times within which people answer
   * @param mail with whom letters are exchanged
   */
  public record Desk(ResponseTimes times, DeskMail mail) {}

  /**
   * What this installation is; takes effect at the next start.
   *
   * @param databaseUrl of a PostgreSQL server; empty for the SQLite file in the data folder
   */
  public record Installation(
      Web web,
      String databaseUrl,
      Edr edr,
      Optional<Slack> slack,
      Optional<Discord> discord,
      Optional<Smtp> smtp,
      Optional<Imap> imap) {}

  /**
   * Where letters are handed in, if that is switched on by its host.
   *
   * @param from the address that they come from
   */
  public record Smtp(Server server, String from) {}

  /** The mailbox where they are answered, if that is switched on by its host. */
  public record Imap(Server server, String folder, Duration poll) {}

  /** Where the page is served. */
  public record Web(String host, int port) {}

  /**
   * Slack, if it is switched on by its token. Does not show its secrets.
   *
   * @param appToken for Socket Mode; empty where events come by HTTP
   * @param http where signed events are listened for instead of Socket Mode
   */
  public record Slack(URI apiUrl, String botToken, String appToken, Optional<SlackHttp> http) {
    @Override
    public String toString() {
      return "Slack[apiUrl=" + apiUrl + ", http=" + http + "]";
    }
  }

  /** Slack's events by HTTP. Does not show its secret. */
  public record SlackHttp(String host, int port, String signingSecret) {
    @Override
    public String toString() {
      return "SlackHttp[host=" + host + ", port=" + port + "]";
    }
  }

  /**
   * Discord, if it is switched on by its token. Does not show it.
   *
   * @param readsMessages whether messages that do not mention the bot are read in support channels,
   *     which needs the privileged message content intent
   */
  public record Discord(URI apiUrl, URI gatewayUrl, String token, boolean readsMessages) {
    @Override
    public String toString() {
      return "Discord[apiUrl=" + apiUrl + ", gatewayUrl=" + gatewayUrl + "]";
    }
  }

  /** Which EDR is watched, and how often it is asked for what is new. */
  public sealed interface Edr {
    Duration poll();

    /** The stand-in inside this process. */
    record Simulated(Duration poll, Duration raisesEvery) implements Edr {}

    /** Trend Vision One. Does not show its key. */
    record VisionOne(Duration poll, VisionOneSettings service) implements Edr {}
  }
}
