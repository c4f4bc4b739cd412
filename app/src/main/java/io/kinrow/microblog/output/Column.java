package io.kinrow.microblog.output;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a row: a text, number, boolean, date and time, list of texts, or null.
 *
 * @param <R> the row
 * @param name its name in JSON and CSV, such as {@code lastSeen}
 * @param number whether it is aligned to the right
 * @param fit how much of it a table shows; JSON and CSV always show all
 * @param value reads it from a row
 */
public record Column<R>(
    String name, boolean number, Fit fit, Function<? super R, ? extends @Nullable Object> value) {

  /** How much of a value a table shows. */
  public enum Fit {
    /** All of it; on a terminal in several lines if it is long. */
    WHOLE,
    /** The beginning of a long text. */
    EXCERPT,
    /** All of it, in lines of their own below the table. */
    BELOW
  }

  /** A column of texts, dates or booleans. */
  public static <R> Column<R> of(
      String name, Function<? super R, ? extends @Nullable Object> value) {
    return new Column<>(name, false, Fit.WHOLE, value);
  }

  /** A column of numbers. */
  public static <R> Column<R> number(
      String name, Function<? super R, ? extends @Nullable Object> value) {
    return new Column<>(name, true, Fit.WHOLE, value);
  }

  /** A column of texts that somebody wrote, of any length. */
  public static <R> Column<R> excerpt(
      String name, Function<? super R, ? extends @Nullable Object> value) {
    return new Column<>(name, false, Fit.EXCERPT, value);
  }

  /** A column of lists of sentences. */
  public static <R> Column<R> below(
      String name, Function<? super R, ? extends Collection<String>> value) {
    return new Column<>(name, false, Fit.BELOW, value);
  }

  /** The name as words: {@code lastSeen} is "last seen". */
  String title() {
    return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
