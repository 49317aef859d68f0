package jp.mimamori.bot.frontdesk;

import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.inquiry.Herald;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.mail.DeskMail;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Telling;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/**
 * Has the support desk written to, where there is mail, and the responsible contact told, where the
 * tenant wants it.
 */
public final class InquiryHerald implements Herald {
  private final Letters letters = new Letters();
  private final Supplier<Tenants> tenants;
  private final Supplier<DeskMail> mail;
  private final Optional<String> domain;

  /**
   * @param from the address that letters come from; empty if none are sent
   */
  public InquiryHerald(Supplier<Tenants> tenants, Supplier<DeskMail> mail, Optional<String> from) {
    this.tenants = tenants;
    this.mail = mail;
    this.domain = from.map(address -> address.substring(address.indexOf('@') + 1));
  }

  @Override
  public void handedOver(Transaction tx, Inquiry inquiry, Member by) {
    writeToDesk(tx, inquiry, Letters.Kind.HAND_OVER, "");
    switch (telling(inquiry).where()) {
      case NONE -> {}
      case CHANNEL, DIRECT -> tx.show(InquiryPlaces.handedOver(inquiry.id(), tx.now()));
      case MAIL -> writeToContacts(tx, inquiry, Letters.Kind.CONTACT, by);
    }
  }

  @Override
  public void wrote(Transaction tx, Inquiry inquiry, Word word) {
    writeToDesk(tx, inquiry, Letters.Kind.WORD, word.id());
  }

  @Override
  public void closed(Transaction tx, Inquiry inquiry, Member by) {
    if (!telling(inquiry).ofClosing()) {
      return;
    }
    switch (telling(inquiry).where()) {
      case NONE -> {}
      case CHANNEL, DIRECT -> tx.show(InquiryPlaces.closed(inquiry.id(), tx.now()));
      case MAIL -> writeToContacts(tx, inquiry, Letters.Kind.CONTACT_OVER, by);
    }
  }

  private void writeToDesk(Transaction tx, Inquiry inquiry, Letters.Kind kind, String word) {
    if (!mail.get().desk().isEmpty()) {
      domain.ifPresent(at -> letters.want(tx, inquiry.tenant(), inquiry.id(), kind, word, "", at));
    }
  }

  /** Nobody is told of what they did themselves. */
  private void writeToContacts(Transaction tx, Inquiry inquiry, Letters.Kind kind, Member by) {
    domain.ifPresent(
        at ->
            tenants.get().responsibleContacts(inquiry.tenant()).stream()
                .filter(contact -> !contact.mail().isEmpty() && !contact.id().equals(by.id()))
                .forEach(
                    contact ->
                        letters.want(
                            tx, inquiry.tenant(), inquiry.id(), kind, "", contact.id(), at)));
  }

  private Telling telling(Inquiry inquiry) {
    return tenants.get().find(inquiry.tenant()).map(Tenant::telling).orElse(Telling.NOBODY);
  }
}
