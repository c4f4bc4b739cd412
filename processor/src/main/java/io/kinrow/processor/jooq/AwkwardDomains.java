package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.TableId;
import java.util.HashSet;
import java.util.Set;
import org.jooq.Record;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.DomainDefinition;

/**
 * Domains over arrays and enums: with the former, jOOQ's class of domains does not compile, and
 * with the latter it cannot be initialized. Columns of such types are {@linkplain PostgresTexts
 * texts}.
 */
final class AwkwardDomains {

  /** An array is of no other type in the end, while a domain may be over another domain. */
  static final String CONDITION =
      """
      t.typtype = 'd' and (t.typcategory in ('A', 'E'))
      """;

  private final Set<TableId> domains = new HashSet<>();

  AwkwardDomains(Database database) {
    for (Record row :
        database
            .create()
            .fetch(
                "select n.nspname, t.typname from pg_type t"
                    + " join pg_namespace n on n.oid = t.typnamespace where "
                    + CONDITION)) {
      domains.add(new TableId(row.get(0, String.class), row.get(1, String.class)));
    }
  }

  boolean contains(Definition definition) {
    return definition instanceof DomainDefinition
        && domains.contains(
            new TableId(definition.getSchema().getInputName(), definition.getInputName()));
  }
}
