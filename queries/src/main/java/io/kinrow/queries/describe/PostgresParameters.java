package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedElement;
import io.kinrow.queries.facts.DescribedParameter;
import io.kinrow.queries.text.ParameterUse;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.QueryTextReader;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the parameters of a query on PostgreSQL. */
final class PostgresParameters {

  private static final String PREPARED = "kinrow_parameter";

  private final Connection connection;
  private final QueryText query;
  private final List<String> types;
  private final ParameterColumns columns;
  private final Map<String, String> plans = new LinkedHashMap<>();

  PostgresParameters(
      Connection connection,
      PostgresRelations schema,
      QueryText query,
      QueryShape shape,
      List<String> types) {
    this.connection = connection;
    this.query = query;
    this.types = types;
    this.columns = new ParameterColumns(query.text(), shape, schema, this::isSame);
  }

  List<DescribedParameter> describe() throws WrongSqlException, SQLException {
    List<DescribedParameter> described = new ArrayList<>();
    for (int i = 0; i < query.parameters().size(); i++) {
      Set<ColumnOrigin> origins = new LinkedHashSet<>();
      Map<String, ParameterUse> kinds = new LinkedHashMap<>();
      List<List<ColumnOrigin>> rows = new ArrayList<>();
      for (ParameterUse each : query.uses()) {
        if (each.parameter() == i && each.rows()) {
          rows.add(columns.ofRow(each.token(), each.width()));
          kinds.putIfAbsent(String.join(", ", elements(each)), each);
        } else if (each.parameter() == i) {
          if (!columns.isNeutral(each.token())) {
            origins.add(columns.of(each.token()));
          }
          kinds.putIfAbsent(
              each.list()
                  ? PostgresType.element(types.get(each.firstMark()))
                  : PostgresType.java(types.get(each.firstMark())),
              each);
        }
      }
      String name = query.parameters().get(i);
      refuseTwoTypes(name, kinds);
      if (!rows.isEmpty()) {
        described.add(
            DescribedParameter.rows(name, row(rows, elements(kinds.values().iterator().next()))));
        continue;
      }
      described.add(
          new DescribedParameter(
              name,
              query.isList(i),
              origins.size() == 1 ? origins.iterator().next() : ColumnOrigin.NONE,
              kinds.keySet().iterator().next(),
              List.of()));
    }
    return described;
  }

  /** The Java types of the values of a list of rows. */
  private List<String> elements(ParameterUse rows) {
    return types.subList(rows.firstMark(), rows.firstMark() + rows.marks()).stream()
        .map(PostgresType::element)
        .toList();
  }

  private static List<DescribedElement> row(List<List<ColumnOrigin>> uses, List<String> types) {
    List<ColumnOrigin> origins = ParameterColumns.common(uses);
    List<DescribedElement> row = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      row.add(new DescribedElement(origins.get(i), types.get(i)));
    }
    return row;
  }

  private void refuseTwoTypes(String name, Map<String, ParameterUse> kinds)
      throws WrongSqlException {
    if (kinds.size() > 1) {
      List<String> names = List.copyOf(kinds.keySet());
      Token second = query.tokens().get(List.copyOf(kinds.values()).get(1).token());
      throw new WrongSqlException(
          second.start(),
          second.end(),
          ":%s is of type %s here, and of type %s before. Cast one of them, or use two parameters"
              .formatted(name, simple(names.get(1)), simple(names.get(0))));
    }
  }

  private static String simple(String type) {
    return type.replaceAll("(?:\\w+\\.)+", "");
  }

  private boolean isSame(String one, String other) throws SQLException {
    try {
      return plan(one).equals(plan(other));
    } catch (WrongSqlException e) {
      return false;
    } catch (SQLException e) {
      return false; // the table is not in sight here
    }
  }

  private String plan(String text) throws WrongSqlException, SQLException {
    String known = plans.get(text);
    if (known == null) {
      known = explain(QueryTextReader.read(text, SqlSyntax.POSTGRESQL, query.casts()));
      plans.put(text, known);
    }
    return known;
  }

  private String explain(QueryText changed) throws SQLException {
    int parameters = changed.marks();
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("prepare " + PREPARED + " as " + changed.numbered().sql());
      try (ResultSet rows =
          statement.executeQuery(
              "explain (verbose, costs off) execute "
                  + PREPARED
                  + "("
                  + String.join(", ", Collections.nCopies(parameters, "null"))
                  + ")")) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      } finally {
        statement.execute("deallocate " + PREPARED);
      }
    }
    return plan.toString();
  }
}
