package io.kinrow.maven;

import io.kinrow.migrate.sql.PostgresTokenizer;
import io.kinrow.migrate.sql.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of PostgreSQL's text columns, where CHECK constraints list them. */
final class PostgresChecks {

  /**
   * Constraints that all rows satisfy, each with one of its columns: {@code NOT VALID} says nothing
   * of older rows, {@code NO INHERIT} nothing of those of inheriting tables, and to other
   * collations different texts may be equal.
   */
  private static final String CONSTRAINTS =
      """
      select n.nspname, c.relname, a.attname, pg_get_expr(k.conbin, k.conrelid)
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid and c.relkind in ('r', 'p')
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
      join pg_collation l on l.oid = a.attcollation and l.collisdeterministic
      where k.contype = 'c' and k.convalidated and not k.connoinherit
        and a.atttypid in ('text'::regtype, 'varchar'::regtype)
      order by 1, 2, a.attnum, k.conname
      """;

  private PostgresChecks() {}

  /** By {@code schema.table.column}. */
  static Map<String, Set<String>> of(Connection connection) throws SQLException {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CONSTRAINTS)) {
      while (rows.next()) {
        String column = rows.getString(3);
        String id = rows.getString(1) + "." + rows.getString(2) + "." + column;
        List<Token> condition = PostgresTokenizer.tokens(rows.getString(4));
        CheckedLiterals.of(condition, column::equals)
            .ifPresent(literals -> found.merge(id, literals, CheckedLiterals::both));
      }
    }
    return found;
  }
}
