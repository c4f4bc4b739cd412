package io.kinrow.processor.query;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.Optional;

/** Compares columns with the Java types that single values are read as. */
final class ValueReader {

  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a column as a value of a type. */
  Optional<RowPart> read(ResultColumn column, TypeUse type, ReadPlace place) {
    return read(column, type, place, true);
  }

  /**
   * Reads a column as a value of a type.
   *
   * @param always whether it is read for each row, not only where its table has one
   */
  Optional<RowPart> read(ResultColumn column, TypeUse type, ReadPlace place, boolean always) {
    if (!fits(column, type)) {
      problems.report(
          place.origin(),
          Problem.COLUMN_TYPE,
          column.label(),
          shown(column),
          place.name(),
          type.shown(),
          remedy(column, type));
      return Optional.empty();
    }
    boolean mayBeNull =
        column.nullability() == Nullability.NULLABLE && (always || !column.isRequiredInTable());
    if (mayBeNull && type.presence() == Presence.ALWAYS) {
      reportNull(column, type, place);
      return Optional.empty();
    }
    return Optional.of(new RowPart.Value(column, type.value(), type.primitive(), type.presence()));
  }

  void reportNull(ResultColumn column, TypeUse type, ReadPlace place) {
    problems.report(
        place.origin(),
        Problem.MAY_BE_NULL,
        column.label(),
        column.because(),
        place.name(),
        type.shown(),
        type.shownWithRoom() + place.orTheWhole());
  }

  /** A value of an expression is checked when it is read; that of a column is known. */
  private static boolean fits(ResultColumn column, TypeUse type) {
    Optional<JavaType> known = column.type();
    if (known.isEmpty() || isAnything(known.get())) {
      return type.isPlain();
    }
    boolean wholeExpression =
        column.origin().isEmpty()
            && TypeUse.isWhole(known.get().kind())
            && TypeUse.isWhole(type.value().kind());
    return wholeExpression || type.fits(known.get());
  }

  /** Whether the type is that of any value. */
  static boolean isAnything(JavaType type) {
    return type.mirror().toString().equals("java.lang.Object");
  }

  /** The type of a column as people write it. */
  static String shown(ResultColumn column) {
    return column
        .type()
        .map(type -> TypeUse.shown(type.mirror()))
        .orElse("that the database does not tell");
  }

  private static String remedy(ResultColumn column, TypeUse type) {
    Optional<JavaType> known = column.type().filter(found -> !isAnything(found));
    if (known.isEmpty()) {
      return "use the type of a value, such as String, long or BigDecimal";
    }
    String shown = TypeUse.shown(known.get().mirror());
    return "declare it as "
        + (column.nullability() == Nullability.NULLABLE
            ? "Optional<" + shown + ">"
            : TypeUse.shownPlain(known.get().mirror()))
        + (type.isPlain() ? ", or convert the column in the SQL with CAST" : "");
  }
}
