package io.kinrow.processor.fact;

/**
 * Which table: its SQL names.
 *
 * @param schema SQL name of the schema, empty where the database has none (SQLite)
 * @param name SQL name of the table
 */
public record TableId(String schema, String name) implements Comparable<TableId> {

  /** By schema, then by name. */
  @Override
  public int compareTo(TableId other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  /** As a user would write it. */
  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
