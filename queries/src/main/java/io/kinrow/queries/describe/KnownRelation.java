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
 * @param body the text of a view, or null
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

  Optional<KnownColumn> column(String wanted) {
    return columns.stream().filter(column -> Names.same(column.name(), wanted)).findFirst();
  }
}
