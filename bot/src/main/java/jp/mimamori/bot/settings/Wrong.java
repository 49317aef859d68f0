package jp.mimamori.bot.settings;

/** A file is well-formed, but what it says can't be. */
final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String what;

  Wrong(String key, String what) {
    super(key + ": " + what);
    this.key = key;
    this.what = what;
  }

  String key() {
    return key;
  }

  String what() {
    return what;
  }
}
