package jp.mimamori.bot.edr.simulator;

/**
 * A computer that does not exist.
 *
 * @param type {@code desktop} or {@code server}
 * @param user who signed in last, without the domain
 */
record SimulatedEndpoint(
    String guid,
    String name,
    Customer customer,
    String type,
    String os,
    String version,
    String ip,
    String user,
    Condition condition) {
  String account() {
    return customer.domain() + "\\" + user;
  }

  boolean called(String guidOrName) {
    return guid.equalsIgnoreCase(guidOrName) || name.equalsIgnoreCase(guidOrName);
  }

  boolean server() {
    return type.equals("server");
  }
}
