package io.kinrow.processor.jooq;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Record;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.SequenceDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UDTDefinition;

/**
 * What PostgreSQL's extensions bring along: routines, tables, sequences and types that the user's
 * migrations do not define, and whose generated classes would not compile. What the user defines
 * beside them stays: a routine is known by its oid, since others may have its name.
 */
final class ExtensionParts {

  private enum Kind {
    RELATION,
    TYPE
  }

  /** Relations have one name space in a schema, types another. */
  private record Part(Kind kind, String schema, String name) {}

  private final Set<Long> routines = new HashSet<>();
  private final Set<Part> parts = new HashSet<>();

  ExtensionParts(Database database) {
    for (Record row :
        database
            .create()
            .fetch(
                "select objid from pg_depend"
                    + " where deptype = 'e' and classid = 'pg_proc'::regclass")) {
      routines.add(row.get(0, Long.class));
    }
    read(database, Kind.RELATION, "pg_class", "relname", "relnamespace");
    read(database, Kind.TYPE, "pg_type", "typname", "typnamespace");
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
    if (schema == null || (parts.isEmpty() && routines.isEmpty())) {
      return false;
    }
    if (definition instanceof RoutineDefinition
        || (definition instanceof TableDefinition table && table.isTableValuedFunction())) {
      return routines.contains(oid(definition));
    } else if (definition instanceof TableDefinition || definition instanceof SequenceDefinition) {
      return is(Kind.RELATION, definition);
    }
    return (definition instanceof UDTDefinition
            || definition instanceof EnumDefinition
            || definition instanceof DomainDefinition)
        && is(Kind.TYPE, definition);
  }

  /**
   * jOOQ keeps to itself which of the routines of one name a definition is: their {@code
   * specific_name}, which is the name, an underscore and the oid.
   */
  private static long oid(Definition routine) {
    try {
      Field field = routine.getClass().getDeclaredField("specificName");
      field.setAccessible(true);
      String name = (String) field.get(routine);
      return Long.parseLong(name.substring(name.lastIndexOf('_') + 1));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "this version of jOOQ does not say which routine " + routine.getInputName() + " is", e);
    }
  }

  private boolean is(Kind kind, Definition definition) {
    return parts.contains(
        new Part(kind, definition.getSchema().getInputName(), definition.getInputName()));
  }
}
