package io.kinrow.runtime.query;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.sql.Row;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A sort value inside a cursor: a letter for its storage class, then its text. SQLite's values keep
 * the class that they are stored in, whatever the column's type, since that is what SQLite sorts
 * by; those of other engines are text that jOOQ converts back to the column's type.
 */
final class SortValue {

  private SortValue() {}

  static @Nullable String encode(Row row, int position, Engine engine) throws SQLException {
    if (engine != Engine.SQLITE) {
      String text = row.stringOrNull(position);
      return text == null ? null : "t" + text;
    }
    Object raw = row.rawOrNull(position);
    if (raw == null) {
      return null;
    } else if (raw instanceof Integer || raw instanceof Long) {
      return "i" + raw;
    } else if (raw instanceof Double) {
      return "d" + raw;
    } else if (raw instanceof byte[] bytes) {
      return "b" + HexFormat.of().formatHex(bytes);
    }
    return "s" + raw;
  }

  static Field<?> decode(@Nullable String encoded, Field<?> column) {
    if (encoded == null || encoded.isEmpty()) {
      return DSL.inline((String) null);
    }
    String text = encoded.substring(1);
    try {
      return switch (encoded.charAt(0)) {
        case 'i' -> DSL.val(Long.parseLong(text));
        case 'd' -> DSL.val(Double.parseDouble(text));
        case 'b' -> DSL.val(HexFormat.of().parseHex(text));
        case 's' -> DSL.val(text);
        case 't' -> typed(text, column);
        default -> throw new IllegalArgumentException("unknown kind of sort value");
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the cursor is damaged: pass the token of a Slice.next(), unchanged", e);
    }
  }

  private static <T> Field<T> typed(String text, Field<T> column) {
    return DSL.val(column.getDataType().convert(text), column);
  }
}
