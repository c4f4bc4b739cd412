package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.MigrationAssertions;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that diff writes do, run by Flyway, what was proved of them. */
final class WrittenFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE customers(id INTEGER PRIMARY KEY, [Customer's name] TEXT);",
        "CREATE TABLE customers(id INTEGER PRIMARY KEY, [12\" pipe] TEXT, [it's] INT);",
        "CREATE TABLE [customers; -- 'all'] (id INTEGER PRIMARY KEY, [/*] TEXT, `*/` INT);",
        "CREATE TABLE customers(`${name}` INTEGER PRIMARY KEY, \"a\"\"b\" TEXT DEFAULT '${x}');",
        "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT DEFAULT 'it''s; -- \"so\"');",
        "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT CHECK (name <> '/*') /* it's */);",
        "CREATE VIEW [it's] AS SELECT 1 AS [a'b];"
      })
  void everyStatementOfTheFilesRuns(String object) {
    String base = "CREATE TABLE base (id INTEGER PRIMARY KEY);";
    String desired = base + "\n" + object + "\nCREATE TABLE zebras (id INTEGER, it TEXT);";
    Scripts scripts = new Scripts(folder.resolve("sql")).with("V1__base.sql", base);
    scripts.with("U1__base.sql", "DROP TABLE base;");
    SchemaDiff diff =
        SchemaDiff.between(Schema.ofMigrations(scripts.location()), Schema.ofSql(desired));
    Revision.next(scripts.folder(), "customers").write(diff);

    Engine engine = Engine.sqlite(folder);
    Migrations migrations = Migrations.of(engine.configuration(scripts));
    migrations.migrate();

    assertThat(differences(Schema.ofDatabase(engine.url()), Schema.ofSql(desired))).isEmpty();
    assertThat(differences(Schema.ofMigrations(scripts.location()), Schema.ofSql(desired)))
        .isEmpty();
    migrations.undo(UndoTarget.steps(1));
    assertThat(differences(Schema.ofDatabase(engine.url()), Schema.ofSql(base))).isEmpty();
    MigrationAssertions.assertUndoable(migrations);
  }

  private static java.util.List<Difference> differences(Schema from, Schema to) {
    return Comparison.of(from.catalog(), to.catalog(), ColumnOrder.EXACT);
  }

  @Test
  void namesThatFlywayWouldMistake_areWrittenInDoubleQuotes() {
    SchemaDiff diff =
        SchemaDiff.between(
            Schema.ofSql(""),
            Schema.ofSql("CREATE TABLE c ([Customer's name] TEXT, [plain] INT, `a;b` INT)"));
    assertThat(diff.migration())
        .contains("CREATE TABLE c (\"Customer's name\" TEXT, [plain] INT, \"a;b\" INT);");
  }
}
