package io.kinrow.runtime.internal.run;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values bound to a statement, which print as people read them. Immutable. */
public final class BoundValues extends AbstractList<@Nullable Object> {

  /** Arrays with more elements show {@value #FIRST}. */
  private static final int MOST = 10;

  private static final int FIRST = 3;

  /** Longer texts are cut. */
  private static final int LONGEST = 200;

  private final List<@Nullable Object> values;

  /** A copy of some values. */
  public BoundValues(List<@Nullable Object> values) {
    this.values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  @Override
  public @Nullable Object get(int index) {
    return values.get(index);
  }

  @Override
  public int size() {
    return values.size();
  }

  /** The values as people read them. */
  public List<String> texts() {
    return values.stream().map(BoundValues::text).toList();
  }

  @Override
  public String toString() {
    return texts().toString();
  }

  /**
   * A value as people read it: arrays by their first elements, bytes in hexadecimal, long texts cut
   * short.
   */
  public static String text(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      int shown = Math.min(bytes.length, 4 * MOST);
      String more = bytes.length > shown ? "… " + (bytes.length - shown) + " more bytes" : "";
      return "0x" + HexFormat.of().formatHex(bytes, 0, shown) + more;
    }
    if (value != null && value.getClass().isArray()) {
      return elements(value);
    }
    String text = String.valueOf(value);
    if (value != null && text.equals(identity(value))) {
      return "an object of " + value.getClass().getSimpleName();
    }
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2))
            + "… "
            + (length - LONGEST / 2)
            + " more characters";
  }

  private static String elements(Object array) {
    int length = Array.getLength(array);
    int shown = length > MOST ? FIRST : length;
    List<String> texts = new ArrayList<>(shown);
    for (int i = 0; i < shown; i++) {
      texts.add(text(Array.get(array, i)));
    }
    String more = length > shown ? ", … " + (length - shown) + " more" : "";
    return "[" + String.join(", ", texts) + more + "]";
  }

  /** What {@link Object#toString} says of a value. */
  private static String identity(Object value) {
    return value.getClass().getName() + "@" + Integer.toHexString(value.hashCode());
  }
}
