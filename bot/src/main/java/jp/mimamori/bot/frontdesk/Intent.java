package jp.mimamori.bot.frontdesk;

/** Everything that a person can mean by pressing a button, and whose matter it is. */
sealed interface Intent {
  String tenant();

  /** An alert was seen by somebody who takes care of it. */
  record Acknowledge(String tenant, String alert) implements Intent {}

  /**
   * The EDR shall do something to an endpoint of an alert.
   *
   * @param verb of the {@link jp.mimamori.bot.edr.ResponseAction}
   * @param endpoint its guid
   */
  record Respond(String tenant, String alert, String verb, String endpoint) implements Intent {}

  /** A person is wanted. */
  record CallPerson(String tenant, String inquiry) implements Intent {}

  /** An analyst takes an inquiry. */
  record Take(String tenant, String inquiry) implements Intent {}

  record Rate(String tenant, String inquiry, boolean helpful) implements Intent {}

  /** One of the candidates was meant. */
  record Choose(String tenant, String inquiry, int position) implements Intent {}
}
