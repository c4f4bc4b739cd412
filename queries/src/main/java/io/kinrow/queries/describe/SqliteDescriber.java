package io.kinrow.queries.describe;

import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedQuery;
import io.kinrow.queries.text.ParameterUse;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.QueryTextReader;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes queries on SQLite: the database itself says whether they are valid, an empty copy of it
 * says where columns come from.
 */
public final class SqliteDescriber implements Describer {

  private final Connection connection;
  private final SqliteRelations schema;
  private final TaggedCopy copy;
  private final Relations relations;

  /**
   * Creates one.
   *
   * @param connection to the migrated database; nothing is written
   */
  public SqliteDescriber(Connection connection) throws SQLException {
    this.connection = connection;
    this.schema = new SqliteRelations(connection);
    this.copy = new TaggedCopy(schema);
    this.relations = new SqliteOrigins(schema, copy);
  }

  @Override
  public SqlSyntax syntax() {
    return SqlSyntax.SQLITE;
  }

  @Override
  public DescribedQuery describe(QueryText query) throws WrongSqlException, SQLException {
    try (PreparedStatement valid = connection.prepareStatement(query.sql())) {
      valid.clearParameters();
    } catch (SQLException e) {
      throw new SqliteMistakes(connection, schema, relations, query).explain(e);
    }
    new SqliteQuotes(connection, relations, query).refuseStrings();
    QueryShape shape = QueryShape.of(query.tokens());
    SqliteProgram program = SqliteProgram.of(connection, schema.pages(), query.sql());
    List<DescribedColumn> columns = columns(query, shape, program);
    SqliteParameters parameters = new SqliteParameters(connection, relations, query, shape);
    Map<Integer, String> rows = parameters.rows();
    rows.putAll(query.casts());
    return new DescribedQuery(
        query.text(),
        QueryTextReader.read(query.text(), syntax(), rows).sql(),
        parameters.describe(),
        query.uses().stream().map(ParameterUse::parameter).toList(),
        !columns.isEmpty(),
        program.writes(),
        columns,
        List.of(),
        rows);
  }

  /** A text as it is sent: with a list of rows, SQLite refuses it as it is written. */
  static String sent(String text) {
    try {
      return QueryTextReader.read(text, SqlSyntax.SQLITE).sql();
    } catch (WrongSqlException e) {
      return text; // a part of a statement
    }
  }

  private List<DescribedColumn> columns(QueryText query, QueryShape shape, SqliteProgram program)
      throws SQLException {
    StatementScope scope = new StatementScope(relations, syntax(), query.text(), shape);
    Optional<SeparateUses> uses = SeparateUses.of(query.text(), shape, relations, copy);
    if (uses.isPresent()) {
      try {
        return columns(
            shape,
            scope,
            copy.program(sent(uses.get().sql())),
            uses,
            copy.describe(sent(uses.get().sql())));
      } catch (SQLException e) {
        // a name that is written in another way, such as main.users.id
      }
    }
    return columns(shape, scope, program, Optional.empty(), copy.describe(query.sql(), connection));
  }

  private List<DescribedColumn> columns(
      QueryShape shape,
      StatementScope scope,
      SqliteProgram program,
      Optional<SeparateUses> uses,
      List<TaggedCopy.Described> described) {
    Doubts doubts = SqliteDoubts.of(schema, copy, scope);
    SqliteNullability nullability =
        new SqliteNullability(schema, shape, scope, program, doubts, uses);
    List<DescribedColumn> columns = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      columns.add(nullability.column(described.get(i), i, described.size()));
    }
    return columns;
  }

  @Override
  public void close() throws SQLException {
    copy.close();
  }
}
