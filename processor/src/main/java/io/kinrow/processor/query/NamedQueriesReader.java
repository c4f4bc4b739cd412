package io.kinrow.processor.query;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.QueryFileModel;
import io.kinrow.processor.model.QueryFileModel.Method;
import io.kinrow.processor.model.QueryFileModel.Row;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.processor.model.StatementFacts.Stand;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.read.NamedQueries;
import io.kinrow.runtime.internal.QueryFacts.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides what the interface of a file of named queries is to look like. */
public final class NamedQueriesReader {

  private final DatabaseModel database;
  private final Map<String, StatementFacts> facts;
  private final Problems problems;

  /**
   * @param facts what is known of the statements, by text
   */
  public NamedQueriesReader(
      DatabaseModel database, Map<String, StatementFacts> facts, Problems problems) {
    this.database = database;
    this.facts = facts;
    this.problems = problems;
  }

  /**
   * The interface; empty if problems were reported.
   *
   * @param taken whether a class of the package has a name
   */
  public Optional<QueryFileModel> read(NamedQueries file, Predicate<String> taken) {
    if (taken.test(file.name())) {
      report(
          "interface " + file.name() + " of named queries",
          new Unfit("there is another class of this name", "rename its file"));
      return Optional.empty();
    }
    List<Method> methods = new ArrayList<>();
    Set<String> records = new HashSet<>();
    for (NamedQueries.Named query : file.queries()) {
      try {
        Method method = method(query);
        for (QueryFileModel.Generated record : method.records()) {
          if (!records.add(record.name())) {
            throw new Unfit(
                "its record " + record.name() + " would be that of another query",
                "rename one of the queries or its parameter");
          }
        }
        methods.add(method);
      } catch (Unfit e) {
        report("method " + query.name() + " of " + file.name(), e);
      }
    }
    return methods.size() == file.queries().size()
        ? Optional.of(new QueryFileModel(file.name(), methods))
        : Optional.empty();
  }

  private void report(String what, Unfit unfit) {
    problems.report(
        Origin.of(database.tablesClass()),
        Problem.NO_METHOD,
        what,
        unfit.getMessage(),
        unfit.remedy);
  }

  private Method method(NamedQueries.Named query) {
    StatementFacts statement = facts.get(query.text());
    if (statement == null) {
      throw new Unfit("the database was not asked about it yet", "run the goal kinrow:generate");
    }
    if (!statement.rows() && query.result() != Result.EXEC && query.result() != Result.DEFAULT) {
      throw new Unfit("its statement returns no rows", "write :exec, or add RETURNING");
    }
    if (statement.rows() && query.result() == Result.EXEC) {
      throw new Unfit("its statement returns rows", "write :many or :one, or remove RETURNING");
    }
    Optional<Row> row =
        statement.rows()
            ? Optional.of(new RowShapes(database, statement).of(query.name()))
            : Optional.empty();
    return new Method(
        query.name(),
        query.result(),
        query.doc(),
        query.text(),
        statement.parameters().stream()
            .map(parameter -> parameter(query.name(), parameter))
            .toList(),
        row);
  }

  private static QueryFileModel.Parameter parameter(String method, Parameter parameter) {
    if (!parameter.row().isEmpty()) {
      return new QueryFileModel.Parameter(
          parameter.name(),
          RowShapes.listed(method, parameter),
          true,
          false,
          parameter.stand() == Stand.IN_BLOCKS);
    }
    if (parameter.type().isEmpty() || ValueReader.isAnything(parameter.type().get())) {
      throw new Unfit(
          "the database does not tell the type of :" + parameter.name(),
          "compare it with a column, or give it a type with CAST");
    }
    boolean nullable =
        !parameter.list() && parameter.column().filter(of -> of.column().nullable()).isPresent();
    boolean optional = parameter.stand() == Stand.IN_BLOCKS;
    return new QueryFileModel.Parameter(
        parameter.name(),
        new QueryFileModel.Value(parameter.type().get().mirror(), false),
        parameter.list(),
        nullable && !optional,
        optional);
  }

  /** Says why a query cannot become a method. */
  static final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    Unfit(String reason, String remedy) {
      super(reason);
      this.remedy = remedy;
    }

    static Unfit unnamed(ResultColumn column) {
      return new Unfit(
          "column " + column.label() + " has no name that Java can have", "give it one with AS");
    }
  }

  /** {@code created_at} gives {@code createdAt}. */
  static String property(String label) {
    StringBuilder name = new StringBuilder();
    for (String word : label.split("_+", -1)) {
      if (!word.isEmpty()) {
        String first = word.substring(0, 1);
        name.append(
                name.length() == 0
                    ? first.toLowerCase(Locale.ROOT)
                    : first.toUpperCase(Locale.ROOT))
            .append(word.substring(1));
      }
    }
    return name.toString();
  }
}
