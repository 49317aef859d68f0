package jp.mimamori.bot.chat.discord;

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
        public void release() {}
      };

  /**
   * Takes or renews it. Returns false while another node has it. Called every {@link Gateway#BEAT};
   * it must last for several beats.
   */
  boolean hold();

  /** Lets another node have it at once. */
  void release();
}
