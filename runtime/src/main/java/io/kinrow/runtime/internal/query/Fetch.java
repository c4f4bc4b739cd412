package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.RecordMapping;
import io.kinrow.runtime.internal.entity.ResultMapping;
import io.kinrow.runtime.internal.entity.RowSource;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.Dynamic;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import io.kinrow.runtime.internal.sql.Terms;
import io.kinrow.runtime.internal.sql.WindowedRows;
import io.kinrow.runtime.internal.sql.WindowedRows.Window;
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
    int limit = select.limit();
    return rows(
        scope,
        select,
        select.mapping(),
        () ->
            window(
                scope,
                select,
                () ->
                    limit > 0
                        ? Kin.of(
                            scope,
                            select.loading(),
                            select.mapping(),
                            Math.min(limit, MOST_EXPECTED))
                        : Kin.of(scope, select.loading(), select.mapping())));
  }

  /** Begins to read rows of a table, which are entities, or of a statement. */
  private static <E> Window<E> window(Scope scope, Select<E> select, Supplier<Kin> kin) {
    return select.mapping() instanceof ResultMapping<E> result
        ? result.window(scope)
        : new EntityWindow<>(select, kin.get());
  }

  /** The rows of a query that asks for one. */
  public static <E> List<E> atMostOne(Scope scope, Select<E> select) {
    return rows(
        scope,
        select,
        select.mapping(),
        () -> window(scope, select, () -> Kin.ofOne(scope, select.loading(), select.mapping())));
  }

  /** All rows as records. */
  public static <E, R> List<R> list(Scope scope, Select<E> select, RecordMapping<E, R> records) {
    return rows(scope, select, records, () -> records.window(scope));
  }

  private static <R> List<R> rows(
      Scope scope, Select<?> select, RowSource source, Supplier<Window<R>> windows) {
    Window<R> read =
        run(
            scope,
            ShapeReader.of(scope.core(), "rows ", select, source),
            () -> select.rows(scope.core(), source, List.of()),
            row -> {
              Window<R> window = windows.get();
              while (row.next()) {
                window.take(row);
              }
              return window;
            },
            select.terms());
    return Collections.unmodifiableList(read.end());
  }

  /**
   * At most so many rows of a query whose order is total: the first ones beyond its place, or those
   * nearest to the place, or to the end, when it is read backwards. One row more tells whether
   * others follow; where rows are locked, that is another statement's business, as that row is not
   * returned.
   */
  public static <E> SlicedRows<E> slice(
      Scope scope, Select<E> select, int size, boolean backwards) {
    int expected = Math.min(size, MOST_EXPECTED);
    return slice(
        scope,
        select,
        size,
        backwards,
        select.mapping(),
        () ->
            window(
                scope, select, () -> Kin.of(scope, select.loading(), select.mapping(), expected)));
  }

  /** The same rows as records. */
  public static <E, R> SlicedRows<R> slice(
      Scope scope, Select<E> select, int size, boolean backwards, RecordMapping<E, R> records) {
    return slice(scope, select, size, backwards, records, () -> records.window(scope));
  }

  private static <E, R> SlicedRows<R> slice(
      Scope scope,
      Select<E> select,
      int size,
      boolean backwards,
      RowSource source,
      Supplier<Window<R>> windows) {
    Select<E> walk = backwards ? select.reversed() : select;
    boolean locks = select.terms().lock() != null;
    Select<E> more = walk.withLimit(locks ? size : size + 1);
    Ends ends = new Ends(scope.core(), walk, source);
    Walked<R> walked =
        run(
            scope,
            ShapeReader.of(scope.core(), "slice ", more, source),
            () -> more.rows(scope.core(), source, ends.columns()),
            row -> {
              Window<R> window = windows.get();
              for (int rows = 1; row.next(); rows++) {
                if (rows > size) {
                  ends.refuseTwins(select, row);
                  return new Walked<>(window, true);
                }
                window.take(row);
                if (rows == 1 && select.place() != null) {
                  ends.near = ends.read(row);
                }
                if (rows == size) {
                  ends.far = ends.read(row);
                }
              }
              return new Walked<>(window, false);
            },
            select.terms());
    List<R> rows = new ArrayList<>(walked.window().end());
    long order = SliceOrder.fingerprint(scope.core(), select);
    Place onward =
        walked.another() || (locks && rows.size() == size)
            ? new Place(order, !backwards, ends.far)
            : null;
    if (locks && onward != null && !exists(scope, select.withPlace(onward, backwards).unlocked())) {
      onward = null;
    }
    Place back = select.place();
    if (back != null && !rows.isEmpty()) {
      back = new Place(order, backwards, ends.near);
    }
    if (backwards) {
      Collections.reverse(rows);
    }
    return backwards ? new SlicedRows<>(rows, onward, back) : new SlicedRows<>(rows, back, onward);
  }

  /**
   * Rows that were walked over.
   *
   * @param another whether there is one more behind them
   */
  private record Walked<R>(Window<R> window, boolean another) {}

  /** The sort values of the rows at both ends of a slice. */
  private static final class Ends {

    private final Dialect dialect;
    private final List<SortField<?>> sorts;
    private final int position;
    private List<@Nullable String> near = List.of();
    private List<@Nullable String> far = List.of();

    Ends(Core core, Select<?> select, RowSource source) {
      this.dialect = core.dialect();
      this.sorts = select.sortFields();
      this.position = source.width() + 1;
    }

    /** What to select behind the columns of the source. */
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
    return WindowedRows.open(
        scope,
        new RowStream<>(
            select,
            select.mapping(),
            bound ->
                window(
                    bound,
                    select,
                    () -> Kin.of(bound, select.loading(), select.mapping(), WindowedRows.WINDOW))));
  }

  /** The same rows as records. */
  public static <E, R> Stream<R> stream(
      Scope scope, Select<E> select, RecordMapping<E, R> records) {
    return WindowedRows.open(scope, new RowStream<>(select, records, records::window));
  }

  /** How many rows there are, of which limit and offset may cut some off. */
  public static long count(Scope scope, Select<?> select) {
    Select<?> counted =
        select.place() == null
            ? Select.of(select.mapping(), select.condition()).withTerms(select.terms())
            : select.uncut(); // the place depends on the order
    long all =
        run(
            scope,
            ShapeReader.of(scope.core(), "count ", counted, counted.mapping()),
            () -> counted.count(scope.core()),
            Reader.COUNT,
            select.terms());
    long rows = Math.max(0, all - select.offset());
    return select.limit() < 0 ? rows : Math.min(select.limit(), rows);
  }

  /** Whether there is a row; none is without a statement if the limit is 0. */
  public static boolean exists(Scope scope, Select<?> select) {
    if (select.terms().distinct() && select.offset() > 0) {
      return count(scope, select) > 0; // the offset skips distinct rows
    }
    return select.limit() != 0
        && run(
            scope,
            ShapeReader.of(scope.core(), "exists ", select.withLimit(-1), select.mapping()),
            () -> select.exists(scope.core()),
            Row::next,
            select.terms());
  }

  private static <R> R run(
      Scope scope,
      Dynamic.@Nullable Shape shape,
      Supplier<Query> query,
      Reader<R> reader,
      Terms terms) {
    Dynamic dynamic = Dynamic.of(scope.core(), shape, query);
    return Statements.query(scope, dynamic.sql(), dynamic.binder(), reader, terms);
  }
}
