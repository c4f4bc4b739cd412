package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.Untyped;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Dynamic;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A sort value inside a cursor: a letter for its kind, then its text, as the engine's {@link
 * io.kinrow.runtime.internal.dialect.Values} write it. It is always the database's own value, never
 * what Java makes of it, since that may be equal to another one or to none.
 */
final class SortValue {

  private SortValue() {}

  /** What to select so that {@link Row#sortValueOrNull} can read it. */
  static Field<?> column(Field<?> field, int number, Dialect dialect) {
    // qualified by nothing, and so different from any column that a plain name in the order may
    // mean
    return dialect.sortColumn(field).as("kinrow_sort_" + number);
  }

  static Field<?> decode(@Nullable String encoded, Field<?> column) {
    if (encoded == null) {
      return DSL.inline((String) null);
    }
    try {
      String text = encoded.substring(1);
      // with a type, without which jOOQ would convert the value to the column's
      return switch (encoded.charAt(0)) {
        case 'i' -> DSL.val(Long.parseLong(text), SQLDataType.BIGINT);
        case 'd' -> DSL.val(Double.parseDouble(text), SQLDataType.DOUBLE);
        case 'b' -> DSL.val(HexFormat.of().parseHex(text), SQLDataType.BLOB);
        case 's' -> DSL.val(text, SQLDataType.VARCHAR);
        case 'x' ->
            DSL.field("cast({0} as text)", String.class, DSL.val(HexFormat.of().parseHex(text)));
        case 't' -> typed(text, column);
        case 'u' -> Dynamic.place(new Untyped(text));
        default -> throw new IllegalArgumentException("unknown kind of sort value");
      };
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException(
          "the cursor is damaged: pass the token of Slice.next() or previous() unchanged", e);
    }
  }

  /** A cast to the column's type, which jOOQ would write, cuts the nanoseconds of a time. */
  private static <T> Field<?> typed(String text, Field<T> column) {
    T value = column.getDataType().convert(text);
    return Temporal.class.isAssignableFrom(column.getConverter().fromType())
        ? Dynamic.place(column.getConverter().to(value))
        : DSL.val(value, column);
  }
}
