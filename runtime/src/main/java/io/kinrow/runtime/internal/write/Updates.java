package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows of one table that have not been read. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class Updates<E> {

  private final Scope scope;
  private final TableSql<E> sql;
  private final EntityMapping<E> mapping;

  public Updates(Scope scope, TableSql<E> sql) {
    this.scope = scope;
    this.sql = sql;
    this.mapping = sql.mapping();
  }

  /** Reads the rows with some keys. */
  @FunctionalInterface
  public interface ByKeys<E> {
    List<E> find(Scope scope, List<@Nullable Object[]> keys);
  }

  /** The text of an update, and what binds its values. */
  private record Statement(String text, Binder binder) {}

  /** Updates the row with a key; returns whether the database updated one. */
  public boolean byKey(@Nullable Object[] key, UpdateDraft draft) {
    UpdateDraft stamped = stamped(draft);
    return !stamped.isEmpty() && count(stamped, ofKey(stamped, key, false)) > 0;
  }

  /** Updates the row with a key and reads it as it is stored then, if there is one. */
  public Optional<E> byKeyReturning(@Nullable Object[] key, UpdateDraft set) {
    UpdateDraft draft = stamped(set);
    if (draft.isEmpty()) {
      return sql.byKey().optional(scope, key);
    }
    if (isReadAgain() || !WriteSql.returns(scope.core())) {
      return Transactions.in(
          scope,
          inside ->
              new Updates<>(inside, sql).byKey(key, draft)
                  ? sql.byKey().optional(inside, key)
                  : Optional.empty());
    }
    Kin kin = Kin.single(scope, Loading.SIBLINGS, mapping);
    return Optional.ofNullable(
        returning(draft, ofKey(draft, key, true), Reader.ofOne(row -> mapping.entity(row, kin))));
  }

  /** Updates all rows; returns how many. */
  public int all(UpdateDraft draft) {
    return where(draft, DSL.noCondition());
  }

  /**
   * Refuses a condition.
   *
   * @param returning whether the rows are to be returned
   * @throws IllegalArgumentException if all rows fulfil it, or all or none, whatever they hold
   */
  public void refuseAll(Condition condition, boolean returning) {
    AllRows refusal = returning ? AllRows.UPDATED_RETURNING : AllRows.UPDATED;
    refusal.refuse(scope.core(), mapping, condition);
  }

  /** Updates the rows that fulfil a condition; returns how many. */
  public int where(UpdateDraft draft, Condition condition) {
    UpdateDraft stamped = stamped(draft);
    return stamped.isEmpty() ? 0 : count(stamped, rendered(stamped, condition));
  }

  /**
   * Updates the rows that fulfil a condition and reads them as they are stored then. They are
   * siblings.
   *
   * @param byKeys reads rows again that the statement does not return in full
   * @return unmodifiable, in any order
   * @throws UnsupportedOperationException if the engine does not return updated rows
   */
  public List<E> whereReturning(UpdateDraft set, Condition condition, ByKeys<E> byKeys) {
    Core core = scope.core();
    if (!WriteSql.returns(core)) {
      throw new UnsupportedOperationException(
          "updateReturning of "
              + mapping
              + " by a condition: this database does not return the rows of an update; in a"
              + " transaction, call list() and update each row by its key");
    }
    UpdateDraft draft = stamped(set);
    if (draft.isEmpty()) {
      return List.of();
    }
    if (isReadAgain()) {
      return Transactions.in(
          scope, inside -> byKeys.find(inside, new Updates<>(inside, sql).keys(draft, condition)));
    }
    Kin kin = Kin.of(scope, Loading.SIBLINGS, mapping);
    return Collections.unmodifiableList(
        returning(
            draft,
            withReturning(rendered(draft, condition), mapping.fieldList()),
            row -> {
              List<E> rows = new ArrayList<>();
              while (row.next()) {
                rows.add(mapping.entity(row, kin));
              }
              return rows;
            }));
  }

  /** Before there is a transaction, so that the user may be read from the same database. */
  private UpdateDraft stamped(UpdateDraft draft) {
    return new Stamp(scope.core(), mapping).update(draft);
  }

  private List<@Nullable Object[]> keys(UpdateDraft draft, Condition condition) {
    List<Field<?>> fields = mapping.fields(mapping.info().key());
    return returning(
        draft,
        withReturning(rendered(draft, condition), fields),
        row -> {
          List<@Nullable Object[]> keys = new ArrayList<>();
          while (row.next()) {
            keys.add(key(row, fields));
          }
          return keys;
        });
  }

  private static @Nullable Object[] key(Row row, List<Field<?>> fields) throws SQLException {
    @Nullable Object[] key = new @Nullable Object[fields.size()];
    for (int i = 0; i < key.length; i++) {
      key[i] = row.valueOrNull(i + 1, fields.get(i));
    }
    return key;
  }

  /** Whether what an UPDATE returns may differ from what is stored after it. */
  private boolean isReadAgain() {
    return mapping.triggers() || mapping.computed();
  }

  private Statement ofKey(UpdateDraft draft, @Nullable Object[] key, boolean returning) {
    Core core = scope.core();
    if (draft.isPlain()) {
      return new Statement(
          WriteSql.update(core, mapping, draft.columns(), returning),
          binds -> {
            draft.bind(binds);
            mapping.bindKey(binds, key);
          });
    }
    Condition condition = DSL.noCondition();
    for (int i = 0; i < key.length; i++) {
      int column = mapping.info().key()[i];
      condition =
          condition.and(DSL.condition("{0} = {1}", mapping.field(column), place(column, key[i])));
    }
    Statement update = rendered(draft, condition);
    return returning ? withReturning(update, mapping.fieldList()) : update;
  }

  private Statement rendered(UpdateDraft draft, Condition condition) {
    Core core = scope.core();
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    for (int column : draft.columns().positions()) {
      Field<?> expression = draft.expression(column);
      values.put(
          mapping.field(column),
          expression != null ? expression : place(column, draft.value(column)));
    }
    Dynamic update =
        Dynamic.of(
            core, WriteSql.update(core.renderer(), mapping.table(), values).where(condition));
    return new Statement(update.sql(), update.binder());
  }

  private Statement withReturning(Statement update, List<Field<?>> fields) {
    return new Statement(
        update.text + WriteSql.returning(scope.core().renderer(), fields), update.binder);
  }

  /** The value of a column in a statement that jOOQ renders, checked and bound as in all others. */
  private Field<?> place(int column, @Nullable Object value) {
    try {
      List<@Nullable Object> stored =
          Binds.collected(scope.core().values(), binds -> mapping.bind(binds, column, value));
      return Dynamic.place(mapping.field(column), value, stored.get(0));
    } catch (SQLException e) {
      throw Statements.failed(mapping.place(new int[] {column}), e);
    }
  }

  private int count(UpdateDraft draft, Statement update) {
    try {
      return Statements.update(scope, update.text, update.binder);
    } catch (SQLException e) {
      throw violation(draft, update, e);
    }
  }

  private <R> R returning(UpdateDraft draft, Statement update, Reader<R> reader) {
    try {
      return Statements.returning(scope, update.text, update.binder, reader);
    } catch (SQLException e) {
      throw violation(draft, update, e);
    }
  }

  private RuntimeException violation(UpdateDraft draft, Statement update, SQLException failure) {
    return new Violation(scope, mapping).ofRow(failure, update.text, draft.columns(), draft::value);
  }
}
