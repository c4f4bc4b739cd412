package io.kinrow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is written comes back equal, compares and orders as in Java, or is refused with its
 * place, by every path and for every type. {@code -Dkinrow.fidelity.rounds=…} has it try longer.
 */
class FidelityTest {

  /** A type, and the column that holds it. */
  private record Type(String name, String column, String java, String samples, String table) {
    Type(String name, String column, String java) {
      this(name, column, java, name + "()", "");
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
      """;

  private static final String PROGRAM =
      """
      import static app.db.Tables.*;

      import app.*;
      import io.kinrow.maven.fidelity.Fidelity;
      import io.kinrow.maven.fidelity.Samples;
      import io.kinrow.runtime.Slice;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.atomic.AtomicLong;
      import org.jooq.impl.DSL;

      public final class Check {

        private Check() {}

        public static void run(String url) {
          int rounds = Integer.getInteger("kinrow.fidelity.rounds", 12);
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
              .write("insertAll", v -> app.$nameValues().insertAll(List.of(v), (x, e) -> x.v(e).n(e)).get(0).id())
              .write("insertBatch", v -> {
                app.$nameValues().insertBatch(List.of(v), (x, e) -> x.v(e).n(e));
                return app.dsl().select(DSL.max($NAME_VALUES.ID)).from($NAME_VALUES).fetchOne(0, Long.class);
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
              .write("dsl insert", v ->
                  app.dsl().insertInto($NAME_VALUES, $NAME_VALUES.V, $NAME_VALUES.N).values(v, v)
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
                  .where($NAME_VALUES.V.gt(v)).orderBy($NAME_VALUES.V).fetch($NAME_VALUES.ID));
        }
      """;

  @TempDir private Path folder;

  @Test
  void valuesAreWhatTheyWere_onSqlite() throws Exception {
    Project project = new Project(folder).migration("V1__all.sql", all(SQLITE, SQLITE_TABLES));
    Program program = new Program(folder, project).build();
    Path source = Files.writeString(folder.resolve("Check.java"), program(SQLITE));
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
      program.run(source);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static String all(List<Type> types, String template) {
    return types.stream().map(type -> type.of(template)).collect(Collectors.joining("\n"));
  }

  private static String program(List<Type> types) {
    return PROGRAM
        .replace("$calls", all(types, CALL))
        .replace("$count", String.valueOf(types.size()))
        .replace("$methods", all(types, METHOD));
  }
}
