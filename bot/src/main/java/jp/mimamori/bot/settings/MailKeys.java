package jp.mimamori.bot.settings;

import java.util.regex.Pattern;

/** An address as it may stand in a file: one, bare, and nothing that could end a header's line. */
final class MailKeys {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250})");

  private MailKeys() {}

  static String check(String key, String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new Wrong(key, "\"" + address + "\" is no mail address such as support@example.jp");
    }
    return address;
  }
}
