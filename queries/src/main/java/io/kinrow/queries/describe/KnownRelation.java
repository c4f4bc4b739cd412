package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table or view of the migrated database.
 *
 * @param schema empty where the database has none
 * @param columns its columns, in order
 * @param key the column that is SQLite's rowid, if there is one
 * @param body the SELECT of a view, or null
 * @param plain whether it is a table with rows of its own: not a view, not virtual
 */
record KnownRelation(
    String schema,
    String name,
    List<KnownColumn> columns,
    @Nullable String key,
    @Nullable String body,
    boolean plain) {

  KnownRelation {
    columns = List.copyOf(columns);
  }

  /** The column of a name, in any case of letters; none if there are several. */
  Optional<KnownColumn> column(String wanted) {
    List<KnownColumn> found =
        columns.stream().filter(column -> Names.same(column.name(), wanted)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
