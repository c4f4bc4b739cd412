package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every type that PostgreSQL's documentation lets a column have: values from its borders, made by
 * the server, go through every path and back. The table of types in docs/postgresql.md is this
 * test's output; {@code -Dbless=true} writes it.
 */
class PostgresTypesTest {

  private static final Path PAGE = Path.of("..", "docs", "postgresql.md");
  private static final String BEGIN = "<!-- table: written by PostgresTypesTest -->\n";
  private static final String END = "<!-- end of the table -->\n";

  /** Made before the tables. */
  private static final String BEFORE =
      """
      create extension citext;
      create extension hstore;
      create extension ltree;
      create type status as enum ('new', 'in-progress', 'class', '', 'Ünicode "x"');
      create domain code as varchar(10) check (value <> 'bad');
      create domain score as integer check (value >= 0);
      create domain mood as status;
      create domain email as citext check (value like '%@%');
      create domain work_email as email;
      create domain span as int4range;
      create domain cents as money;
      create domain dates as date[];
      create type place as (name text, at timestamp, size numeric(6, 2), "order" integer[]);
      create domain spot as place;
      create type floatrange as range (subtype = float8);
      """;

  /** One of each kind that is stored or bound in a way of its own. */
  private static final Set<String> FEW =
      Set.of(
          "numeric",
          "varbit",
          "timetz",
          "interval",
          "xml",
          "point",
          "dates",
          "place",
          "workemail",
          "enums",
          "jsonb",
          "matrix",
          "texts",
          "citexts");

  /** Types whose values PostgreSQL cannot read from a text that is compared with a column. */
  private static final Set<String> ONLY_STORED = Set.of("place", "spot", "regclass", "regtype");

  /** A type whose values cannot be collected in an array, as keys are. */
  private static final Set<String> NO_KEY = Set.of("dates");

  /**
   * A type and values of it.
   *
   * @param name of its tables
   * @param column its declaration
   * @param literals SQL expressions behind {@code =}, others without their quotes; behind {@code !}
   *     those that no Java value can stand for
   */
  private record Sampled(
      String name,
      String column,
      boolean equality,
      boolean unique,
      boolean order,
      boolean key,
      List<String> literals) {

    static Sampled of(String name, String column, String... literals) {
      return new Sampled(name, column, false, false, false, false, List.of(literals));
    }

    /** The type without what only a declaration of a column can have. */
    String type() {
      return switch (column) {
        case "smallserial" -> "smallint";
        case "serial" -> "integer";
        case "bigserial" -> "bigint";
        default -> column.replaceAll(" (generated|collate) .*", "");
      };
    }

    /** With what the server says of the type, when it is given the values. */
    Sampled asked(Statement server) throws SQLException {
      server.execute(samples());
      String asked = "create temporary table asked (v $type unique) on commit drop;";
      String filled =
          "insert into asked select v from $name_samples where i = 1 on conflict do nothing;";
      boolean unique = takes(server, asked + filled + filled);
      return new Sampled(
          name,
          column,
          takes(
              server,
              "select from $name_samples where v = (select v from $name_samples where i = 1)"),
          unique,
          unique
              && takes(
                  server,
                  "select from $name_samples where v > (select v from $name_samples where i = 1)"),
          unique
              && takes(
                  server,
                  asked
                      + "create temporary table asking (v $type references asked(v)) on commit drop;"
                      + filled
                      + "insert into asking select v from asked; delete from asking"),
          literals);
    }

    private boolean takes(Statement server, String sql) throws SQLException {
      server.execute("savepoint before");
      try {
        server.execute(of(sql));
        return true;
      } catch (SQLException e) {
        return false;
      } finally {
        server.execute("rollback to before");
      }
    }

    String of(String template) {
      String upper = name.substring(0, 1).toUpperCase() + name.substring(1);
      return template
          .replace("$name", name)
          .replace("$Name", upper)
          .replace("$NAME", name.toUpperCase())
          .replace("$column", column)
          .replace("$type", type())
          .replace("$refused", refused());
    }

    private String refused() {
      return IntStream.range(0, literals.size())
          .filter(i -> literals.get(i).startsWith("!"))
          .mapToObj(i -> String.valueOf(i + 1))
          .collect(Collectors.joining(", ", "List.of(", ")"));
    }

    String tables() {
      return of(
          "create table $name_rows (id bigint generated by default as identity primary key, v $column not null"
              + (unique ? " unique" : "")
              + ", n $type);\n"
              + "create view $name_views as select id, v, n from $name_rows;\n"
              + (key
                  ? "create table $name_uses (id bigint generated by default as identity primary key, "
                      + "owner_id $type not null references $name_rows(v));\n"
                      + "create table $name_keys (k $type primary key, x bigint);\n"
                  : ""));
    }

    String samples() {
      StringBuilder sql =
          new StringBuilder(of("create table $name_samples (i integer, v $type);\n"));
      for (int i = 0; i < literals.size(); i++) {
        String literal = literals.get(i).replaceFirst("^!", "");
        String value =
            literal.startsWith("=") ? literal.substring(1) : "'" + literal.replace("'", "''") + "'";
        sql.append(of("insert into $name_samples values (" + (i + 1) + ", "))
            .append(value)
            .append("::")
            .append(type())
            .append(");\n");
      }
      return sql.toString();
    }

    private boolean isCompared() {
      return equality && !ONLY_STORED.contains(column);
    }

    private boolean isKey() {
      return key && isCompared() && !NO_KEY.contains(column);
    }

    private static String cell(boolean offered, boolean works) {
      return works ? "yes" : offered ? "no" : "–";
    }

    /** A row of the table of types; each "yes" was tried. */
    String row(Class<?> java) {
      List<String> refused =
          literals.stream()
              .filter(literal -> literal.startsWith("!"))
              .map(literal -> "`" + literal.substring(1) + "`")
              .toList();
      return "| `%s` | `%s` | yes%s | yes | %s | %s | %s |\n"
          .formatted(
              column,
              java.getSimpleName(),
              refused.isEmpty() ? "" : "; refused: " + String.join(", ", refused),
              cell(equality, isCompared()),
              cell(order, order && isCompared()),
              cell(key, isKey()));
    }

    String method() {
      String paths = of(PATHS);
      if (name.equals("matrix")) { // views do not say how many dimensions an array has
        paths = paths.replaceFirst(" *\\.read\\(\"view\".*\\n", "");
      }
      if (name.equals("real") || name.equals("double")) { // jOOQ's literal -0.0 is a numeric
        paths =
            paths.replaceFirst("(?s) *\\.write\\(\"dsl insert of literals.*?(?= *\\.write)", "");
      }
      StringBuilder method = new StringBuilder(of(START)).append(paths);
      if (isCompared()) {
        method.append(of(EQUAL));
      }
      if (unique && isCompared()) {
        method.append(of(UNIQUE));
      }
      if (order && isCompared()) {
        method.append(of(ORDER));
      }
      if (isKey()) {
        method.append(of(KEY));
      }
      return method.append("              .run();\n  }\n").toString();
    }
  }

  private static final List<Sampled> TYPES =
      List.of(
          Sampled.of("smallint", "smallint", "0", "-32768", "32767"),
          Sampled.of("integer", "integer", "0", "-2147483648", "2147483647"),
          Sampled.of("bigint", "bigint", "0", "-9223372036854775808", "9223372036854775807"),
          Sampled.of("smallserial", "smallserial", "1", "32767"),
          Sampled.of("serial", "serial", "1", "2147483647"),
          Sampled.of("bigserial", "bigserial", "1", "9223372036854775807"),
          Sampled.of("identity", "bigint generated by default as identity", "1", "-5"),
          Sampled.of(
              "numeric",
              "numeric",
              "0",
              "-0.000",
              "1.50",
              "1e-400",
              "-123456789012345678901234567890.123456789012345678901234567890",
              "1e1000",
              "!NaN",
              "!Infinity",
              "!-Infinity"),
          Sampled.of("scaled", "numeric(5, 2)", "0", "-999.99", "999.99", "!NaN"),
          Sampled.of("hundreds", "numeric(4, -2)", "0", "-999900", "100"),
          Sampled.of("tiny", "numeric(2, 5)", "0", "0.00099", "-0.00001"),
          Sampled.of(
              "real",
              "real",
              "0",
              "-0",
              "1.4e-45",
              "-3.4028235e38",
              "0.1",
              "NaN",
              "Infinity",
              "-Infinity"),
          Sampled.of(
              "double",
              "double precision",
              "0",
              "-0",
              "4.9e-324",
              "-1.7976931348623157e308",
              "0.1",
              "NaN",
              "Infinity",
              "-Infinity"),
          Sampled.of(
              "money", "money", "0", "-92233720368547758.08", "92233720368547758.07", "-0.05"),
          Sampled.of("boolean", "boolean", "true", "false"),
          Sampled.of(
              "varchar", "varchar", "", "a", "a ", "ä€😀", "= E'a\\nb\\tc\\\\'", "it''s \"x\""),
          Sampled.of("limited", "varchar(20)", "", "a", "a ", "ä€😀"),
          Sampled.of("char", "char(6)", "", "a", "ä€😀", "abcdef"),
          Sampled.of("bpchar", "bpchar", "", "a", "ä€😀"),
          Sampled.of("text", "text", "", "a", "a ", "ä€😀", "null", "NULL", "{1}", "(a,b)"),
          Sampled.of("collated", "text collate \"C\"", "", "a", "B", "ä", "Z"),
          Sampled.of("byte", "\"char\"", "a", "B", "z", "\\377"),
          Sampled.of("nam", "name", "", "users", "ä€😀"),
          Sampled.of("citext", "citext", "", "a", "B", "ä€😀"),
          Sampled.of("bytea", "bytea", "\\x", "\\x00", "\\x00ff27"),
          Sampled.of("bit", "bit(8)", "00000000", "10000001", "11111111"),
          Sampled.of("onebit", "bit", "0", "1"),
          Sampled.of(
              "varbit",
              "varbit(70)",
              "",
              "0",
              "01",
              "1111111111111111111111111111111111111111111111111111111111111111101"),
          Sampled.of("anybit", "varbit", "", "0", "101"),
          Sampled.of(
              "date",
              "date",
              "2024-02-29",
              "4713-11-24 BC",
              "0001-12-31 BC",
              "1582-10-10",
              "5874897-12-31",
              "infinity",
              "-infinity"),
          Sampled.of("time", "time", "00:00", "23:59:59.999999", "24:00"),
          Sampled.of("seconds", "time(0)", "00:00", "23:59:59", "24:00"),
          Sampled.of(
              "timetz",
              "timetz",
              "12:00:00.5+02:30",
              "00:00+15:59",
              "23:59:59.999999-15:59",
              "!24:00+00",
              "!24:00-15:59"),
          Sampled.of(
              "timestamp",
              "timestamp",
              "2024-03-31 02:30",
              "4713-11-24 00:00:00 BC",
              "1582-10-10 12:00",
              "294276-12-31 23:59:59.999999",
              "infinity",
              "-infinity"),
          Sampled.of("millis", "timestamp(3)", "2024-03-31 02:30:00.123", "infinity"),
          Sampled.of(
              "timestamptz",
              "timestamptz",
              "2024-03-31 02:30+01",
              "4713-11-24 00:00:00+00 BC",
              "1582-10-10 12:00+00",
              "294276-12-31 23:59:59.999999+00",
              "infinity",
              "-infinity"),
          Sampled.of(
              "interval",
              "interval",
              "0",
              "infinity",
              "-infinity",
              "1 year 2 mons 3 days 04:05:06.789012",
              "-1 year -2 days",
              "1 mon -1 days +02:03:04",
              "-00:00:00.000001",
              "178000000 years",
              "-178000000 years",
              "2147483647 days",
              "300 hours",
              "2562047788:00:54.775807",
              "13 mons"),
          Sampled.of("months", "interval year to month", "0", "1 year 2 mons", "-5 mons"),
          Sampled.of(
              "uuid",
              "uuid",
              "00000000-0000-0000-0000-000000000000",
              "ffffffff-ffff-ffff-ffff-ffffffffffff",
              "7fffffff-ffff-ffff-8000-000000000000"),
          Sampled.of("json", "json", "{\"a\" : 1, \"a\": 2}", "null", "\"x\"", "[1.50]"),
          Sampled.of(
              "jsonb",
              "jsonb",
              "{\"a\": 1}",
              "null",
              "\"x\"",
              "[1.50, 1e400]",
              "{\"n\": 12345678901234567890123}",
              "[0.1]",
              "[0.10000000000000000001]",
              "[]"),
          Sampled.of("jsonpath", "jsonpath", "$", "strict $.a[*] ? (@ > 1)"),
          Sampled.of("xml", "xml", "<a b=\"1\">ä</a>", "just text", ""),
          Sampled.of("inet", "inet", "127.0.0.1", "10.0.0.0/8", "::1", "fe80::1/64"),
          Sampled.of("cidr", "cidr", "10.0.0.0/8", "::/0"),
          Sampled.of("macaddr", "macaddr", "08:00:2b:01:02:03"),
          Sampled.of("macaddress", "macaddr8", "08:00:2b:01:02:03:04:05"),
          Sampled.of("point", "point", "(1,2)", "(-1.5e300,Infinity)", "(NaN,0)"),
          Sampled.of("line", "line", "{1,-1,0}"),
          Sampled.of("lseg", "lseg", "[(0,0),(1,1)]"),
          Sampled.of("box", "box", "(1,1),(0,0)", "(2,2),(1,1)", "(3,3),(0,0)"),
          Sampled.of("path", "path", "[(0,0),(1,1)]", "((0,0),(1,1),(2,0))"),
          Sampled.of("polygon", "polygon", "((0,0),(1,1),(2,0))"),
          Sampled.of("circle", "circle", "<(1,2),3>", "<(0,0),0>"),
          Sampled.of("tsvector", "tsvector", "'a':1A 'b':2", ""),
          Sampled.of("tsquery", "tsquery", "'a' & 'b'", "'a' <-> 'b'", ""),
          Sampled.of("lsn", "pg_lsn", "0/0", "FFFFFFFF/FFFFFFFF"),
          Sampled.of("snapshot", "pg_snapshot", "10:20:10,14,15"),
          Sampled.of("txid", "txid_snapshot", "10:20:10,14,15"),
          Sampled.of("oid", "oid", "0", "4294967295"),
          Sampled.of("xid", "xid8", "0", "18446744073709551615"),
          Sampled.of("regclass", "regclass", "pg_class", "0"),
          Sampled.of("regtype", "regtype", "integer", "text"),
          Sampled.of("tid", "tid", "(0,1)", "(4294967295,65535)"),
          Sampled.of("enum", "status", "new", "in-progress", "class", "", "Ünicode \"x\""),
          Sampled.of("code", "code", "", "abc", "ä€😀"),
          Sampled.of("score", "score", "0", "2147483647"),
          Sampled.of("mood", "mood", "new", "class"),
          Sampled.of("email", "email", "a@b", "A@c"),
          Sampled.of("workemail", "work_email", "a@b", "A@c"),
          Sampled.of("emails", "email[]", "{a@b,NULL}"),
          Sampled.of("span", "span", "empty", "[1,5)"),
          Sampled.of("cents", "cents", "0", "-0.05"),
          Sampled.of("spot", "spot", "(,,,{})"),
          Sampled.of("dates", "dates", "{}", "{2024-02-29,NULL,infinity}"),
          Sampled.of(
              "place",
              "place",
              "(a,\"2024-03-31 02:30:00\",1.50,\"{1,2}\")",
              "(\"it's \"\"x\"\", \\\\y\",,,)",
              "(,,,{})"),
          Sampled.of("intrange", "int4range", "empty", "[1,5)", "(,)", "[3,)"),
          Sampled.of("longrange", "int8range", "empty", "[1,5)", "(,9223372036854775807)"),
          Sampled.of("numrange", "numrange", "empty", "[1.50,2]", "(,NaN)"),
          Sampled.of(
              "tsrange",
              "tsrange",
              "empty",
              "[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")",
              "(,infinity]"),
          Sampled.of(
              "tstzrange",
              "tstzrange",
              "empty",
              "[\"2024-01-01 00:00:00+00\",\"2024-01-02 00:00:00+00\")"),
          Sampled.of("daterange", "daterange", "empty", "[2024-01-01,2024-02-01)", "(,)"),
          Sampled.of("floatrange", "floatrange", "empty", "[1.5,Infinity]"),
          Sampled.of("intmulti", "int4multirange", "{}", "{[1,5),[7,9)}"),
          Sampled.of(
              "tstzmulti",
              "tstzmultirange",
              "{}",
              "{[\"2024-01-01 00:00:00+00\",\"2024-01-02 00:00:00+00\")}"),
          Sampled.of("hstore", "hstore", "", "\"a\"=>\"1\", \"b\"=>NULL"),
          Sampled.of("ltree", "ltree", "", "Top.Science"),
          Sampled.of("lquery", "lquery", "Top.*{1,2}.a|b"),
          Sampled.of("ints", "integer[]", "{}", "!{{1,2}}", "{1,NULL,-2147483648}"),
          Sampled.of("smallints", "smallint[]", "{}", "{1,-32768}"),
          Sampled.of("longs", "bigint[]", "{}", "{9223372036854775807}"),
          Sampled.of("matrix", "integer[][]", "{}", "{{1,2},{3,4}}", "!{{{1}},{{2}}}"),
          Sampled.of("shifted", "int8[]", "{1}", "![2:3]={1,2}"),
          Sampled.of("doubles", "double precision[]", "{}", "{NaN,-Infinity,NULL,-0,4.9e-324}"),
          Sampled.of("reals", "real[]", "{0.1}", "{NaN,Infinity}"),
          Sampled.of("numerics", "numeric[]", "{1.50,NULL}", "{1e400}"),
          Sampled.of("booleans", "boolean[]", "{t,f,NULL}"),
          Sampled.of(
              "texts",
              "text[]",
              "{}",
              "{\"\",NULL,\"NULL\",\"a,b\",\"{}\",\"it's \\\"x\\\" \\\\\"}"),
          Sampled.of("varchars", "varchar(20)[]", "{a,\"b \"}"),
          Sampled.of("chars", "char(3)[]", "{a,\"\"}"),
          Sampled.of("citexts", "citext[]", "{a,B}"),
          Sampled.of("uuids", "uuid[]", "{7fffffff-ffff-ffff-8000-000000000000,NULL}"),
          Sampled.of("days", "date[]", "{2024-02-29,infinity,\"0001-12-31 BC\"}"),
          Sampled.of("times", "time[]", "{00:00,24:00,NULL}"),
          Sampled.of("timestamps", "timestamp[]", "{\"2024-03-31 02:30:00\",infinity}"),
          Sampled.of("timestamptzs", "timestamptz[]", "{\"2024-03-31 02:30:00+00\",-infinity}"),
          Sampled.of("timetzs", "timetz[]", "{12:00:00.5+02:30}"),
          Sampled.of("byteas", "bytea[]", "= array['\\x00ff'::bytea, null]"),
          Sampled.of("enums", "status[]", "{}", "{new,NULL,\"\",\"in-progress\"}"),
          Sampled.of("jsonbs", "jsonb[]", "= array['{\"a\": 1}'::jsonb, 'null', null]"),
          Sampled.of("jsons", "json[]", "= array['{\"a\" : 1}'::json]"),
          Sampled.of("inets", "inet[]", "{127.0.0.1,NULL}"),
          Sampled.of("ranges", "int4range[]", "{\"[1,5)\",empty,NULL}"),
          Sampled.of(
              "intervals", "interval[]", "= array['1 year 2 mons'::interval, null, '-1 day']"),
          Sampled.of("moneys", "money[]", "= array['1.50'::money, null]"),
          Sampled.of("bits", "bit(3)[]", "{101,NULL}"),
          Sampled.of("points", "point[]", "= array['(1,2)'::point, null]"),
          Sampled.of("boxes", "box[]", "{(1,1),(0,0);(2,2),(1,1)}"),
          Sampled.of("hstores", "hstore[]", "= array['a=>1'::hstore, null]"),
          Sampled.of(
              "places",
              "place[]",
              "= array[row('a', timestamp '2024-03-31 02:30', 1.5, '{1}')::place, null]"),
          Sampled.of("codes", "code[]", "{a,NULL}"),
          Sampled.of("xmls", "xml[]", "= array['<a/>'::xml, null]"),
          Sampled.of("oids", "oid[]", "{1,4294967295}"));

  private static final String START =
      """
        private static List<String> of$Name(App app, Connection connection) throws SQLException {
          AtomicLong ids = new AtomicLong(1_000_000);
          var probe = new TypeProbe<>(connection, "$name", $refused, id -> app.$nameRows().get(id).v());
          return probe
      """;

  private static final String PATHS =
      """
              .read("get of a nullable column", id -> app.$nameRows().get(id).n())
              .read("list", id -> app.$nameRows().where($NAME_ROWS.ID.eq(id)).list().get(0).v())
              .read("slice", id -> app.$nameRows().where($NAME_ROWS.ID.eq(id)).slice(5).rows().get(0).v())
              .read("view", id -> app.$nameViews().where($NAME_VIEWS.ID.eq(id)).one().v())
              .read("stream", id -> {
                try (var rows = app.$nameRows().where($NAME_ROWS.ID.eq(id)).stream()) {
                  return rows.findFirst().orElseThrow().v();
                }
              })
              .read("dsl", id -> app.dsl().select($NAME_ROWS.V).from($NAME_ROWS)
                  .where($NAME_ROWS.ID.eq(id)).fetchOne($NAME_ROWS.V))
              .read("dsl record", id -> app.dsl().fetchOne($NAME_ROWS, $NAME_ROWS.ID.eq(id)).getN())
              .write("insert", v -> app.$nameRows().insert(x -> x.v(v).n(v)).id())
              .write("insertAll", v -> {
                var rows = Last.of(probe.other(), v, all -> app.$nameRows().insertAll(all, (x, e) -> x.v(e).n(e)));
                rows.stream().limit(rows.size() - 1).forEach(app.$nameRows()::delete);
                return rows.get(rows.size() - 1).id();
              })
              .write("insertBatch", v -> {
                int stored = Last.of(probe.other(), v, all -> app.$nameRows().insertBatch(all, (x, e) -> x.v(e).n(e)));
                long id = app.dsl().select(DSL.max($NAME_ROWS.ID)).from($NAME_ROWS).fetchOne(0, Long.class);
                IntStream.range(1, stored).forEach(i -> app.$nameRows().deleteByKey(id - i));
                return id;
              })
              .write("upsert of a row", v -> {
                $NameRow row = app.$nameRows().insert(x -> x.v(probe.other()));
                return app.$nameRows().upsert(x -> x.v(v).id(row.id()).n(v)).id();
              })
              .write("update", v -> {
                $NameRow row = app.$nameRows().insert(x -> x.v(probe.other()));
                $NameRow updated = app.$nameRows().update(row.withV(v).withN(v));
                $NameRow read = app.$nameRows().get(row.id());
                if (!read.equals(updated)) {
                  throw new IllegalStateException("update gave " + updated + " instead of " + read);
                }
                return row.id();
              })
              .write("update by key", v -> {
                $NameRow row = app.$nameRows().insert(x -> x.v(probe.other()));
                app.$nameRows().update(row.id(), x -> x.v(v).n(v));
                return row.id();
              })
              .write("update where", v -> {
                $NameRow row = app.$nameRows().insert(x -> x.v(probe.other()));
                var updated = app.$nameRows().where($NAME_ROWS.ID.eq(row.id())).updateReturning(x -> x.v(v).n(v));
                if (!updated.equals(app.$nameRows().findAll(List.of(row.id())))) {
                  throw new IllegalStateException("update gave " + updated + " of " + row.id());
                }
                return row.id();
              })
              .write("dsl insert", v ->
                  app.dsl().insertInto($NAME_ROWS, $NAME_ROWS.V, $NAME_ROWS.N).values(v, v)
                      .returning($NAME_ROWS.ID).fetchOne($NAME_ROWS.ID))
              .write("dsl insert of literals", v ->
                  app.dsl().insertInto($NAME_ROWS, $NAME_ROWS.V, $NAME_ROWS.N)
                      .values(DSL.inline(v, $NAME_ROWS.V), DSL.inline(v, $NAME_ROWS.N))
                      .returning($NAME_ROWS.ID).fetchOne($NAME_ROWS.ID))
              .write("dsl record", v -> {
                var record = app.dsl().newRecord($NAME_ROWS);
                record.setV(v);
                record.setN(v);
                record.store();
                return record.getId();
              })
              .write("dsl batch", v -> {
                long id = -ids.incrementAndGet();
                app.dsl().batch(app.dsl().insertInto($NAME_ROWS, $NAME_ROWS.ID, $NAME_ROWS.V, $NAME_ROWS.N)
                    .values(DSL.val(null, $NAME_ROWS.ID), DSL.val(null, $NAME_ROWS.V), DSL.val(null, $NAME_ROWS.N)))
                    .bind(id, v, v).execute();
                return id;
              })
      """;

  private static final String EQUAL =
      """
              .find("where", v -> app.$nameRows().where($NAME_ROWS.V.eq(v)).orderBy($NAME_ROWS.ID).list().stream().map($NameRow::id).toList())
              .find("in", v -> app.$nameRows().where($NAME_ROWS.V.in(List.of(v, v))).orderBy($NAME_ROWS.ID).list().stream().map($NameRow::id).toList())
              .find("dsl", v -> app.dsl().select($NAME_ROWS.ID).from($NAME_ROWS)
                  .where($NAME_ROWS.V.eq(v)).orderBy($NAME_ROWS.ID).fetch($NAME_ROWS.ID))
              .find("dsl inlined", v -> app.dsl().select($NAME_ROWS.ID).from($NAME_ROWS)
                  .where($NAME_ROWS.V.eq(DSL.inline(v, $NAME_ROWS.V))).orderBy($NAME_ROWS.ID).fetch($NAME_ROWS.ID))
      """;

  private static final String UNIQUE =
      """
              .find("finder", v -> app.$nameRows().findByV(v).stream().map($NameRow::id).toList())
      """;

  private static final String ORDER =
      """
              .order("orderBy", () -> app.$nameRows().orderBy($NAME_ROWS.V).list().stream().map($NameRow::id).toList())
              .order("slices", () -> {
                List<Long> found = new ArrayList<>();
                Slice<$NameRow> slice = app.$nameRows().orderBy($NAME_ROWS.V).slice(2);
                slice.rows().forEach(row -> found.add(row.id()));
                while (slice.next().isPresent()) {
                  slice = app.$nameRows().orderBy($NAME_ROWS.V).after(slice.next().get()).slice(2);
                  slice.rows().forEach(row -> found.add(row.id()));
                }
                return found;
              })
              .greater("gt", v -> app.$nameRows().where($NAME_ROWS.V.gt(v)).orderBy($NAME_ROWS.V).list().stream().map($NameRow::id).toList())
              .greater("dsl gt", v -> app.dsl().select($NAME_ROWS.ID).from($NAME_ROWS)
                  .where($NAME_ROWS.V.gt(v)).orderBy($NAME_ROWS.V).fetch($NAME_ROWS.ID))
      """;

  private static final String KEY =
      """
              .key("navigation", values -> {
                values.forEach(v -> app.$nameUses().insert(u -> u.ownerId(v)));
                values.forEach(v -> app.dsl().insertInto($NAME_USES, $NAME_USES.OWNER_ID).values(v).execute());
                boolean right = true;
                for ($NameUse use : app.$nameUses().all()) {
                  right &= app.dsl().fetchExists($NAME_ROWS.join($NAME_USES).on($NAME_USES.OWNER_ID.eq($NAME_ROWS.V)),
                      $NAME_USES.ID.eq(use.id()).and($NAME_ROWS.ID.eq(use.owner().id())));
                }
                for ($NameRow row : app.$nameRows().all()) {
                  right &= row.$nameUses().size() == 2 && row.$nameUsesCount() == 2;
                }
                return right;
              })
              .key("key", values -> {
                long x = 0;
                boolean right = true;
                for (var v : values) {
                  long each = x++;
                  app.$nameKeys().insert(k -> k.k(v).x(each));
                  right &= app.$nameKeys().get(v).x().orElseThrow() == each;
                  right &= app.$nameKeys().find(v).isPresent() && app.$nameKeys().exists(v);
                  right &= app.$nameKeys().upsert(k -> k.k(v).x(each)).x().orElseThrow() == each;
                  app.$nameKeys().update(app.$nameKeys().get(v).withX(each + 100));
                  right &= app.$nameKeys().get(v).x().orElseThrow() == each + 100;
                }
                List<Long> found = new ArrayList<>();
                app.$nameKeys().findAll(values).forEach(row -> found.add(row.x().orElseThrow()));
                right &= found.size() == values.size() && app.$nameKeys().count() == values.size();
                for (var v : values) {
                  right &= app.$nameKeys().deleteByKey(v) && !app.$nameKeys().exists(v);
                }
                return right && app.$nameKeys().count() == 0;
              })
      """;

  private static final String PROGRAM =
      """
      import static app.db.Tables.*;

      import app.*;
      import io.kinrow.maven.fidelity.Last;
      import io.kinrow.maven.fidelity.TypeProbe;
      import io.kinrow.runtime.Slice;
      import java.sql.Connection;
      import java.sql.DriverManager;
      import java.sql.SQLException;
      import java.util.ArrayList;
      import java.util.Collections;
      import java.util.List;
      import java.util.concurrent.atomic.AtomicLong;
      import java.util.stream.IntStream;
      import org.jooq.impl.DSL;

      public final class Check {

        private Check() {}

        public static void run(String url) throws SQLException {
          List<String> problems = new ArrayList<>();
          try (App app = App.open(url);
              Connection connection = DriverManager.getConnection(url)) {
      $calls
          }
          if (!problems.isEmpty()) {
            throw new AssertionError(String.join("\\n", problems));
          }
        }

      $methods
      }
      """;

  @TempDir private Path folder;

  @Test
  void everyType_isReadWrittenComparedOrderedAndAKey() throws Exception {
    boolean all = Boolean.getBoolean("kinrow.types.all");
    String url = PostgresServer.freshDatabaseOfNewest("types");
    List<Sampled> types;
    String migration;
    try (Connection connection = DriverManager.getConnection(url);
        Statement server = connection.createStatement()) {
      server.execute(BEFORE);
      connection.setAutoCommit(false);
      types = new ArrayList<>();
      for (Sampled type : TYPES) {
        if (!all && !FEW.contains(type.name())) {
          continue;
        }
        types.add(type.asked(server));
      }
      migration = types.stream().map(Sampled::tables).collect(Collectors.joining());
      server.execute(migration);
      connection.commit();
    }
    Project project =
        new Project(folder).migration("V1__all.sql", BEFORE + migration).engine("postgresql");
    Program program = new Program(folder, project).build();
    Path source =
        Files.writeString(
            folder.resolve("Check.java"),
            PROGRAM
                .replace(
                    "$calls",
                    types.stream()
                        .map(type -> type.of("      problems.addAll(of$Name(app, connection));"))
                        .collect(Collectors.joining("\n")))
                .replace(
                    "$methods",
                    types.stream().map(Sampled::method).collect(Collectors.joining("\n"))));
    program.run(source, url);
    assertThat(new BakedTexts(program.classes()).missing())
        .allMatch(
            text ->
                types.stream()
                    .anyMatch(
                        type ->
                            type.column().contains("[]") && text.startsWith(type.of("app.$Name"))));
    String table = table(types, program.classes());
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END, from);
    if (!all) {
      assertThat(page.substring(from, to).lines()).containsAll(table.lines().toList());
    } else if (Boolean.getBoolean("bless")) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(table);
    }
  }

  /** Only after each "yes" was tried. */
  private static String table(List<Sampled> types, Path classes) throws Exception {
    StringBuilder table =
        new StringBuilder("| column | Java type | read | written | compared | ordered | key |\n")
            .append("|---|---|---|---|:-:|:-:|:-:|\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, PostgresTypesTest.class.getClassLoader())) {
      for (Sampled type : types) {
        Class<?> entity = loader.loadClass("app." + type.of("$NameRow"));
        Class<?> java = entity.getMethod("v").getReturnType();
        table.append(type.row(java));
      }
    }
    return table.toString();
  }
}
