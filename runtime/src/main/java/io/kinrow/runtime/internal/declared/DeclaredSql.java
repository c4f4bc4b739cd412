package io.kinrow.runtime.internal.declared;

import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.EntityMapping.TableInfo;
import io.kinrow.runtime.internal.query.Select;
import io.kinrow.runtime.internal.run.Binder;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.run.RowBinder;
import io.kinrow.runtime.internal.sql.BoundScope;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import io.kinrow.runtime.internal.sql.WindowedRows;
import io.kinrow.runtime.internal.write.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.DataTypeException;
import org.jooq.exception.NoDataFoundException;
import org.jooq.exception.TooManyRowsException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one declared query. Its text begins with its name as a comment, so that
 * listeners and the server's own lists of statements show it. All methods throw {@link
 * DataAccessException} if the statement fails, and {@link DataTypeException} if a value does not
 * have the type that the query declares. Immutable and thread-safe.
 */
public final class DeclaredSql {

  private final String dialect;
  private final String name;
  private final String text;
  private final boolean writes;
  private final UnfitPlace place;
  private final long blocks;

  /**
   * @param dialect jOOQ's name of the dialect that the text was checked on
   * @param name such as {@code BlogQueries.byName}
   * @param text the text, with a question mark for each value
   * @param writes whether it can change the database
   * @param labels of its columns
   */
  public DeclaredSql(
      String dialect, String name, String text, boolean writes, List<String> labels) {
    this(dialect, name, text, writes, labels, 0);
  }

  /**
   * @param blocks those that are there, a bit for each
   */
  DeclaredSql(
      String dialect, String name, String text, boolean writes, List<String> labels, long blocks) {
    this.dialect = dialect;
    this.name = name;
    this.text = "/* " + name + " */ " + text;
    this.writes = writes;
    this.place = new UnfitPlace(name, labels);
    this.blocks = blocks;
  }

  /** Returns whether the text has an optional block, counted from 0. */
  public boolean has(int block) {
    return (blocks >> block & 1) == 1;
  }

  /**
   * Returns the only row.
   *
   * @throws NoDataFoundException if there is none
   * @throws TooManyRowsException if there are several
   */
  public <R extends @Nullable Object> R one(Scope scope, Binder binder, DeclaredRows<R> rows) {
    List<R> found = atMostTwo(scope, binder, rows);
    if (found.isEmpty()) {
      throw new NoDataFoundException(
          name + " found no row, but returns one: return Optional if there may be none");
    }
    return only(found);
  }

  /**
   * Returns the only row, if there is one.
   *
   * @throws TooManyRowsException if there are several
   */
  public <R> Optional<R> optional(
      Scope scope, Binder binder, DeclaredRows<? extends @Nullable R> rows) {
    List<? extends @Nullable R> found = atMostTwo(scope, binder, rows);
    return found.isEmpty() ? Optional.empty() : Optional.ofNullable(only(found));
  }

  private <R extends @Nullable Object> R only(List<R> found) {
    if (found.size() > 1) {
      throw new TooManyRowsException(
          name + " found several rows, but returns one: return a List, or let the SQL find one");
    }
    return found.get(0);
  }

  private <R extends @Nullable Object> List<R> atMostTwo(
      Scope scope, Binder binder, DeclaredRows<R> rows) {
    DeclaredRows.One<R> reader = rows.on(scope);
    return reader instanceof Family<R> family
        ? family.completed(firstTwo(scope, binder, family.parents()))
        : firstTwo(scope, binder, reader);
  }

  /** A statement that writes is read to its end, which is when SQLite completes it. */
  private <R extends @Nullable Object> List<R> firstTwo(
      Scope scope, Binder binder, DeclaredRows.One<R> reader) {
    return run(
        scope,
        binder,
        row -> {
          if (!row.next()) {
            return List.of();
          }
          R first = place.read(reader, row);
          if (!row.next()) {
            return Collections.singletonList(first);
          }
          List<R> two = new ArrayList<>(Collections.singletonList(first));
          two.add(place.read(reader, row));
          boolean more = writes;
          while (more) {
            more = row.next();
          }
          return two;
        });
  }

  /** Returns all rows; the list cannot be changed. */
  public <R extends @Nullable Object> List<R> list(
      Scope scope, Binder binder, DeclaredRows<R> rows) {
    return Collections.unmodifiableList(collected(scope, binder, rows, ArrayList::new, List::add));
  }

  /**
   * Puts all rows into what {@code start} makes, which is made anew if the statement has to be run
   * again.
   */
  <R extends @Nullable Object, A> A collected(
      Scope scope,
      Binder binder,
      DeclaredRows<R> rows,
      Supplier<A> start,
      BiConsumer<? super A, ? super R> each) {
    DeclaredRows.One<R> reader = rows.on(scope);
    if (!(reader instanceof Family<R> family)) {
      return each(scope, binder, reader, start, each);
    }
    A all = start.get();
    family
        .completed(
            this.<Supplier<R>, List<Supplier<R>>>each(
                scope, binder, family.parents(), ArrayList::new, List::add))
        .forEach(row -> each.accept(all, row));
    return all;
  }

  private <R extends @Nullable Object, A> A each(
      Scope scope,
      Binder binder,
      DeclaredRows.One<R> reader,
      Supplier<A> start,
      BiConsumer<? super A, ? super R> each) {
    return run(
        scope,
        binder,
        row -> {
          A all = start.get();
          while (row.next()) {
            each.accept(all, place.read(reader, row));
          }
          return all;
        });
  }

  /** Returns the rows as they are read; to be closed unless it is read to its end. */
  public <R extends @Nullable Object> Stream<R> stream(
      Scope scope, Binder binder, DeclaredRows<R> rows) {
    return WindowedRows.open(
        scope,
        new WindowedRows.Windows<R>() {

          @Override
          public WindowedRows.Statement statement(BoundScope bound) {
            return new WindowedRows.Statement(sql(bound), place.binder(binder));
          }

          @Override
          public WindowedRows.Window<R> next(BoundScope bound) {
            return window(rows, bound);
          }
        });
  }

  private <R extends @Nullable Object> WindowedRows.Window<R> window(
      DeclaredRows<R> rows, Scope scope) {
    DeclaredRows.One<R> reader = rows.on(scope);
    return reader instanceof Family<R> family
        ? new ReadWindow<>(family.parents(), family::completed)
        : new ReadWindow<>(reader, found -> found);
  }

  /** The rows of a window, and what is done with all of them. */
  private final class ReadWindow<T extends @Nullable Object, R extends @Nullable Object>
      implements WindowedRows.Window<R> {

    private final DeclaredRows.One<T> reader;
    private final Function<List<T>, List<R>> completion;
    private final List<T> found = new ArrayList<>(WindowedRows.WINDOW);

    ReadWindow(DeclaredRows.One<T> reader, Function<List<T>, List<R>> completion) {
      this.reader = reader;
      this.completion = completion;
    }

    @Override
    public void take(Row row) throws SQLException {
      found.add(place.read(reader, row));
    }

    @Override
    public List<R> end() {
      return completion.apply(found);
    }
  }

  /**
   * Returns a query for the entities that the statement selects, each once, to be narrowed, ordered
   * and paged. It runs nothing itself.
   *
   * @param key labels of the primary key's columns
   */
  public <E> Select<E> select(
      Scope scope, Binder binder, EntityMapping<E> mapping, List<String> key) {
    try {
      List<@Nullable Object> values = Binds.collected(scope.core().values(), place.binder(binder));
      return Select.of(mapping, RowsOfSql.condition(mapping, key, sql(scope), values));
    } catch (SQLException e) {
      throw Statements.failed(text, e);
    }
  }

  /**
   * Returns a query for the rows of the statement, to be narrowed, ordered and paged. It runs
   * nothing itself.
   *
   * @param alias of the columns
   * @param key positions of the columns that best tell rows apart, from 0; empty if none do
   * @param columns in the order of the statement's
   */
  public <E> Select<E> rows(
      Scope scope,
      Binder binder,
      DeclaredRows<E> rows,
      String alias,
      int[] key,
      Field<?>... columns) {
    List<Field<?>> fields = List.of(columns);
    TableInfo info =
        new TableInfo(
            dialect,
            name,
            name,
            fields.stream().map(Field::getName).toList(),
            key,
            new int[0][],
            0);
    String sql = sql(scope);
    try {
      List<@Nullable Object> values = Binds.collected(scope.core().values(), place.binder(binder));
      return Select.of(
          new DeclaredMapping<>(
              info, RowsOfSql.table(alias, fields, sql, values), fields, on -> window(rows, on)),
          DSL.noCondition());
    } catch (SQLException e) {
      throw Statements.failed(text, e);
    }
  }

  /** Runs a statement that returns no rows, and returns how many rows it changed. */
  public int change(Scope scope, Binder binder) {
    String sql = sql(scope);
    try {
      return Statements.update(scope, sql, place.binder(binder));
    } catch (SQLException e) {
      throw Statements.failed(sql, e);
    }
  }

  /**
   * Runs a statement that returns no rows for each of the values, in one JDBC batch and one
   * transaction: either all are stored or none.
   *
   * @return how many rows each changed, as the driver tells it
   */
  public <T> int[] changeEach(Scope scope, Iterable<T> all, RowBinder<? super T> binder) {
    List<T> list = listOf(all);
    return list.isEmpty()
        ? new int[0]
        : Transactions.in(scope, inside -> changeEach(inside, list, binder));
  }

  private <T> int[] changeEach(BoundScope scope, List<T> all, RowBinder<? super T> binder) {
    String sql = sql(scope);
    try {
      return Statements.batch(scope, sql, all, place.rowBinder(binder));
    } catch (SQLException e) {
      throw Statements.failed(sql, e);
    }
  }

  /**
   * Returns a value that must be there.
   *
   * @throws IllegalArgumentException if it is null
   */
  public <T> T required(@Nullable T value, String parameter) {
    if (value == null) {
      throw new IllegalArgumentException(
          parameter
              + " of "
              + name
              + " is null: declare it as @Nullable if NULL is to be bound, or pass a value");
    }
    return value;
  }

  /** Binds a list as one value. */
  public void addList(Scope scope, Binds binds, Iterable<? extends @Nullable Object> values)
      throws SQLException {
    binds.addStored(scope.core().dialect().listBind(listOf(values)));
  }

  /** Binds a list of values of a jOOQ field's type as one value. */
  public <T> void addList(
      Scope scope, Binds binds, Iterable<? extends @Nullable T> values, Field<T> field)
      throws SQLException {
    List<@Nullable Object> list = new ArrayList<>();
    for (T value : values) {
      list.add(value == null ? null : field.getConverter().to(value));
    }
    binds.addStored(scope.core().dialect().listBind(list));
  }

  /**
   * Binds a list of rows, as one value or one for each column. A row that is null has NULL in all
   * columns.
   *
   * @param columns the values of a row, in the order of the columns that they are compared with
   */
  @SafeVarargs
  public final <R> void addRows(
      Scope scope,
      Binds binds,
      Iterable<? extends @Nullable R> rows,
      Function<? super R, ? extends @Nullable Object>... columns)
      throws SQLException {
    List<List<@Nullable Object>> list = new ArrayList<>();
    for (R row : rows) {
      List<@Nullable Object> values = new ArrayList<>(columns.length);
      for (Function<? super R, ? extends @Nullable Object> column : columns) {
        values.add(row == null ? null : column.apply(row));
      }
      list.add(values);
    }
    for (Object bind : scope.core().dialect().rowBinds(list, columns.length)) {
      binds.addStored(bind);
    }
  }

  /** Returns a value of a jOOQ field's type in the form in which the field's column has it. */
  public static <T> @Nullable Object converted(@Nullable T value, Field<T> field) {
    return value == null ? null : field.getConverter().to(value);
  }

  /** The values as a list that gives each by its index. */
  private static <T extends @Nullable Object> List<T> listOf(Iterable<T> values) {
    if (values instanceof List<T> list && values instanceof RandomAccess) {
      return list;
    }
    List<T> list = new ArrayList<>();
    values.forEach(list::add);
    return list;
  }

  private String sql(Scope scope) {
    return scope.core().declared(dialect, text);
  }

  private <T> T run(Scope scope, Binder binder, Reader<T> reader) {
    String sql = sql(scope);
    if (!writes) {
      return Statements.query(scope, sql, place.binder(binder), reader);
    }
    try {
      return Statements.returning(scope, sql, place.binder(binder), reader);
    } catch (SQLException e) {
      throw Statements.failed(sql, e);
    }
  }

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
