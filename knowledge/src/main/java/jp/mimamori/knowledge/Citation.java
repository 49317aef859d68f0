package jp.mimamori.knowledge;

import java.util.Optional;

/**
 * Where a statement comes from, precise enough for a reader to open it.
 *
 * @param label the place in the one citation scheme: {@code 第16条第1項}, {@code 別紙 利用料金}, {@code FAQ
 *     I-03}
 * @param quote the official words at that place, where the operator has imported them
 */
public record Citation(String label, Optional<String> quote) {
  public Citation(String label) {
    this(label, Optional.empty());
  }
}
