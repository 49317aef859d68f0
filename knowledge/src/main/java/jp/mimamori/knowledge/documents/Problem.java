package jp.mimamori.knowledge.documents;

/**
 * Something that a writer of documents must mend.
 *
 * @param file its name within the folder
 * @param line from 1; 0 if it concerns the whole file
 * @param message what is wrong and what is allowed
 */
public record Problem(String file, int line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
