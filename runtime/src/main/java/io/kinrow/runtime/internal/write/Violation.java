package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.connect.Failures;
import io.kinrow.runtime.internal.dialect.BrokenConstraint;
import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.Scope;
import io.kinrow.runtime.internal.sql.Statements;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Says which constraint a refused write broke: table, columns and values, where the engine's own
 * message does not.
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
    BrokenConstraint broken = dialect().brokenBy(ofStatement(failure));
    String what =
        switch (broken.kind()) {
          case UNIQUE -> "is there already: " + values(broken.what(), value);
          case FOREIGN_KEY -> missingParents(columns, value);
          case NOT_NULL -> "must not be NULL: " + broken.what();
          case OTHER -> "refused: " + broken.what();
        };
    return violation(what, sql, failure);
  }

  /** For the deletion of the row with a key. */
  DataAccessException ofKey(SQLException failure, String sql, @Nullable Object[] key) {
    if (!constraint(failure)) {
      return Statements.failed(sql, failure);
    }
    String refusing = dialect().refusingForeignKeys();
    List<String> children =
        refusing == null
            ? List.of(String.valueOf(failure.getMessage()))
            : References.to(scope, mapping, key, refusing);
    return referenced(key, children, sql, failure);
  }

  /**
   * For the deletion of the rows with some keys: names the first of these that is referenced, among
   * the first {@value References#MOST_KEYS}.
   */
  DataAccessException ofKeys(SQLException failure, String sql, List<Object> keys) {
    String refusing = dialect().refusingForeignKeys();
    if (constraint(failure) && refusing != null) {
      for (Object key : keys.subList(0, Math.min(keys.size(), References.MOST_KEYS))) {
        @Nullable Object[] parts = KeySets.values(key);
        List<String> children = References.to(scope, mapping, parts, refusing);
        if (!children.equals(References.UNKNOWN)) {
          return referenced(parts, children, sql, failure);
        }
      }
    }
    return of(failure, sql);
  }

  private DataAccessException referenced(
      @Nullable Object[] key, List<String> children, String sql, SQLException failure) {
    String row = Arrays.stream(key).map(String::valueOf).collect(Collectors.joining(", "));
    return violation(
        "row " + row + " is still referenced by " + String.join(", ", children), sql, failure);
  }

  /** For a write of several rows. */
  DataAccessException of(SQLException failure, String sql) {
    return constraint(failure)
        ? violation("refused: " + ofStatement(failure).getMessage(), sql, failure)
        : Statements.failed(sql, failure);
  }

  /** What a statement of a batch failed with: a driver may put its whole text in front of that. */
  private static SQLException ofStatement(SQLException failure) {
    return failure instanceof BatchUpdateException && failure.getCause() instanceof SQLException own
        ? own
        : failure;
  }

  /**
   * For a write of rows of a join table.
   *
   * @param missing tells of the rows that they would refer to, but which do not exist
   */
  static DataAccessException ofLinks(
      Scope scope, String table, SQLException failure, String sql, Supplier<List<String>> missing) {
    Dialect dialect = scope.core().dialect();
    if (!dialect.isConstraint(failure)) {
      return Statements.failed(sql, failure);
    }
    String what = "refused: " + failure.getMessage();
    if (dialect.brokenBy(failure).kind() == BrokenConstraint.Kind.FOREIGN_KEY) {
      List<String> rows = missing.get();
      what = rows.isEmpty() ? what : String.join("; ", rows);
    }
    return violation(table, what, sql, failure);
  }

  private boolean constraint(SQLException failure) {
    return dialect().isConstraint(failure);
  }

  private Dialect dialect() {
    return scope.core().dialect();
  }

  private DataAccessException violation(String what, String sql, SQLException failure) {
    return violation(mapping.toString(), what, sql, failure);
  }

  private static DataAccessException violation(
      String table, String what, String sql, SQLException failure) {
    return new IntegrityConstraintViolationException(
        table + ": " + what + " [" + Failures.shortened(sql) + "]", failure);
  }

  private String values(String columns, IntFunction<@Nullable Object> value) {
    List<String> known = new ArrayList<>();
    for (String column : columns.split(", ", -1)) {
      String name = column.substring(column.indexOf('.') + 1);
      int position = mapping.info().columns().indexOf(name);
      Object there = position < 0 ? null : value.apply(position);
      known.add(there != null ? name + " = " + literal(there) : position < 0 ? column : name);
    }
    return String.join(", ", known);
  }

  private String missingParents(Changes columns, IntFunction<@Nullable Object> value) {
    List<String> missing = References.missing(scope, mapping, columns, value);
    return missing.isEmpty()
        ? "a foreign key references a row that does not exist"
        : String.join("; ", missing);
  }

  static String literal(@Nullable Object value) {
    return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }
}
