package jp.mimamori.bot.chat;

import java.util.Locale;
import java.util.Optional;
import jp.mimamori.bot.chat.Incoming.Order;

/** What somebody typed after {@code /edr}, in either language. */
public sealed interface Typed {
  /**
   * An order.
   *
   * @param about what it is narrowed down to; empty for all there is
   */
  record Ordered(Order order, String about) implements Typed {}

  /** Anything else is a question. */
  record Asked(String question) implements Typed {}

  static Typed read(String text) {
    String stripped = text.strip();
    String[] words = stripped.split("[\\s\u3000]+", -1);
    String first = words[0].toLowerCase(Locale.ROOT);
    Optional<Order> order = order(first);
    if (order.isPresent() && words.length == 1) {
      return new Ordered(order.get(), "");
    }
    // "report a lost notebook" is a question, "report 2026-10" is none.
    if (order.filter(Typed::isNarrowed).isPresent() && words.length == 2) {
      return new Ordered(order.get(), words[1]);
    }
    boolean asks = words.length > 1 && (first.equals("ask") || first.equals("質問"));
    return new Asked(asks ? stripped.substring(words[0].length()).strip() : stripped);
  }

  private static Optional<Order> order(String word) {
    return switch (word) {
      case "", "help", "ヘルプ", "使い方" -> Optional.of(Order.HELP);
      case "status", "状況" -> Optional.of(Order.STATUS);
      case "alerts", "アラート" -> Optional.of(Order.ALERTS);
      case "handover", "担当者" -> Optional.of(Order.HANDOVER);
      case "report", "レポート" -> Optional.of(Order.REPORT);
      default -> Optional.empty();
    };
  }

  private static boolean isNarrowed(Order order) {
    return switch (order) {
      case ALERTS, REPORT -> true;
      case STATUS, HANDOVER, HELP -> false;
    };
  }
}
