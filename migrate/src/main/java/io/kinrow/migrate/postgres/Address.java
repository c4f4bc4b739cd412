package io.kinrow.migrate.postgres;

/**
 * How PostgreSQL addresses an object, as SQL.
 *
 * @param catalogue the number of its catalogue
 * @param id its number there; 0 for none
 * @param part 0, or the number of a column
 */
record Address(String catalogue, String id, String part) {

  static Address of(String table, String id) {
    return new Address("'" + table + "'::regclass", id, "0");
  }

  /** The address as text, or NULL for none. */
  String text() {
    return "(" + catalogue + ")::oid || ' ' || NULLIF(" + id + ", 0) || ' ' || " + part;
  }

  String arguments() {
    return catalogue + ", NULLIF(" + id + ", 0), " + part;
  }
}
