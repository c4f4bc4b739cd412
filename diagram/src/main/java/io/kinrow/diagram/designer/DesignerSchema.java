package io.kinrow.diagram.designer;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.catalog.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A schema as WWW SQL Designer knows it.
 *
 * @param database the name of the database that its types are for, such as {@code sqlite}
 * @param carried the texts of the schema's files that it carries; none if Kinrow did not write it
 * @param places where tables stood when Kinrow wrote it, or null
 */
public record DesignerSchema(
    String database,
    List<DesignerTable> tables,
    Map<Path, String> carried,
    @Nullable LayoutFile places) {

  public DesignerSchema {
    tables = List.copyOf(tables);
  }

  /** Returns the table of this name. */
  public Optional<DesignerTable> table(String name) {
    Name wanted = new Name(name);
    return tables.stream().filter(table -> new Name(table.name()).equals(wanted)).findFirst();
  }

  /** Returns whether it came from Kinrow. */
  public boolean carriesSql() {
    return !carried.isEmpty();
  }
}
