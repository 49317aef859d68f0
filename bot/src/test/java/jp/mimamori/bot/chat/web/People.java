package jp.mimamori.bot.chat.web;

import java.util.List;
import jp.mimamori.bot.chat.web.Channel.Kind;
import jp.mimamori.knowledge.Language;

/** Who is at the page in tests: two customers, and two analysts of the service. */
final class People {
  static final String ACME = "acme-support";
  static final String GLOBEX = "globex-support";
  static final String ALERTS = "acme-alerts";

  private static final Channel ACME_SUPPORT =
      new Channel(ACME, new Bilingual("東都精機 サポート", "Toto Seiki support"), Kind.SUPPORT);
  private static final Channel GLOBEX_SUPPORT =
      new Channel(GLOBEX, new Bilingual("みなと商事 サポート", "Minato Shoji support"), Kind.SUPPORT);
  private static final Channel ACME_ALERTS =
      new Channel(ALERTS, new Bilingual("東都精機 アラート", "Toto Seiki alerts"), Kind.ALERTS);
  private static final Channel APPROVALS =
      new Channel("approvals", new Bilingual("承認", "Approvals"), Kind.APPROVALS);
  private static final Channel DESK =
      new Channel("desk", new Bilingual("引き継ぎ", "Hand-overs"), Kind.DESK);

  static final Visitor SATO =
      new Visitor(
          "sato",
          "佐藤 花子",
          new Bilingual("東都精機 · 利用責任者", "Toto Seiki · Responsible contact"),
          Language.JA,
          List.of(ACME_SUPPORT));
  static final Visitor SMITH =
      new Visitor(
          "smith",
          "John Smith",
          new Bilingual("みなと商事 · 利用者", "Minato Shoji · User"),
          Language.EN,
          List.of(GLOBEX_SUPPORT));
  static final Visitor ITO =
      new Visitor(
          "ito",
          "伊藤 健",
          new Bilingual("セキュリティ運用センター · アナリスト", "Security operations · Analyst"),
          Language.JA,
          List.of(ACME_ALERTS, APPROVALS, DESK, ACME_SUPPORT, GLOBEX_SUPPORT));
  static final Visitor MORI =
      new Visitor(
          "mori",
          "森 直美",
          new Bilingual("セキュリティ運用センター · 承認者", "Security operations · Approver"),
          Language.JA,
          List.of(ACME_ALERTS, APPROVALS, DESK));

  static final List<Visitor> ALL = List.of(SATO, SMITH, ITO, MORI);

  private People() {}
}
