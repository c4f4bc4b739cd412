package io.kinrow.processor.jooq;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jooq.meta.Database;
import org.jooq.meta.jaxb.ForcedType;

/**
 * The types that a database of PostgreSQL uses: those of columns, attributes, parameters and
 * results, what domains and arrays are made of, and arrays of all these. jOOQ tries every forced
 * type on every mention of a column, which takes longer than anything else if there are forced
 * types for each type of PostgreSQL.
 */
final class PostgresTypesInUse {

  private static final String TYPES =
      """
      with recursive used as (
        (select a.atttypid as type
         from pg_attribute a
         join pg_class c on c.oid = a.attrelid
         join pg_namespace n on n.oid = c.relnamespace
         where a.attnum > 0 and not a.attisdropped
           and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         union
         select unnest(coalesce(p.proallargtypes, cast(p.proargtypes as oid[])) || p.prorettype)
         from pg_proc p
         join pg_namespace n on n.oid = p.pronamespace
         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema')
        union
        select r.type
        from used u
        join pg_type t on t.oid = u.type
        cross join lateral (values (t.typbasetype), (t.typelem), (t.typarray)) r (type)
        where r.type <> 0)
      select t.typname, format_type(t.oid, null)
      from used u
      join pg_type t on t.oid = u.type
      """;

  /** As jOOQ has them where nothing else is set. */
  private static final int FLAGS = Pattern.COMMENTS | Pattern.CASE_INSENSITIVE;

  private final Set<String> names = new HashSet<>();

  PostgresTypesInUse(Database database) {
    for (Record row : database.create().fetch(TYPES)) {
      for (int column = 0; column < 2; column++) {
        String name = row.get(column, String.class);
        names.add(name);
        for (int digits = 0; digits <= PostgresTimes.MOST_DIGITS; digits++) {
          names.add(name + "(" + digits + ")");
        }
      }
    }
  }

  /** Whether a forced type, told by its {@code includeTypes}, fits one of them. */
  boolean has(ForcedType forced) {
    Pattern pattern = Pattern.compile(forced.getIncludeTypes(), FLAGS);
    return names.stream().anyMatch(name -> pattern.matcher(name).matches());
  }
}
