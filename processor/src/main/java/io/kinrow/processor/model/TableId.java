package io.kinrow.processor.model;

/** SQL name of a table, with its schema's name or an empty one. */
public record TableId(String schema, String name) implements Comparable<TableId> {

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
