package io.kinrow.runtime.write;

import io.kinrow.runtime.connect.Engine;
import io.kinrow.runtime.connect.Failures;
import io.kinrow.runtime.entity.Changes;
import io.kinrow.runtime.entity.EntityMapping;
import io.kinrow.runtime.sql.Scope;
import io.kinrow.runtime.sql.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Says which constraint a refused write broke: table, columns and values. Other engines name them
 * in their own message; SQLite names the columns of a unique key, and nothing of a foreign key.
 */
final class Violation {

  private final Scope scope;
  private final EntityMapping<?> mapping;

  Violation(Scope scope, EntityMapping<?> mapping) {
    this.scope = scope;
    this.mapping = mapping;
  }

  /** For a write of some columns of one row. */
  DataAccessException ofRow(
      SQLException failure, String sql, Changes columns, IntFunction<@Nullable Object> value) {
    if (!constraint(failure)) {
      return Statements.failed(sql, failure);
    }
    String message = String.valueOf(failure.getMessage());
    String what;
    if (message.contains("UNIQUE") || message.contains("PRIMARYKEY")) {
      what = "is there already: " + values(failed(message), value);
    } else if (message.contains("FOREIGN")) {
      what = missingParents(columns, value);
    } else if (message.contains("NOTNULL")) {
      what = "must not be NULL: " + failed(message);
    } else {
      what = "refused: " + message;
    }
    return violation(what, sql, failure);
  }

  /** For the deletion of the row with a key. */
  DataAccessException ofKey(SQLException failure, String sql, @Nullable Object[] key) {
    if (!constraint(failure)) {
      return Statements.failed(sql, failure);
    }
    String row = Arrays.stream(key).map(String::valueOf).collect(Collectors.joining(", "));
    List<String> children =
        scope.core().engine() == Engine.SQLITE
            ? References.to(scope, mapping, key)
            : List.of(String.valueOf(failure.getMessage()));
    return violation(
        "row " + row + " is still referred to by " + String.join(", ", children), sql, failure);
  }

  /** For a write of several rows. */
  DataAccessException of(SQLException failure, String sql) {
    return constraint(failure)
        ? violation("refused: " + failure.getMessage(), sql, failure)
        : Statements.failed(sql, failure);
  }

  private boolean constraint(SQLException failure) {
    return scope.core().engine().isConstraint(failure);
  }

  private DataAccessException violation(String what, String sql, SQLException failure) {
    return new IntegrityConstraintViolationException(
        mapping + ": " + what + " [" + Failures.shortened(sql) + "]", failure);
  }

  /** The columns in "… constraint failed: users.nickname, users.email)". */
  private static String failed(String message) {
    int from = message.lastIndexOf("failed: ");
    String columns = from < 0 ? message : message.substring(from + "failed: ".length());
    return columns.endsWith(")") ? columns.substring(0, columns.length() - 1) : columns;
  }

  private String values(String columns, IntFunction<@Nullable Object> value) {
    List<String> known = new ArrayList<>();
    for (String column : columns.split(", ", -1)) {
      String name = column.substring(column.indexOf('.') + 1);
      int position = mapping.shape().columns().indexOf(name);
      known.add(position < 0 ? column : name + " = " + literal(value.apply(position)));
    }
    return String.join(", ", known);
  }

  private String missingParents(Changes columns, IntFunction<@Nullable Object> value) {
    List<String> missing =
        scope.core().engine() == Engine.SQLITE
            ? References.missing(scope, mapping, columns, value)
            : List.of();
    return missing.isEmpty()
        ? "a foreign key refers to a row that does not exist"
        : String.join("; ", missing);
  }

  static String literal(@Nullable Object value) {
    return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }
}
