package io.kinrow.processor.query;

import io.kinrow.annotation.Sql;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.QueryMethod.Result;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.read.AnnotationReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one method of declared queries. */
final class MethodReader {

  private final Context context;

  MethodReader(Context context) {
    this.context = context;
  }

  /** What a method returns, and the type in it that a row becomes. */
  private record Returned(Result result, TypeUse row) {}

  /** The method; empty if problems were reported. */
  Optional<QueryMethod> read(ExecutableElement method, Problems all) {
    Problems problems = new Problems();
    Optional<QueryMethod> read = read(problems, method);
    boolean good = problems.none();
    all.add(problems);
    return good ? read : Optional.empty();
  }

  private Optional<QueryMethod> read(Problems problems, ExecutableElement method) {
    Optional<AnnotationReader> sql = AnnotationReader.of(method, Sql.class);
    if (sql.isEmpty()) {
      problems.report(
          Origin.of(method),
          Problem.NO_STATEMENT,
          "method " + method.getSimpleName(),
          "it has no SQL",
          "give it @Sql, or a body as a default method");
      return Optional.empty();
    }
    if (!method.getTypeParameters().isEmpty()) {
      problems.report(
          Origin.of(method),
          Problem.NO_STATEMENT,
          "method " + method.getSimpleName(),
          "it has type parameters",
          "use the types themselves");
      return Optional.empty();
    }
    StatementFacts statement = context.facts().get(sql.get().text("value"));
    if (statement == null) {
      problems.report(sql.get().originOf("value"), Problem.NO_QUERY_FACTS, method.getSimpleName());
      return Optional.empty();
    }
    ParameterReader parameters = new ParameterReader(context, method, problems);
    List<BoundValue> values = parameters.read(statement.parameters());
    if (parameters.batch() != null && !statement.blocks().isEmpty()) {
      wrongType(
          method,
          "a statement with optional blocks cannot be a batch, because its text would not be the same for all elements",
          "pass one record, or remove the blocks",
          problems);
      return Optional.empty();
    }
    Optional<QueryMethod> read =
        statement.rows()
            ? rows(method, statement, values, parameters, problems)
            : noRows(method, statement, values, parameters, problems);
    parameters.refuseUnused();
    return read;
  }

  private Optional<QueryMethod> noRows(
      ExecutableElement method,
      StatementFacts statement,
      List<BoundValue> values,
      ParameterReader parameters,
      Problems problems) {
    Optional<Result> result = count(method.getReturnType());
    boolean batch = parameters.batch() != null;
    if (result.isEmpty()
        || (batch ? result.get() == Result.COUNT : result.get() == Result.COUNTS)) {
      wrongType(
          method,
          batch ? "it runs once for each element" : "the statement returns no rows",
          batch
              ? "return int[], which counts the changed rows of each, or void"
              : "return int or long, which counts the changed rows, or void, or add RETURNING to the SQL",
          problems);
      return Optional.empty();
    }
    return Optional.of(
        new QueryMethod(
            method,
            statement,
            result.get(),
            Optional.empty(),
            values,
            parameters.batch(),
            List.of()));
  }

  private static Optional<Result> count(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Optional.of(Result.NOTHING);
    } else if (type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG) {
      return Optional.of(Result.COUNT);
    }
    boolean counts =
        type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.INT;
    return counts ? Optional.of(Result.COUNTS) : Optional.empty();
  }

  private Optional<QueryMethod> rows(
      ExecutableElement method,
      StatementFacts statement,
      List<BoundValue> values,
      ParameterReader parameters,
      Problems problems) {
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      wrongType(
          method,
          "the statement returns rows",
          "return a row, an Optional, List or Stream of rows, or remove what returns them",
          problems);
      return Optional.empty();
    }
    if (parameters.batch() != null) {
      wrongType(
          method,
          "a statement that returns rows cannot be a batch",
          "pass one record, or remove RETURNING from the SQL",
          problems);
      return Optional.empty();
    }
    Optional<TypeMirror> cut = cut(method.getReturnType());
    if (cut.isPresent()) {
      wrongType(
          method,
          "the SQL does not say which part of the rows that is",
          "return Query<"
              + TypeUse.shown(cut.get())
              + ">, and call page(…) or slice(…) on it, for instance in a default method",
          problems);
      return Optional.empty();
    }
    Returned returned = returned(method);
    if (returned.result() == Result.QUERY && statement.writes()) {
      wrongType(
          method, "the statement changes rows", "return the rows, a List or Stream", problems);
      return Optional.empty();
    }
    Optional<RowPart> row =
        new RowReader(context, parameters, statement.columns(), Set.of(), problems)
            .read(
                returned.row(),
                returned.result() == Result.OPTIONAL,
                Origin.of(method),
                "the result of " + method.getSimpleName());
    if (returned.result() == Result.QUERY && row.filter(MethodReader::canGoOn).isEmpty()) {
      if (row.isPresent()) {
        wrongType(
            method,
            "only entities with a primary key and records can be narrowed, ordered and paged",
            "return a List or Stream, or a Query of a record",
            problems);
      }
      return Optional.empty();
    }
    return row.map(
        part ->
            new QueryMethod(
                method,
                statement,
                returned.result(),
                Optional.of(part),
                values,
                null,
                returned.result() == Result.QUERY && part instanceof RowPart.Components record
                    ? RowFields.of(record, statement.columns())
                    : List.of()));
  }

  /** What a page or slice has rows of. */
  private Optional<TypeMirror> cut(TypeMirror type) {
    return context
        .types()
        .argumentOf("io.kinrow.runtime.Page", type)
        .or(() -> context.types().argumentOf("io.kinrow.runtime.Slice", type));
  }

  private static boolean canGoOn(RowPart row) {
    return row instanceof RowPart.Components
        || (row instanceof RowPart.Entity entity && !entity.table().primaryKey().isEmpty());
  }

  private Returned returned(ExecutableElement method) {
    TypeMirror type = method.getReturnType();
    Optional<TypeMirror> query = context.types().argumentOf("io.kinrow.runtime.Query", type);
    if (query.isPresent()) {
      return new Returned(Result.QUERY, context.types().use(query.get(), List.of()));
    }
    Optional<TypeMirror> list = context.types().argumentOf("java.util.List", type);
    if (list.isPresent()) {
      return new Returned(Result.LIST, context.types().use(list.get(), List.of()));
    }
    Optional<TypeMirror> stream = context.types().argumentOf("java.util.stream.Stream", type);
    if (stream.isPresent()) {
      return new Returned(Result.STREAM, context.types().use(stream.get(), List.of()));
    }
    TypeUse use = context.types().use(type, method.getAnnotationMirrors());
    return new Returned(use.presence() == Presence.OPTIONAL ? Result.OPTIONAL : Result.ONE, use);
  }

  private static void wrongType(
      ExecutableElement method, String because, String remedy, Problems problems) {
    problems.report(
        Origin.of(method),
        Problem.RETURN_TYPE,
        method.getSimpleName(),
        TypeUse.shown(method.getReturnType()),
        because,
        remedy);
  }
}
