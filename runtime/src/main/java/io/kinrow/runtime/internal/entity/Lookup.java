package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.Loading;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.BoundValues;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.FixedSql;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fixed query for the rows whose columns equal given values. Immutable; generated code has one
 * constant for each.
 *
 * @param <E> the entity
 */
public final class Lookup<E> {

  private final EntityMapping<E> mapping;
  private final FixedSql sql;
  private final int[] columns;

  private Lookup(EntityMapping<E> mapping, String sql, boolean ordered, int[] columns) {
    this.mapping = mapping;
    this.columns = columns;
    this.sql =
        new FixedSql(
            mapping.info().dialect(),
            sql,
            context ->
                TableQueries.select(
                    context,
                    mapping.table(),
                    mapping.fieldList(),
                    mapping.fields(columns),
                    ordered ? mapping.fields(mapping.info().key()) : List.of()));
  }

  /** For columns that are unique. */
  public static <E> Lookup<E> one(EntityMapping<E> mapping, String sql, int... columns) {
    return new Lookup<>(mapping, sql, false, columns);
  }

  /** For columns that several rows may share, or for all rows; ordered by primary key. */
  public static <E> Lookup<E> many(EntityMapping<E> mapping, String sql, int... columns) {
    return new Lookup<>(mapping, sql, true, columns);
  }

  /** The statement. */
  public FixedSql sql() {
    return sql;
  }

  /** How many values it takes. */
  public int width() {
    return columns.length;
  }

  /** The name of the column that a value is for. */
  public String column(int value) {
    return mapping.info().columns().get(columns[value]);
  }

  /** Columns and values, for people: {@code nickname = susan}. */
  public String described(@Nullable Object... values) {
    return IntStream.range(0, columns.length)
        .mapToObj(i -> column(i) + " = " + BoundValues.text(values[i]))
        .collect(Collectors.joining(" and "));
  }

  /** Whether a statement, which has one row or none, has one for the values. */
  public boolean exists(FixedSql statement, Scope scope, @Nullable Object... values) {
    return Statements.query(
        scope, statement.on(scope.core()), binds -> bind(binds, values), Row::next);
  }

  /** The one row with the values, or null. */
  @SuppressWarnings("NullAway") // what the reader returns may be null here
  public @Nullable E find(Scope scope, @Nullable Object... values) {
    return Statements.query(
        scope,
        sql.on(scope.core()),
        binds -> bind(binds, values),
        row ->
            row.next() ? mapping.entity(row, Kin.single(scope, Loading.SIBLINGS, mapping)) : null);
  }

  /** The one row with the values. */
  public Optional<E> optional(Scope scope, @Nullable Object... values) {
    return Optional.ofNullable(find(scope, values));
  }

  /** The rows with the values, unmodifiable. */
  public List<E> list(Scope scope, @Nullable Object... values) {
    return Statements.query(
        scope,
        sql.on(scope.core()),
        binds -> bind(binds, values),
        row -> {
          Kin kin = Kin.of(scope, Loading.SIBLINGS, mapping);
          List<E> rows = new ArrayList<>();
          while (row.next()) {
            rows.add(mapping.entity(row, kin));
          }
          return Collections.unmodifiableList(rows);
        });
  }

  private void bind(Binds binds, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      mapping.bind(binds, columns[i], values[i]);
    }
  }
}
