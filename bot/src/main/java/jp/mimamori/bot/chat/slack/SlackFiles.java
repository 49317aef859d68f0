package jp.mimamori.bot.chat.slack;

import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Document;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Files, in Slack's three steps: where to, the bytes, and only then it is shown
 * (https://docs.slack.dev/messaging/working-with-files#upload). Until the third step nobody sees
 * anything, so only that one can be unclear.
 */
final class SlackFiles {
  private final SlackApi api;

  SlackFiles(SlackApi api) {
    this.api = api;
  }

  /** A file carries no metadata: its name, title and size tell it. */
  static boolean carries(Message message, Document document) {
    return message.getFiles() != null
        && message.getFiles().stream().anyMatch(file -> isThat(file, document));
  }

  private static boolean isThat(File file, Document document) {
    return document.name().equals(file.getName())
        && document.title().equals(file.getTitle())
        && file.getSize() != null
        && file.getSize() == document.content().remaining();
  }

  /** Returns Slack's id of the file. */
  Called<String> share(String channel, Optional<String> thread, Document document) {
    byte[] bytes = new byte[document.content().remaining()];
    document.content().get(bytes);
    Called<FilesGetUploadURLExternalResponse> where =
        api.call(
            "files.getUploadURLExternal",
            () ->
                api.methods()
                    .filesGetUploadURLExternal(
                        request -> request.filename(document.name()).length(bytes.length)));
    return switch (where) {
      case Called.Done<FilesGetUploadURLExternalResponse>(var upload) -> {
        String trouble = sent(upload.getUploadUrl(), bytes, document.mediaType());
        yield trouble.isEmpty()
            ? shown(upload.getFileId(), channel, thread, document)
            : new Called.NotSent<>(trouble);
      }
      case Called.Limited<?>(var after) -> new Called.Limited<>(after);
      case Called.NotSent<?>(String reason) -> new Called.NotSent<>(reason);
      case Called.Unclear<?>(String reason) -> new Called.NotSent<>(reason);
      case Called.Refused<?>(String error) -> new Called.Refused<>(error);
    };
  }

  /** What went wrong with the bytes; empty if nothing did. */
  private String sent(String url, byte[] bytes, String mediaType) {
    Request request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(bytes, MediaType.parse(mediaType)))
            .build();
    try (Response response = api.http().newCall(request).execute()) {
      return response.isSuccessful() ? "" : "HTTP " + response.code();
    } catch (IOException lost) {
      return lost.getClass().getSimpleName();
    }
  }

  private Called<String> shown(
      String file, String channel, Optional<String> thread, Document document) {
    Called<FilesCompleteUploadExternalResponse> called =
        api.call(
            "files.completeUploadExternal",
            () ->
                api.methods()
                    .filesCompleteUploadExternal(
                        request ->
                            request
                                .files(
                                    List.of(
                                        com.slack.api.methods.request.files
                                            .FilesCompleteUploadExternalRequest.FileDetails
                                            .builder()
                                            .id(file)
                                            .title(document.title())
                                            .build()))
                                .channelId(channel)
                                .threadTs(thread.orElse(null))));
    return switch (called) {
      case Called.Done<FilesCompleteUploadExternalResponse> _ -> new Called.Done<>(file);
      case Called.Limited<?>(var after) -> new Called.Limited<>(after);
      case Called.NotSent<?>(String reason) -> new Called.NotSent<>(reason);
      case Called.Unclear<?>(String reason) -> new Called.Unclear<>(reason);
      case Called.Refused<?>(String error) -> new Called.Refused<>(error);
    };
  }
}
