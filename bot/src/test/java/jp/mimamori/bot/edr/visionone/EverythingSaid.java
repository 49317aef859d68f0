package jp.mimamori.bot.edr.visionone;

import java.io.PrintWriter;
import java.io.StringWriter;

/** All words of an exception, as a log would show them. */
final class EverythingSaid {
  private EverythingSaid() {}

  static String by(Throwable trouble) {
    var words = new StringWriter();
    trouble.printStackTrace(new PrintWriter(words));
    return words.toString();
  }
}
