package jp.mimamori.bot.tenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.mimamori.knowledge.Language;

/**
 * A customer under contract (契約者).
 *
 * @param edrCustomer the EDR's number for this customer: its events carry it
 * @param language of cards about this tenant that nobody asked for
 * @param alertsShared whether the customer's people see the alert channel too
 * @param contractStart the first day of the service (第14条第1項), if reminders are wanted
 * @param telling how the responsible contact is told of hand-overs
 */
public record Tenant(
    String id,
    String name,
    String edrCustomer,
    Language language,
    boolean alertsShared,
    List<Channel> channels,
    Optional<LocalDate> contractStart,
    Telling telling) {
  public Tenant {
    channels = List.copyOf(channels);
  }

  /** One whose responsible contact is told of no hand-over. */
  public Tenant(
      String id,
      String name,
      String edrCustomer,
      Language language,
      boolean alertsShared,
      List<Channel> channels,
      Optional<LocalDate> contractStart) {
    this(id, name, edrCustomer, language, alertsShared, channels, contractStart, Telling.NOBODY);
  }

  /** The same with these channels. */
  public Tenant with(List<Channel> others) {
    return new Tenant(
        id, name, edrCustomer, language, alertsShared, others, contractStart, telling);
  }

  /** The channel of that id, if this tenant's matters are spoken of there. */
  public Optional<Channel> channel(String platform, String id) {
    return channels.stream()
        .filter(channel -> channel.platform().equals(platform) && channel.id().equals(id))
        .findFirst();
  }

  /** Where those who keep the service running are told of its troubles. */
  public List<Channel> keepers() {
    List<Channel> onCall = channels(Channel.Purpose.ON_CALL);
    return onCall.isEmpty() ? channels(Channel.Purpose.DESK) : onCall;
  }

  public List<Channel> channels(Channel.Purpose purpose) {
    return channels.stream().filter(channel -> channel.purpose() == purpose).toList();
  }
}
