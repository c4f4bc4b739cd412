package io.kinrow.microblog.output;

import io.kinrow.runtime.StatementListener.Executed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A statement as people read it: its number, text, values and time. */
public final class SqlText {

  private static final int LONGEST_VALUE = 120;

  private SqlText() {}

  /** Such as {@code [1] select … where "id" = ? -- 7 (0.2 ms)}. */
  public static String of(int number, Executed statement) {
    String time = String.format(Locale.ROOT, "(%.1f ms)", statement.nanos() / 1e6);
    String sql = "[" + number + "] " + statement.sql().replaceAll("\\s*\\R\\s*", " ");
    return sql + " -- " + (statement.binds().isEmpty() ? "" : binds(statement) + " ") + time;
  }

  /** The values, each shortened. */
  public static String binds(Executed statement) {
    List<String> texts = statement.bindTexts();
    return IntStream.range(0, texts.size())
        .mapToObj(i -> literal(statement.binds().get(i), texts.get(i)))
        .collect(Collectors.joining(", "));
  }

  private static String literal(@Nullable Object value, String readable) {
    if (value == null) {
      return "NULL";
    }
    String text = readable.replaceAll("\\p{Cc}+", " ");
    if (text.codePointCount(0, text.length()) > LONGEST_VALUE) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
    return value instanceof Number ? text : "'" + text + "'";
  }
}
