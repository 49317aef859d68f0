package jp.mimamori.bot.chat.web;

final class MemoryStoreTest extends MessageStoreContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  protected MessageStore open() {
    return store;
  }
}
