package jp.mimamori.bot.store;

/** All in which the two databases differ for us. */
enum Dialect {
  /** One file, one writer: a transaction has every row to itself anyway. */
  SQLITE("db/sqlite", ""),
  /** Many nodes: each takes the rows that no other holds. */
  POSTGRESQL("db/postgresql", " for update skip locked");

  private final String migrations;
  private final String claiming;

  Dialect(String migrations, String claiming) {
    this.migrations = migrations;
    this.claiming = claiming;
  }

  String migrations() {
    return migrations;
  }

  String claiming() {
    return claiming;
  }
}
