package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.TableId;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Record;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.TableDefinition;
import org.jooq.tools.JooqLogger;

/**
 * PostgreSQL's functions that return rows and are called like a table or view of their schema: jOOQ
 * takes the two for one, and the table would lose its keys to the function. They are left out, with
 * a warning.
 */
final class TableNamesakes {

  private static final JooqLogger LOG = JooqLogger.getLogger(KinrowGenerator.class);

  private final Set<TableId> tables = new HashSet<>();
  private final Set<TableId> told = new HashSet<>();

  TableNamesakes(Database database) {
    for (Record row :
        database
            .create()
            .fetch(
                "select n.nspname, c.relname from pg_class c"
                    + " join pg_namespace n on n.oid = c.relnamespace"
                    + " where c.relkind in ('r', 'v', 'm', 'p', 'f')")) {
      tables.add(new TableId(row.get(0, String.class), row.get(1, String.class)));
    }
  }

  /** Whether a definition is such a function. */
  boolean contains(Definition definition) {
    if (!(definition instanceof TableDefinition table) || !table.isTableValuedFunction()) {
      return false;
    }
    TableId id = TableFactsReader.id(table);
    if (!tables.contains(id)) {
      return false;
    }
    if (told.add(id)) {
      LOG.warn(
          "Function "
              + id
              + " has the same name as a table, and jOOQ cannot tell the two apart, so it gets no"
              + " class: rename it, or call it with plain SQL");
    }
    return true;
  }
}
