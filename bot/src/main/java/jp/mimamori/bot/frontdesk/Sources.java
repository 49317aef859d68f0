package jp.mimamori.bot.frontdesk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.knowledge.Language;

/** How a citation's label reads for people: the document's name before it, English after it. */
final class Sources {
  private static final Pattern CLAUSE = Pattern.compile("第(\\d+)条(?:第(\\d+)項)?(?:第(\\d+)号)?");

  private Sources() {}

  static String name(String label, Language language) {
    return switch (language) {
      case JA -> (label.startsWith("FAQ ") ? "サポート" : "利用規約 ") + label;
      case EN -> english(label);
    };
  }

  private static String english(String label) {
    if (label.startsWith("FAQ ")) {
      return "Support " + label;
    }
    Matcher clause = CLAUSE.matcher(label);
    if (!clause.matches()) {
      return "Terms of Service, Annex (" + label + ")";
    }
    StringBuilder name = new StringBuilder("Terms of Service, Article ").append(clause.group(1));
    if (clause.group(2) != null) {
      name.append(", paragraph ").append(clause.group(2));
    }
    if (clause.group(3) != null) {
      name.append(", item ").append(clause.group(3));
    }
    return name.append(" (").append(label).append(')').toString();
  }
}
