package io.kinrow.runtime.internal.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a list of values.
 *
 * @param text how a single value is written, with a question mark for the value
 * @param values as they are stored
 */
public record ListColumn(String text, List<@Nullable Object> values) {

  /** The class of all values, or null if there is none or they have several. */
  @Nullable Class<?> type() {
    Class<?> type = null;
    for (Object value : values) {
      if (value != null) {
        if (type != null && type != value.getClass()) {
          return null;
        }
        type = value.getClass();
      }
    }
    return type;
  }
}
