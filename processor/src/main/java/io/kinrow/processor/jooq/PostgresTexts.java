package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.UntypedArrayBinding;
import io.kinrow.runtime.internal.dialect.UntypedBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.DefaultDataType;
import org.jooq.meta.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/**
 * Columns of types that jOOQ does not know: those that PostgreSQL's extensions bring along, such as
 * {@code citext}, {@code hstore} and {@code ltree}, those of its own that jOOQ has no name for,
 * such as {@code tsvector}, {@code inet} and {@code money}, and all ranges. They are texts, as
 * PostgreSQL writes and reads them.
 */
final class PostgresTexts {

  /**
   * Types without arrays, with the names of their arrays: whether jOOQ is not asked about them, and
   * whether it is not asked about their arrays.
   */
  private static final String TYPES =
      """
      select distinct t.typname,
        coalesce((select a.typname from pg_type a where a.oid = t.typarray), ''),
        t.typtype in ('r', 'm', 'c') or
      """
          + AwkwardDomains.CONDITION
          + """
             or exists (
              select from pg_depend d
              where d.objid = t.oid and d.deptype = 'e' and d.classid = 'pg_type'::regclass),
            t.typtype = 'd' or t.typname = 'oid'
          from pg_type t
          where t.typtype in ('b', 'r', 'm', 'd') and t.typcategory <> 'A' or t.typtype = 'c' and exists (
            select from pg_class c where c.oid = t.typrelid and c.relkind = 'c') or
          """
          + AwkwardDomains.CONDITION
          + " order by 1";

  /** jOOQ takes such a domain for an array of itself. */
  private static final String COLUMNS =
      """
      select n.nspname || '.' || c.relname || '.' || a.attname
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
      where a.attnum > 0 and t.typtype = 'd' and t.typcategory = 'A'
      order by 1
      """;

  /**
   * Those of which jOOQ has an idea that does not work, or loses something: it writes a {@code bit}
   * as a {@code varchar}, which PostgreSQL refuses, reads a {@code tid} as a number, and an {@code
   * interval} without {@code infinity} and without the difference between a day and 24 hours.
   */
  private static final Set<String> MISTAKEN =
      Set.of("bit", "varbit", "interval", "tid", "regproc", "aclitem", "refcursor");

  /** The only arrays whose elements are separated by semicolons. */
  private static final String SEMICOLONS = "_box";

  private PostgresTexts() {}

  static List<ForcedType> in(Database database) {
    List<ForcedType> texts = new ArrayList<>();
    for (Record row : database.create().fetch(TYPES)) {
      String type = row.get(0, String.class);
      String array = row.get(1, String.class);
      boolean isDomain = row.get(3, boolean.class);
      boolean isText = row.get(2, boolean.class) || (!isDomain && !isKnown(type));
      if (isText) {
        texts.add(text(type));
      }
      if (array.equals(SEMICOLONS)) {
        texts.add(text(array));
      } else if ((isText || isDomain) && !array.isEmpty()) {
        texts.add(
            forced(array)
                .withName("_varchar")
                .withUserType(String[].class.getCanonicalName())
                .withBinding(UntypedArrayBinding.class.getName()));
      }
    }
    for (Record row : database.create().fetch(COLUMNS)) {
      texts.add(
          text("")
              .withIncludeTypes(".*")
              .withIncludeExpression(row.get(0, String.class).replaceAll("(?=[^\\w])", "\\\\")));
    }
    return texts;
  }

  private static boolean isKnown(String type) {
    if (MISTAKEN.contains(type)) {
      return false;
    }
    try {
      DefaultDataType.getDataType(SQLDialect.POSTGRES, type);
      return true;
    } catch (SQLDialectNotSupportedException e) {
      return false;
    }
  }

  private static ForcedType text(String type) {
    return forced(type)
        // a text to jOOQ too, which would cast others for LIKE
        .withName("VARCHAR")
        .withUserType(String.class.getName())
        .withBinding(UntypedBinding.class.getName());
  }

  private static ForcedType forced(String type) {
    return new ForcedType()
        .withIncludeTypes("(.*\\.)?\"?" + Pattern.quote(type) + "\"?")
        .withObjectType(ForcedTypeObjectType.COLUMN);
  }
}
