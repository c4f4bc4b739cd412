package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.text.CompoundSelect;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.QueryTextReader;
import io.kinrow.queries.text.SelectBlock.Role;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.TokenRange;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGResultSetMetaData;

/**
 * Where columns of a result come from on PostgreSQL, which tells nothing of those that pass through
 * a UNION: there, what comes from a column of the first arm must come from it in each arm.
 */
final class PostgresUnions {

  private final Connection connection;
  private final QueryText query;
  private final QueryShape shape;

  PostgresUnions(Connection connection, QueryText query, QueryShape shape) {
    this.connection = connection;
    this.query = query;
    this.shape = shape;
  }

  /** What the server tells of each column. */
  static List<ColumnOrigin> bases(ResultSetMetaData result) throws SQLException {
    PGResultSetMetaData bases = result.unwrap(PGResultSetMetaData.class);
    List<ColumnOrigin> origins = new ArrayList<>();
    for (int i = 1; i <= result.getColumnCount(); i++) {
      origins.add(
          bases.getBaseTableName(i).isEmpty()
              ? ColumnOrigin.NONE
              : new ColumnOrigin(
                  bases.getBaseSchemaName(i),
                  bases.getBaseTableName(i),
                  bases.getBaseColumnName(i)));
    }
    return origins;
  }

  List<ColumnOrigin> origins(ResultSetMetaData result) throws SQLException {
    List<ColumnOrigin> bases = bases(result);
    List<CompoundSelect> compounds =
        shape.compounds().stream().filter(compound -> compound.role() != Role.OTHER).toList();
    if (compounds.size() != 1 || !bases.contains(ColumnOrigin.NONE)) {
      return bases;
    }
    try {
      return withoutUnion(compounds.get(0), bases);
    } catch (SQLException | WrongSqlException e) {
      return bases; // an arm that cannot stand alone
    }
  }

  private List<ColumnOrigin> withoutUnion(CompoundSelect compound, List<ColumnOrigin> bases)
      throws SQLException, WrongSqlException {
    String with = shape.text(shape.with(), query.text());
    List<List<ColumnOrigin>> arms = new ArrayList<>();
    for (TokenRange arm : compound.arms()) {
      arms.add(describe(with + " " + shape.text(arm, query.text())));
    }
    Set<ColumnOrigin> mixed = new HashSet<>();
    for (int i = 0; i < arms.get(0).size(); i++) {
      int column = i;
      if (arms.stream().map(arm -> arm.get(column)).distinct().count() > 1) {
        arms.forEach(arm -> mixed.add(arm.get(column)));
      }
    }
    List<ColumnOrigin> found = describe(firstArmOnly(compound));
    List<ColumnOrigin> origins = new ArrayList<>();
    for (int i = 0; i < bases.size(); i++) {
      ColumnOrigin origin = bases.get(i).isKnown() ? bases.get(i) : found.get(i);
      origins.add(mixed.contains(origin) ? ColumnOrigin.NONE : origin);
    }
    return origins;
  }

  private String firstArmOnly(CompoundSelect compound) {
    List<Token> tokens = query.tokens();
    TokenRange first = compound.arms().get(0);
    TokenRange last = compound.arms().get(compound.arms().size() - 1);
    return query.text().substring(0, tokens.get(first.end() - 1).end())
        + query.text().substring(tokens.get(last.end() - 1).end());
  }

  private List<ColumnOrigin> describe(String text) throws SQLException, WrongSqlException {
    String sql = QueryTextReader.read(text.strip(), SqlSyntax.POSTGRESQL).sql();
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      ResultSetMetaData result = prepared.getMetaData();
      return result == null ? List.of() : bases(result);
    }
  }
}
