package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is written comes back equal, compares and orders as in Java, or is refused with its
 * place, by every path and for every type. {@code -Dkinrow.fidelity.rounds=…} has it try longer;
 * CONTRIBUTING.md says how to see that it still finds what it is for.
 *
 * <p>Type {@code whole} has a view that calculates, and {@code text} a table that skips rows. Not
 * here, but in {@code SqliteValuesTest}: eight digits as text, of which SQLite makes a number in a
 * column whose type is one of dates, so that only other columns hold them.
 */
class FidelityTest {

  /** A type, and the column that holds it. */
  private record Type(String name, String column, String java, String samples, String table) {
    Type(String name, String column, String java) {
      this(name, column, java, name + "()", "");
    }

    String of(String template, Map<String, String> more) {
      return of(template.replace("$more", more.getOrDefault(name, "")));
    }

    String of(String template) {
      String upper = name.substring(0, 1).toUpperCase() + name.substring(1);
      return template
          .replace("$samples", samples)
          .replace("$name", name)
          .replace("$Name", upper)
          .replace("$NAME", name.toUpperCase())
          .replace("$column", column)
          .replace("$table", table)
          .replace("$Java", java);
    }
  }

  private static final List<Type> SQLITE =
      List.of(
          new Type("whole", "integer", "Long"),
          new Type("exact", "integer", "Long", "exact()", " strict"),
          new Type("truth", "boolean", "Boolean"),
          new Type("real", "real", "Double"),
          new Type("money", "decimal(10, 2)", "java.math.BigDecimal"),
          new Type("number", "numeric", "java.math.BigDecimal"),
          new Type("text", "text", "String"),
          new Type("loose", "string", "String"),
          new Type("plain", "", "String"),
          new Type("bytes", "blob", "byte[]"),
          new Type("ident", "uuid", "java.util.UUID"),
          new Type("doc", "json", "org.jooq.JSON"),
          new Type("day", "date", "java.time.LocalDate"),
          new Type("clock", "time", "java.time.LocalTime"),
          new Type("moment", "datetime", "java.time.LocalDateTime"),
          new Type("instant", "timestamp with time zone", "java.time.OffsetDateTime"));

  private static final String SQLITE_TABLES =
      """
      create table $name_values (id integer primary key, v $column not null unique, n $column)$table;
      create table $name_uses (
        id integer primary key, owner_id $column not null references $name_values(v))$table;
      create view $name_views as select id, v, n from $name_values;
      $more""";

  private static final Map<String, String> MORE_SQLITE_TABLES =
      Map.of(
          "whole",
          """
          create table $name_halves (id integer primary key, half real not null);
          insert into $name_halves values (1, 0.5);
          create view $name_sums as
          select v.id, v.v, v.v / 100.0 as total, v.v * h.half as line, max(v.v, h.half) as most,
            coalesce(v.n, 0.5) as c, case when v.v > 9 then v.v else 2.5 end as e
          from $name_values v cross join $name_halves h;
          """,
          "text",
          """
          create table $name_onces (
            id integer primary key, v $column not null unique on conflict ignore);
          """);

  private static final List<Type> POSTGRES =
      List.of(
          new Type("whole", "bigint", "Long", "typed(Samples.whole())", ""),
          new Type("integer", "integer", "Integer"),
          new Type("small", "smallint", "Short"),
          new Type("truth", "boolean", "Boolean", "typed(Samples.truth())", ""),
          new Type("real", "double precision", "Double", "typedReal()", ""),
          new Type("single", "real", "Float"),
          new Type("money", "numeric(10, 2)", "java.math.BigDecimal", "typed(Samples.money())", ""),
          new Type("number", "numeric", "java.math.BigDecimal", "typed(Samples.number())", ""),
          new Type("text", "text collate \"C\"", "String", "typedText()", ""),
          new Type("folded", "citext collate \"C\"", "String"),
          new Type("padded", "char(6) collate \"C\"", "String"),
          new Type("bytes", "bytea", "byte[]", "typed(Samples.bytes())", ""),
          new Type("ident", "uuid", "java.util.UUID", "typed(Samples.ident())", ""),
          new Type("doc", "jsonb", "org.jooq.JSONB", "docb()", ""));

  private static final List<Type> POSTGRES_TIMES =
      List.of(
          new Type("day", "date", "java.time.LocalDate", "typedDay()", ""),
          new Type("clock", "time", "java.time.LocalTime", "typedClock()", ""),
          new Type("moment", "timestamp", "java.time.LocalDateTime", "typedMoment()", ""),
          new Type("instant", "timestamptz", "java.time.OffsetDateTime", "typedInstant()", ""),
          new Type("zoned", "timetz", "java.time.OffsetTime", "offsetClock()", ""),
          new Type("moments", "timestamp[]", "java.time.LocalDateTime[]"));

  private static final String POSTGRES_TABLES =
      """
      create table $name_values (
        id bigint generated by default as identity primary key,
        v $column not null unique, n $column);
      create table $name_uses (
        id bigint generated by default as identity primary key,
        owner_id $column not null references $name_values(v));
      create view $name_views as select id, v, n from $name_values;
      $more""";

  private static final Map<String, String> MORE_POSTGRES_TABLES =
      Map.of(
          "text",
          """
          create table $name_onces (
            id bigint generated by default as identity primary key, v $column not null unique);
          create function skip_$name() returns trigger language plpgsql as $$
          begin
            return case when exists (select from $name_onces o where o.v = new.v) then null else new end;
          end $$;
          create trigger skip before insert on $name_onces
            for each row execute function skip_$name();
          """);

  /** With hours that summer time skips, odd offsets of old, and a day that was left out. */
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia", "UTC");

  private static final String PROGRAM =
      """
      import static app.db.Tables.*;

      import app.*;
      import io.kinrow.maven.fidelity.Fidelity;
      import io.kinrow.maven.fidelity.Last;
      import io.kinrow.maven.fidelity.Samples;
      import io.kinrow.runtime.Slice;
      import java.util.ArrayList;
      import java.util.Collections;
      import java.util.List;
      import java.util.concurrent.atomic.AtomicLong;
      import java.util.stream.IntStream;
      import org.jooq.exception.DataAccessException;
      import org.jooq.exception.NoDataFoundException;
      import org.jooq.impl.DSL;

      public final class Check {

        private Check() {}

        public static void run(String url) {
          int rounds = Integer.getInteger("kinrow.fidelity.rounds", 12) / $parts;
          long seed = Long.getLong("kinrow.fidelity.seed", System.nanoTime());
          int cases = 0;
          try (App app = App.open(url)) {
      $calls
          }
          if (cases < rounds * $count) {
            throw new AssertionError("only " + cases + " values were tried");
          }
        }

      $methods
      }
      """;

  private static final String CALL = "      cases += $name(app, url, seed).run(rounds);";

  private static final String METHOD =
      """
        private static Fidelity<$Java> $name(App app, String url, long seed) {
          AtomicLong ids = new AtomicLong(1_000_000);
          var fidelity = new Fidelity<>(url, "$name_values", Samples.$samples, seed);
          return fidelity
              .clear(() -> {
                app.dsl().deleteFrom($NAME_USES).execute();
                app.dsl().deleteFrom($NAME_VALUES).execute();
              })
              .write("insert", v -> app.$nameValues().insert(x -> x.v(v).n(v)).id())
              .write("insertAll", v -> {
                var rows = Last.of(fidelity.other(v), v, all -> app.$nameValues().insertAll(all, (x, e) -> x.v(e).n(e)));
                rows.stream().limit(rows.size() - 1).forEach(app.$nameValues()::delete);
                return rows.get(rows.size() - 1).id();
              })
              .write("insertBatch", v -> {
                int stored = Last.of(fidelity.other(v), v, all -> app.$nameValues().insertBatch(all, (x, e) -> x.v(e).n(e)));
                long id = app.dsl().select(DSL.max($NAME_VALUES.ID)).from($NAME_VALUES).fetchOne(0, Long.class);
                IntStream.range(1, stored).forEach(i -> app.$nameValues().deleteByKey(id - i));
                return id;
              })
              .write("upsert", v -> {
                long id = -ids.incrementAndGet();
                return app.$nameValues().upsert(x -> x.v(v).id(id).n(v)).id();
              })
              .write("upsert of a row", v -> {
                $NameValue row = app.$nameValues().insert(x -> x.v(fidelity.other(v)));
                try {
                  return app.$nameValues().upsert(x -> x.v(v).id(row.id()).n(v)).id();
                } catch (RuntimeException e) {
                  app.$nameValues().delete(row);
                  throw e;
                }
              })
              .write("update", v -> {
                $NameValue row = app.$nameValues().insert(x -> x.v(fidelity.other(v)));
                $NameValue updated;
                try {
                  updated = app.$nameValues().update(row.withV(v).withN(v));
                } catch (RuntimeException e) {
                  app.$nameValues().delete(row);
                  throw e;
                }
                $NameValue read = app.$nameValues().get(row.id());
                if (!read.equals(updated)) {
                  throw new AssertionError("update gave " + updated + " instead of " + read);
                }
                return row.id();
              })
              .write("update by key", v -> {
                $NameValue row = app.$nameValues().insert(x -> x.v(fidelity.other(v)));
                try {
                  if (!app.$nameValues().update(row.id(), x -> x.v(v).n(v))) {
                    throw new AssertionError(row + " was not updated");
                  }
                } catch (RuntimeException e) {
                  app.$nameValues().delete(row);
                  throw e;
                }
                return row.id();
              })
              .write("update where", v -> {
                $NameValue row = app.$nameValues().insert(x -> x.v(fidelity.other(v)));
                List<$NameValue> updated;
                try {
                  updated = app.$nameValues().where($NAME_VALUES.ID.eq(row.id()))
                      .updateReturning(x -> x.v(v).n(DSL.val(v)));
                } catch (RuntimeException e) {
                  app.$nameValues().delete(row);
                  throw e;
                }
                if (!updated.equals(app.$nameValues().findAll(List.of(row.id())))) {
                  throw new AssertionError("update gave " + updated + " of " + row.id());
                }
                return row.id();
              })
              .write("dsl insert", v ->
                  app.dsl().insertInto($NAME_VALUES, $NAME_VALUES.V, $NAME_VALUES.N).values(v, v)
                      .returning($NAME_VALUES.ID).fetchOne($NAME_VALUES.ID))
              .write("dsl insert of literals", v ->
                  app.dsl().insertInto($NAME_VALUES, $NAME_VALUES.V, $NAME_VALUES.N)
                      .values(DSL.inline(v, $NAME_VALUES.V), DSL.inline(v, $NAME_VALUES.N))
                      .returning($NAME_VALUES.ID).fetchOne($NAME_VALUES.ID))
              .write("dsl update", v -> {
                $NameValue row = app.$nameValues().insert(x -> x.v(fidelity.other(v)));
                try {
                  app.dsl().update($NAME_VALUES).set($NAME_VALUES.V, v).set($NAME_VALUES.N, v)
                      .where($NAME_VALUES.ID.eq(row.id())).execute();
                } catch (RuntimeException e) {
                  app.$nameValues().delete(row);
                  throw e;
                }
                return row.id();
              })
              .write("dsl record", v -> {
                var record = app.dsl().newRecord($NAME_VALUES);
                record.setV(v);
                record.setN(v);
                record.store();
                return record.getId();
              })
              .write("dsl batch", v -> {
                long id = -ids.incrementAndGet();
                app.dsl().batch(app.dsl().insertInto($NAME_VALUES, $NAME_VALUES.ID, $NAME_VALUES.V, $NAME_VALUES.N)
                    .values((Long) null, ($Java) null, ($Java) null)).bind(id, v, v).execute();
                return id;
              })
              .read("get", id -> app.$nameValues().get(id).v())
              .read("get of a nullable column", id -> app.$nameValues().get(id).n())
              .read("find", id -> app.$nameValues().find(id).orElseThrow().v())
              .read("findAll", id -> app.$nameValues().findAll(List.of(id)).get(0).v())
              .read("all", id -> app.$nameValues().all().stream().filter(x -> x.id() == id).findFirst().orElseThrow().v())
              .read("list", id -> app.$nameValues().where($NAME_VALUES.ID.eq(id)).list().get(0).v())
              .read("page", id -> app.$nameValues().where($NAME_VALUES.ID.eq(id)).page(1, 5).rows().get(0).n())
              .read("slice", id -> app.$nameValues().where($NAME_VALUES.ID.eq(id)).slice(5).rows().get(0).v())
              .read("view", id -> app.$nameViews().where($NAME_VIEWS.ID.eq(id)).one().v())
              .read("stream", id -> {
                try (var rows = app.$nameValues().where($NAME_VALUES.ID.eq(id)).stream()) {
                  return rows.findFirst().orElseThrow().v();
                }
              })
              .read("dsl", id -> app.dsl().select($NAME_VALUES.V).from($NAME_VALUES)
                  .where($NAME_VALUES.ID.eq(id)).fetchOne($NAME_VALUES.V))
              .read("dsl record", id -> app.dsl().fetchOne($NAME_VALUES, $NAME_VALUES.ID.eq(id)).getN())
              .read("dsl of the view", id -> app.dsl().select($NAME_VIEWS.V).from($NAME_VIEWS)
                  .where($NAME_VIEWS.ID.eq(id)).fetchOne($NAME_VIEWS.V))
              .find("finder", v -> app.$nameValues().findByV(v).stream().map($NameValue::id).toList())
              .find("where", v -> app.$nameValues().where($NAME_VALUES.V.eq(v)).list().stream().map($NameValue::id).toList())
              .find("in", v -> app.$nameValues().where($NAME_VALUES.V.in(v, v)).list().stream().map($NameValue::id).toList())
              .find("dsl", v -> app.dsl().select($NAME_VALUES.ID).from($NAME_VALUES).where($NAME_VALUES.V.eq(v)).fetch($NAME_VALUES.ID))
              .find("dsl with a plain value", v -> app.dsl().select($NAME_VALUES.ID).from($NAME_VALUES)
                  .where(DSL.condition("{0} = {1}", $NAME_VALUES.V, DSL.val(v))).fetch($NAME_VALUES.ID))
              .find("dsl inlined", v -> app.dsl().select($NAME_VALUES.ID).from($NAME_VALUES)
                  .where($NAME_VALUES.V.eq(DSL.inline(v, $NAME_VALUES.V))).fetch($NAME_VALUES.ID))
              .find("navigation", v -> {
                app.dsl().deleteFrom($NAME_USES).execute();
                app.$nameUses().insert(u -> u.ownerId(v));
                app.dsl().insertInto($NAME_USES, $NAME_USES.OWNER_ID).values(v).execute();
                List<Long> owners = new ArrayList<>();
                for ($NameUse use : app.$nameUses().where($NAME_USES.OWNER_ID.eq(v)).list()) {
                  owners.add(use.owner().id());
                }
                for ($NameValue row : app.$nameValues().where($NAME_VALUES.V.eq(v)).list()) {
                  if (row.$nameUses().size() != 2 || row.$nameUsesCount() != 2) {
                    throw new AssertionError("uses of " + row + ": " + row.$nameUses());
                  }
                }
                for ($NameValue row : app.$nameValues().all()) {
                  if (row.id() == owners.get(0) && (row.$nameUses().size() != 2 || row.$nameUsesCount() != 2)) {
                    throw new AssertionError("uses among siblings of " + row + ": " + row.$nameUses());
                  }
                }
                return owners.stream().distinct().toList();
              })
              .order("orderBy", () -> app.$nameValues().orderBy($NAME_VALUES.V).list().stream().map($NameValue::id).toList())
              .order("slices", () -> {
                List<Long> found = new ArrayList<>();
                Slice<$NameValue> slice = app.$nameValues().orderBy($NAME_VALUES.N).slice(2);
                slice.rows().forEach(row -> found.add(row.id()));
                while (slice.next().isPresent()) {
                  slice = app.$nameValues().orderBy($NAME_VALUES.N).after(slice.next().get()).slice(2);
                  slice.rows().forEach(row -> found.add(row.id()));
                }
                return found;
              })
              .order("dsl order", () -> app.dsl().select($NAME_VALUES.ID).from($NAME_VALUES).orderBy($NAME_VALUES.V).fetch($NAME_VALUES.ID))
              .greater("gt", v -> app.$nameValues().where($NAME_VALUES.V.gt(v)).orderBy($NAME_VALUES.V).list().stream().map($NameValue::id).toList())
              .greater("dsl gt", v -> app.dsl().select($NAME_VALUES.ID).from($NAME_VALUES)
                  .where($NAME_VALUES.V.gt(v)).orderBy($NAME_VALUES.V).fetch($NAME_VALUES.ID))$more;
        }
      """;

  /** A view that calculates. */
  private static final String CALCULATED =
      """

              .read("calculating view", id -> {
                $NameSum row = app.$nameSums().where($NAME_SUMS.ID.eq(id)).one();
                long v = row.v().orElseThrow();
                Samples.sameNumber(v / 100.0, row.total());
                Samples.sameNumber(v * 0.5, row.line());
                Samples.sameNumber(v > 0 ? (Number) v : (Number) 0.5, row.most());
                Samples.sameNumber(v, row.c());
                Samples.sameNumber(v > 9 ? (Number) v : (Number) 2.5, row.e());
                return v;
              })""";

  /** Rows that the database skips. */
  private static final String SKIPPED =
      """

              .count("insertBatch of rows that are there", values -> {
                app.dsl().deleteFrom($NAME_ONCES).execute();
                int stored = app.$nameOnces().insertBatch(values, (x, v) -> x.v(v));
                if (stored != app.$nameOnces().count()) {
                  throw new AssertionError(stored + " instead of " + app.$nameOnces().count());
                }
                List<$NameOnce> rows = app.$nameOnces().all();
                for (int i = 1; i < rows.size(); i++) {
                  try {
                    app.$nameOnces().update(rows.get(i).withV(rows.get(0).v()));
                  } catch (NoDataFoundException e) {
                    throw new AssertionError("a row that is there was called gone", e);
                  } catch (DataAccessException e) {
                    continue;
                  }
                  throw new AssertionError("an update that was skipped seemed to work");
                }
                return stored;
              })""";

  @TempDir private Path folder;

  @Test
  void valuesAreWhatTheyWere_onSqlite() throws Exception {
    Project project =
        new Project(folder)
            .migration("V1__all.sql", all(SQLITE, SQLITE_TABLES, MORE_SQLITE_TABLES));
    Program program = new Program(folder, project).build();
    assertThat(new BakedTexts(program.classes()).missing()).isEmpty();
    Path source =
        Files.writeString(
            folder.resolve("Check.java"),
            program(SQLITE, Map.of("whole", CALCULATED, "text", SKIPPED), 1));
    inZone("Europe/Berlin", () -> program.run(source));
  }

  @Test
  void valuesAreWhatTheyWere_onPostgres() throws Exception {
    String tables =
        "create extension citext;\n"
            + all(POSTGRES, POSTGRES_TABLES, MORE_POSTGRES_TABLES)
            + all(POSTGRES_TIMES, POSTGRES_TABLES, Map.of());
    Project project =
        new Project(folder)
            .migration("V1__all.sql", tables)
            .scratch(PostgresServer.freshDatabase("fidelity-scratch"));
    Program program = new Program(folder, project).build();
    String url = PostgresServer.freshDatabase("fidelity");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(tables);
    }
    Path source =
        Files.writeString(
            folder.resolve("Check.java"), program(POSTGRES, Map.of("text", SKIPPED), 1));
    inZone("Europe/Berlin", () -> program.run(source, url));
    Path times =
        Files.writeString(
            folder.resolve("Check.java"), program(POSTGRES_TIMES, Map.of(), ZONES.size()));
    for (String zone : ZONES) {
      try {
        inZone(zone, () -> program.run(times, url));
      } catch (AssertionError e) {
        throw new AssertionError("in " + zone + ": " + e.getMessage(), e);
      }
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void inZone(String zone, Work work) throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      work.run();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static String all(List<Type> types, String template, Map<String, String> more) {
    return types.stream().map(type -> type.of(template, more)).collect(Collectors.joining("\n"));
  }

  /**
   * PostgreSQL takes a literal 0.1 for a number of 64 bits, which no REAL is equal to, and compares
   * a plain text with a citext or char(n) as text.
   */
  private static String method(Type type, Map<String, String> more) {
    String method = type.of(METHOD, more);
    return switch (type.name()) {
      case "single" -> without(method, "dsl inlined");
      case "folded", "padded" -> without(method, "dsl with a plain value");
      default -> method;
    };
  }

  private static String without(String method, String path) {
    int from = method.indexOf("        .find(\"" + path + "\"");
    return method.substring(0, from) + method.substring(method.indexOf("        .find(", from + 9));
  }

  /** One of so many parts, each with its share of the rounds. */
  private static String program(List<Type> types, Map<String, String> more, int parts) {
    return PROGRAM
        .replace("$parts", String.valueOf(parts))
        .replace("$calls", all(types, CALL, Map.of()))
        .replace("$count", String.valueOf(types.size()))
        .replace(
            "$methods",
            types.stream().map(type -> method(type, more)).collect(Collectors.joining("\n")));
  }
}
