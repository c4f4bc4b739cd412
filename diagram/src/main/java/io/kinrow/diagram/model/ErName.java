package io.kinrow.diagram.model;

import java.util.Comparator;

/**
 * The name of a table or a view.
 *
 * @param schema its schema; "" on SQLite, and for PostgreSQL's schema {@code public}
 * @param name its name as the database has it, without quotes
 */
public record ErName(String schema, String name) implements Comparable<ErName> {

  private static final Comparator<ErName> ORDER =
      Comparator.comparing(ErName::schema).thenComparing(ErName::name);

  /** Creates the name of a table in no schema, or in {@code public}. */
  public ErName(String name) {
    this("", name);
  }

  @Override
  public int compareTo(ErName other) {
    return ORDER.compare(this, other);
  }

  /** Returns it for people, as in {@code sales.orders}. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
