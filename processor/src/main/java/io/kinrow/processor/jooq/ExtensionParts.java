package io.kinrow.processor.jooq;

import java.util.HashSet;
import java.util.Set;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UDTDefinition;

/**
 * What PostgreSQL's extensions bring along: routines, tables and types that the user's migrations
 * do not define, and whose generated classes would not compile.
 */
final class ExtensionParts {

  private enum Kind {
    ROUTINE,
    TABLE,
    TYPE
  }

  private record Part(Kind kind, String schema, String name) {}

  private final Set<Part> parts = new HashSet<>();

  ExtensionParts(Database database) {
    if (database.getDialect().family() == SQLDialect.POSTGRES) {
      read(database, Kind.ROUTINE, "pg_proc", "proname", "pronamespace");
      read(database, Kind.TABLE, "pg_class", "relname", "relnamespace");
      read(database, Kind.TYPE, "pg_type", "typname", "typnamespace");
    }
  }

  private void read(Database database, Kind kind, String catalogue, String name, String namespace) {
    String sql =
        "select n.nspname, o."
            + name
            + " from pg_depend d join "
            + catalogue
            + " o on o.oid = d.objid join pg_namespace n on n.oid = o."
            + namespace
            + " where d.deptype = 'e' and d.classid = '"
            + catalogue
            + "'::regclass";
    for (Record row : database.create().fetch(sql)) {
      parts.add(new Part(kind, row.get(0, String.class), row.get(1, String.class)));
    }
  }

  /** Whether a definition came with an extension. */
  boolean contains(Definition definition) {
    SchemaDefinition schema = definition.getSchema();
    if (schema == null || parts.isEmpty()) {
      return false;
    }
    if (definition instanceof TableDefinition table) {
      Kind kind = table.isTableValuedFunction() ? Kind.ROUTINE : Kind.TABLE;
      return is(kind, definition);
    }
    return (definition instanceof RoutineDefinition && is(Kind.ROUTINE, definition))
        || (definition instanceof UDTDefinition && is(Kind.TYPE, definition));
  }

  private boolean is(Kind kind, Definition definition) {
    return parts.contains(
        new Part(kind, definition.getSchema().getInputName(), definition.getInputName()));
  }
}
