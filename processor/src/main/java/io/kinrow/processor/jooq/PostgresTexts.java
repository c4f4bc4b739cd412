package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.TableId;
import io.kinrow.runtime.internal.dialect.UntypedArrayBinding;
import io.kinrow.runtime.internal.dialect.UntypedBinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.DefaultDataType;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/**
 * Columns of types that jOOQ does not know: those that PostgreSQL's extensions bring along, such as
 * {@code citext}, {@code hstore} and {@code ltree}, those of its own that jOOQ has no name for,
 * such as {@code tsvector}, {@code inet} and {@code money}, all ranges and composite types, and
 * domains over all of these, over arrays and over enums. They are texts, as PostgreSQL writes and
 * reads them.
 */
final class PostgresTexts {

  /**
   * Types without arrays: schema, name, the name of their array if they have one, and the type that
   * a domain is over in the end, otherwise the type itself: its name, its kind, whether it is an
   * array, and whether an extension brought it.
   */
  private static final String TYPES =
      """
      with recursive bases as (
        select oid as type, oid as base from pg_type
        union all
        select b.type, t.typbasetype from bases b join pg_type t on t.oid = b.base where t.typtype = 'd')
      select n.nspname, t.typname, coalesce(a.typname, ''), t.typtype = 'd',
        base.typname, base.typtype, base.typcategory = 'A',
        exists (
          select from pg_depend d
          where d.objid = base.oid and d.deptype = 'e' and d.classid = 'pg_type'::regclass)
      from bases b
      join pg_type t on t.oid = b.type
      join pg_type base on base.oid = b.base and base.typtype <> 'd'
      join pg_namespace n on n.oid = t.typnamespace
      left join pg_type a on a.oid = t.typarray
      left join pg_class c on c.oid = t.typrelid
      where t.typtype in ('b', 'r', 'm', 'd') and (t.typtype = 'd' or t.typcategory <> 'A') or c.relkind = 'c'
      order by 2, 1
      """;

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
   * as a {@code varchar}, which PostgreSQL refuses, compares a {@code "char"} as one, reads a
   * {@code tid} as a number, and an {@code interval} without {@code infinity} and without the
   * difference between a day and 24 hours.
   */
  private static final Set<String> MISTAKEN =
      Set.of("bit", "varbit", "char", "interval", "tid", "regproc", "aclitem", "refcursor");

  /** The only arrays whose elements are separated by semicolons. */
  private static final String SEMICOLONS = "_box";

  /** A type that jOOQ knows, but not its arrays. */
  private static final String OID = "oid";

  private final List<ForcedType> forcedTypes = new ArrayList<>();
  private final Set<TableId> domains = new HashSet<>();

  PostgresTexts(Database database) {
    Set<String> done = new HashSet<>();
    for (Record row : database.create().fetch(TYPES)) {
      String type = row.get(1, String.class);
      boolean isDomain = row.get(3, boolean.class);
      boolean isText = isText(row, isDomain);
      if (isText && isDomain) {
        domains.add(new TableId(row.get(0, String.class), type));
      }
      if (done.add(type)) {
        add(type, row.get(2, String.class), isText, isDomain);
      }
    }
    for (Record row : database.create().fetch(COLUMNS)) {
      forcedTypes.add(
          text("")
              .withIncludeTypes(".*")
              .withIncludeExpression(row.get(0, String.class).replaceAll("(?=[^\\w])", "\\\\")));
    }
  }

  private static boolean isText(Record row, boolean isDomain) {
    String kind = row.get(5, String.class);
    return "rmc".contains(kind)
        || (isDomain && (kind.equals("e") || row.get(6, boolean.class)))
        || row.get(7, boolean.class)
        || (!kind.equals("e") && !isKnown(row.get(4, String.class)));
  }

  private void add(String type, String array, boolean isText, boolean isDomain) {
    if (isText) {
      forcedTypes.add(text(type));
    }
    if (array.equals(SEMICOLONS)) {
      forcedTypes.add(text(array));
    } else if ((isText || isDomain || type.equals(OID)) && !array.isEmpty()) {
      forcedTypes.add(
          forced(array)
              .withName("_varchar")
              .withUserType(String[].class.getCanonicalName())
              .withBinding(UntypedArrayBinding.class.getName()));
    }
  }

  /** Has jOOQ treat the columns as texts. */
  List<ForcedType> forcedTypes() {
    return forcedTypes;
  }

  /**
   * Whether it is a domain of such a type. With one over an array, jOOQ's class of domains does not
   * compile; with one over an enum, it cannot be initialized; of the others it has no type.
   */
  boolean isDomain(Definition definition) {
    return definition instanceof DomainDefinition
        && domains.contains(
            new TableId(definition.getSchema().getInputName(), definition.getInputName()));
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
