package jp.mimamori.bot.chat.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.ChatPlatform.PostKey;
import jp.mimamori.bot.chat.Finding;
import jp.mimamori.bot.chat.Place;
import jp.mimamori.bot.chat.slack.local.Fault;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;
import jp.mimamori.knowledge.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the operator is told, and what nobody is told. */
class SlackSecretsTest {
  private static final String SECRET = "0000-not-for-anybody";
  private static final String BOT = "xoxb-" + SECRET;
  private static final String APP = "xapp-" + SECRET;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private LocalSlack slack;

  @BeforeEach
  void listen() {
    slack = new LocalSlack(0, InstantSource.system());
    slack.workspace().add(new Workspace.Channel("C1", "alerts"));
    slack.workspace().add(new Workspace.Channel("C2", "elsewhere", false, false));
    slack.workspace().add(new Workspace.Channel("C3", "with-customer", true, true));
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void close() {
    root.detachAppender(log);
    slack.close();
  }

  @Test
  void noTokenIsSaidOrLogged() {
    var settings =
        new SlackSettings(
            slack.apiUrl(),
            BOT,
            APP,
            Optional.of(new SlackSettings.Http("127.0.0.1", 0, SECRET)),
            Quick.TIMING);
    var bySocket = new SlackSettings(slack.apiUrl(), BOT, APP, Optional.empty(), Quick.TIMING);
    var said = new StringBuilder(settings.toString());
    try (var platform = new SlackPlatform(bySocket, InstantSource.system())) {
      platform.start((_, _) -> {});
      for (Fault fault :
          List.of(
              new Fault.Says("invalid_auth"),
              new Fault.Status(503, false),
              new Fault.Drops(false),
              new Fault.Limited(Duration.ofSeconds(1)))) {
        slack.faults().next("chat.postMessage", fault);
        said.append(
            platform.post(
                Place.channel("C1"),
                new Card("T", Tone.PLAIN, Language.EN, List.of()),
                new PostKey(fault.toString(), false)));
      }
      said.append(platform.lookUp("U1"));
      Quick.until(Duration.ofSeconds(10), () -> !List.copyOf(log.list).isEmpty());
    }
    SlackExamination.examine(settings, List.of("C1"), InstantSource.system()).forEach(said::append);
    SlackExamination.examine(bySocket, List.of("C1"), InstantSource.system()).forEach(said::append);

    for (ILoggingEvent event : List.copyOf(log.list)) {
      said.append(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        said.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    assertTrue(said.toString().contains("invalid_auth"), "something was said");
    assertFalse(said.toString().contains(SECRET), said.toString());
    assertEquals(Level.WARN, root.getLevel(), "as the service logs");
  }

  @Test
  void theDoctorNamesWhatIsMissing() {
    List<Finding> found =
        SlackExamination.examine(
            Quick.settings(slack), List.of("C1", "C2", "C3", "C4"), InstantSource.system());

    assertEquals(
        List.of(
            "slack token WELL",
            "slack scopes ILL",
            "slack channel C1 WELL",
            "slack channel C2 ILL",
            "slack channel C3 NOTE",
            "slack channel C4 ILL",
            "slack socket WELL"),
        found.stream().map(one -> one.subject() + " " + one.state()).toList());
    assertTrue(found.get(1).what().contains("groups:history"), found.get(1).what());
  }
}
