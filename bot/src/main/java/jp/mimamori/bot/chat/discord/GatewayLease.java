package jp.mimamori.bot.chat.discord;

import java.time.Duration;

/** Which node hears Discord: one at a time, since each session of a bot is sent every event. */
public interface GatewayLease {
  /** Only this node is there. */
  GatewayLease ALONE =
      new GatewayLease() {
        @Override
        public boolean hold() {
          return true;
        }

        @Override
        public Duration lasts() {
          return Duration.ofDays(1);
        }

        @Override
        public void release() {}
      };

  /**
   * Takes or renews it. Returns false while another node has it. Throws if nobody can say: then it
   * is as it was. Called with every beat.
   */
  boolean hold();

  /** How long it lasts from when it was taken or renewed: several beats. */
  Duration lasts();

  /** Lets another node have it at once. */
  void release();
}
