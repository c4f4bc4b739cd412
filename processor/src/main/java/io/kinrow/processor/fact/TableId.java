package io.kinrow.processor.fact;

/**
 * Which table: its SQL names.
 *
 * @param schema SQL name of the schema, empty where the database has none (SQLite)
 * @param name SQL name of the table
 */
public record TableId(String schema, String name) {

  @Override
  public String toString() {
    return schema.isEmpty() ? name : schema + "." + name;
  }
}
