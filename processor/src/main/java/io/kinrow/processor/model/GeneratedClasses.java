package io.kinrow.processor.model;

import java.util.ArrayList;
import java.util.List;

/** Simple names of the classes that are generated for a table. */
public final class GeneratedClasses {

  private GeneratedClasses() {}

  public static String mapping(TableModel table) {
    return table.entity() + "Mapping";
  }

  public static String repository(TableModel table) {
    return table.entity() + "Repository";
  }

  public static String draft(TableModel table) {
    return table.entity() + "Draft";
  }

  /** Holds the interfaces of the columns that an insert requires. */
  public static String stages(TableModel table) {
    return table.entity() + "Stages";
  }

  /** A record of the columns of a composite primary key. */
  public static String key(TableModel table) {
    return table.entity() + "Key";
  }

  /** All that a table may need. */
  public static List<String> all(TableModel table) {
    List<String> names = new ArrayList<>();
    names.add(table.entity());
    names.add(mapping(table));
    names.add(repository(table));
    if (table.writable()) {
      names.add(draft(table));
      names.add(stages(table));
    }
    if (table.compositeKey()) {
      names.add(key(table));
    }
    return names;
  }
}
