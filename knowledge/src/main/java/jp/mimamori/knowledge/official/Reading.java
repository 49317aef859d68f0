package jp.mimamori.knowledge.official;

import java.util.List;

/** What came of reading a file. */
public sealed interface Reading {
  /**
   * It is the official text of terms.
   *
   * @param asides what the paper brought along: page numbers, running titles
   * @param unplaced lines that belong to no place that can be cited
   * @param remarks what a person should look at before relying on it
   */
  record Understood(OfficialText text, List<Line> asides, List<Line> unplaced, List<String> remarks)
      implements Reading {
    public Understood {
      asides = List.copyOf(asides);
      unplaced = List.copyOf(unplaced);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * It is not, or not all of it.
   *
   * @param reason the end of a sentence that begins with the file's name
   */
  record Refused(String reason) implements Reading {}
}
