package io.kinrow.runtime.internal.run;

import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.dialect.Untyped;
import io.kinrow.runtime.internal.dialect.Values;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jooq.Field;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/** Binds values to a statement, one after the other. */
public class Binds {

  private final PreparedStatement statement;
  private final Values values;
  private final @Nullable List<@Nullable Object> seen;
  private int position;

  Binds(PreparedStatement statement, Values values, boolean listen) {
    this.statement = statement;
    this.values = values;
    this.seen = listen ? new ArrayList<>() : null;
  }

  /** Whether listeners are told of the statement: decided before its values are bound. */
  boolean heard() {
    return seen != null;
  }

  List<@Nullable Object> seen() {
    return seen == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(seen));
  }

  /** Starts again at the first value, for the next row of a batch. */
  void restart() {
    position = 0;
    if (seen != null) {
      seen.clear();
    }
  }

  public void add(long value) throws SQLException {
    statement.setLong(++position, value);
    see(value);
  }

  /** Binds a value of one of the types that generated code reads without a converter. */
  public void add(@Nullable Object value) throws SQLException {
    send(values.stored(value));
  }

  /** The same for a value that is compared with a column, or stored in it. */
  public void addForColumn(@Nullable Object value) throws SQLException {
    send(values.stored(values.ofColumn(value)));
  }

  /** Binds what the dialect made of a value or a set of values. */
  public void addStored(Object stored) throws SQLException {
    send(stored);
  }

  /** Binds a value of a jOOQ field's type, through the field's converter. */
  public <T> void add(@Nullable Object value, Field<T> field) throws SQLException {
    send(values.stored(values.ofColumn(databaseValue(value, field)), field));
  }

  void send(@Nullable Object stored) throws SQLException {
    values.bind(statement, ++position, stored);
    see(stored);
  }

  private static <T> @Nullable Object databaseValue(@Nullable Object value, Field<T> field) {
    if (value == null) {
      return null;
    }
    try {
      return field.getConverter().to(field.getType().cast(value));
    } catch (DataTypeException e) {
      throw UnfitValueException.of(0, e);
    }
  }

  /** Listeners are told of values, not of how they are sent. */
  private void see(@Nullable Object value) {
    if (seen != null) {
      seen.add(value instanceof Untyped untyped ? untyped.text() : value);
    }
  }

  PreparedStatement statement() {
    return statement;
  }

  /**
   * The values that a binder binds, in the form in which they are bound, for a statement that is
   * not there yet.
   */
  public static List<@Nullable Object> collected(Values values, Binder binder) throws SQLException {
    Collected binds = new Collected(values);
    binder.bind(binds);
    return binds.stored;
  }

  private static final class Collected extends Binds {

    private final List<@Nullable Object> stored = new ArrayList<>();

    @SuppressWarnings("NullAway") // no method here uses the statement
    Collected(Values values) {
      super(null, values, false);
    }

    @Override
    public void add(long value) {
      stored.add(value);
    }

    @Override
    void send(@Nullable Object value) {
      stored.add(value);
    }
  }
}
