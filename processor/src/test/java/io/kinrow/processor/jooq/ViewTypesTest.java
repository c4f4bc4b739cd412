package io.kinrow.processor.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is claimed of a view's columns, beside what SQLite yields. */
class ViewTypesTest {

  private static final List<String> SCHEMA =
      List.of(
          "create table t (id integer primary key, a int not null, b int, r real, n numeric,"
              + " d decimal(10, 2), x text, v varchar(20), f boolean, created_at datetime,"
              + " day date, bytes blob, anything)",
          "insert into t values (1, 1999, 3, 0.5, 7, 9.5, 'ab', 'v', 1, '2024-01-02 03:04:05',"
              + " '2024-01-02', x'0102', 1.5)",
          "insert into t values (2, -5, null, 2.25, 1.25, 3, '1.5', null, 0, null, null, null, 'z')",
          "insert into t values (3, 0, 0, null, null, null, null, '7', null,"
              + " '1999-12-31 23:59:59', '1999-12-31', x'', x'07')",
          "insert into t values (4, 10, 7, 4.0, 12, 0.1, 'abc', '2.5', 1, null, null, null, 12)",
          "create table u (id integer primary key, a text, r real, extra int)",
          "insert into u values (1, 'one', 1.5, 8)",
          "insert into u values (2, '2.5', 2, null)",
          "create view mixed as select a as m from t union all select r from u",
          "create view untyped as select anything as w from t",
          "create view renamed (p, q) as select a, r from t");

  private static Connection connection;

  @BeforeAll
  @BeforeContainer
  static void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    for (String sql : SCHEMA) {
      execute(sql);
    }
  }

  @AfterAll
  @AfterContainer
  static void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      value = {
        // columns, and what keeps them
        "a => BIGINT",
        "t.a => BIGINT",
        "+a => BIGINT",
        "r => DOUBLE",
        "n => DECIMAL",
        "d => DECIMAL(10,2)",
        "x => CLOB",
        "v => VARCHAR(20)",
        "f => BOOLEAN",
        "created_at => TIMESTAMP",
        "bytes => BLOB",
        "anything => CLOB",
        "rowid => BIGINT",
        "t._rowid_ => BIGINT",
        "max(created_at) => TIMESTAMP",
        "min(day) => DATE",
        "max(f) => BOOLEAN",
        "max(d) => DECIMAL(10,2)",
        "max(anything) => CLOB",
        "min(v) over (order by id) => VARCHAR(20)",
        "lag(a) over (order by id) => BIGINT",
        "lag(a, 1, 0.5) over (order by id) => DECIMAL",
        "lead(created_at) over (order by id) => TIMESTAMP",
        "first_value(r) over (order by id) => DOUBLE",
        "nullif(a, 0.5) => BIGINT",
        "nullif(f, 0) => BOOLEAN",
        "x collate nocase => CLOB",
        // literals
        "1 => BIGINT",
        "12 => BIGINT",
        "2.5 => DECIMAL",
        "1e3 => DOUBLE",
        "'x' => CLOB",
        "x'04' => BLOB",
        "null => CLOB",
        "99999999999999999999 => DECIMAL",
        // arithmetic
        "a / 100.0 => DECIMAL",
        "a / 100 => BIGINT",
        "a / b => BIGINT",
        "b * r => DOUBLE",
        "r * b => DOUBLE",
        "a + 1 => BIGINT",
        "a + 0.5 => DECIMAL",
        "a * n => DECIMAL",
        "d * 2 => DECIMAL",
        "x + 1 => DECIMAL",
        "1 + x => DECIMAL",
        "a + x => DECIMAL",
        "a + anything => DECIMAL",
        "f + 1 => BIGINT",
        "day + 1 => DECIMAL",
        "a % 2 => BIGINT",
        "r % 2 => DOUBLE",
        "a % 2.5 => DECIMAL",
        "-a => BIGINT",
        "-r => DOUBLE",
        "-x => DECIMAL",
        "a << 2 => BIGINT",
        "~a => BIGINT",
        "(a > 1) + 1 => BIGINT",
        // choices: all that can be yielded
        "max(b, r) => DECIMAL",
        "min(a, b, 7) => BIGINT",
        "min(a, 0.5) => DECIMAL",
        "max(a, x) => CLOB",
        "coalesce(b, 0.5) => DECIMAL",
        "coalesce(b, 0) => BIGINT",
        "coalesce(f, 0) => BOOLEAN",
        "coalesce(f, 2) => BIGINT",
        "coalesce(b, 'none') => CLOB",
        "coalesce(x, v) => CLOB",
        "coalesce(created_at, 'never') => CLOB",
        "coalesce(created_at, created_at) => TIMESTAMP",
        "coalesce(created_at, day) => CLOB",
        "ifnull(b, r) => DECIMAL",
        "ifnull(null, b) => BIGINT",
        "iif(a > 9, a, 2.5) => DECIMAL",
        "iif(a > 9, r, 2.5) => DECIMAL",
        "case when b > 9 then b else 2.5 end => DECIMAL",
        "case when b > 9 then 1 when a > 1 then 2 end => BIGINT",
        "case when b > 1 then 1 else 0 end => BIGINT",
        "case when b > 1 then f else 0 end => BOOLEAN",
        "case a when 10 then 'ten' else a end => CLOB",
        "case a when 10 then r else b end => DECIMAL",
        "case when a > 1 then null else day end => DATE",
        // aggregates
        "count(*) => BIGINT",
        "count(distinct x) => BIGINT",
        "sum(a) => BIGINT",
        "sum(r) => DOUBLE",
        "sum(d) => DECIMAL",
        "sum(x) => DECIMAL",
        "sum(a > 1) => BIGINT",
        "sum(a) filter (where b > 1) => BIGINT",
        "sum(a * r) => DOUBLE",
        "sum(a) * 1.0 / count(*) => DECIMAL",
        "avg(a) => DECIMAL",
        "total(a) => DOUBLE",
        "sum(a) over (order by id) => BIGINT",
        "sum(r) over (partition by a) => DOUBLE",
        "row_number() over (order by a) => BIGINT",
        "percent_rank() over (order by a) => DECIMAL",
        "group_concat(x) => CLOB",
        // conditions and functions
        "a > b => BOOLEAN",
        "b is null => BOOLEAN",
        "a in (1, 2) and not f => BOOLEAN",
        "exists (select 1 from u) => BOOLEAN",
        "x || a => CLOB",
        "length(x) => BIGINT",
        "instr(x, 'b') => BIGINT",
        "upper(x) => CLOB",
        "upper(a) => CLOB",
        "substr(x, 1, 1) => CLOB",
        "substr(bytes, 1, 1) => BLOB",
        "trim(x) => CLOB",
        "replace(x, 'a', 'b') => CLOB",
        "hex(bytes) => CLOB",
        "abs(a) => BIGINT",
        "abs(r) => DOUBLE",
        "abs(x) => DECIMAL",
        "round(a) => DECIMAL",
        "round(r, 1) => DOUBLE",
        "round(d) => DECIMAL",
        "ceil(a) => BIGINT",
        "floor(r) => DOUBLE",
        "sqrt(a) => DECIMAL",
        "sign(r) => BIGINT",
        "random() => BIGINT",
        "typeof(a) => CLOB",
        "date(created_at) => DATE",
        "time(created_at) => TIME",
        "datetime(created_at) => CLOB",
        "strftime('%Y', created_at) => CLOB",
        "julianday(created_at) => DOUBLE",
        "unixepoch(created_at) => DECIMAL",
        "unixepoch(created_at, 'subsec') => DECIMAL",
        "current_timestamp => TIMESTAMP",
        "json_extract('[1]', '$[0]') => CLOB",
        "last_insert_rowid() => BIGINT",
        "zeroblob(3) => BLOB",
        // casts: by SQLite's affinities
        "cast(x as integer) => BIGINT",
        "cast(x as real) => DOUBLE",
        "cast(a as text) => CLOB",
        "cast(x as numeric) => DECIMAL",
        "cast(day as date) => DECIMAL",
        "cast(a as boolean) => DECIMAL",
        "cast(f as boolean) => BOOLEAN",
        "cast(x as unsigned) => DECIMAL",
        "cast(a as blob) => BLOB",
        // subqueries
        "(select max(r) from u) => DOUBLE",
        "(select u.r from u where u.id = t.id) => DOUBLE",
        "(select t.r + a from u where u.id = t.id) => DOUBLE",
        "(select a from u where u.id = t.id) => CLOB",
        "(select r from u union all select a from t) => DECIMAL",
        "(select extra + b from u where u.id = t.id) => BIGINT",
        "coalesce((select extra from u where u.id = t.id), 0) => BIGINT",
        // what jOOQ's parser does not read
        "a & 1 => CLOB",
        "a == b => CLOB",
      })
  void claimsWhatTheOperandsProve(String expression, String type) throws Exception {
    assertThat(checked("select " + expression + " as c from t")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '^',
      value = {
        "select a from t union all select extra from u => BIGINT",
        "select a from t union all select r from u => DECIMAL",
        "select r from u union select a from t => DECIMAL",
        "select a from t union all select a from u => CLOB",
        "select created_at from t union select null => TIMESTAMP",
        "select null union all select a from t => BIGINT",
        "select 1 union all select 2 union all select 2.5 => DECIMAL",
        "select a from t intersect select r from u => DECIMAL",
        "select a from t except select r from u => DECIMAL",
        "values (1), (2.5) => DECIMAL",
        "values (1), ('x') => CLOB",
        "select m from mixed => DECIMAL",
        "select m as k from (select * from mixed) => DECIMAL",
        "select max(m) from mixed => DECIMAL",
        "select w from untyped => CLOB",
        "select p from renamed => BIGINT",
        "select p * q from renamed => DOUBLE",
        "select c from (select a + 0.5 as c from t) => DECIMAL",
        "select c + 1 from (select a as c from t) s => BIGINT",
        "select s.c from (select a as c from t union all select r from t) s => DECIMAL",
        "with s as (select a as c from t) select c from s => BIGINT",
        "with s(c) as (select r from t) select c * 2 from s => DOUBLE",
        "with s as (select c from z), z as (select a / 2.0 as c from t) select c from s => DECIMAL",
        "with t as (select r as a from u) select a from t => DOUBLE",
        "with t as (select r as a from u) select a from main.t => BIGINT",
        "with recursive n(i) as (values (1) union all select i + 0.5 from n where i < 3) select i"
            + " from n => CLOB",
        "select u.r from t left join u on u.id = t.id => DOUBLE",
        "select extra from t left join u on u.id = t.id => BIGINT",
        "select id from t join u using (id) => BIGINT",
        "select a from t full join u using (a) => CLOB",
        "select a from t join u using (a) => CLOB",
        "select a from t full join u using (a) where a == 'one' => CLOB",
        "select id from t left join u using (id) where x == 'one' => BIGINT",
        "select a from t where a == 1 => BIGINT",
        "select a from t where a == 1 union all select r from t => CLOB",
        "select m from mixed where m == 1 => CLOB",
        "select T.A from t as T => BIGINT",
        "select \"a\" from t => BIGINT",
        "select \"nothing\" from t => CLOB",
        "select [a] + `a` from main.t => BIGINT",
        "select 'union' || a from t => CLOB",
        "select a as c from t where x <> 'union' => CLOB",
        "select key from json_each('[1, 2.5]') => BLOB",
      })
  void claimsWhatEveryPartProves(String query, String type) throws Exception {
    assertThat(checked(query)).isEqualTo(type);
  }

  @Test
  void typesAllColumns_whenAQueryTakesWholeTables() throws Exception {
    assertThat(types("create view c as select * from u")).isEqualTo("BIGINT CLOB DOUBLE BIGINT");
    assertThat(types("create view c as select 1.5, u.* from t, u"))
        .isEqualTo("DECIMAL BIGINT CLOB DOUBLE BIGINT");
    assertThat(types("create view c as select * from (select a from t), (select r * a from u)"))
        .isEqualTo("BIGINT DOUBLE");
    assertThat(
            types("create view c as select * from u join (select 1.5 as k, id from u) using (id)"))
        .isEqualTo("BIGINT CLOB DOUBLE BIGINT DECIMAL");
    assertThat(types("create view c as select a -- as select 1.5\n from t /* union */ where b > 1"))
        .isEqualTo("CLOB");
    assertThat(types("create view \"as select 1\" (o, p) as select r, a || x from t"))
        .isEqualTo("DOUBLE CLOB");
  }

  /** SQLite makes a REAL of a sum beyond 64 bits; nothing is claimed that could hold it cut. */
  @Test
  void yieldsARealBeyondLong_whenWholeNumbersOverflow() throws Exception {
    assertThat(types("create view c as select 9223372036854775807 + a as c from t"))
        .isEqualTo("BIGINT");
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select typeof(9223372036854775807 + 1), 9223372036854775807 + 1")) {
      assertThat(row.getString(1)).isEqualTo("real");
      assertThat(row.getDouble(2)).isEqualTo(0x1p63);
    }
  }

  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
  void holdsWhatSqliteYields(@ForAll("expressions") String expression) throws Exception {
    checked("select " + expression + " as c from t");
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void holdsWhatSqliteYields_whenQueriesAreNested(
      @ForAll("expressions") String one, @ForAll("expressions") String other) throws Exception {
    checked(
        "with s(c) as (select "
            + one
            + " from t union all select "
            + other
            + " from t) select (select max(c, k) from (select c as k from s) limit 1) as c from s");
  }

  /** jOOQ and SQLite do not agree on what binds tighter. */
  @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
  void holdsWhatSqliteYields_whateverBindsTighter(@ForAll("chains") String chain) throws Exception {
    checked("select " + chain + " as c from t");
  }

  @Provide
  Arbitrary<String> chains() {
    Arbitrary<String> operand =
        Arbitraries.of("a", "b", "r", "n", "x", "f", "-a", "~b", "not a", "-r", "2.5", "'2'", "-x");
    Arbitrary<String> operator =
        Arbitraries.of(
            " + ",
            " - ",
            " * ",
            " / ",
            " % ",
            " || ",
            " << ",
            " >> ",
            " < ",
            " = ",
            " and ",
            " or ",
            " is ",
            " is not ",
            " between 1 and ",
            " not in (1, 2) + ",
            " is null = ",
            " like ");
    return Combinators.combine(operand, operator.list().ofSize(3), operand.list().ofSize(3))
        .as(
            (first, operators, operands) ->
                first
                    + operators.get(0)
                    + operands.get(0)
                    + operators.get(1)
                    + operands.get(1)
                    + operators.get(2)
                    + operands.get(2));
  }

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "a",
            "b",
            "r",
            "n",
            "d",
            "x",
            "v",
            "f",
            "day",
            "created_at",
            "bytes",
            "anything",
            "0",
            "1",
            "3",
            "2.5",
            "null",
            "'k'",
            "'2.5'",
            "x'01'",
            "true");
    return Arbitraries.lazyOf(() -> leaf, () -> leaf, () -> unary(), () -> binary());
  }

  private Arbitrary<String> unary() {
    return Combinators.combine(
            Arbitraries.of(
                "abs(%s)",
                "round(%s)",
                "(- %s)",
                "(~ %s)",
                "upper(%s)",
                "length(%s)",
                "typeof(%s)",
                "substr(%s, 1, 2)",
                "cast(%s as integer)",
                "cast(%s as real)",
                "cast(%s as text)",
                "cast(%s as numeric)",
                "cast(%s as boolean)",
                "(%s is null)",
                "(not %s)",
                "(select %s from u limit 1)",
                "date(%s)",
                "hex(%s)",
                "ceil(%s)",
                "sign(%s)",
                "nullif(%s, 1)",
                "(case when a > 3 then %s end)"),
            expressions())
        .as((form, operand) -> form.replace("%s", operand));
  }

  private Arbitrary<String> binary() {
    return Combinators.combine(
            Arbitraries.of(
                "(%s + %t)",
                "(%s - %t)",
                "(%s * %t)",
                "(%s / %t)",
                "(%s %% %t)",
                "(%s || %t)",
                "(%s < %t)",
                "(%s and %t)",
                "max(%s, %t)",
                "min(%s, %t)",
                "coalesce(%s, %t)",
                "ifnull(%s, %t)",
                "iif(a > 3, %s, %t)",
                "nullif(%s, %t)",
                "(case a when 10 then %s else %t end)",
                "(case when b > 2 then %s else %t end)"),
            expressions(),
            expressions())
        .as((form, one, two) -> form.replace("%%", "%").replace("%s", one).replace("%t", two));
  }

  /** The type claimed for the only column, which holds all that SQLite yields. */
  private static String checked(String query) throws SQLException {
    String type = types("create view c as " + query);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from c")) {
      String column = rows.getMetaData().getColumnName(1).replace("\"", "\"\"");
      try (Statement inner = connection.createStatement();
          ResultSet values =
              inner.executeQuery("select \"" + column + "\", typeof(\"" + column + "\") from c")) {
        while (values.next()) {
          assertHolds(type, values, query);
        }
      }
    }
    return type;
  }

  private static void assertHolds(String type, ResultSet value, String query) throws SQLException {
    String stored = value.getString(2);
    if (stored.equals("null")) {
      return;
    }
    String what = query + " is " + type + " and yields " + stored + " " + value.getString(1);
    switch (type.replaceAll("\\(.*", "")) {
      case "BIGINT" -> assertThat(stored).as(what).isEqualTo("integer");
      case "BOOLEAN" -> assertThat(value.getString(1)).as(what).isIn("0", "1");
      case "DECIMAL" -> assertThat(stored).as(what).isIn("integer", "real");
      case "DOUBLE" ->
          assertThat(new BigDecimal(value.getDouble(1)))
              .as(what)
              .isEqualByComparingTo(
                  stored.equals("integer")
                      ? BigDecimal.valueOf(value.getLong(1))
                      : new BigDecimal(value.getDouble(1)));
      case "DATE", "TIME", "TIMESTAMP" -> assertThat(stored).as(what).isEqualTo("text");
      case "BLOB" -> {}
      case "VARCHAR" -> assertThat(stored).as(what).isEqualTo("text");
      default -> {}
    }
  }

  private static String types(String view) throws SQLException {
    execute("drop view if exists c");
    execute("drop view if exists \"as select 1\"");
    execute(view);
    SqliteCatalogue catalogue = new SqliteCatalogue(connection);
    assertThat(catalogue.unreadable()).isEmpty();
    String name = view.contains("\"as select 1\"") ? "as select 1" : "c";
    return new ViewTypes(DSL.using(connection, SQLDialect.SQLITE), catalogue.tables())
        .of(catalogue.tables().get(name)).stream()
            .map(type -> type.name() + arguments(type))
            .collect(Collectors.joining(" "));
  }

  private static String arguments(SqliteType type) {
    return type.length() > 0
        ? "(" + type.length() + ")"
        : type.scale() > 0 ? "(" + type.precision() + "," + type.scale() + ")" : "";
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
