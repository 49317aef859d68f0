package jp.mimamori.bot.inquiry;

import java.util.List;
import jp.mimamori.knowledge.Citation;

/** What an inquiry is about. */
public enum Category {
  INSTALL,
  CONSOLE,
  DETECTION,
  TERMS,
  OTHER;

  /** By the answer's first source; people may know better. */
  static Category of(List<Citation> sources) {
    return sources.stream().findFirst().map(Category::of).orElse(OTHER);
  }

  /** By the way sources are labelled: see the README of the documents. */
  private static Category of(Citation source) {
    String label = source.label();
    if (label.startsWith("FAQ I-")) {
      return INSTALL;
    }
    if (label.startsWith("FAQ C-")) {
      return CONSOLE;
    }
    if (label.startsWith("FAQ D-")) {
      return DETECTION;
    }
    return label.startsWith("第") || label.startsWith("別紙") ? TERMS : OTHER;
  }
}
