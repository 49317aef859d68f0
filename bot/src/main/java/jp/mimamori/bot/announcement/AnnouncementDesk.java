package jp.mimamori.bot.announcement;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import jp.mimamori.bot.announcement.Announcement.Draft;
import jp.mimamori.bot.announcement.Announcement.Kind;
import jp.mimamori.bot.announcement.Announcement.State;
import jp.mimamori.bot.store.Database;
import jp.mimamori.bot.store.Notice;
import jp.mimamori.bot.store.Transaction;
import jp.mimamori.bot.tenant.Channel.Purpose;
import jp.mimamori.bot.tenant.Member;
import jp.mimamori.bot.tenant.Role;
import jp.mimamori.bot.tenant.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what the operator wants to tell, has it approved, and hands it out when its time comes. */
public final class AnnouncementDesk {
  private static final Duration LATE = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(AnnouncementDesk.class);

  private final Database database;
  private final Announcements announcements;
  private final Supplier<Tenants> tenants;
  private final Supplier<AnnouncementPolicy> policy;

  public AnnouncementDesk(
      Database database,
      Announcements announcements,
      Supplier<Tenants> tenants,
      Supplier<AnnouncementPolicy> policy) {
    this.database = database;
    this.announcements = announcements;
    this.tenants = tenants;
    this.policy = policy;
  }

  /** What a decision comes to. */
  public enum Decided {
    DONE,
    /** Somebody decided before, or it is too late. */
    NOT_SO_ANY_MORE,
    /** Whoever wrote it does not approve it. */
    OWN,
    NOT_ALLOWED,
    NO_SUCH_ANNOUNCEMENT
  }

  /** Whether the member may write to these customers and decide about it. */
  public static boolean mayTell(Member member, Draft draft) {
    return member.is(Role.ANALYST) && draft.tenants().stream().allMatch(member::serves);
  }

  /** Keeps it for its writer to look at, who then submits it or writes it anew. */
  public String draft(Transaction tx, Draft draft, Member writer) {
    return announcements.add(tx, draft, writer.id(), State.DRAFT);
  }

  /** Its writer has looked at it and wants it sent. */
  public Decided submit(Transaction tx, Member writer, String id) {
    Optional<Announcement> found = announcements.find(tx, id);
    if (found.isEmpty() || !found.get().writtenBy().equals(writer.id())) {
      return Decided.NO_SUCH_ANNOUNCEMENT;
    }
    Draft draft = found.get().draft();
    if (!mayTell(writer, draft)) {
      return Decided.NOT_ALLOWED;
    }
    State next = policy.get().needsSecond(draft.kind()) ? State.WAITING : State.PLANNED;
    if (!announcements.move(tx, id, State.DRAFT, next, "")) {
      return Decided.NOT_SO_ANY_MORE;
    }
    for (String tenant : draft.tenants()) {
      tx.record(tenant, writer.id(), "wrote an announcement", id, draft.kind().name());
    }
    tx.show(atTheDesk(id));
    return Decided.DONE;
  }

  /**
   * Puts it on record, from a process beside the service. It is sent when its time comes, after a
   * second person approved it where the policy asks for that.
   *
   * @param by who is at the command line
   */
  public static String add(
      Transaction tx,
      Announcements announcements,
      Draft draft,
      String by,
      AnnouncementPolicy policy) {
    State state = policy.needsSecond(draft.kind()) ? State.WAITING : State.PLANNED;
    String id = announcements.add(tx, draft, by, state);
    for (String tenant : draft.tenants()) {
      tx.record(tenant, by, "wrote an announcement", id, draft.kind().name());
    }
    tx.show(atTheDesk(id));
    return id;
  }

  public Decided approve(Transaction tx, Member member, String id) {
    return decide(tx, member, id, State.WAITING, State.PLANNED, "approved");
  }

  public Decided refuse(Transaction tx, Member member, String id) {
    return decide(tx, member, id, State.WAITING, State.CANCELLED, "refused");
  }

  /** Calls it off: before it was sent nobody sees it, after that its cards say so. */
  public Decided cancel(Transaction tx, Member member, String id) {
    Optional<Announcement> found = announcements.find(tx, id);
    if (found.isEmpty()) {
      return Decided.NO_SUCH_ANNOUNCEMENT;
    }
    if (!mayTell(member, found.get().draft())) {
      return Decided.NOT_ALLOWED;
    }
    return cancel(tx, announcements, found.get(), member.id());
  }

  /** The same for a process beside the service. */
  public static Decided cancel(
      Transaction tx, Announcements announcements, Announcement found, String by) {
    State to =
        switch (found.state()) {
          case DRAFT, WAITING, PLANNED -> State.CANCELLED;
          case SENT -> State.WITHDRAWN;
          case CANCELLED, MISSED, WITHDRAWN -> found.state();
        };
    if (to == found.state() || !announcements.move(tx, found.id(), found.state(), to, by)) {
      return Decided.NOT_SO_ANY_MORE;
    }
    for (String tenant : found.draft().tenants()) {
      tx.record(tenant, by, to == State.WITHDRAWN ? "withdrew" : "cancelled", found.id(), "");
      if (to == State.WITHDRAWN) {
        tx.show(toCustomer(found.id(), tenant));
        tx.show(takenBack(found.id(), tenant));
      }
    }
    tx.show(atTheDesk(found.id()));
    return Decided.DONE;
  }

  private Decided decide(
      Transaction tx, Member member, String id, State from, State to, String what) {
    Optional<Announcement> found = announcements.find(tx, id);
    if (found.isEmpty()) {
      return Decided.NO_SUCH_ANNOUNCEMENT;
    }
    Draft draft = found.get().draft();
    if (!mayTell(member, draft)) {
      tx.record(draft.tenants().getFirst(), member.id(), "was refused to decide on", id, "");
      return Decided.NOT_ALLOWED;
    }
    if (to == State.PLANNED && found.get().writtenBy().equals(member.id())) {
      return Decided.OWN;
    }
    if (!announcements.move(tx, id, from, to, member.id())) {
      return Decided.NOT_SO_ANY_MORE;
    }
    draft.tenants().forEach(tenant -> tx.record(tenant, member.id(), what, id, ""));
    tx.show(atTheDesk(id));
    return Decided.DONE;
  }

  /**
   * Hands out what is due. Any node, any time, any number. What is late is sent all the same,
   * unless what it tells of is over: then nobody is told, and the desk is.
   */
  public void sendDue(Instant now) {
    boolean nothing =
        database.read(
            view ->
                view.count(
                        "select count(*) from announcement where state = 'PLANNED' and not_before"
                            + " <= ?",
                        now.toEpochMilli())
                    == 0);
    if (!nothing) {
      database.write(
          now, tx -> announcements.takeDue(tx).forEach(announcement -> send(tx, announcement)));
    }
  }

  private void send(Transaction tx, Announcement announcement) {
    String id = announcement.id();
    Draft draft = announcement.draft();
    Optional<Instant> over = draft.ends().or(draft::begins);
    boolean late = tx.now().isAfter(draft.notBefore().plus(LATE));
    if (late && draft.kind() == Kind.MAINTENANCE && over.filter(tx.now()::isAfter).isPresent()) {
      LOG.error("announcement {} was due at {} and is over: not sent", id, draft.notBefore());
      announcements.missed(tx, id);
      tx.record(draft.tenants().getFirst(), "mimamori", "missed the time of", id, "");
      tx.show(atTheDesk(id));
      return;
    }
    announcements.sent(tx, id);
    for (String name : draft.tenants()) {
      tenants
          .get()
          .find(name)
          .ifPresent(
              tenant ->
                  tenant
                      .channels(Purpose.SUPPORT)
                      .forEach(channel -> announcements.deliver(tx, id, tenant.id(), channel)));
      tx.record(name, "mimamori", "sent", id, late ? "late: due " + draft.notBefore() : "");
      tx.show(toCustomer(id, name));
      draft.corrects().ifPresent(corrected -> tx.show(toCustomer(corrected, name)));
    }
    draft.corrects().ifPresent(corrected -> tx.show(atTheDesk(corrected)));
    tx.show(atTheDesk(id));
  }

  /** A customer's channel shows it. */
  public void delivered(Transaction tx, Notice notice, String platform, String channel) {
    Subject subject = Subject.of(notice);
    if (announcements.delivered(tx, subject.id(), subject.tenant(), platform, channel)) {
      tx.record(subject.tenant(), "mimamori", "delivered", subject.id(), platform + " " + channel);
      tx.show(atTheDesk(subject.id()));
    }
  }

  /** A customer's channel refuses it; it is tried again. */
  public void failed(
      Transaction tx, Notice notice, String platform, String channel, String reason) {
    Subject subject = Subject.of(notice);
    if (announcements.failed(tx, subject.id(), subject.tenant(), platform, channel, reason)) {
      tx.show(atTheDesk(subject.id()));
    }
  }

  private static Notice toCustomer(String id, String tenant) {
    return new Notice(Notice.Kind.ANNOUNCEMENT, id + " " + tenant);
  }

  private static Notice takenBack(String id, String tenant) {
    return new Notice(Notice.Kind.ANNOUNCEMENT_OVER, id + " " + tenant);
  }

  private static Notice atTheDesk(String id) {
    return new Notice(Notice.Kind.ANNOUNCEMENT_DESK, id);
  }

  /** What the notice to a customer is about. */
  public record Subject(String id, String tenant) {
    public static Subject of(Notice notice) {
      int space = notice.subject().indexOf(' ');
      return new Subject(
          notice.subject().substring(0, space), notice.subject().substring(space + 1));
    }
  }
}
