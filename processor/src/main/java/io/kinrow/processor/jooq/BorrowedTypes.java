package io.kinrow.processor.jooq;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.meta.Definition;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.UDTDefinition;

/**
 * PostgreSQL's enums, domains and composite types that the tables and functions of some schemas use
 * and that are in other schemas: jOOQ knows the types of those schemas only that it generates.
 */
public final class BorrowedTypes {

  /** Those of the columns and parameters, of what they are arrays of or based on, and so on. */
  private static final String USED =
      """
      with recursive used (oid) as (
        select a.atttypid
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any (cast(? as text[])) and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
          and a.attnum > 0 and not a.attisdropped
        union
        select p.oid
        from (
          select unnest(f.prorettype || coalesce(f.proallargtypes, f.proargtypes::oid[])) as oid
          from pg_proc f join pg_namespace n on n.oid = f.pronamespace
          where n.nspname = any (cast(? as text[]))
        ) p
        union
        select part.oid
        from used u join pg_type t on t.oid = u.oid
        cross join lateral (
          select t.typelem as oid
          union all select t.typbasetype
          union all select a.atttypid from pg_attribute a
            where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
        ) part
        where part.oid <> 0
      )
      select distinct n.nspname, t.typname
      from used u join pg_type t on t.oid = u.oid join pg_namespace n on n.oid = t.typnamespace
      where n.nspname <> all (cast(? as text[])) and n.nspname not in ('pg_catalog', 'information_schema')
        and (t.typtype in ('e', 'd')
          or t.typtype = 'c' and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
        and not exists (
          select from pg_depend d where d.objid = t.oid and d.classid = 'pg_type'::regclass and d.deptype = 'e')
      """;

  private record Type(String schema, String name) {}

  private final Set<Type> types;

  private BorrowedTypes(Set<Type> types) {
    this.types = types;
  }

  /** Those that some schemas' tables and functions use and that are in none of these schemas. */
  public static BorrowedTypes in(DSLContext database, List<String> schemas) {
    String[] names = schemas.toArray(String[]::new);
    Set<Type> types = new HashSet<>();
    for (Record row : database.fetch(USED, names, names, names)) {
      types.add(new Type(row.get(0, String.class), row.get(1, String.class)));
    }
    return new BorrowedTypes(types);
  }

  /** The schemas that they are in, by name. */
  public Set<String> schemas() {
    Set<String> schemas = new TreeSet<>();
    types.forEach(type -> schemas.add(type.schema()));
    return schemas;
  }

  boolean contains(Definition definition) {
    return (definition instanceof EnumDefinition
            || definition instanceof DomainDefinition
            || definition instanceof UDTDefinition)
        && types.contains(
            new Type(definition.getSchema().getInputName(), definition.getInputName()));
  }
}
