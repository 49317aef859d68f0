package jp.mimamori.bot.chat.slack;

import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.model.Conversation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import jp.mimamori.bot.chat.Finding;

/** Whether Slack is set up as it must be. Changes nothing and shows no secret. */
public final class SlackExamination {
  /** What the adapter asks of Slack, and the manifest grants. */
  static final Set<String> SCOPES =
      Set.of(
          "app_mentions:read",
          "assistant:write",
          "channels:history",
          "channels:read",
          "chat:write",
          "commands",
          "files:write",
          "groups:history",
          "groups:read",
          "im:history",
          "im:write",
          "reactions:write",
          "usergroups:read",
          "users:read");

  private static final String GRANTED = "x-oauth-scopes";

  private final SlackSettings settings;
  private final SlackApi api;
  private final List<Finding> findings = new ArrayList<>();

  private SlackExamination(SlackSettings settings, SlackApi api) {
    this.settings = settings;
    this.api = api;
  }

  /**
   * @param channels the ids of the channels that the configuration names
   */
  public static List<Finding> examine(
      SlackSettings settings, List<String> channels, InstantSource clock) {
    try (var api = new SlackApi(settings, clock)) {
      var examination = new SlackExamination(settings, api);
      if (examination.token()) {
        channels.forEach(examination::channel);
        examination.door();
      }
      return examination.findings;
    }
  }

  private boolean token() {
    Called<AuthTestResponse> called =
        api.call("auth.test", () -> api.methods().authTest(request -> request));
    if (!(called instanceof Called.Done<AuthTestResponse>(var self))) {
      findings.add(Finding.ill("slack token", settings.apiUrl() + " " + trouble(called)));
      return false;
    }
    findings.add(
        Finding.well(
            "slack token", "workspace " + self.getTeam() + " (" + self.getTeamId() + ") answers"));
    scopes(self);
    return true;
  }

  private void scopes(AuthTestResponse self) {
    List<String> header =
        Optional.ofNullable(self.getHttpResponseHeaders())
            .map(headers -> headers.get(GRANTED))
            .orElse(List.of());
    if (header.isEmpty()) {
      findings.add(Finding.note("slack scopes", "Slack does not say which are granted"));
      return;
    }
    Set<String> missing = new TreeSet<>(SCOPES);
    header.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .forEach(missing::remove);
    findings.add(
        missing.isEmpty()
            ? Finding.well("slack scopes", "all " + SCOPES.size() + " granted")
            : Finding.ill(
                "slack scopes",
                "missing: "
                    + String.join(", ", missing)
                    + "; paste config/slack-manifest.yaml again and reinstall the app"));
  }

  private void channel(String id) {
    String subject = "slack channel " + id;
    Called<ConversationsInfoResponse> called =
        api.call(
            "conversations.info",
            () -> api.methods().conversationsInfo(request -> request.channel(id)));
    if (!(called instanceof Called.Done<ConversationsInfoResponse>(var info))) {
      findings.add(
          Finding.ill(
              subject, trouble(called) + "; is the id right, and the app invited (/invite @edr)?"));
      return;
    }
    Conversation channel = info.getChannel();
    if (channel.isArchived()) {
      findings.add(Finding.ill(subject, "#" + channel.getName() + " is archived"));
    } else if (!channel.isMember()) {
      findings.add(
          Finding.ill(subject, "the app is not in #" + channel.getName() + "; /invite @edr there"));
    } else if (channel.isExtShared()) {
      findings.add(
          Finding.note(
              subject,
              "#"
                  + channel.getName()
                  + " is shared with another organisation, whose people are guests to us"));
    } else {
      findings.add(Finding.well(subject, "#" + channel.getName()));
    }
  }

  private void door() {
    if (settings.http().isPresent()) {
      SlackSettings.Http http = settings.http().get();
      try (var _ = new ServerSocket(http.port(), 1, InetAddress.getByName(http.host()))) {
        findings.add(
            Finding.well(
                "slack http", "port " + http.port() + " is free; path " + HttpReceiver.PATH));
      } catch (IOException taken) {
        findings.add(
            Finding.note(
                "slack http",
                "port " + http.port() + " is in use: is the service running already?"));
      }
      return;
    }
    Called<AppsConnectionsOpenResponse> called =
        api.call(
            "apps.connections.open",
            () -> api.appMethods().appsConnectionsOpen(request -> request));
    findings.add(
        called instanceof Called.Done<AppsConnectionsOpenResponse>(var opened)
            ? socket(opened.getUrl())
            : Finding.ill("slack socket", trouble(called)));
  }

  /** Opens it for a moment: Slack allows ten at a time, so a running service is not disturbed. */
  private Finding socket(String url) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Socket socket = Socket.open(http, URI.create(url), settings.timing().answer(), Socket.DEAF);
      socket.leave();
      return Finding.well("slack socket", "opens");
    } catch (CompletionException unreached) {
      return Finding.ill(
          "slack socket", "does not open; is a proxy or a firewall in the way of wss?");
    }
  }

  private static String trouble(Called<?> called) {
    return switch (called) {
      case Called.Done<?> _ -> "answers";
      case Called.Limited<?>(var after) ->
          "is asked too often; again in " + after.toSeconds() + " s";
      case Called.NotSent<?>(String reason) -> "can't be reached: " + reason;
      case Called.Unclear<?>(String reason) -> "does not answer: " + reason;
      case Called.Refused<?>(String error) -> "refuses: " + error;
    };
  }
}
