package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.undo.UndoTarget;
import io.kinrow.migrate.verify.VerifyReport.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that SQLite takes are no trouble anywhere: diff, migrate, check, verify, lint, undo. */
final class AwkwardNamesTest {

  private static final List<String> NAMES =
      List.of(
          "raise",
          "line\nfeed",
          "carriage\rreturn",
          "both\r\n-- ; DROP TABLE x;\n/* ",
          "tab\there",
          "semi;colon",
          "it's",
          "a \"quoted\" one",
          "[brackets]",
          "${placeholder}",
          "end",
          "begin",
          "É",
          "é",
          "straße",
          "\u2028",
          "x\u00a0y",
          "1st",
          "--",
          "/*");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyName_everywhere(boolean keepData) throws Exception {
    walk(
        folder,
        keepData,
        List.of(
            ofAll(
                """
                CREATE TABLE %2$s (%1$s INTEGER PRIMARY KEY, gone TEXT);
                CREATE TABLE %1$s (
                  id INTEGER PRIMARY KEY, %1$s TEXT, same TEXT, parent INT REFERENCES %2$s (%1$s)
                );
                CREATE INDEX %3$s ON %1$s (%1$s, parent) WHERE %1$s IS NOT NULL;
                """),
            ofAll(
                """
                CREATE TABLE %2$s (%1$s INTEGER PRIMARY KEY);
                CREATE TABLE %1$s (
                  id INTEGER PRIMARY KEY, %1$s TEXT NOT NULL DEFAULT 'x' CHECK (%1$s <> 'no'),
                  parent INT REFERENCES %2$s (%1$s) ON DELETE CASCADE, added INT REFERENCES %1$s (id)
                );
                CREATE INDEX %3$s ON %1$s (%1$s, parent, coalesce(%1$s, parent));
                CREATE VIEW %4$s AS SELECT %1$s, %1$s.id AS %5$s FROM %1$s;
                CREATE TRIGGER %5$s AFTER UPDATE OF %1$s ON %1$s BEGIN
                  UPDATE %2$s SET %1$s = NEW.%1$s WHERE %1$s = OLD.%1$s; END;
                """),
            ofAll("CREATE TABLE %2$s (%1$s INTEGER PRIMARY KEY, gone TEXT, %5$s TEXT UNIQUE);\n")));
  }

  private static String ofAll(String sql) {
    return NAMES.stream()
        .map(
            name -> {
              String quoted = name.replace("\"", "\"\"") + "\"";
              return sql.formatted(
                  "\"" + quoted, "\"p" + quoted, "\"i" + quoted, "\"v" + quoted, "\"t" + quoted);
            })
        .collect(Collectors.joining());
  }

  @Test
  void namesThatDifferInACaseBeyondAscii_areTwo() throws Exception {
    walk(
        folder,
        true,
        List.of(
            "CREATE TABLE É (É INT, é TEXT); CREATE TABLE é (Ä INT, ä TEXT);"
                + " CREATE INDEX Ö ON É (é); CREATE INDEX ö ON é (ä);",
            "CREATE TABLE É (É INT CHECK (É > 0), é TEXT); CREATE TABLE é (Ä INT, ö TEXT);"
                + " CREATE INDEX Ö ON É (É); CREATE INDEX ö ON é (ö);"
                + " CREATE VIEW Ü AS SELECT É FROM É; CREATE VIEW ü AS SELECT ö FROM é;",
            "CREATE TABLE é (Ä INT, ö TEXT);"));
  }

  @Test
  void sixHundredColumns() throws Exception {
    String columns =
        IntStream.rangeClosed(1, 600)
            .mapToObj(i -> "c" + i + " TEXT")
            .collect(Collectors.joining(", "));
    walk(
        folder,
        true,
        List.of(
            "CREATE TABLE wide (id INTEGER PRIMARY KEY, " + columns + ");",
            "CREATE TABLE wide (id INTEGER PRIMARY KEY, "
                + columns.replace("c300 TEXT, ", "").replace("c17 TEXT", "c17 INT CHECK (c17 > 0)")
                + ");",
            "CREATE TABLE other (id INTEGER PRIMARY KEY);"));
  }

  /** Each schema from the one before it, as its project would get there; then all the way back. */
  private static void walk(Path folder, boolean keepData, List<String> schemas) throws Exception {
    Path scripts = Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(scripts.resolve("V1__start.sql"), schemas.get(0));
    Files.writeString(scripts.resolve("U1__start.sql"), drops(schemas.get(0)));
    Engine engine = Engine.sqlite(folder);
    FlywaySettings settings =
        FlywaySettings.of(Map.of("placeholderReplacement", "false"))
            .locations("filesystem:" + scripts);
    Migrations migrations = Migrations.of(engine.url(), settings);
    migrations.migrate();
    for (String schema : schemas.subList(1, schemas.size())) {
      Schema desired = Schema.ofSql(schema);
      SchemaDiff diff =
          SchemaDiff.between(
              Schema.ofMigrations(settings), desired, DiffOptions.defaults().keepData(keepData));
      Revision.next(scripts, "change").write(diff);
      migrations.migrate();
      assertThat(
              Comparison.of(
                  Schema.ofDatabase(engine.url()).catalog(),
                  desired.catalog(),
                  ColumnOrder.AS_WRITTEN))
          .isEmpty();
    }
    assertThat(Drift.check(engine.url(), null, settings).fromMigrations()).isEmpty();
    Lint.of(settings).database(engine.url()).run();
    assertThat(migrations.verify().proofs()).allMatch(proof -> proof.outcome() == Outcome.PROVED);
    migrations.undo(UndoTarget.downTo("1"));
    assertThat(
            Comparison.of(
                Schema.ofDatabase(engine.url()).catalog(),
                Schema.ofSql(schemas.get(0)).catalog(),
                ColumnOrder.EXACT))
        .isEmpty();
  }

  private static String drops(String schema) {
    return Schema.ofSql(schema).catalog().tables().stream()
        .map(table -> "DROP TABLE " + table.name().sql() + ";\n")
        .collect(Collectors.joining());
  }
}
