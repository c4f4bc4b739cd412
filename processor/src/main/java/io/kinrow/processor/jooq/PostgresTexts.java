package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.UntypedBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.meta.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/**
 * Columns of types that jOOQ does not know: those that PostgreSQL's extensions bring along, such as
 * {@code citext}, {@code hstore} and {@code ltree}, and some of its own, such as {@code tsvector}
 * and {@code inet}. They are texts, as PostgreSQL writes and reads them.
 */
final class PostgresTexts {

  private static final String OWN =
      Stream.of(
              "tsvector tsquery inet cidr macaddr macaddr8 point line lseg box path polygon circle"
                  + " pg_lsn jsonpath")
          .flatMap(names -> Stream.of(names.split(" ")))
          .collect(Collectors.joining("', '", "'", "'"));

  private PostgresTexts() {}

  static List<ForcedType> in(Database database) {
    List<ForcedType> texts = new ArrayList<>();
    for (Record row :
        database
            .create()
            .fetch(
                "select distinct t.typname from pg_type t where t.typtype = 'b' and t.typelem = 0"
                    + " and exists (select from pg_depend d where d.objid = t.oid"
                    + " and d.deptype = 'e' and d.classid = 'pg_type'::regclass)"
                    + " or t.typnamespace = 'pg_catalog'::regnamespace"
                    + " and (t.typtype in ('r', 'm') or t.typname in ("
                    + OWN
                    + ")) order by 1")) {
      texts.add(
          new ForcedType()
              // a text to jOOQ too, which would cast others for LIKE
              .withName("VARCHAR")
              .withUserType(String.class.getName())
              .withBinding(UntypedBinding.class.getName())
              .withIncludeTypes("(.*\\.)?\"?" + Pattern.quote(row.get(0, String.class)) + "\"?")
              .withObjectType(ForcedTypeObjectType.COLUMN));
    }
    return texts;
  }
}
