package jp.mimamori.bot.chat.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.bot.chat.Document;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.utils.FileUpload;

/**
 * A message as Discord is to show it.
 *
 * @param shown what fits
 * @param whole all of it as a file, if not everything fits
 */
record Drawn(List<MessageTopLevelComponent> shown, Optional<Document> whole) {
  Drawn {
    shown = List.copyOf(shown);
  }

  static Drawn of(MessageTopLevelComponent shown) {
    return new Drawn(List.of(shown), Optional.empty());
  }

  /** With the file, which can be sent once: made anew for each sending. */
  List<MessageTopLevelComponent> components() {
    List<MessageTopLevelComponent> all = new ArrayList<>(shown);
    whole.ifPresent(
        file -> all.add(FileDisplay.fromFile(FileUpload.fromData(bytes(file), file.name()))));
    return all;
  }

  private static byte[] bytes(Document file) {
    var content = file.content();
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }
}
