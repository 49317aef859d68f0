package jp.mimamori.bot.chat.slack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.bot.chat.ChatPlatform;
import jp.mimamori.bot.chat.ChatPlatformContract;
import jp.mimamori.bot.chat.slack.local.LocalSlack;
import jp.mimamori.bot.chat.slack.local.Workspace;

final class SlackPlatformContractTest extends ChatPlatformContract {
  @Override
  protected Stage stage() {
    return new SlackStage();
  }

  private static final class SlackStage implements Stage {
    private final LocalSlack slack = new LocalSlack(0, InstantSource.system());
    private final SlackPlatform platform =
        new SlackPlatform(Quick.settings(slack), InstantSource.system());
    private final Map<String, Integer> read = new HashMap<>();

    SlackStage() {
      slack.workspace().add(new Workspace.Channel("C1", "support"));
      slack.workspace().add(new Workspace.User("UANNA", "Anna"));
      slack.workspace().add(new Workspace.User("UBERT", "Bert"));
    }

    @Override
    public ChatPlatform platform() {
      return platform;
    }

    @Override
    public String channel() {
      return "C1";
    }

    @Override
    public String anna() {
      return "UANNA";
    }

    @Override
    public String bert() {
      return "UBERT";
    }

    @Override
    public void asks(String person, String text) {
      Quick.arrived(
          slack.people().says(person, "C1", "<@" + Workspace.BOT + "> " + text, Optional.empty()));
    }

    @Override
    public void presses(String person, String message, String button) {
      Quick.arrived(slack.people().presses(person, "C1", message, button));
    }

    @Override
    public List<String> messages() {
      return slack.workspace().messages("C1").stream().map(SlackReader::text).toList();
    }

    @Override
    public String privateReply(String person) {
      int next = read.merge(person, 1, Integer::sum);
      Quick.until(
          Duration.ofSeconds(10), () -> slack.workspace().ephemerals(person).size() >= next);
      return SlackReader.text(slack.workspace().ephemerals(person).get(next - 1).message());
    }

    @Override
    public List<String> files() {
      return slack.workspace().messages("C1").stream()
          .flatMap(message -> message.path("files").valueStream())
          .map(file -> file.path("name").asText())
          .toList();
    }

    @Override
    public String form(String person) {
      Quick.until(Duration.ofSeconds(10), () -> slack.workspace().modal(person).isPresent());
      return slack.workspace().modal(person).orElseThrow().toString();
    }

    @Override
    public String agrees(String person) {
      String asked = privateReply(person);
      var question = slack.workspace().ephemerals(person).getLast().message();
      Quick.arrived(slack.people().presses(person, "C1", question.path("ts").asText(), "take"));
      return asked;
    }

    @Override
    public void submits(String person, Map<String, String> answers) {
      Quick.arrived(slack.people().submits(person, answers));
    }

    @Override
    public void close() {
      slack.close();
    }
  }
}
