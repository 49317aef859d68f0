package jp.mimamori.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.mail.Letter;
import jp.mimamori.bot.mail.Mail;
import jp.mimamori.bot.mail.Mailer.Outcome;
import jp.mimamori.bot.settings.Settings;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Telling;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk is written to by mail, and answers by mail. */
class MailStoryTest {
  private static final String SUPPORT = "sakura-support";
  private static final String DESK = "support@example.jp";
  private static final DeskMail MAIL = new DeskMail(List.of(DESK), Set.of(DESK), false);

  @TempDir private Path folder;
  private final FakePost post = new FakePost();
  private Stage stage;
  private int mails;

  @BeforeEach
  void onATuesdayMorning() {
    stage =
        new Stage(folder, Stage.tokyo("2026-11-24T10:00"), with(MAIL, Telling.NOBODY), post.post());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aHandOverIsWrittenToTheDeskAndItsAnswerReachesTheCustomer() {
    handOver("tanaka", SUPPORT);
    Letter letter = post.letters.getFirst();
    assertEquals(List.of(DESK), letter.to());
    assertEquals("[Q-1] さくら商事 様 お問い合わせの引き継ぎ", letter.subject());
    assertTrue(letter.text().contains("稼働率の保証は何パーセントですか？"), letter.text());
    assertTrue(letter.text().contains("回答期限: 2026年11月25日（水）9:30"), letter.text());

    post.comes(answer("sato@example.jp", letter, "99.9% です。\n詳しくは別紙をご覧ください。"));
    stage.rings();
    assertEquals("サポート窓口 佐藤 大輔 より Q-1", stage.chat.in(SUPPORT).title());
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("99.9% です。\n詳しくは別紙"));
    assertTrue(Texts.of(stage.chat.in("desk")).contains("99.9%"), "the desk's thread has it, too");

    stage.chat.askIn("tanaka", SUPPORT, stage.chat.threadIn(SUPPORT), "ありがとうございます。別紙はどこですか");
    stage.rings();
    assertEquals(2, post.letters.size());
    Letter next = post.letters.getLast();
    assertEquals("[Q-1] さくら商事 様 お問い合わせへの追記", next.subject());
    assertEquals(List.of(letter.messageId()), next.references());
    assertTrue(next.text().contains("別紙はどこですか"));

    post.comes(answer(DESK, next, "お送りします。"));
    stage.rings();
    assertEquals("サポート窓口 窓口 より Q-1", stage.chat.in(SUPPORT).title());
    assertTrue(stage.trail("Q-1").contains("sato replied"), stage.trail("Q-1").toString());
    assertTrue(stage.trail("Q-1").contains("mail:" + DESK + " replied"));
  }

  @Test
  void withoutAnAddressOfTheDeskNobodyIsWrittenTo() {
    stage.settings = Stage.SETTINGS;
    handOver("tanaka", SUPPORT);
    assertEquals(List.of(), post.letters);
    assertEquals(0, stage.count("select count(*) from letter"));
  }

  @Test
  void isFoundAgainByItsNumberInTheSubjectOrTheAddressAlone() {
    handOver("tanaka", SUPPORT);
    post.comes(mail("sato@example.jp", List.of(), List.of(), "Re: [Q-1] 件名", "件名から"));
    post.comes(mail("sato@example.jp", List.of("edr+q-1@example.jp"), List.of(), "Re:", "宛先から"));
    stage.rings();
    assertEquals(3, stage.chat.all(SUPPORT).size());
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("宛先から"));
  }

  @Test
  void theSameMailTwiceIsHeardOnceAlsoWhenTheMailboxIsNumberedAnew() {
    handOver("tanaka", SUPPORT);
    Mail mail = answer("sato@example.jp", post.letters.getFirst(), "一度だけ");
    post.comes(mail);
    post.comes(mail);
    stage.rings();
    post.isNumberedAnew();
    stage.rings();
    stage.dies();
    stage.rings();
    assertEquals(1, said("一度だけ"));
  }

  @Test
  void aLetterThatWasPerhapsSentIsSentAgainUnderTheSameId() {
    post.losesTheNextReceipt();
    handOver("tanaka", SUPPORT);
    assertEquals(1, post.letters.size());
    stage.passes(Duration.ofMinutes(1));
    assertEquals(2, post.letters.size());
    assertEquals(post.letters.getFirst().messageId(), post.letters.getLast().messageId());
    stage.passes(Duration.ofHours(3));
    assertEquals(2, post.letters.size(), "it was taken the second time");
  }

  @Test
  void aProcessThatDiesBetweenSendingAndRecordingLosesNothing() {
    post.meanwhile(
        () -> {
          throw new IllegalStateException("killed");
        });
    assertThrows(IllegalStateException.class, () -> handOver("tanaka", SUPPORT));
    stage.dies();
    stage.rings();
    assertEquals(2, post.letters.size());
    assertEquals(post.letters.getFirst().messageId(), post.letters.getLast().messageId());
    stage.passes(Duration.ofDays(1));
    assertEquals(2, post.letters.size());
  }

  @Test
  void whatCanNotBeSentIsTriedAgainAndAnAlarmSaysSo() {
    post.comesTo(new Outcome.TryAgain("421 busy"));
    handOver("tanaka", SUPPORT);
    stage.passesRinging(Duration.ofMinutes(20), Duration.ofMinutes(1));
    assertTrue(isAlarmed("メールを送れていません"));
    post.isWell();
    stage.passesRinging(Duration.ofHours(2), Duration.ofMinutes(10));
    assertEquals(1, post.letters.size());
  }

  @Test
  void aMailboxThatCanNotBeReadRaisesAnAlarm() {
    post.canNotBeRead();
    stage.rings();
    assertFalse(isAlarmed("メールボックスを読めません"));
    stage.passesRinging(Duration.ofMinutes(10), Duration.ofMinutes(1));
    assertTrue(isAlarmed("メールボックスを読めません"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stranger@example.com", "ito@example.com", "watanabe@example.jp", ""})
  void whoeverMayNotSpeakAboutItIsNotHeard(String from) {
    handOver("tanaka", SUPPORT);
    post.comes(answer(from, post.letters.getFirst(), "偽の回答"));
    stage.rings();
    assertEquals(0, said("偽の回答"));
    assertFalse(stage.chat.all("desk").stream().anyMatch(c -> Texts.of(c).contains("偽の回答")));
    assertTrue(
        stage.newestActs(5).stream()
            .anyMatch(entry -> entry.act().action().startsWith("was refused")));
  }

  @Test
  void machinesAndOurOwnLettersAreNotHeard() {
    handOver("tanaka", SUPPORT);
    Letter letter = post.letters.getFirst();
    post.comes(automatic(answer("sato@example.jp", letter, "不在です"), "auto-submitted"));
    post.comes(automatic(answer(DESK, letter, "届きませんでした"), "bounce"));
    post.comes(answer(FakePost.OURS, letter, "自分のメール"));
    stage.rings();
    assertEquals(1, stage.chat.all(SUPPORT).size());
    assertEquals(1, post.letters.size());
  }

  @Test
  void whatNamesTwoInquiriesReachesNeitherAndTenantsStayApart() {
    handOver("tanaka", SUPPORT);
    handOver("ito", "minato-support");
    Letter sakuras = post.letters.getFirst();
    Letter minatos = post.letters.getLast();
    assertEquals("[Q-2] みなと製作所 様 お問い合わせの引き継ぎ", minatos.subject());
    assertFalse(minatos.text().contains("さくら"));
    post.comes(
        mail(
            "sato@example.jp",
            List.of(),
            List.of(sakuras.messageId()),
            "Re: " + minatos.subject(),
            "どちら宛てか"));
    stage.rings();
    assertEquals(0, said("どちら宛てか"));
    assertFalse(
        stage.chat.all("minato-support").stream()
            .anyMatch(card -> Texts.of(card).contains("どちら宛てか")));

    post.comes(answer("watanabe@example.jp", minatos, "みなとさまへ"));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("minato-support")).contains("みなとさまへ"));
    assertEquals(0, said("みなとさまへ"));
  }

  @Test
  void attachedFilesAreNamedOnly() {
    handOver("tanaka", SUPPORT);
    Mail plain = answer("sato@example.jp", post.letters.getFirst(), "手順書です。");
    post.comes(
        new Mail(
            plain.messageId(),
            plain.from(),
            plain.to(),
            plain.references(),
            plain.subject(),
            Optional.empty(),
            plain.text(),
            List.of("手順書.pdf")));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in(SUPPORT)).contains("添付ファイル: 手順書.pdf"));
  }

  @Test
  void theResponsibleContactIsWrittenToAndMayAnswer() {
    stage.settings = with(MAIL, new Telling(Telling.Where.MAIL, true));
    handOver("suzuki", SUPPORT);
    assertEquals(2, post.letters.size());
    Letter told =
        post.letters.stream()
            .filter(letter -> letter.to().equals(List.of("tanaka@example.com")))
            .findFirst()
            .orElseThrow();
    assertEquals("[Q-1] お問い合わせを担当者に引き継ぎました", told.subject());
    assertFalse(told.text().contains("自動回答"));

    stage.chat.press("sato", "desk", "対応します");
    stage.rings();
    stage.chat.press("sato", "desk", "完了");
    stage.rings();
    assertEquals("[Q-1] お問い合わせへの対応を完了しました", post.letters.getLast().subject());

    post.comes(answer("tanaka@example.com", told, "まだ解決していません。"));
    stage.rings();
    assertTrue(Texts.of(stage.chat.in("desk")).contains("まだ解決していません。"));
    assertTrue(
        Texts.fact(stage.chat.all("desk").getFirst(), "状態").contains("担当者待ち"), "it is open again");
  }

  private void handOver(String customer, String channel) {
    stage.chat.ask(customer, channel, "稼働率の保証は何パーセントですか？");
    stage.rings();
    stage.chat.press(customer, channel, "担当者につなぐ");
    stage.rings();
  }

  private boolean isAlarmed(String words) {
    return stage.chat.all("on-call").stream().anyMatch(card -> Texts.of(card).contains(words));
  }

  private long said(String words) {
    return stage.chat.all(SUPPORT).stream().filter(card -> Texts.of(card).contains(words)).count();
  }

  private Mail answer(String from, Letter letter, String text) {
    return mail(from, List.of(), List.of(letter.messageId()), "Re: " + letter.subject(), text);
  }

  private Mail mail(
      String from, List<String> to, List<String> references, String subject, String text) {
    return new Mail(
        "mail-%d@elsewhere".formatted(++mails),
        from,
        to,
        references,
        subject,
        Optional.empty(),
        text,
        List.of());
  }

  private static Mail automatic(Mail mail, String why) {
    return new Mail(
        mail.messageId(),
        mail.from(),
        mail.to(),
        mail.references(),
        mail.subject(),
        Optional.of(why),
        mail.text(),
        mail.attachments());
  }

  /** The sample's people with mail: ours at example.jp, the customers' at example.com. */
  private static Settings with(DeskMail mail, Telling telling) {
    Tenants known = Stage.SETTINGS.tenants();
    return Stage.with(new Settings.Desk(Stage.SETTINGS.desk().times(), mail))
        .with(
            new Tenants(
                known.all().stream().map(tenant -> telling(tenant, telling)).toList(),
                known.members().stream().map(MailStoryTest::reachable).toList(),
                known.groups()));
  }

  private static Member reachable(Member member) {
    return new Member(
        member.id(),
        member.name(),
        member.tenants(),
        member.roles(),
        member.language(),
        member.accounts(),
        member.id() + (member.is(Role.ANALYST) ? "@example.jp" : "@example.com"));
  }

  private static Tenant telling(Tenant tenant, Telling telling) {
    return new Tenant(
        tenant.id(),
        tenant.name(),
        tenant.edrCustomer(),
        tenant.language(),
        tenant.alertsShared(),
        tenant.channels(),
        tenant.contractStart(),
        telling);
  }
}
