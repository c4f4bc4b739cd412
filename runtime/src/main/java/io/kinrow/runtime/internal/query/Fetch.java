package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.sql.SQLException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/** Runs a {@link Select} and reads its rows. */
public final class Fetch {

  /** A limit may be far above the number of rows that come. */
  private static final int MOST_EXPECTED = 100;

  private Fetch() {}

  /**
   * Some rows of a query, in its own order.
   *
   * @param previous the place before the first row, or null at the beginning of the query
   * @param next the place after the last row, or null at the end of the query
   */
  public record SlicedRows<E>(List<E> rows, @Nullable Place previous, @Nullable Place next) {}

  /** All rows, with what is to be prefetched. */
  public static <E> List<E> list(Scope scope, Select<E> select) {
    if (select.mapping() instanceof ResultMapping<E> result) {
      return list(scope, select, result);
    }
    int limit = select.limit();
    Kin kin =
        limit > 0
            ? Kin.of(scope, select.loading(), select.mapping(), Math.min(limit, MOST_EXPECTED))
            : Kin.of(scope, select.loading(), select.mapping());
    return list(scope, select, kin);
  }

  /** The rows of a query that asks for one. */
  public static <E> List<E> atMostOne(Scope scope, Select<E> select) {
    if (select.mapping() instanceof ResultMapping<E> result) {
      return list(scope, select, result);
    }
    return list(scope, select, Kin.ofOne(scope, select.loading(), select.mapping()));
  }

  private static <E> List<E> list(Scope scope, Select<E> select, Kin kin) {
    List<E> rows =
        run(
            scope,
            ShapeReader.of(scope.core(), "rows ", select),
            () -> select.rows(scope.core(), List.of()),
            row -> read(select.mapping(), row, kin));
    select.paths().forEach(path -> path.prefetch(kin));
    return Collections.unmodifiableList(rows);
  }

  /** The rows of a statement, with those of their lists. */
  private static <E> List<E> list(Scope scope, Select<E> select, ResultMapping<E> result) {
    WindowedRows.Window<E> window =
        run(
            scope,
            null,
            () -> select.rows(scope.core(), List.of()),
            row -> {
              WindowedRows.Window<E> read = result.window(scope);
              while (row.next()) {
                read.take(row);
              }
              return read;
            });
    return Collections.unmodifiableList(window.end());
  }

  private static <E> List<E> read(EntityMapping<E> mapping, Row row, Kin kin) throws SQLException {
    List<E> rows = new ArrayList<>();
    while (row.next()) {
      rows.add(mapping.entity(row, kin));
    }
    return rows;
  }

  /**
   * At most so many rows of a query whose order is total: the first ones beyond its place, or those
   * nearest to the place, or to the end, when it is read backwards.
   */
  public static <E> SlicedRows<E> slice(
      Scope scope, Select<E> select, int size, boolean backwards) {
    Select<E> walk = backwards ? select.reversed() : select;
    Select<E> more = walk.withLimit(size + 1);
    Kin kin = Kin.of(scope, select.loading(), select.mapping(), Math.min(size, MOST_EXPECTED));
    WindowedRows.Window<E> window =
        select.mapping() instanceof ResultMapping<E> result
            ? result.window(scope)
            : new Entities<>(select, kin, Math.min(size, MOST_EXPECTED));
    Ends ends = new Ends(scope.core(), walk);
    boolean another =
        run(
            scope,
            ShapeReader.of(scope.core(), "slice ", more),
            () -> more.rows(scope.core(), ends.columns()),
            row -> {
              int read = 0;
              while (row.next()) {
                if (read == size) {
                  ends.refuseTwins(select, row);
                  return true;
                }
                window.take(row);
                read++;
                if (read == 1 && select.place() != null) {
                  ends.near = ends.read(row);
                }
                if (read == size) {
                  ends.far = ends.read(row);
                }
              }
              return false;
            });
    List<E> rows = new ArrayList<>(window.end());
    long order = SliceOrder.fingerprint(scope.core(), select);
    Place onward = another ? new Place(order, !backwards, ends.far) : null;
    Place back = select.place();
    if (back != null && !rows.isEmpty()) {
      back = new Place(order, backwards, ends.near);
    }
    if (backwards) {
      Collections.reverse(rows);
    }
    return backwards ? new SlicedRows<>(rows, onward, back) : new SlicedRows<>(rows, back, onward);
  }

  /** Reads entities, and what is to be prefetched. */
  static final class Entities<E> implements WindowedRows.Window<E> {

    private final Select<E> select;
    private final Kin kin;
    private final List<E> rows;

    Entities(Select<E> select, Kin kin, int expected) {
      this.select = select;
      this.kin = kin;
      this.rows = new ArrayList<>(expected);
    }

    @Override
    public void take(Row row) throws SQLException {
      rows.add(select.mapping().entity(row, kin));
    }

    @Override
    public List<E> end() {
      select.paths().forEach(path -> path.prefetch(kin));
      return rows;
    }
  }

  /** The sort values of the rows at both ends of a slice. */
  private static final class Ends {

    private final Dialect dialect;
    private final List<SortField<?>> sorts;
    private final int position;
    private List<@Nullable String> near = List.of();
    private List<@Nullable String> far = List.of();

    Ends(Core core, Select<?> select) {
      this.dialect = core.dialect();
      this.sorts = select.sortFields();
      this.position = select.mapping().info().columns().size() + 1;
    }

    /** What to select behind the table's columns. */
    List<Field<?>> columns() {
      List<Field<?>> columns = new ArrayList<>();
      for (SortField<?> sort : sorts) {
        columns.add(SortValue.column(sort.$field(), columns.size() + 1, dialect));
      }
      return columns;
    }

    /**
     * Makes sure that a slice of a statement's rows does not end between two rows with the same
     * place: the second one would be lost. Texts that differ in case, accents or blanks count as
     * equal, because they are to some collations.
     */
    void refuseTwins(Select<?> select, Row next) throws SQLException {
      if (!(select.mapping() instanceof ResultMapping)) {
        return;
      }
      Collator collator = Collator.getInstance(Locale.ROOT);
      collator.setStrength(Collator.PRIMARY);
      List<@Nullable String> values = read(next);
      for (int i = 0; i < values.size(); i++) {
        if (!areAlike(collator, far.get(i), values.get(i))) {
          return;
        }
      }
      throw new IllegalStateException(
          "cannot slice "
              + select.mapping()
              + ": two of its rows have the same place in the order, so one of them would be lost"
              + " between two slices; order by columns that tell them apart, or use page(…), list()"
              + " or stream()");
    }

    private static boolean areAlike(
        Collator collator, @Nullable String one, @Nullable String other) {
      if (one == null || other == null) {
        return one == null && other == null;
      }
      boolean texts = one.charAt(0) == 's' && other.charAt(0) == 's';
      return one.equals(other) || (texts && collator.compare(one.strip(), other.strip()) == 0);
    }

    List<@Nullable String> read(Row row) throws SQLException {
      List<@Nullable String> values = new ArrayList<>();
      for (int i = 0; i < sorts.size(); i++) {
        values.add(row.sortValueOrNull(position + i));
      }
      return values;
    }
  }

  /** The rows one by one, in windows; to be closed unless it is read to its end. */
  public static <E> Stream<E> stream(Scope scope, Select<E> select) {
    return WindowedRows.open(scope, new RowStream<>(select));
  }

  /** How many rows there are, of which limit and offset may cut some off. */
  public static long count(Scope scope, Select<?> select) {
    Select<?> counted =
        select.place() == null
            ? Select.of(select.mapping(), select.condition())
            : select.uncut(); // the place depends on the order
    long all =
        run(
            scope,
            ShapeReader.of(scope.core(), "count ", counted),
            () -> counted.count(scope.core()),
            Reader.COUNT);
    long rows = Math.max(0, all - select.offset());
    return select.limit() < 0 ? rows : Math.min(select.limit(), rows);
  }

  /** Whether there is a row; none is without a statement if the limit is 0. */
  public static boolean exists(Scope scope, Select<?> select) {
    return select.limit() != 0
        && run(
            scope,
            ShapeReader.of(scope.core(), "exists ", select.withLimit(-1)),
            () -> select.exists(scope.core()),
            Row::next);
  }

  private static <R> R run(
      Scope scope, Dynamic.@Nullable Shape shape, Supplier<Query> query, Reader<R> reader) {
    Dynamic dynamic = Dynamic.of(scope.core(), shape, query);
    return Statements.query(scope, dynamic.sql(), dynamic.binder(), reader);
  }
}
