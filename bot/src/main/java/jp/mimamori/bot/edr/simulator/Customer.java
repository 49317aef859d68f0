package jp.mimamori.bot.edr.simulator;

import java.util.Locale;

/**
 * A customer that the simulated EDR watches.
 *
 * @param number as in {@code WB-<number>-<date>-<n>}
 * @param name for people to read
 * @param prefix short name that its computers begin with, like {@code SAKURA}
 */
public record Customer(String number, String name, String prefix) {
  public static final Customer SAKURA = new Customer("9001", "さくら商事", "SAKURA");
  public static final Customer MINATO = new Customer("9002", "みなと製作所", "MINATO");

  public Customer {
    if (!number.matches("\\d{1,12}")) {
      throw new IllegalArgumentException("a customer's number in the EDR is digits: " + number);
    }
    if (!prefix.matches("[A-Z][A-Z0-9]{1,7}")) {
      throw new IllegalArgumentException(
          "a customer's prefix is 2 to 8 capitals or digits: " + prefix);
    }
  }

  /** A customer of whom only the number is known. */
  public static Customer numbered(String number) {
    return new Customer(
        number, "お客様 " + number, "C" + number.substring(Math.max(0, number.length() - 7)));
  }

  /** The Windows domain of its accounts. */
  String domain() {
    return prefix.toLowerCase(Locale.ROOT);
  }
}
