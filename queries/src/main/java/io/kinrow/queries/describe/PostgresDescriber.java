package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.ParameterUse;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes queries on PostgreSQL: the server says whether they are valid, their types, and where
 * columns come from; its plan says which of them can be NULL.
 */
public final class PostgresDescriber implements Describer {

  private static final String PREPARED = "kinrow_query";

  private final Connection connection;
  private final PostgresRelations schema;
  private final String path;

  /**
   * Creates one.
   *
   * @param connection to the migrated database; only its settings are changed, and set back
   * @param schemas those that names without a schema are looked for in, before {@code public}
   */
  public PostgresDescriber(Connection connection, List<String> schemas) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show search_path")) {
      row.next();
      this.path = row.getString(1);
    }
    String schemaNames =
        Stream.concat(schemas.stream(), Stream.of("public"))
            .distinct()
            .map(Names::quoted)
            .collect(Collectors.joining(", "));
    execute("set search_path to " + schemaNames);
    execute("set plan_cache_mode = force_generic_plan");
    this.schema = new PostgresRelations(connection);
  }

  @Override
  public SqlSyntax syntax() {
    return SqlSyntax.POSTGRESQL;
  }

  @Override
  public DescribedQuery describe(QueryText query) throws WrongSqlException, SQLException {
    QueryShape shape = QueryShape.of(query.tokens());
    List<String> types = new ArrayList<>();
    List<DescribedColumn> columns = new ArrayList<>();
    PostgresPlan plan;
    try (PreparedStatement prepared = connection.prepareStatement(query.sql())) {
      ParameterMetaData parameters = prepared.getParameterMetaData();
      for (int i = 1; i <= query.marks(); i++) {
        types.add(parameters.getParameterTypeName(i));
      }
      Optional<QueryText> rows = PostgresCasts.ofRows(query, types);
      if (rows.isPresent()) {
        return describe(rows.get());
      }
      ResultSetMetaData result = prepared.getMetaData();
      plan = plan(query.numbered().sql(), types.size());
      if (result != null) {
        PostgresNullability nullability =
            new PostgresNullability(
                schema, shape, new StatementScope(schema, syntax(), query.text(), shape), plan);
        columns.addAll(
            columns(
                result, new PostgresUnions(connection, query, shape).origins(result), nullability));
      }
    } catch (SQLException e) {
      Optional<QueryText> typed =
          PostgresCasts.isWanted(e)
              ? new PostgresCasts(connection, query).query(e)
              : Optional.empty();
      if (typed.isPresent()) {
        return describe(typed.get());
      }
      throw new PostgresMistakes(schema, query, shape).explain(e);
    }
    return new DescribedQuery(
        query.text(),
        query.sql(),
        new PostgresParameters(connection, schema, query, shape, types).describe(),
        query.uses().stream().map(ParameterUse::parameter).toList(),
        !columns.isEmpty(),
        plan.writes() || callsChanging(query.tokens()),
        columns,
        List.of(),
        query.casts());
  }

  private static List<DescribedColumn> columns(
      ResultSetMetaData result, List<ColumnOrigin> origins, PostgresNullability nullability)
      throws SQLException {
    List<DescribedColumn> columns = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      columns.add(
          nullability.column(
              result.getColumnLabel(i + 1),
              origins.get(i),
              PostgresType.java(result.getColumnTypeName(i + 1)),
              i,
              origins.size()));
    }
    return columns;
  }

  /** The generic plan. */
  private PostgresPlan plan(String numbered, int parameters) throws SQLException {
    String nulls = String.join(", ", Collections.nCopies(parameters, "null"));
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("prepare " + PREPARED + " as " + numbered);
      try (ResultSet row =
          statement.executeQuery(
              "explain (verbose, format xml, costs off) execute "
                  + PREPARED
                  + (parameters == 0 ? "" : "(" + nulls + ")"))) {
        row.next();
        return PostgresPlan.of(row.getString(1));
      } finally {
        statement.execute("deallocate " + PREPARED);
      }
    }
  }

  private boolean callsChanging(List<Token> tokens) throws SQLException {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isName()
          && tokens.get(i + 1).is("(")
          && schema.canChange(tokens.get(i).unquoted().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("reset plan_cache_mode");
    execute("set search_path to " + path);
  }
}
