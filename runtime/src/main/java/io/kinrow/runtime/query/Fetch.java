package io.kinrow.runtime.query;

import io.kinrow.runtime.Cursor;
import io.kinrow.runtime.Slice;
import io.kinrow.runtime.entity.EntityMapping;
import io.kinrow.runtime.entity.Kin;
import io.kinrow.runtime.sql.Dynamic;
import io.kinrow.runtime.sql.Row;
import io.kinrow.runtime.sql.Scope;
import io.kinrow.runtime.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** Runs a {@link Select} and reads its rows. */
public final class Fetch {

  /** A limit may be far above the number of rows that come. */
  private static final int MOST_EXPECTED = 100;

  private Fetch() {}

  /** All rows, with what is to be prefetched. */
  public static <E> List<E> list(Scope scope, Select<E> select) {
    int limit = select.limit();
    Kin kin =
        limit > 0
            ? Kin.of(scope, select.loading(), select.mapping(), Math.min(limit, MOST_EXPECTED))
            : Kin.of(scope, select.loading(), select.mapping());
    return list(scope, select, kin);
  }

  /** The rows of a query that asks for one. */
  public static <E> List<E> atMostOne(Scope scope, Select<E> select) {
    return list(scope, select, Kin.ofOne(scope, select.loading(), select.mapping()));
  }

  private static <E> List<E> list(Scope scope, Select<E> select, Kin kin) {
    List<E> rows =
        run(
            scope,
            Shape.of(scope.core(), "rows ", select),
            () -> select.rows(scope.core(), List.of()),
            row -> read(select.mapping(), row, kin));
    select.paths().forEach(path -> path.prefetch(kin));
    return Collections.unmodifiableList(rows);
  }

  private static <E> List<E> read(EntityMapping<E> mapping, Row row, Kin kin) throws SQLException {
    List<E> rows = new ArrayList<>();
    while (row.next()) {
      rows.add(mapping.entity(row, kin));
    }
    return rows;
  }

  /** At most so many rows from the query's cursor on, and the cursor behind them. */
  public static <E> Slice<E> slice(Scope scope, Select<E> select, int size) {
    Select<E> more = select.withLimit(size + 1);
    Kin kin = Kin.of(scope, select.loading(), select.mapping(), Math.min(size, MOST_EXPECTED));
    int sorts = select.order().size();
    List<@Nullable String> last = new ArrayList<>();
    List<E> rows = new ArrayList<>();
    boolean another =
        run(
            scope,
            Shape.of(scope.core(), "slice ", more),
            () -> more.rows(scope.core(), sortColumns(select)),
            row -> {
              int first = select.mapping().shape().columns().size() + 1;
              while (row.next()) {
                if (rows.size() == size) {
                  return true;
                }
                rows.add(select.mapping().entity(row, kin));
                for (int i = 0; rows.size() == size && i < sorts; i++) {
                  last.add(SortValue.encode(row, first + i, scope.core().engine()));
                }
              }
              return false;
            });
    select.paths().forEach(path -> path.prefetch(kin));
    Optional<Cursor> next = another ? Optional.of(Cursor.at(last)) : Optional.empty();
    return new Slice<>(rows, next);
  }

  /** The rows one by one, in windows; to be closed unless it is read to its end. */
  public static <E> Stream<E> stream(Scope scope, Select<E> select) {
    return RowStream.open(scope, select);
  }

  /** How many rows there are. */
  public static long count(Scope scope, Select<?> select) {
    return run(
        scope,
        Shape.of(scope.core(), "count ", Select.of(select.mapping(), select.condition())),
        () -> select.count(scope.core()),
        row -> {
          row.next();
          return row.longAt(1);
        });
  }

  /** Whether there is a row. */
  public static boolean exists(Scope scope, Select<?> select) {
    return run(
        scope,
        Shape.of(scope.core(), "exists ", select.withLimit(-1).withOffset(0)),
        () -> select.exists(scope.core()),
        Row::next);
  }

  private static List<Field<?>> sortColumns(Select<?> select) {
    return select.sortFields().stream().<Field<?>>map(sort -> sort.$field().as("s")).toList();
  }

  private static <R> R run(
      Scope scope,
      Dynamic.@Nullable Shape shape,
      Supplier<Query> query,
      Statements.Reader<R> reader) {
    Dynamic dynamic = Dynamic.of(scope.core(), shape, query);
    return Statements.query(scope, dynamic.sql(), dynamic.binder(), reader);
  }
}
