package jp.mimamori.bot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Form;
import jp.mimamori.bot.chat.Incoming.Order;
import jp.mimamori.bot.response.Policy;
import jp.mimamori.bot.response.Policy.Need;
import jp.mimamori.bot.response.Policy.Rule;
import jp.mimamori.bot.store.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every card, form and home that the service draws, as a platform gets it: the same tour for all.
 */
abstract class GoldenStory {
  private static final String ALERTS = "sakura-alerts";
  private static final String SUPPORT = "sakura-support";
  private static final String ANALYST = "sato";

  @TempDir private Path folder;
  private Stage stage;

  /** How a platform draws, against its files and within its limits. */
  interface Golden {
    void card(String name, Card card);

    void form(String name, Form form);

    /** What a person sees of their own matters. */
    void home(String name, Card card);

    /** For what need not look the same tomorrow. */
    void fits(Card card);
  }

  abstract Golden golden();

  /** Isolating needs a second person here. */
  @BeforeEach
  void anAlertOnATuesdayMorning() {
    var second =
        new Rule(Set.of("isolate"), Set.of(), Set.of(), Need.SECOND_PERSON, Set.of(), Set.of());
    stage =
        new Stage(
            folder,
            Stage.tokyo("2026-11-24T10:00"),
            Stage.with(new Policy(List.of(second), Duration.ofHours(4), Optional.empty())));
    stage.edr.sees("WB-9001-20261124-00001", "Ransomware Behaviour", stage.now);
    stage.rings();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void alertApprovalAndHistory() {
    golden().card("story-alert", card("【重大】"));
    stage.chat.press(ANALYST, ALERTS, "隔離");
    stage.passes(Duration.ofMinutes(1));
    golden().card("story-approval", card("【承認依頼】"));
    golden().card("story-alert-waiting", card("【重大】"));

    stage.chat.press("takahashi", ALERTS, "承認");
    stage.passes(Duration.ofMinutes(1));
    stage.edr.finishes();
    stage.passes(Duration.ofMinutes(1));
    golden().card("story-alert-isolated", card("【重大】"));
    golden().card("story-approval-given", card("【承認依頼】"));
    golden().card("story-history", stage.chat.histories(ALERTS).getLast());
  }

  @Test
  void menuFormsAndPreview() {
    stage.chat.press(ANALYST, ALERTS, "その他の対応");
    Card menu = stage.chat.privately();
    golden().card("story-menu", menu);
    List<String> chores = Texts.buttons(menu);
    for (int i = 0; i < chores.size(); i++) {
      stage.chat.pressId(ANALYST, ALERTS, Texts.button(menu, chores.get(i)).id());
      golden().form("form-%02d".formatted(i + 1), stage.chat.form());
    }
    stage.chat.chore(
        ANALYST, ALERTS, "ファイルの収集", Map.of("endpoint", "guid-042", "path", "C:\\Temp\\a.exe"));
    golden().card("story-preview", stage.chat.privately());
  }

  @Test
  void questionHandOverAndCall() {
    stage.chat.ask("tanaka", SUPPORT, "稼働率の保証は何パーセントですか？");
    stage.rings();
    golden().fits(stage.chat.in(SUPPORT));
    stage.chat.press("tanaka", SUPPORT, "担当者につなぐ");
    stage.rings();
    golden().fits(stage.chat.in(SUPPORT));
    golden().card("story-desk", unanswered(stage.chat.in("desk")));
    stage.passesRinging(Duration.ofMinutes(40), Duration.ofMinutes(5));
    golden().card("story-call", stage.chat.in("on-call"));
    stage.chat.press(ANALYST, "desk", "対応します");
    stage.rings();
    golden().card("story-desk-taken", unanswered(stage.chat.in("desk")));
  }

  @Test
  void whatTheDocumentsSayFits() {
    for (String question : List.of("解約したいときはいつまでに言えばいい？", "30 台で 1 年使うといくらですか？", "検知について教えて")) {
      stage.chat.ask("tanaka", SUPPORT, question);
      stage.rings();
      golden().fits(stage.chat.in(SUPPORT));
    }
  }

  @Test
  void homeAndWhatIsOrdered() {
    stage.chat.order(ANALYST, ALERTS, Order.STATUS);
    golden().home("home-analyst", stage.chat.privately());
    stage.chat.order("miller", "minato-support", Order.STATUS);
    golden().home("home-customer-english", stage.chat.privately());
    stage.chat.order(ANALYST, ALERTS, Order.ALERTS);
    golden().card("order-alerts", stage.chat.privately());
    stage.chat.order(ANALYST, ALERTS, Order.HELP);
    golden().card("order-help", stage.chat.privately());
    stage.step(
        tx ->
            Documents.keep(
                tx,
                ANALYST,
                new Documents.Paper(
                    "monthly-2026-10",
                    "sakura",
                    Documents.Audience.CUSTOMER,
                    Optional.empty(),
                    "月次レポート 2026年10月",
                    "monthly-2026-10.pdf",
                    "application/pdf"),
                new byte[2_000]));
    stage.chat.order(ANALYST, ALERTS, Order.REPORT);
    golden().card("order-reports", stage.chat.privately());
  }

  /** What the documents say changes with them, and is not this test's matter. */
  private static Card unanswered(Card card) {
    return new Card(
        card.title(),
        card.tone(),
        card.language(),
        card.blocks().stream().map(GoldenStory::unanswered).toList());
  }

  private static Block unanswered(Block block) {
    return block instanceof Block.Facts(var facts)
        ? new Block.Facts(
            facts.stream()
                .map(fact -> fact.name().equals("自動回答") ? new Fact(fact.name(), "（自動回答の文）") : fact)
                .toList())
        : block;
  }

  private Card card(String beginning) {
    return stage.chat.all(ALERTS).stream()
        .filter(card -> card.title().startsWith(beginning))
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
