package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.dialect.RowVersion;
import io.kinrow.runtime.internal.dialect.UnfitValueException;
import io.kinrow.runtime.internal.run.Binds;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.exception.DataTypeException;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one table or view become entities. Generated code has one instance of a subclass
 * for each. Columns are meant by their position in the table, from 0.
 *
 * <p>A <em>slot</em> is a list of columns that relations start from or lead to: a key, or the
 * columns of a foreign key. The kin of an entity keeps the values of each slot.
 *
 * @param <E> the entity
 */
public abstract class EntityMapping<E> implements RowSource {

  private final TableInfo info;
  private final List<ManagedColumn> managed;
  private volatile Field<?> @Nullable [] fields;

  /**
   * What a mapping knows of its table before jOOQ is loaded.
   *
   * @param dialect jOOQ's name of the dialect that the build-time texts are rendered for
   * @param entity simple name of the entity
   * @param table SQL name of the table, with its schema where another one has a table of that name
   * @param columns SQL names of its columns
   * @param key positions of the primary key's columns, in key order; empty when there is none
   * @param slots positions of the columns of each slot
   * @param relations how many relations the entity has
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record TableInfo(
      String dialect,
      String entity,
      String table,
      List<String> columns,
      int[] key,
      int[][] slots,
      int relations) {}

  /**
   * Called by generated code.
   *
   * @param managed the columns that are written by rule
   */
  protected EntityMapping(TableInfo info, ManagedColumn... managed) {
    this.info = info;
    this.managed = List.of(managed);
  }

  public final TableInfo info() {
    return info;
  }

  /** The columns that are written by rule. */
  public final List<ManagedColumn> managed() {
    return managed;
  }

  /** The position of the column that holds the version of a row, or -1 if there is none. */
  public final int version() {
    for (ManagedColumn column : managed) {
      if (column.role().compared()) {
        return column.column();
      }
    }
    return -1;
  }

  /** jOOQ's table. */
  public abstract Table<?> table();

  @Override
  public final Table<?> from() {
    return table();
  }

  @Override
  public final List<Field<?>> columns() {
    return fieldList();
  }

  @Override
  public final int width() {
    return info.columns().size();
  }

  /**
   * The records that queries for the entity can end in, by their class; generated code has those
   * that were compiled together with it.
   */
  public Map<Class<?>, RecordMapping<?, ?>> records() {
    return Map.of();
  }

  /**
   * Reads the current row, whose first columns are the table's, as a new row of the kin. Called by
   * {@link #entity} only.
   */
  protected abstract E read(Row row, Kin kin) throws SQLException;

  /**
   * The current row, whose first columns are the table's, as a new row of the kin.
   *
   * @throws DataTypeException if a stored value is not what its column's type says; the message
   *     names table, column, key and value
   */
  public final E entity(Row row, Kin kin) throws SQLException {
    try {
      return read(row, kin);
    } catch (UnfitValueException e) {
      throw e.at(place(row, row.positionOf(e.position()) - 1));
    }
  }

  /** The value of a column as the accessor's type has it, or null. */
  public abstract @Nullable Object value(E entity, int column);

  /** The rows that the entity was read with, or null where entities do not navigate. */
  public @Nullable Kin kin(E entity) {
    return null;
  }

  /** The values of some columns as the accessors' types have them. */
  public final @Nullable Object[] values(E entity, int[] columns) {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = value(entity, columns[i]);
    }
    return values;
  }

  /** The values of the primary key's columns. */
  public final @Nullable Object[] key(E entity) {
    return values(entity, info.key());
  }

  /**
   * The values of some columns as one {@link Key}, of what the database has where a column has a
   * converter; null when one of them is.
   */
  public final @Nullable Object normal(int[] columns, @Nullable Object[] values) {
    @Nullable Object[] stored = values;
    for (int i = 0; i < columns.length; i++) {
      Object value = values[i];
      if (value != null && converted(columns[i])) {
        stored = stored == values ? values.clone() : stored;
        stored[i] = databaseValue(field(columns[i]), value);
      }
    }
    return Key.ofAll(stored);
  }

  /** The same of one column. */
  final @Nullable Object normal(int column, @Nullable Object value) {
    return Key.of(value != null && converted(column) ? databaseValue(field(column), value) : value);
  }

  private static <T> @Nullable Object databaseValue(Field<T> field, Object value) {
    return field.getConverter().to(field.getType().cast(value));
  }

  /** The Java types of some columns' values, as {@link #normal} has them. */
  public final Class<?>[] normalTypes(int[] columns) {
    return Arrays.stream(columns).mapToObj(this::normalType).toArray(Class<?>[]::new);
  }

  private Class<?> normalType(int column) {
    Class<?> stored = field(column).getConverter().fromType();
    return stored == Object.class ? field(column).getType() : stored;
  }

  /**
   * A value that must be there. Called by generated code.
   *
   * @param where what it is given to: a method, or a new row
   * @throws IllegalArgumentException if it is null; the message names the table and the value
   */
  public final <T> T required(@Nullable T value, String where, String name) {
    if (value == null) {
      throw new IllegalArgumentException(
          where
              + " of "
              + info.table()
              + ": the value of "
              + name
              + " is null, but it is required");
    }
    return value;
  }

  /** The columns that differ from the row that the entity was read from. */
  public abstract Changes changes(E entity);

  /** The same entity as the row that it was read from, after its changes were stored. */
  public abstract E stored(E entity);

  /**
   * Reads the value of a slot from the columns that begin at a position, as {@link Kin} keeps it.
   * Called by {@link #slot} only.
   */
  protected abstract Object readSlot(Row row, int slot, int position) throws SQLException;

  /**
   * The value of a slot, from the columns that begin at a position, as {@link Kin} keeps it.
   *
   * @throws DataTypeException if a stored value is not what its column's type says
   */
  public final Object slot(Row row, int slot, int position) throws SQLException {
    try {
      return readSlot(row, slot, position);
    } catch (UnfitValueException e) {
      throw e.at(place(info.slots()[slot][row.positionOf(e.position()) - position]));
    }
  }

  /** Table and columns, for people to find them. */
  public final String place(int[] columns) {
    return Arrays.stream(columns).mapToObj(this::place).collect(Collectors.joining(", "));
  }

  private String place(int column) {
    return info.table() + "." + info.columns().get(column);
  }

  /** Table, column and key of the current row, for people to find it. */
  private String place(Row row, int column) throws SQLException {
    StringBuilder place = new StringBuilder(place(column));
    String before = " of the row with ";
    // a view has no key: its first column is what people look for
    int[] key = info.key().length > 0 ? info.key() : new int[] {column == 0 ? 1 : 0};
    for (int part : key) {
      if (part == info.columns().size()) {
        break;
      }
      place.append(before).append(info.columns().get(part)).append(" = ");
      place.append(row.rawOrNull(part + 1));
      before = ", ";
    }
    return place.toString();
  }

  /** Whether a column is part of a slot. */
  final boolean isInSlot(int column) {
    for (int[] slot : info.slots()) {
      for (int part : slot) {
        if (part == column) {
          return true;
        }
      }
    }
    return false;
  }

  /** jOOQ's field of a column. */
  public final Field<?> field(int column) {
    return fields()[column];
  }

  /** jOOQ's fields in column order. */
  public final List<Field<?>> fieldList() {
    return List.of(fields());
  }

  /** jOOQ's fields of some columns. */
  public final List<Field<?>> fields(int[] columns) {
    return Arrays.stream(columns).<Field<?>>mapToObj(this::field).toList();
  }

  /**
   * Whether a column's values go through jOOQ's converter: those of types that {@link Row} has no
   * method for, and of forced types.
   */
  public abstract boolean converted(int column);

  /** Whether triggers run on writes, so that a stored row is known only when it is read again. */
  public abstract boolean triggers();

  /** Whether some columns are computed from others, so that an update can change them. */
  public abstract boolean computed();

  /**
   * Binds a value of a column.
   *
   * @throws DataTypeException if the column cannot keep all of it
   */
  public final void bind(Binds binds, int column, @Nullable Object value) throws SQLException {
    try {
      if (value != null && converted(column)) {
        binds.add(value, field(column));
      } else {
        binds.addForColumn(value);
      }
    } catch (UnfitValueException e) {
      throw e.at(place(column));
    }
  }

  /**
   * Binds the values of the primary key's columns.
   *
   * @throws DataTypeException if a column cannot keep all of its value
   */
  public final void bindKey(Binds binds, @Nullable Object[] key) throws SQLException {
    for (int i = 0; i < key.length; i++) {
      bind(binds, info.key()[i], key[i]);
    }
  }

  /** The same for a row that is stored already, whose key the message names. */
  public final void bindStored(Binds binds, int column, E entity) throws SQLException {
    try {
      bind(binds, column, value(entity, column));
    } catch (DataTypeException e) {
      if (e.getCause() instanceof UnfitValueException unfit) {
        StringBuilder place = new StringBuilder(place(column));
        String before = " of the row with ";
        for (int part : info.key()) {
          place.append(before).append(info.columns().get(part)).append(" = ");
          place.append(value(entity, part));
          before = ", ";
        }
        throw unfit.at(place.toString());
      }
      throw e;
    }
  }

  /** The Java types of a slot's columns. */
  public abstract Class<?>[] slotTypes(int slot);

  /** The same of the values that the database has, as {@link #normal} has them. */
  final Class<?>[] storedTypes(int slot) {
    Class<?>[] types = slotTypes(slot).clone();
    int[] columns = info.slots()[slot];
    for (int i = 0; i < columns.length; i++) {
      if (converted(columns[i])) {
        types[i] = normalType(columns[i]);
      }
    }
    return types;
  }

  /**
   * Reads columns that a slot refers to or that refer to it, as {@link #normal} has their values.
   */
  final Object storedKey(Row row, int slot, int position) throws SQLException {
    Object key = slot(row, slot, position);
    int[] columns = info.slots()[slot];
    Object normal =
        key instanceof List<?> parts ? normal(columns, parts.toArray()) : normal(columns[0], key);
    return normal == null ? key : normal;
  }

  private Field<?>[] fields() {
    Field<?>[] known = fields;
    if (known == null) {
      known = newFields();
      fields = known;
    }
    return known;
  }

  /** Finds jOOQ's fields in column order, once. */
  protected Field<?>[] newFields() {
    Table<?> table = table();
    Field<?>[] found = new Field<?>[info.columns().size()];
    for (int i = 0; i < found.length; i++) {
      found[i] =
          isRowVersion(i) ? RowVersion.of(table) : TableQueries.field(table, info.columns().get(i));
    }
    return found;
  }

  private boolean isRowVersion(int column) {
    return managed.stream()
        .anyMatch(each -> each.role() == ManagedColumn.Role.ROW_VERSION && each.column() == column);
  }

  @Override
  public String toString() {
    return info.table();
  }
}
