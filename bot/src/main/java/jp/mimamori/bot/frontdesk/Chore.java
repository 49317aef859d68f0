package jp.mimamori.bot.frontdesk;

/** What can be done about an alert from its menu, each with a form of its own. */
enum Chore {
  ISOLATE(Phrase.ISOLATE),
  RELEASE(Phrase.RELEASE),
  BLOCK(Phrase.BLOCK),
  UNBLOCK(Phrase.UNBLOCK),
  SCAN(Phrase.SCAN),
  CANCEL_SCAN(Phrase.CANCEL_SCAN),
  TERMINATE(Phrase.TERMINATE),
  COLLECT_FILE(Phrase.COLLECT_FILE),
  COLLECT_PACKAGE(Phrase.COLLECT_PACKAGE),
  ANALYZE_FILE(Phrase.ANALYZE_FILE),
  ANALYZE_URL(Phrase.ANALYZE_URL),
  SWEEP(Phrase.SWEEP),
  COMMENT(Phrase.COMMENT),
  ASSIGN(Phrase.ASSIGN),
  CLOSE(Phrase.CLOSE);

  private final Phrase label;

  Chore(Phrase label) {
    this.label = label;
  }

  Phrase label() {
    return label;
  }

  /** Whether it asks for a measure; else it is about the alert itself. */
  boolean isMeasure() {
    return switch (this) {
      case COMMENT, ASSIGN, CLOSE -> false;
      case ISOLATE,
          RELEASE,
          BLOCK,
          UNBLOCK,
          SCAN,
          CANCEL_SCAN,
          TERMINATE,
          COLLECT_FILE,
          COLLECT_PACKAGE,
          ANALYZE_FILE,
          ANALYZE_URL,
          SWEEP ->
          true;
    };
  }
}
