package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a row and then reads it by its key: where triggers may change it after the statement, and
 * on engines without RETURNING, whose drivers give the generated key. Runs inside a transaction.
 */
final class InsertedRow<E> {

  private final Scope scope;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;

  InsertedRow(Scope scope, TableSql<E> sql) {
    this.scope = scope;
    this.sql = sql;
    this.mapping = sql.mapping();
  }

  E insert(Draft draft, Changes columns) {
    return find(keyOfInserted(draft, columns));
  }

  /** Inserts a row that is to be read later; returns its key. */
  @Nullable Object[] keyOfInserted(Draft draft, Changes columns) {
    boolean returning = WriteSql.returns(scope.core());
    return run(
        WriteSql.insert(scope.core(), mapping, columns, returning), draft, columns, returning);
  }

  E upsert(Draft draft, Changes columns, Conflict conflict) {
    boolean returning = WriteSql.returns(scope.core());
    return find(
        run(
            WriteSql.insert(scope.core(), mapping, columns, conflict, returning),
            draft,
            columns,
            returning));
  }

  private @Nullable Object[] run(String text, Draft draft, Changes columns, boolean returning) {
    Binder binder = binds -> draft.bind(binds, mapping);
    try {
      return returning
          ? stored(Statements.returning(scope, text, binder, Reader.ofOne(this::keyFrom)), mapping)
          : key(draft, columns, generatedKey(text, binder));
    } catch (SQLException e) {
      throw new Violation(scope, mapping).ofRow(e, text, columns, draft::value);
    }
  }

  /** Null if the row was left out; for engines that return rows. */
  @Nullable E insertOrIgnore(Draft draft, Changes columns, Conflict conflict) {
    String text = WriteSql.insert(scope.core(), mapping, columns, conflict, true);
    @Nullable Object @Nullable [] key;
    try {
      key =
          Statements.returning(
              scope, text, binds -> draft.bind(binds, mapping), Reader.ofOne(this::keyFrom));
    } catch (SQLException e) {
      throw new Violation(scope, mapping).ofRow(e, text, columns, draft::value);
    }
    return key == null ? null : find(key);
  }

  private E find(@Nullable Object[] key) {
    E stored = sql.byKey().find(scope, key);
    if (stored == null) {
      throw new NoDataFoundException(missing(mapping));
    }
    return stored;
  }

  static String missing(EntityMapping<?> mapping) {
    return "the row inserted into " + mapping + " is not there: a trigger may have removed it";
  }

  /**
   * What an INSERT returned of its row.
   *
   * @throws NoDataFoundException if that is nothing
   */
  static <T> T stored(@Nullable T returned, EntityMapping<?> mapping) {
    if (returned == null) {
      throw new NoDataFoundException(skipped(mapping));
    }
    return returned;
  }

  static String skipped(EntityMapping<?> mapping) {
    return "the database stored no row of "
        + mapping
        + ": an ON CONFLICT IGNORE clause, a trigger or a rule skipped it";
  }

  private @Nullable Object[] keyFrom(Row row) throws SQLException {
    int[] columns = mapping.info().key();
    @Nullable Object[] key = new @Nullable Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      key[i] = row.valueOrNull(columns[i] + 1, mapping.field(columns[i]));
    }
    return key;
  }

  @SuppressWarnings("NullAway") // what the reader returns may be null here
  private @Nullable Object generatedKey(String text, Binder binder) throws SQLException {
    return Statements.keys(scope, text, binder, keys -> keys.next() ? keys.rawOrNull(1) : null);
  }

  private @Nullable Object[] key(Draft draft, Changes columns, @Nullable Object generated) {
    int[] key = mapping.info().key();
    @Nullable Object[] values = new @Nullable Object[key.length];
    for (int i = 0; i < key.length; i++) {
      values[i] =
          columns.contains(key[i])
              ? draft.value(key[i])
              : mapping.field(key[i]).getDataType().convert(generated);
      if (values[i] == null) {
        throw new DataAccessException(
            "the driver returned no key for the row inserted into " + mapping);
      }
    }
    return values;
  }
}
