package io.kinrow.queries.describe;

import io.kinrow.queries.text.ParameterUse;
import io.kinrow.queries.text.QueryText;
import io.kinrow.queries.text.QueryTextReader;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.WrongSqlException;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives parameters a type where PostgreSQL cannot tell one, as in {@code :name is null or nickname
 * = :name}: the type of another use of the same parameter.
 */
final class PostgresCasts {

  private static final String NO_TYPE = "42P18";
  private static final Pattern PARAMETER = Pattern.compile(".*\\$(\\d+).*", Pattern.DOTALL);

  private final Connection connection;
  private final QueryText query;

  PostgresCasts(Connection connection, QueryText query) {
    this.connection = connection;
    this.query = query;
  }

  static boolean isWanted(SQLException refusal) {
    return NO_TYPE.equals(refusal.getSQLState());
  }

  /** The query with casts, if there are types for all of them. */
  Optional<QueryText> query(SQLException refusal) throws WrongSqlException, SQLException {
    Map<Integer, String> casts = new HashMap<>();
    SQLException next = refusal;
    while (true) {
      Matcher parameter = PARAMETER.matcher(String.valueOf(next.getMessage()));
      if (!parameter.matches()
          || casts.put(Integer.parseInt(parameter.group(1)) - 1, "text") != null) {
        return Optional.empty();
      }
      try (PreparedStatement prepared = connection.prepareStatement(with(casts).sql())) {
        return typed(casts, prepared.getParameterMetaData());
      } catch (SQLException e) {
        if (!isWanted(e)) {
          return Optional.empty();
        }
        next = e;
      }
    }
  }

  private Optional<QueryText> typed(Map<Integer, String> casts, ParameterMetaData types)
      throws WrongSqlException, SQLException {
    Map<Integer, String> typed = new HashMap<>();
    for (int cast : casts.keySet()) {
      ParameterUse use = query.useOf(cast);
      for (int i = 0; i < query.marks(); i++) {
        ParameterUse other = query.useOf(i);
        if (other.parameter() == use.parameter() && !casts.containsKey(i) && !other.list()) {
          typed.putIfAbsent(cast, types.getParameterTypeName(i + 1));
        }
      }
    }
    return typed.size() == casts.size() ? Optional.of(with(typed)) : Optional.empty();
  }

  /**
   * The query with the types of its lists of rows, if they are not written yet: an array has to
   * name them.
   *
   * @param types those of its question marks, as the server tells them
   */
  static Optional<QueryText> ofRows(QueryText query, List<String> types) throws WrongSqlException {
    Map<Integer, String> all = new HashMap<>(query.casts());
    for (ParameterUse use : query.uses()) {
      for (int i = 0; use.rows() && i < use.marks(); i++) {
        int mark = use.firstMark() + i;
        all.computeIfAbsent(mark, untyped -> PostgresType.sql(types.get(mark)));
      }
    }
    return all.size() == query.casts().size()
        ? Optional.empty()
        : Optional.of(QueryTextReader.read(query.text(), SqlSyntax.POSTGRESQL, all));
  }

  private QueryText with(Map<Integer, String> casts) throws WrongSqlException {
    Map<Integer, String> all = new HashMap<>(query.casts());
    all.putAll(casts);
    return QueryTextReader.read(query.text(), SqlSyntax.POSTGRESQL, all);
  }
}
