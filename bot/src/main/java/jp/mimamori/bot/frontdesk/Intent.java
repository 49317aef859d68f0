package jp.mimamori.bot.frontdesk;

import jp.mimamori.bot.bell.Bells;

/** Everything that a person can mean by pressing a button, and whose matter it is. */
sealed interface Intent {
  String tenant();

  /** Whether the platform is asked first who that is at this moment. */
  default boolean dangerous() {
    return switch (this) {
      case Respond _, CarryOut _, Decide _, Fetch _, Announced _, Publish _, Steer _ -> true;
      case Acknowledge _,
          Report _,
          Menu _,
          Prepare _,
          CallPerson _,
          Take _,
          Rate _,
          Choose _,
          Obtain _,
          Announce _,
          Schedules _,
          CloseInquiry _,
          Handle _,
          Write _,
          Categorize _,
          Answer _,
          Snooze _,
          Resume _ ->
          false;
    };
  }

  /** An alert was seen by somebody who takes care of it. */
  record Acknowledge(String tenant, String alert) implements Intent {}

  /**
   * The EDR shall do something to an endpoint of an alert.
   *
   * @param verb of the {@link jp.mimamori.bot.edr.ResponseAction}
   * @param endpoint its guid
   */
  record Respond(String tenant, String alert, String verb, String endpoint) implements Intent {}

  /** A report of an alert's case shall be drafted. */
  record Report(String tenant, String alert) implements Intent {}

  /** An edition of it shall go to the customer. */
  record Publish(String tenant, String alert, int version) implements Intent {}

  /** Somebody wants to see all that can be done about an alert. */
  record Menu(String tenant, String alert) implements Intent {}

  /** Something of it: a press opens its form, the form is read. */
  record Prepare(String tenant, String alert, Chore chore) implements Intent {}

  /**
   * What was looked at before shall be done.
   *
   * @param draft what it was
   */
  record CarryOut(String tenant, String alert, String draft) implements Intent {}

  /** Yes or no to a request that waits for it. */
  record Decide(String tenant, String request, boolean yes) implements Intent {}

  /** Somebody wants to know where a collected archive is, and its password. */
  record Fetch(String tenant, String request) implements Intent {}

  /** Somebody wants a document for themselves. */
  record Obtain(String tenant, String document) implements Intent {}

  /** An inquiry is done. */
  record CloseInquiry(String tenant, String inquiry) implements Intent {}

  /** What else the desk does about an inquiry. */
  record Handle(String tenant, String inquiry, InquiryWork.Step step) implements Intent {}

  /** Somebody writes to the other side: a press opens the form, the form is read. */
  record Write(String tenant, String inquiry) implements Intent {}

  /** What an inquiry is about: a press opens its form, the form is read. */
  record Categorize(String tenant, String inquiry) implements Intent {}

  /** Whoever was called says: mine. */
  record Answer(String tenant, String call) implements Intent {}

  /** Nobody is to be called for a while: a press opens its form, the form is read. */
  record Snooze(String tenant, String call) implements Intent {}

  /** People are to be called again. */
  record Resume(String tenant, String call) implements Intent {}

  /** A person is wanted. */
  record CallPerson(String tenant, String inquiry) implements Intent {}

  /** An analyst takes an inquiry. */
  record Take(String tenant, String inquiry) implements Intent {}

  record Rate(String tenant, String inquiry, boolean helpful) implements Intent {}

  /** An analyst wants to tell customers something. */
  record Announce(String tenant) implements Intent {}

  /**
   * What is to become of an announcement.
   *
   * @param tenant one of those whom it is for
   */
  record Announced(String tenant, String announcement, AnnouncementCards.Step step)
      implements Intent {}

  /** An analyst wants to see what runs by itself. */
  record Schedules(String tenant) implements Intent {}

  /** One of those is to be silenced, woken or run: a press opens its form, the form is read. */
  record Steer(String tenant, Bells.Wish wish) implements Intent {}

  /** One of the candidates was meant. */
  record Choose(String tenant, String inquiry, int position) implements Intent {}
}
