package jp.mimamori.bot.chat.slack;

import static java.util.stream.Collectors.toSet;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.mimamori.bot.chat.ChatPlatform.Standing;
import jp.mimamori.bot.chat.Person;
import jp.mimamori.knowledge.Language;

/**
 * Who somebody is, as Slack knows it. Ordinary acts are content with what was so a minute ago;
 * {@link #fresh} asks.
 */
final class SlackPeople {
  private static final Duration REMEMBERED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 5_000;

  private final SlackApi api;
  private final InstantSource clock;
  private final Executor threads;
  private final Duration acquaintance;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private volatile String team = "";

  /** Somebody, as of a moment. */
  private record Known(Standing standing, Language language, Instant at) {}

  SlackPeople(SlackApi api, InstantSource clock, Executor threads, Duration acquaintance) {
    this.api = api;
    this.clock = clock;
    this.threads = threads;
    this.acquaintance = acquaintance;
  }

  /**
   * Who acts, in time for Slack's acknowledgement. If Slack does not say who somebody new is, they
   * have no groups and count as a guest: less may be done then, never more.
   */
  Person person(String id) {
    Known before = known.get(id);
    if (before != null && before.at().plus(REMEMBERED).isAfter(clock.instant())) {
      return person(id, before.standing());
    }
    CompletableFuture<Standing> asked = CompletableFuture.supplyAsync(() -> fresh(id), threads);
    try {
      Standing now = asked.get(acquaintance.toMillis(), TimeUnit.MILLISECONDS);
      return now instanceof Standing.NotKnown && before != null
          ? person(id, before.standing())
          : person(id, now);
    } catch (TimeoutException slow) {
      return person(id, before == null ? new Standing.NotKnown("slow") : before.standing());
    } catch (ExecutionException broken) {
      throw new IllegalStateException("Slack's answer about a person can't be read", broken);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopping", stopping);
    }
  }

  /** What their Slack speaks; Japanese if Slack does not say. */
  Language language(String id) {
    var _ = person(id);
    Known seen = known.get(id);
    return seen == null ? Language.JA : seen.language();
  }

  private static Person person(String id, Standing standing) {
    return switch (standing) {
      case Standing.Present(Person person) -> person;
      case Standing.Gone _, Standing.NotKnown _ ->
          new Person(SlackPlatform.NAME, id, id, Set.of(), true);
    };
  }

  /** Asks Slack now. */
  Standing fresh(String id) {
    CompletableFuture<Called<UsergroupsListResponse>> groups =
        CompletableFuture.supplyAsync(this::groups, threads);
    Called<UsersInfoResponse> asked = user(id);
    Standing standing =
        switch (asked) {
          case Called.Done<UsersInfoResponse>(var response) -> standing(response.getUser(), groups);
          case Called.Refused<UsersInfoResponse>(String error)
              when error.equals("user_not_found") || error.equals("user_not_visible") ->
              new Standing.Gone();
          case Called.Refused<UsersInfoResponse>(String error) -> new Standing.NotKnown(error);
          case Called.Limited<UsersInfoResponse> _ -> new Standing.NotKnown("too many questions");
          case Called.NotSent<UsersInfoResponse>(String reason) -> new Standing.NotKnown(reason);
          case Called.Unclear<UsersInfoResponse>(String reason) -> new Standing.NotKnown(reason);
        };
    if (!(standing instanceof Standing.NotKnown)) {
      if (known.size() > MOST_REMEMBERED) {
        known.clear();
      }
      known.put(id, new Known(standing, language(asked), clock.instant()));
    }
    return standing;
  }

  private Standing standing(User user, CompletableFuture<Called<UsergroupsListResponse>> groups) {
    if (user.isDeleted()) {
      return new Standing.Gone();
    }
    if (!(groups.join() instanceof Called.Done<UsergroupsListResponse>(var listed))) {
      return new Standing.NotKnown("Slack does not list its user groups");
    }
    String ours = team();
    if (ours.isEmpty()) {
      return new Standing.NotKnown("Slack does not say which workspace is ours");
    }
    Set<String> having =
        listed.getUsergroups().stream()
            .filter(group -> group.getDateDelete() == null || group.getDateDelete() == 0)
            .filter(group -> group.getUsers() != null && group.getUsers().contains(user.getId()))
            .map(group -> group.getId())
            .collect(toSet());
    return new Standing.Present(
        new Person(SlackPlatform.NAME, user.getId(), name(user), having, guest(user, ours)));
  }

  /** Single- and multi-channel guests, and everybody who comes by Slack Connect. */
  private static boolean guest(User user, String ours) {
    boolean elsewhere =
        user.getTeamId() != null
            && !user.getTeamId().equals(ours)
            && (user.getEnterpriseUser() == null
                || user.getEnterpriseUser().getTeams() == null
                || !user.getEnterpriseUser().getTeams().contains(ours));
    return user.isRestricted() || user.isUltraRestricted() || user.isStranger() || elsewhere;
  }

  private static String name(User user) {
    String shown = user.getProfile() == null ? "" : user.getProfile().getDisplayName();
    if (shown != null && !shown.isBlank()) {
      return shown;
    }
    return user.getRealName() == null ? user.getId() : user.getRealName();
  }

  private Called<UsersInfoResponse> user(String id) {
    return api.call(
        "users.info",
        () -> api.methods().usersInfo(request -> request.user(id).includeLocale(true)));
  }

  private static Language language(Called<UsersInfoResponse> asked) {
    return asked instanceof Called.Done<UsersInfoResponse>(var response)
            && response.getUser().getLocale() != null
            && !response.getUser().getLocale().startsWith("ja")
        ? Language.EN
        : Language.JA;
  }

  private Called<UsergroupsListResponse> groups() {
    return api.call(
        "usergroups.list",
        () -> api.methods().usergroupsList(request -> request.includeUsers(true)));
  }

  private String team() {
    if (team.isEmpty()
        && api.call("auth.test", () -> api.methods().authTest(request -> request))
            instanceof Called.Done<AuthTestResponse>(var self)) {
      team = self.getTeamId();
    }
    return team;
  }
}
