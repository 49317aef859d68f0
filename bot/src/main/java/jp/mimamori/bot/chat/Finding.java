package jp.mimamori.bot.chat;

/**
 * What an examination of a platform found.
 *
 * @param subject what was examined: {@code slack token}, {@code slack channel C123}
 */
public record Finding(String subject, State state, String what) {
  /** How it is. */
  public enum State {
    WELL,
    /** Nothing is wrong, but the operator should know. */
    NOTE,
    ILL
  }

  public static Finding well(String subject, String what) {
    return new Finding(subject, State.WELL, what);
  }

  public static Finding note(String subject, String what) {
    return new Finding(subject, State.NOTE, what);
  }

  public static Finding ill(String subject, String what) {
    return new Finding(subject, State.ILL, what);
  }
}
