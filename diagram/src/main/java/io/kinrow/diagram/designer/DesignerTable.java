package io.kinrow.diagram.designer;

import io.kinrow.migrate.catalog.Name;
import java.util.List;
import java.util.Optional;

/**
 * A table with its place.
 *
 * @param comment a text for people, or ""
 */
public record DesignerTable(
    String name,
    int x,
    int y,
    List<DesignerColumn> columns,
    List<DesignerKey> keys,
    String comment) {

  public DesignerTable {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /** Returns the column of this name. */
  public Optional<DesignerColumn> column(String wanted) {
    Name name = new Name(wanted);
    return columns.stream().filter(column -> new Name(column.name()).equals(name)).findFirst();
  }

  /** Returns the columns of the primary key. */
  public List<String> primaryKey() {
    return keys.stream()
        .filter(key -> key.kind() == DesignerKey.Kind.PRIMARY)
        .findFirst()
        .map(DesignerKey::columns)
        .orElse(List.of());
  }
}
