package jp.mimamori.bot.store;

/** Names a thing that people see a message of. It says what to show, never how it looks. */
public record Notice(Kind kind, String subject) {
  public enum Kind {
    /** An alert's card. */
    ALERT,
    /** What happened to an alert so far, in the thread of its card. */
    ALERT_HISTORY,
    /** The answer to an inquiry, in its thread. */
    ANSWER,
    /** An inquiry that waits for a person, at the desk. */
    HANDOVER,
    /** What a person wrote about an inquiry, for the other side. */
    WORD,
    /** A hand-over, for the tenant's responsible contact. */
    CONTACT,
    /** The end of what was handed over, for the same. */
    CONTACT_OVER,
    /** A request that waits, or waited, for somebody to agree. */
    APPROVAL,
    /**
     * A request that came to nothing, and that somebody must look at. It has no card of its own.
     */
    FAILED_ACTION,
    /** One step of a ladder: somebody is called. */
    CALL,
    /** A file that people are to have. */
    DOCUMENT,
    /** What the operator tells one customer. */
    ANNOUNCEMENT,
    /** It was taken back: a message of its own, since nobody is told of one that changed. */
    ANNOUNCEMENT_OVER,
    /** An announcement's course, at the desk. */
    ANNOUNCEMENT_DESK,
    /** A tenant's month in a few figures, above its file. */
    MONTHLY_REPORT,
    /** A contract's dates, for the responsible contact. */
    REMINDER,
    /** The report of an alert's case, for those who may release it. */
    REPORT,
    /** Endpoints that do not meet the prerequisites, for their tenant. */
    ENDPOINTS,
    /** Something of the service itself waited too long or failed. */
    ALARM,
    /** It is well again. */
    ALARM_OVER
  }
}
