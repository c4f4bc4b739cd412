package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.runtime.internal.TableDescription.Action;
import org.jooq.SQLDialect;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/** What jOOQ's definitions do not tell of a database, asked of the database itself. */
interface UnknownFacts {

  boolean hasTriggers(TableDefinition table);

  /** Whether rows are kept elsewhere: in partitions, or in another database. */
  default boolean isPartitioned(TableDefinition table) {
    return false;
  }

  boolean isGenerated(ColumnDefinition column);

  StorageFacts storage(ColumnDefinition column);

  Action onDelete(ForeignKeyDefinition key);

  Action onUpdate(ForeignKeyDefinition key);

  /** SQL name of a key's constraint or index, empty if it has none. */
  String name(UniqueKeyDefinition key);

  String name(ForeignKeyDefinition key);

  /** Whether the index holds all rows, by their columns alone. */
  boolean isPlain(IndexDefinition index);

  /** For this database. */
  static UnknownFacts of(Database database) {
    if (database instanceof SqliteDatabase sqlite) {
      return new SqliteFacts(sqlite.catalogue());
    }
    return database.getDialect().family() == SQLDialect.POSTGRES
        ? new PostgresFacts(database)
        : new JdbcFacts(database);
  }
}
