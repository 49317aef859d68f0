package jp.mimamori.knowledge.official;

import java.util.List;

/**
 * A file taken apart into lines, whatever its format was.
 *
 * @param pages the lines page by page; one page where the format knows none
 * @param wrapped whether lines end where the paper did, so that a sentence goes on in the next
 */
record Source(List<List<Line>> pages, boolean wrapped) {
  Source {
    pages = pages.stream().map(List::copyOf).toList();
  }

  /** All lines that say something, in order. */
  List<Line> lines() {
    return pages.stream().flatMap(List::stream).filter(line -> !line.isBlank()).toList();
  }
}
