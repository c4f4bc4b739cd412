package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedElement;
import io.kinrow.queries.facts.DescribedParameter;
import io.kinrow.queries.text.ParameterUse;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of the parameters of a query on SQLite, which types nothing itself. */
final class SqliteParameters {

  private static final Set<String> TEXT_OPERATORS = Set.of("like", "glob", "match", "regexp");

  private final Connection connection;
  private final QueryText query;
  private final QueryShape shape;
  private final ParameterColumns columns;

  SqliteParameters(Connection connection, Relations relations, QueryText query, QueryShape shape) {
    this.connection = connection;
    this.query = query;
    this.shape = shape;
    this.columns = new ParameterColumns(query.text(), shape, relations, this::isSame);
  }

  List<DescribedParameter> describe() throws SQLException {
    List<DescribedParameter> described = new ArrayList<>();
    for (int i = 0; i < query.parameters().size(); i++) {
      if (query.width(i) > 1) {
        described.add(DescribedParameter.rows(query.parameters().get(i), row(i)));
        continue;
      }
      Set<ColumnOrigin> origins = new LinkedHashSet<>();
      Set<String> types = new LinkedHashSet<>();
      for (ParameterUse use : query.uses()) {
        if (use.parameter() == i && !columns.isNeutral(use.token())) {
          origins.add(columns.of(use.token()));
          types.add(type(use.token()));
        }
      }
      described.add(
          new DescribedParameter(
              query.parameters().get(i),
              query.isList(i),
              origins.size() == 1 ? origins.iterator().next() : ColumnOrigin.NONE,
              types.size() == 1 ? types.iterator().next() : DescribedColumn.ANY,
              List.of()));
    }
    return described;
  }

  private List<DescribedElement> row(int parameter) throws SQLException {
    List<List<ColumnOrigin>> uses = new ArrayList<>();
    for (ParameterUse use : query.uses()) {
      if (use.parameter() == parameter) {
        uses.add(columns.ofRow(use.token(), use.width()));
      }
    }
    return ParameterColumns.common(uses).stream()
        .map(origin -> new DescribedElement(origin, DescribedColumn.ANY))
        .toList();
  }

  /** The columns that each list of rows is compared with, by the index of its question mark. */
  Map<Integer, String> rows() throws SQLException {
    Map<Integer, String> rows = new HashMap<>();
    for (ParameterUse use : query.uses()) {
      if (use.rows()) {
        rows.put(
            use.firstMark(),
            columns.ofRow(use.token(), use.width()).stream()
                .map(SqliteParameters::named)
                .collect(Collectors.joining(", ")));
      }
    }
    return rows;
  }

  /** Another engine asks its own table for the type; what is no column is compared as text. */
  private static String named(ColumnOrigin column) {
    String name = Names.sql(column.table()) + "." + Names.sql(column.column());
    return column.isKnown() && !name.contains("*/") && !name.contains("?") ? name : "text";
  }

  private String type(int token) {
    if (shape.is(token - 1, "limit") || shape.is(token - 1, "offset")) {
      return "java.lang.Long";
    }
    boolean text =
        TEXT_OPERATORS.stream().anyMatch(operator -> shape.is(token - 1, operator))
            || (shape.is(token - 1, "||") || shape.is(token + 1, "||"));
    return text ? "java.lang.String" : DescribedColumn.ANY;
  }

  private boolean isSame(String one, String other) throws SQLException {
    String program = program(one);
    try {
      return program.equals(program(other));
    } catch (SQLException e) {
      return false; // the table is not in sight here
    }
  }

  private String program(String sql) throws SQLException {
    StringBuilder program = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain " + SqliteDescriber.sent(sql))) {
      while (rows.next()) {
        for (int i = 2; i <= 7; i++) {
          program.append(rows.getString(i)).append(' ');
        }
        program.append('\n');
      }
    }
    return program.toString();
  }
}
