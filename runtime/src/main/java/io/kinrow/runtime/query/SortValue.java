package io.kinrow.runtime.query;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.dialect.Untyped;
import io.kinrow.runtime.sql.Dynamic;
import io.kinrow.runtime.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HexFormat;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A sort value inside a cursor: a letter for its kind, then its text. It is always the database's
 * own value, never what Java makes of it, since that may be equal to another one or to none.
 *
 * <ul>
 *   <li>SQLite's values keep the storage class that they are stored in, whatever the column's type,
 *       since that is what SQLite sorts by.
 *   <li>PostgreSQL's are the text that the server writes and reads for a value of any type.
 *   <li>Those of other engines are text that jOOQ converts back to the column's type, and bytes.
 * </ul>
 */
final class SortValue {

  private SortValue() {}

  /** What to select so that {@link #encode} can read it. */
  static Field<?> column(Field<?> field, int number, Engine engine) {
    // qualified by nothing, and so different from any column that a plain name in the order may
    // mean
    String alias = "kinrow_sort_" + number;
    return engine == Engine.POSTGRES
        ? DSL.field("cast({0} as text)", String.class, field).as(alias)
        : field.as(alias);
  }

  static @Nullable String encode(Row row, int position, Engine engine) throws SQLException {
    if (engine == Engine.POSTGRES) {
      String text = row.stringOrNull(position);
      return text == null ? null : "u" + text;
    }
    Object raw = row.rawOrNull(position);
    if (raw == null) {
      return null;
    } else if (raw instanceof byte[] bytes) {
      return "b" + HexFormat.of().formatHex(bytes);
    } else if (engine != Engine.SQLITE) {
      return "t" + row.stringOrNull(position);
    } else if (raw instanceof Integer || raw instanceof Long) {
      return "i" + raw;
    } else if (raw instanceof Double) {
      return "d" + raw;
    }
    return text((String) raw, row, position);
  }

  /** SQLite stores any bytes as text: what is not UTF-8 would come back as something else. */
  private static String text(String text, Row row, int position) throws SQLException {
    if (text.indexOf('\ufffd') >= 0) {
      byte[] stored = row.bytesOrNull(position);
      if (stored != null && !Arrays.equals(stored, text.getBytes(StandardCharsets.UTF_8))) {
        return "x" + HexFormat.of().formatHex(stored);
      }
    }
    return "s" + text;
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
          "the cursor is damaged: pass the token of a Slice.next() or previous(), unchanged", e);
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
