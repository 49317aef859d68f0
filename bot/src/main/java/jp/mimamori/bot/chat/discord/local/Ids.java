package jp.mimamori.bot.chat.discord.local;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;

/** Ids as Discord makes them. https://discord.com/developers/docs/reference#snowflakes */
final class Ids {
  private static final long EPOCH = 1_420_070_400_000L;
  private static final int SEQUENCE = 0x3F_FFFF;

  /** A moment in 2016: nothing here is older. */
  private static final long OLD = 200_000_000_000_000_000L;

  private final InstantSource clock;
  private final AtomicLong sequence = new AtomicLong();

  Ids(InstantSource clock) {
    this.clock = clock;
  }

  /** Of this moment: clients compute times from it. */
  String next() {
    return Long.toUnsignedString(
        ((clock.millis() - EPOCH) << 22) | (sequence.incrementAndGet() & SEQUENCE));
  }

  /** Always the same for the same name. */
  static String of(String name) {
    var sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return Long.toString(OLD + (sum.getValue() << 22));
  }
}
