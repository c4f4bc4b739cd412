package io.kinrow.microblog.output;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a row: a text, number, boolean, date and time, list of texts, or null.
 *
 * @param <R> the row
 * @param name its name in JSON and CSV, such as {@code lastSeen}
 * @param number whether it is aligned to the right
 * @param value reads it from a row
 */
public record Column<R>(
    String name, boolean number, Function<? super R, ? extends @Nullable Object> value) {

  /** A column of texts, dates or booleans. */
  public static <R> Column<R> of(
      String name, Function<? super R, ? extends @Nullable Object> value) {
    return new Column<>(name, false, value);
  }

  /** A column of numbers. */
  public static <R> Column<R> number(
      String name, Function<? super R, ? extends @Nullable Object> value) {
    return new Column<>(name, true, value);
  }

  /** The name as words: {@code lastSeen} is "last seen". */
  String title() {
    return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
