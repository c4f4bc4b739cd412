package io.kinrow.diagram.designer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type its type, with its size in parentheses at the end; "" for none
 * @param defaultValue its default as SQL, or null
 * @param relations the columns that it references, one for each foreign key
 * @param comment a text for people, or ""
 */
public record DesignerColumn(
    String name,
    String type,
    boolean nullable,
    boolean autoincrement,
    @Nullable String defaultValue,
    List<Relation> relations,
    String comment) {

  /** A referenced column. */
  public record Relation(String table, String column) {}

  public DesignerColumn {
    relations = List.copyOf(relations);
  }
}
