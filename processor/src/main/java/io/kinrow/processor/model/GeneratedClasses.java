package io.kinrow.processor.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Simple names of the classes that are generated for a table: two or three of their own, in which
 * the others are nested.
 */
public final class GeneratedClasses {

  /** What an update of rows that have not been read sets; nested in the draft. */
  public static final String UPDATE = "Update";

  private GeneratedClasses() {}

  /** Nested in the entity. */
  public static String mapping(TableModel table) {
    return nested(table, "Mapping");
  }

  /** A record of the columns of a composite primary key; nested in the entity. */
  public static String key(TableModel table) {
    return nested(table, "Key");
  }

  /** A class in a class must not have its name. */
  private static String nested(TableModel table, String name) {
    return table.entity().equals(name) ? name + name : name;
  }

  public static String repository(TableModel table) {
    return table.entity() + "Repository";
  }

  public static String draft(TableModel table) {
    return table.entity() + "Draft";
  }

  /** All that a table may need in the package. */
  public static List<String> all(TableModel table) {
    List<String> names = new ArrayList<>();
    names.add(table.entity());
    names.add(repository(table));
    if (table.writable()) {
      names.add(draft(table));
    }
    return names;
  }
}
