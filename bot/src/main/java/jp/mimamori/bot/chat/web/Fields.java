package jp.mimamori.bot.chat.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a posted form. */
record Fields(Map<String, String> fields) {
  /** A question of 100 kB must pass: people paste logs. */
  static final int MAX_TEXT = 200 * 1024;

  /** Percent-encoding makes three bytes of one, and the other fields need some. */
  private static final int MAX_BODY = 3 * MAX_TEXT + 8 * 1024;

  /** Read and thrown away, so that a browser which is still sending gets to hear our refusal. */
  private static final int MAX_IGNORED = 8 * 1024 * 1024;

  /** Before the name of what belongs to a form of the bot's. */
  static final String ANSWER = "answer.";

  private static final Pattern ACT = Pattern.compile("[A-Za-z0-9-]{8,64}");

  static Fields read(Context context) {
    try {
      InputStream body = context.req().getInputStream();
      byte[] bytes = body.readNBytes(MAX_BODY + 1);
      if (bytes.length > MAX_BODY) {
        body.skip(MAX_IGNORED);
        throw new Refusal(413, Words.TOO_LONG);
      }
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Refusal(400, Words.UNREADABLE);
    }
  }

  private static Fields parse(String body) {
    var fields = new HashMap<String, String>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Fields(fields);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<String> find(String field) {
    return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
  }

  String get(String field) {
    return find(field).orElseThrow(() -> new Refusal(400, Words.UNREADABLE));
  }

  /** The browser's name for one act of its person: sent again, it is the same act. */
  String act() {
    String act = get("act");
    if (!ACT.matcher(act).matches()) {
      throw new Refusal(400, Words.UNREADABLE);
    }
    return act;
  }

  /**
   * What was filled into a form of the bot's, by the field's id; what was left empty is missing.
   */
  Map<String, String> answers() {
    var answers = new HashMap<String, String>();
    fields.forEach(
        (name, value) -> {
          String answer = value.replace("\r\n", "\n").strip();
          if (name.startsWith(ANSWER) && !answer.isEmpty()) {
            answers.put(name.substring(ANSWER.length()), answer);
          }
        });
    return answers;
  }

  String text() {
    String text = find("text").orElse("").replace("\r\n", "\n").strip();
    if (text.isEmpty()) {
      throw new Refusal(400, Words.EMPTY);
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT) {
      throw new Refusal(413, Words.TOO_LONG);
    }
    return text;
  }
}
