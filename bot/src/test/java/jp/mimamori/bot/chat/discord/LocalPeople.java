package jp.mimamori.bot.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.chat.Suggestions;
import jp.mimamori.bot.chat.discord.local.Act;
import jp.mimamori.bot.chat.discord.local.LocalDiscord;

/** People at the local Discord who do what the real clients let people do. */
public final class LocalPeople {
  private final LocalDiscord discord;
  private final Map<String, JsonNode> told = new HashMap<>();
  private final Map<String, ObjectNode> alone = new HashMap<>();
  private final Map<String, Act> pressed = new HashMap<>();

  public LocalPeople(LocalDiscord discord) {
    this.discord = discord;
  }

  /** A Discord on this machine. */
  public static LocalDiscord discord() {
    return new LocalDiscord(0, InstantSource.system());
  }

  static DiscordSettings settings(LocalDiscord discord) {
    return settings(discord, false);
  }

  static DiscordSettings settings(LocalDiscord discord, boolean readsMessages) {
    return new DiscordSettings(
        discord.apiUrl(), discord.gatewayUrl(), LocalDiscord.TOKEN, readsMessages);
  }

  /** A platform at the local Discord, which names these channels. */
  public static DiscordPlatform platform(
      LocalDiscord discord, Set<String> channels, GatewayLease lease) {
    return platform(discord, channels, lease, Suggestions.NONE);
  }

  /** The same, with something to offer while people type. */
  public static DiscordPlatform platform(
      LocalDiscord discord, Set<String> channels, GatewayLease lease, Suggestions suggestions) {
    return platform(discord, channels, lease, suggestions, timing());
  }

  static DiscordPlatform platform(
      LocalDiscord discord,
      Set<String> channels,
      GatewayLease lease,
      Suggestions suggestions,
      Timing timing) {
    return new DiscordPlatform(
        LocalPeople.settings(discord),
        () -> new DiscordChannels(channels, channels),
        lease,
        suggestions,
        timing);
  }

  /** As it is, but with beats that tests can wait for, and without the limit over all channels. */
  static Timing timing() {
    Timing real = Timing.real(InstantSource.system());
    return new Timing(
        real.patience(),
        Duration.ofMillis(50),
        Integer.MAX_VALUE,
        real.clock(),
        real.nanos(),
        real.pause());
  }

  /** Presses the newest button with that label, and says yes if asked to. */
  public void presses(String person, String channel, String label) {
    ObjectNode message = carrying(channel, label);
    presses(person, message, label, message.path("channel_id").asText());
  }

  /** Presses it as if it stood in another channel. */
  public void presses(String person, String channel, String label, String elsewhere) {
    presses(person, carrying(channel, label), label, elsewhere);
  }

  /** Presses a button of the newest card that only this person sees. */
  public void pressesPrivately(String person, String channel, String label) {
    ObjectNode card = alone.get(person);
    if (card == null) {
      throw new AssertionError("nothing was shown to " + person + " alone");
    }
    presses(person, card, label, channel);
  }

  private ObjectNode carrying(String channel, String label) {
    return discord.board().shownIn(channel).reversed().stream()
        .filter(shown -> Reading.button(shown, label).isPresent())
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " in " + Reading.in(discord, channel)));
  }

  private void presses(String person, ObjectNode carrier, String label, String place) {
    String button =
        Reading.button(carrier, label)
            .orElseThrow(() -> new AssertionError(label + " on " + Reading.text(carrier)));
    Act act = discord.people().presses(person, place, carrier, button);
    pressed.put(person, act);
    answered(act);
    Optional<ObjectNode> whisper = whisper(person);
    Optional<String> yes =
        whisper.flatMap(
            shown ->
                shown.findParents("custom_id").stream()
                    .map(one -> one.path("custom_id").asText())
                    .filter(id -> id.startsWith("y:"))
                    .findFirst());
    if (yes.isPresent()) {
      answered(discord.people().presses(person, place, whisper.orElseThrow(), yes.get()));
      whisper = whisper(person).filter(shown -> !Reading.text(shown).equals(DONE));
    }
    whisper.ifPresent(shown -> keeps(person, shown));
  }

  /** Fills in the form that the newest press has opened, and sends it. */
  public void fills(String person, Map<String, String> answers) {
    Act opened = Optional.ofNullable(pressed.get(person)).orElseThrow();
    answered(discord.people().sends(opened, answers));
    whisper(person).ifPresent(shown -> keeps(person, shown));
  }

  private void keeps(String person, ObjectNode shown) {
    told.put(person, shown);
    alone.put(person, shown);
  }

  /** Gives a command and keeps what is shown. */
  public void orders(String person, String channel, String order) {
    orders(person, channel, order, Map.of());
  }

  public void orders(String person, String channel, String order, Map<String, Object> options) {
    answered(discord.people().orders(person, channel, order, options));
    whisper(person).ifPresent(shown -> keeps(person, shown));
  }

  /** What somebody was told last; told once. */
  public String told(String person) {
    JsonNode last = told.remove(person);
    if (last != null) {
      return Reading.text(last);
    }
    return whisper(person).map(Reading::text).orElse("");
  }

  private static final String DONE = "承りました。";

  private void answered(Act act) {
    Eventually.so(() -> act.isAnswered(), "the interaction was not answered");
  }

  private Optional<ObjectNode> whisper(String person) {
    return Optional.ofNullable(discord.board().whispered(person, Duration.ofMillis(1)));
  }

  /** Waits until the bot hears. */
  public void listened() {
    Eventually.so(() -> discord.gateway().hasClient() && !discord.commands().isEmpty());
  }
}
