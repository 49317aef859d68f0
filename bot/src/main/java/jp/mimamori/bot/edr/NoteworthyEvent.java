package jp.mimamori.bot.edr;

import java.time.Instant;
import java.util.List;

/**
 * Something the EDR saw that a person should look at (注意が必要なイベント; Vision One: a Workbench alert).
 *
 * @param customer the EDR's number of the customer ({@code WB-<customer>-<date>-<number>})
 * @param model the detection model's name
 * @param accounts user names involved
 * @param techniques MITRE ATT&CK technique ids
 * @param link opaque address of the event in the EDR's console
 */
public record NoteworthyEvent(
    String id,
    String customer,
    String model,
    String description,
    Severity severity,
    int score,
    Instant createdAt,
    Instant updatedAt,
    List<Endpoint> endpoints,
    List<String> accounts,
    List<Indicator> indicators,
    List<String> techniques,
    String link) {
  public NoteworthyEvent {
    endpoints = List.copyOf(endpoints);
    accounts = List.copyOf(accounts);
    indicators = List.copyOf(indicators);
    techniques = List.copyOf(techniques);
  }

  /**
   * An object that was seen: a command line, a file, a hash, an address.
   *
   * @param type the EDR's word for its kind, an open set: {@code command_line}, {@code file_sha1} …
   */
  public record Indicator(String type, String field, String value) {}
}
