package io.kinrow.microblog.service;

import io.kinrow.blog.Blog;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Keys that rows were given. SQLite assigns the one after the highest next; PostgreSQL counts those
 * only that it assigned itself.
 */
final class GivenKeys {

  private GivenKeys() {}

  /** Has the database assign keys above all that a table has. */
  static void skip(Blog tx, Table<?> table, Field<Long> key) {
    if (tx.dsl().family() == SQLDialect.POSTGRES) {
      tx.dsl()
          .fetch(
              "select setval(pg_get_serial_sequence({0}, {1}), ({2}))",
              DSL.inline(table.getName()),
              DSL.inline(key.getName()),
              DSL.select(DSL.max(key)).from(table));
    }
  }
}
