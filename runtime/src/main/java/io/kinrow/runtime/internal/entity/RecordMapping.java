package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.WindowedRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.NoDataFoundException;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table become records of one class. Generated code has one instance of a
 * subclass for each class. Immutable and thread-safe.
 *
 * @param <E> the entity of the table
 * @param <R> the record
 */
public abstract class RecordMapping<E, R> implements RowSource {

  private final Class<R> type;
  private final EntityMapping<E> source;
  private volatile @Nullable Selection selection;

  protected RecordMapping(Class<R> type, EntityMapping<E> source) {
    this.type = type;
    this.source = source;
  }

  /** Mappings by the class of their records. */
  public static Map<Class<?>, RecordMapping<?, ?>> byClass(RecordMapping<?, ?>... mappings) {
    return Stream.of(mappings).collect(Collectors.toMap(RecordMapping::type, Function.identity()));
  }

  /**
   * How rows of an entity's table become records of a class.
   *
   * @throws IllegalArgumentException if they cannot; the message says why
   */
  public static <E, R> RecordMapping<E, R> of(EntityMapping<E> source, Class<R> type) {
    RecordMapping<?, ?> found = source.records().get(type);
    if (found == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " is not a projection of "
              + source
              + ": annotate the record with @Projection("
              + source.info().entity()
              + ".class), and compile it together with the database class");
    } else if (found.source != source) {
      throw new IllegalArgumentException(
          type.getName()
              + " is a projection of "
              + found.source
              + ", but the query is for "
              + source
              + ": use another record, or a query for "
              + found.source);
    }
    @SuppressWarnings("unchecked") // the map is by type, and its source is this one
    RecordMapping<E, R> mapping = (RecordMapping<E, R>) found;
    return mapping;
  }

  /** The records. */
  public final Class<R> type() {
    return type;
  }

  /** The table whose rows they are. */
  public final EntityMapping<E> source() {
    return source;
  }

  /** Says what is read, in the order of the positions at which {@link #read} finds it. */
  protected abstract void describe(Joined<E> row);

  /** Reads the current row. */
  protected abstract R read(Row row) throws SQLException;

  /**
   * A part of a record, for which a column of its row must not be NULL. Called by generated code.
   *
   * @param unusedButFirst the row, of which that was made sure
   */
  protected static <T> T joined(Row unusedButFirst, T part) {
    return part;
  }

  final Selection selection() {
    Selection known = selection;
    if (known == null) {
      known = new Selection(source.table());
      describe(Joined.root(known, source));
      selection = known;
    }
    return known;
  }

  @Override
  public final Table<?> from() {
    return selection().from();
  }

  @Override
  public final List<Field<?>> columns() {
    return selection().fields();
  }

  @Override
  public final int width() {
    return selection().fields().size();
  }

  /**
   * Begins to read rows that belong together.
   *
   * @param scope where further statements run
   */
  public WindowedRows.Window<R> window(Scope scope) {
    List<R> records = new ArrayList<>();
    return new WindowedRows.Window<>() {

      @Override
      public void take(Row row) throws SQLException {
        try {
          records.add(read(row));
        } catch (UnfitValueException e) {
          throw explained(e, row);
        }
      }

      @Override
      public List<R> end() {
        return records;
      }
    };
  }

  /** Says where a value does not fit. */
  final RuntimeException explained(UnfitValueException e, Row row) throws SQLException {
    int position = row.positionOf(e.position());
    if (position < 1 || position > width()) {
      return e;
    }
    String key = selection().key(row, source);
    String missing = e.isNull() ? selection().missing(position) : null;
    if (missing == null) {
      return e.at(selection().place(position) + key + ", read for " + name());
    }
    NoDataFoundException gone =
        new NoDataFoundException(
            missing
                + key
                + ": insert it or correct the reference, or declare the component "
                + selection().pathOf(position)
                + " of "
                + name()
                + " as Optional or @Nullable");
    gone.initCause(e);
    return gone;
  }

  /** The record as people write it. */
  final String name() {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  @Override
  public String toString() {
    return name();
  }
}
