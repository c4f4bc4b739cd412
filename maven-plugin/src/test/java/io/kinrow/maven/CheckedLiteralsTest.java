package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What constraints prove, as the catalogues of the engines have them. */
class CheckedLiteralsTest {

  private static final String BOTH =
      """
      check (role in ('admin', 'writer')) ¦ admin,writer
      check (role in ('writer')) ¦ writer
      check (ROLE IN ('admin','writer')) ¦ admin,writer
      check ("role" in ('admin', 'writer')) ¦ admin,writer
      constraint roles check (((role) in (('admin'), 'writer'))) ¦ admin,writer
      check (role in ('admin', 'writer') or role is null) ¦ admin,writer
      check (role is null or role in ('admin', 'writer')) ¦ admin,writer
      check (role = 'admin' or role = 'writer') ¦ admin,writer
      check (role = 'admin' or 'writer' = role or role in ('x', 'y')) ¦ admin,writer,x,y
      check (role = 'admin') ¦ admin
      check (role in ('admin', 'writer') and length(role) > 1) ¦ admin,writer
      check (n > 1 and role in ('admin', 'writer')) ¦ admin,writer
      check (n > 1 and (n < 9 or n = 12) and (role in ('a') or role in ('b'))) ¦ a,b
      check (role in ('a', 'b', 'c')) check (role in ('d', 'c', 'b')) ¦ b,c
      check (role in ('a', 'b') and role in ('b', 'c')) ¦ b
      check (role in ('a') and role in ('b')) ¦
      check (role in ('it''s', 'a b', '(', ' or x')) ¦ it's,a b,(, or x
      check (role in ('a', 'a')) ¦ a
      check (role is null) ¦
      check (role is not null) ¦
      check (role in ('a', null)) ¦
      check (role in ('a', 'b') or n = 1) ¦
      check (role in ('a', 'b') or n is null) ¦
      check (role not in ('a', 'b')) ¦
      check (not (role in ('a', 'b'))) ¦
      check (not role in ('a', 'b')) ¦
      check (role <> 'a') ¦
      check (role > 'a') ¦
      check (role like 'a') ¦
      check (role between 'a' and 'b') ¦
      check (lower(role) in ('a', 'b')) ¦
      check (role || '' in ('a', 'b')) ¦
      check (role in ('a' || 'b')) ¦
      check (role in (other)) ¦
      check (role = other) ¦
      check (other in ('a', 'b')) ¦
      check (n in (1, 2)) ¦
      check (n = 1 or role in ('a')) ¦
      check ((role in ('a', 'b')) = (n = 1)) ¦
      check (case when n = 1 then role in ('a', 'b') else role = 'c' end) ¦
      check (coalesce(role, 'a') in ('a', 'b')) ¦
      check ((role in ('a', 'b')) is true) ¦
      check (length(role) > 1) ¦
      """;

  @ParameterizedTest
  @CsvSource(
      textBlock = BOTH,
      delimiter = '¦',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false)
  void constraintProvesItsLiterals_onSqlite(String check, String literals) throws Exception {
    assertThat(sqlite("create table t (role text, other text, n int, " + check.strip() + ")"))
        .isEqualTo(expected("t.role", check, literals));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock = BOTH,
      delimiter = '¦',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false)
  void constraintProvesItsLiterals_onPostgres(String check, String literals) throws Exception {
    for (String type : List.of("text", "varchar", "varchar(10)")) {
      assertThat(
              postgres(
                  "create table t (role "
                      + type
                      + ", other text, n int, "
                      + check.strip().replace(") check", "), check")
                      + ")"))
          .isEqualTo(expected("public.t.role", check, literals));
    }
  }

  private static Map<String, Set<String>> expected(String column, String check, String literals) {
    if (check.contains("other in")) {
      return Map.of(column.replace("role", "other"), Set.of("a", "b"));
    }
    return literals == null ? Map.of() : Map.of(column, Set.of(literals.substring(1).split(",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          role text collate nocase check (role in ('a'))
          role text collate rtrim check (role in ('a'))
          role text check (role collate nocase in ('a'))
          role text check (role in ("a"))
          role text check (role in (x'61'))
          role int check (role in ('a'))
          role check (role in ('a'))
          role blob check (role in ('a'))
          role string check (role in ('a'))
          role charint check (role in ('a'))
          role text default 'check (role in (''a''))'
          role text, n int, check (n between 1 and 2 and role in ('a'))
          """)
  void columnStaysText_onSqlite(String column) throws Exception {
    assertThat(sqlite("create table t (" + column + ")")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create table t (role char(3) check (role in ('a')))
          create table t (role name check (role in ('a')))
          create table t (role text[] check (role[1] in ('a')))
          create domain d as text check (value in ('a')); create table t (role d)
          create table t (role text); alter table t add check (role in ('a')) not valid
          create table t (role text, check (role in ('a')) no inherit)
          create table t (role text, check (role collate "C" in ('a')))
          create table t (role text, check (role::varchar(1) in ('a')))
          create table t (role text, check (role in ('a'::varchar(1))))
          create table t (role text, check (role = all (array['a', 'b'])))
          create table t (role text, check (role <> any (array['a', 'b'])))
          create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false); create table t (role text collate ci check (role in ('a')))
          """)
  void columnStaysText_onPostgres(String sql) throws Exception {
    assertThat(postgres(sql)).isEmpty();
  }

  @Test
  void literalsKeepTheirOrder() throws Exception {
    assertThat(sqlite("create table t (role text check (role in ('z', 'a', 'm')))").get("t.role"))
        .containsExactly("z", "a", "m");
  }

  private static Map<String, Set<String>> sqlite(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return SqliteChecks.of(connection);
    }
  }

  private static String url;

  @BeforeAll
  static void createDatabase() throws Exception {
    url = PostgresServer.freshDatabase("checked-literals");
  }

  private static Map<String, Set<String>> postgres(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      Map<String, Set<String>> found = PostgresChecks.of(connection);
      connection.rollback();
      return found;
    }
  }
}
