package jp.mimamori.bot.chat.slack.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The Web API's methods, as far as a desk needs them. */
final class Methods {
  /** The scope that each method wants; https://docs.slack.dev/reference/methods. */
  static final Map<String, String> SCOPES =
      Map.ofEntries(
          Map.entry("chat.postMessage", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("conversations.open", "im:write"),
          Map.entry("conversations.history", "channels:history"),
          Map.entry("conversations.replies", "channels:history"),
          Map.entry("conversations.info", "channels:read"),
          Map.entry("users.info", "users:read"),
          Map.entry("usergroups.list", "usergroups:read"),
          Map.entry("files.getUploadURLExternal", "files:write"),
          Map.entry("files.completeUploadExternal", "files:write"),
          Map.entry("reactions.add", "reactions:write"),
          Map.entry("reactions.remove", "reactions:write"),
          Map.entry("assistant.threads.setStatus", "assistant:write"),
          Map.entry("assistant.threads.setSuggestedPrompts", "assistant:write"));

  private static final int PAGE = 100;

  private final Workspace workspace;
  private final Sockets sockets;
  private final String base;
  private final Set<String> called = ConcurrentHashMap.newKeySet();
  private volatile String prompts = "";
  private final Set<String> scopes = ConcurrentHashMap.newKeySet();

  Methods(Workspace workspace, Sockets sockets, String base) {
    this.workspace = workspace;
    this.sockets = sockets;
    this.base = base;
  }

  /** Which methods were called so far. */
  Set<String> called() {
    return Set.copyOf(called);
  }

  /** What the assistant suggested last. */
  String prompts() {
    return prompts;
  }

  /** Which scopes the calls so far have needed. */
  Set<String> scopes() {
    return Set.copyOf(scopes);
  }

  /** Reading about a channel needs the scope of its kind. */
  private static Optional<String> scope(String method, Form form) {
    return Optional.ofNullable(SCOPES.get(method))
        .map(
            scope ->
                switch (form.text("channel").isEmpty() ? 'C' : form.text("channel").charAt(0)) {
                  case 'G' -> scope.replace("channels:", "groups:");
                  case 'D' -> scope.replace("channels:", "im:");
                  default -> scope;
                });
  }

  ObjectNode call(String method, Form form) {
    called.add(method);
    scope(method, form).ifPresent(scopes::add);
    return switch (method) {
      case "api.test" -> Json.ok();
      case "auth.test" ->
          Json.ok()
              .put("url", base)
              .put("team", "Local")
              .put("user", "edr")
              .put("team_id", Workspace.TEAM)
              .put("user_id", Workspace.BOT)
              .put("bot_id", Workspace.BOT_ID);
      case "apps.connections.open" -> Json.ok().put("url", sockets.ticket());
      case "chat.postMessage" -> postMessage(form);
      case "chat.update" -> update(form);
      case "chat.postEphemeral" -> postEphemeral(form);
      case "conversations.open" ->
          workspace
              .user(form.text("users"))
              .map(
                  user -> {
                    ObjectNode answer = Json.ok();
                    answer.putObject("channel").put("id", workspace.open(user.id()));
                    return answer;
                  })
              .orElseGet(() -> Json.error("user_not_found"));
      case "conversations.info" -> info(form);
      case "conversations.history" -> history(form, false);
      case "conversations.replies" -> history(form, true);
      case "users.info" ->
          workspace
              .user(form.text("user"))
              .map(Methods::user)
              .orElseGet(() -> Json.error("user_not_found"));
      case "usergroups.list" -> usergroups();
      case "views.open" -> {
        String user = sockets.userOfTrigger(form.text("trigger_id"));
        if (user.isEmpty()) {
          yield Json.error("invalid_trigger_id");
        }
        ObjectNode view = (ObjectNode) Json.read(form.text("view"));
        view.put("id", workspace.id("V")).put("hash", workspace.ts());
        workspace.modal(user, view);
        ObjectNode answer = Json.ok();
        answer.set("view", view);
        yield answer;
      }
      case "views.publish" -> {
        workspace.home(form.text("user_id"), (ObjectNode) Json.read(form.text("view")));
        yield Json.ok();
      }
      case "reactions.add" -> reaction(form, true);
      case "reactions.remove" -> reaction(form, false);
      case "assistant.threads.setStatus" -> {
        workspace.status(form.text("channel_id"), form.text("thread_ts"), form.text("status"));
        yield Json.ok();
      }
      case "assistant.threads.setSuggestedPrompts" -> {
        prompts = form.text("prompts");
        yield Json.ok();
      }
      case "files.getUploadURLExternal" -> {
        String id = workspace.id("F");
        workspace.keep(new Workspace.Upload(id, form.text("filename"), ByteBuffer.allocate(0)));
        yield Json.ok().put("upload_url", base + "upload/" + id).put("file_id", id);
      }
      case "files.completeUploadExternal" -> complete(form);
      default -> Json.error("unknown_method");
    };
  }

  private ObjectNode postMessage(Form form) {
    String channel = form.text("channel");
    Optional<ObjectNode> refused = refusal(channel, form);
    if (refused.isPresent()) {
      return refused.get();
    }
    ObjectNode message = written(form);
    form.optional("thread_ts").ifPresent(root -> message.put("thread_ts", root));
    form.optional("metadata").ifPresent(metadata -> message.set("metadata", Json.read(metadata)));
    workspace.post(channel, message);
    ObjectNode answer = Json.ok().put("channel", channel).put("ts", message.get("ts").asText());
    answer.set("message", message);
    return answer;
  }

  private ObjectNode update(Form form) {
    String channel = form.text("channel");
    Optional<ObjectNode> refused = refusal(channel, form);
    if (refused.isPresent()) {
      return refused.get();
    }
    return workspace
        .message(channel, form.text("ts"))
        .map(
            message -> {
              message.put("text", form.text("text"));
              form.optional("blocks").ifPresent(blocks -> message.set("blocks", Json.read(blocks)));
              workspace.changed();
              return Json.ok().put("channel", channel).put("ts", form.text("ts"));
            })
        .orElseGet(() -> Json.error("message_not_found"));
  }

  private ObjectNode postEphemeral(Form form) {
    String channel = form.text("channel");
    Optional<ObjectNode> refused = refusal(channel, form);
    if (refused.isPresent()) {
      return refused.get();
    }
    ObjectNode message = written(form);
    form.optional("thread_ts").ifPresent(root -> message.put("thread_ts", root));
    workspace.whisper(form.text("user"), channel, message);
    return Json.ok().put("message_ts", message.get("ts").asText());
  }

  private Optional<ObjectNode> refusal(String channel, Form form) {
    Optional<Workspace.Channel> found = workspace.channel(channel);
    if (found.isEmpty()) {
      return Optional.of(Json.error("channel_not_found"));
    }
    if (!found.get().botIsIn()) {
      return Optional.of(Json.error("not_in_channel"));
    }
    String wrong = form.optional("blocks").map(Json::read).map(Workspace::wrong).orElse("");
    return wrong.isEmpty() ? Optional.empty() : Optional.of(Json.error(wrong));
  }

  private static ObjectNode written(Form form) {
    ObjectNode message =
        Json.object()
            .put("user", Workspace.BOT)
            .put("bot_id", Workspace.BOT_ID)
            .put("app_id", Workspace.APP)
            .put("text", form.text("text"));
    form.optional("blocks").ifPresent(blocks -> message.set("blocks", Json.read(blocks)));
    return message;
  }

  private ObjectNode info(Form form) {
    return workspace
        .channel(form.text("channel"))
        .map(
            channel -> {
              ObjectNode answer = Json.ok();
              answer
                  .putObject("channel")
                  .put("id", channel.id())
                  .put("name", channel.name())
                  .put("is_member", channel.botIsIn())
                  .put("is_ext_shared", channel.shared())
                  .put("is_archived", false);
              return answer;
            })
        .orElseGet(() -> Json.error("channel_not_found"));
  }

  /** Newest first in a channel; oldest first in a thread. */
  private ObjectNode history(Form form, boolean thread) {
    String channel = form.text("channel");
    if (workspace.channel(channel).isEmpty()) {
      return Json.error("channel_not_found");
    }
    List<ObjectNode> all = workspace.messages(channel);
    List<ObjectNode> wanted =
        thread
            ? all.stream().filter(message -> isIn(message, form.text("ts"))).toList()
            : all.stream().filter(message -> !message.has("thread_ts")).toList().reversed();
    if (thread && wanted.isEmpty()) {
      return Json.error("thread_not_found");
    }
    int begin = form.optional("cursor").map(Integer::parseInt).orElse(0);
    int end =
        Math.min(begin + form.optional("limit").map(Integer::parseInt).orElse(PAGE), wanted.size());
    ObjectNode answer = Json.ok().put("has_more", end < wanted.size());
    ArrayNode page = answer.putArray("messages");
    wanted.subList(begin, end).forEach(page::add);
    answer
        .putObject("response_metadata")
        .put("next_cursor", end < wanted.size() ? Integer.toString(end) : "");
    return answer;
  }

  private static boolean isIn(JsonNode message, String root) {
    return message.path("ts").asText().equals(root)
        || message.path("thread_ts").asText().equals(root);
  }

  private static ObjectNode user(Workspace.User user) {
    ObjectNode answer = Json.ok();
    ObjectNode json =
        answer
            .putObject("user")
            .put("id", user.id())
            .put("team_id", user.team())
            .put("name", user.name())
            .put("real_name", user.name())
            .put("deleted", user.deleted())
            .put("is_restricted", user.restricted())
            .put("is_ultra_restricted", false)
            .put("is_stranger", false)
            .put("is_bot", false)
            .put("locale", user.locale());
    json.putObject("profile").put("display_name", user.name()).put("real_name", user.name());
    return answer;
  }

  private ObjectNode usergroups() {
    ObjectNode answer = Json.ok();
    ArrayNode list = answer.putArray("usergroups");
    workspace
        .groups()
        .forEach(
            (id, members) -> {
              ArrayNode users =
                  list.addObject().put("id", id).put("date_delete", 0).putArray("users");
              members.forEach(users::add);
            });
    return answer;
  }

  private ObjectNode reaction(Form form, boolean add) {
    return workspace
        .message(form.text("channel"), form.text("timestamp"))
        .map(
            message -> {
              ArrayNode kept = Json.array();
              message
                  .path("reactions")
                  .forEach(
                      one -> {
                        if (!one.path("name").asText().equals(form.text("name"))) {
                          kept.add(one);
                        }
                      });
              if (add) {
                kept.addObject().put("name", form.text("name")).put("count", 1);
              }
              message.set("reactions", kept);
              workspace.changed();
              return Json.ok();
            })
        .orElseGet(() -> Json.error("message_not_found"));
  }

  private ObjectNode complete(Form form) {
    String channel = form.text("channel_id");
    if (workspace.channel(channel).isEmpty()) {
      return Json.error("channel_not_found");
    }
    ObjectNode answer = Json.ok();
    ArrayNode files = answer.putArray("files");
    for (JsonNode wanted : Json.read(form.text("files"))) {
      String id = wanted.path("id").asText();
      Optional<Workspace.Upload> upload = workspace.upload(id);
      if (upload.isEmpty()) {
        return Json.error("file_not_found");
      }
      ObjectNode message =
          Json.object()
              .put("user", Workspace.BOT)
              .put("bot_id", Workspace.BOT_ID)
              .put("subtype", "file_share")
              .put("text", "");
      form.optional("thread_ts").ifPresent(root -> message.put("thread_ts", root));
      message
          .putArray("files")
          .addObject()
          .put("id", id)
          .put("name", upload.get().name())
          .put("title", wanted.path("title").asText())
          .put("size", upload.get().bytes().length)
          .put("url_private", base + "files/" + id);
      workspace.post(channel, message);
      files.addObject().put("id", id).put("title", wanted.path("title").asText());
    }
    return answer;
  }
}
