package io.kinrow.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts work however long their comments, blanks and literals are. */
final class LongTextsTest {
  private static final String LITERAL = "'" + "it''s ".repeat(10_000) + "'";

  @TempDir Path folder;
  private Engine engine;
  private Scripts scripts;

  @BeforeEach
  void project() {
    engine = Engine.sqlite(folder);
    scripts = new Scripts(folder.resolve("migrations"));
  }

  static Stream<String> heads() {
    return Stream.of(
        "-- of this script\n".repeat(600),
        "/* one */" + " ".repeat(3_000) + "/* two */\n",
        "-- a" + "\n".repeat(20_000) + "-- b\n",
        "/*" + "*".repeat(50_000) + "*/");
  }

  @ParameterizedTest
  @MethodSource("heads")
  void commentsAndBlanks_ofAnyLength(String head) {
    scripts
        .with("V1__a.sql", head + "CREATE TABLE a (id INTEGER PRIMARY KEY);")
        .with("U1__a.sql", head + "DROP TABLE a;");
    Migrations migrations = Migrations.of(engine.url(), scripts.location());

    migrations.migrate();
    assertThat(migrations.verify().passed()).isTrue();
    assertThat(Drift.check(engine.url(), scripts.location()).isFound()).isFalse();
    assertThat(Lint.of(scripts.folder()).run()).isEmpty();
    migrations.undo(UndoTarget.steps(1));
    assertThat(engine.hasTable("a")).isFalse();

    scripts.with("V2__b.sql", head + "PRAGMA main . foreign_keys" + head + "= ON;");
    assertThatThrownBy(migrations::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("V2__b.sql, line");
  }

  @Test
  void literals_ofManyThousandQuotes() {
    String body = " BEGIN INSERT INTO a (text) VALUES (" + LITERAL + "); END";
    String table = "CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT DEFAULT " + LITERAL + ")";
    String trigger = "CREATE TRIGGER t AFTER DELETE ON a" + body;
    scripts
        .with(
            "V1__a.sql",
            table + ";\n" + trigger + ";\nINSERT INTO a (text) VALUES (" + LITERAL + ")")
        .with("U1__a.sql", "DELETE FROM a WHERE text = " + LITERAL + ";\nDROP TABLE a;");
    Migrations migrations = Migrations.of(engine.url(), scripts.location());

    migrations.migrate();
    assertThat(migrations.verify().passed()).isTrue();
    assertThat(Lint.of(scripts.folder()).run()).isEmpty();
    Schema migrated = Schema.ofMigrations(FlywaySettings.defaults().locations(scripts.location()));
    Schema desired =
        Schema.ofSql(
            "CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT DEFAULT "
                + LITERAL
                + ", more TEXT DEFAULT "
                + LITERAL
                + ", CHECK (text <> "
                + LITERAL
                + " || '!'));"
                + trigger);
    assertThat(SchemaDiff.between(migrated, desired).migration()).contains("text <> 'it''s ");
  }
}
