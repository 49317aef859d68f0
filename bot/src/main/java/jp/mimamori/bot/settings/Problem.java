package jp.mimamori.bot.settings;

/**
 * Something wrong in a file that an operator edits.
 *
 * @param where the file, and the line where it is known: {@code config/tenants.yaml:12}
 * @param key the path to the key: {@code members[3].roles}
 * @param what what is wrong, and what is allowed
 */
public record Problem(String where, String key, String what) {
  @Override
  public String toString() {
    return key.isEmpty() ? where + ": " + what : where + ": " + key + ": " + what;
  }
}
