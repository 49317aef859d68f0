package jp.mimamori.bot.frontdesk;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jp.mimamori.bot.chat.Card;
import jp.mimamori.bot.chat.Card.Block;
import jp.mimamori.bot.chat.Card.Button;
import jp.mimamori.bot.chat.Card.Fact;
import jp.mimamori.bot.chat.Card.Tone;
import jp.mimamori.bot.chat.Incoming;
import jp.mimamori.bot.chat.Reply;
import jp.mimamori.bot.store.Documents;
import jp.mimamori.bot.store.Documents.Audience;
import jp.mimamori.bot.store.Documents.Kept;
import jp.mimamori.bot.store.Documents.Recipient;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.store.View;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.knowledge.Language;

/** The documents that somebody may have, to be sent to them alone. */
public final class Shelf {
  private static final int MOST = 5;
  private static final int MOST_LOOKED_AT = 200;

  private final Buttons buttons;

  public Shelf(Buttons buttons) {
    this.buttons = buttons;
  }

  /** The newest of those, each with a button that has it sent. */
  Reply newest(Transaction tx, Member member, Predicate<Kept> which) {
    Language language = member.language();
    List<Kept> newest =
        newest(tx, member, MOST_LOOKED_AT).stream().filter(which).limit(MOST).toList();
    if (newest.isEmpty()) {
      return new Reply.Words(Phrase.NO_REPORTS.in(language));
    }
    List<Fact> facts =
        newest.stream()
            .map(
                kept ->
                    new Fact(
                        kept.paper().title(),
                        Phrase.DOCUMENT_OF.in(
                            language, Moments.full(kept.at(), language), size(kept.size()))))
            .toList();
    List<Button> offered =
        newest.stream()
            .map(
                kept ->
                    new Button(
                        buttons.make(
                            tx, new Intent.Obtain(kept.paper().tenant(), kept.paper().id())),
                        Phrase.OBTAIN.in(language, kept.paper().title())))
            .toList();
    return new Reply.Shown(
        new Card(
            Phrase.REPORTS_TITLE.in(language),
            Tone.PLAIN,
            language,
            List.of(new Block.Facts(facts), new Block.Buttons(offered))));
  }

  /** Sends it to whoever pressed, if it is for them. */
  Supplier<Reply> obtain(Transaction tx, Member member, Intent.Obtain intent, Incoming act) {
    Optional<Kept> kept = find(tx, member, intent.document());
    if (kept.isEmpty()) {
      tx.record(intent.tenant(), member.id(), "was refused to have", intent.document(), "");
      return () -> new Reply.Words(Phrase.NOT_YOURS.in(member.language()));
    }
    Documents.send(tx, kept.get(), new Recipient(act.person().platform(), act.person().id()));
    tx.record(intent.tenant(), member.id(), "asked to have", intent.document(), "");
    return () -> new Reply.Words(Phrase.SENT_TO_YOU.in(member.language()));
  }

  static List<Kept> newest(View view, Member member, int most) {
    return Documents.newest(view, member.tenants(), audiences(member), most);
  }

  /** The document, if that person may see it. */
  static Optional<Kept> find(View view, Member member, String document) {
    return Documents.find(view, document)
        .filter(kept -> member.serves(kept.paper().tenant()))
        .filter(kept -> audiences(member).contains(kept.paper().audience()));
  }

  private static Set<Audience> audiences(Member member) {
    return member.is(Role.ANALYST) ? EnumSet.allOf(Audience.class) : Set.of(Audience.CUSTOMER);
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? "%d kB".formatted(Math.ceilDiv(bytes, 1024))
        : "%.1f MB".formatted(bytes / (double) (1 << 20));
  }
}
