package jp.mimamori.schedules;

/** Why a day is closed, or open in another way than usual, in words to tell people. Never blank. */
public record Reason(String japanese, String english) {
  public Reason {
    if (japanese.isBlank() || english.isBlank()) {
      throw new IllegalArgumentException("A reason needs Japanese and English words.");
    }
  }
}
