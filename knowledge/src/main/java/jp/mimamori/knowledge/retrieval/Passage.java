package jp.mimamori.knowledge.retrieval;

import java.util.List;

/**
 * Something that can be found.
 *
 * @param asked how people ask for it, title included: each is compared by itself, the best counts
 * @param text what it says
 */
public record Passage(List<String> asked, String text) {
  public Passage {
    asked = List.copyOf(asked);
  }
}
