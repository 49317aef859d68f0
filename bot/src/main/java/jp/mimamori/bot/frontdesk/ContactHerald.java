package jp.mimamori.bot.frontdesk;

import java.util.function.Supplier;
import jp.mimamori.bot.inquiry.Herald;
import jp.mimamori.bot.inquiry.Inquiry;
import jp.mimamori.bot.inquiry.Word;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Telling;
import jp.mimamori.bot.tenant.Tenant;
import jp.mimamori.bot.tenant.Tenants;

/** Has the responsible contact told of hand-overs, where the tenant wants it. */
public final class ContactHerald implements Herald {
  private final Supplier<Tenants> tenants;

  public ContactHerald(Supplier<Tenants> tenants) {
    this.tenants = tenants;
  }

  @Override
  public void handedOver(Transaction tx, Inquiry inquiry, Member by) {
    if (wanted(inquiry)) {
      tx.show(InquiryPlaces.handedOver(inquiry.id(), tx.now()));
    }
  }

  @Override
  public void wrote(Transaction tx, Inquiry inquiry, Word word) {}

  @Override
  public void closed(Transaction tx, Inquiry inquiry, Member by) {
    if (wanted(inquiry) && telling(inquiry).ofClosing()) {
      tx.show(InquiryPlaces.closed(inquiry.id(), tx.now()));
    }
  }

  private boolean wanted(Inquiry inquiry) {
    return switch (telling(inquiry).where()) {
      case CHANNEL, DIRECT -> true;
      case NONE, MAIL -> false;
    };
  }

  private Telling telling(Inquiry inquiry) {
    return tenants.get().find(inquiry.tenant()).map(Tenant::telling).orElse(Telling.NOBODY);
  }
}
