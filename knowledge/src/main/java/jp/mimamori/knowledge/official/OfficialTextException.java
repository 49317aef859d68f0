package jp.mimamori.knowledge.official;

/** An edition on record can't be read as it stands now; the message names the file and says why. */
public final class OfficialTextException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OfficialTextException(String sentence) {
    super(sentence);
  }
}
