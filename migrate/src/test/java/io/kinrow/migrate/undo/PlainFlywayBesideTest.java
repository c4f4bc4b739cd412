package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.PlainFlyway;
import io.kinrow.migrate.fixture.Scripts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A colleague without the plug-in works on the same database, at every point of the cycle. */
final class PlainFlywayBesideTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres"})
  void plainFlywayKeepsWorking_atEveryPoint(String name) {
    Engine engine = name.equals("sqlite") ? Engine.sqlite(folder) : Engine.postgres();
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with("V1__one.sql", "CREATE TABLE one (id INTEGER);")
            .with("U1__one.sql", "DROP TABLE one;")
            .with("V2__two.sql", "CREATE TABLE two (id INTEGER);")
            .with("U2__two.sql", "DROP TABLE two;");
    try (PlainFlyway plain = PlainFlyway.withoutPlugin()) {
      Runnable withPlugin = () -> engine.configuration(scripts).load().undo();
      Runnable migratePlain = () -> run(plain, "migrate", engine, scripts);
      for (int cycle = 0; cycle < 2; cycle++) {
        engine.configuration(scripts).load().migrate();
        readOnlyCommands(plain, engine, scripts);
        withPlugin.run();
        readOnlyCommands(plain, engine, scripts);
        migratePlain.run();
        run(plain, "validate", engine, scripts);
        assertThat(engine.hasTable("two")).isTrue();
        withPlugin.run();
        withPlugin.run();
        readOnlyCommands(plain, engine, scripts);
        assertThat(engine.hasTable("one")).isFalse();
        migratePlain.run();
        withPlugin.run();
      }
      assertThat(engine.hasTable("one")).isTrue();
      assertThat(engine.hasTable("two")).isFalse();
    }
  }

  @Test
  void undoWithoutThePlugin_isRefusedByFlyway() {
    Scripts scripts = new Scripts(folder.resolve("sql"));
    Engine engine = Engine.sqlite(folder);
    try (PlainFlyway plain = PlainFlyway.withoutPlugin()) {
      assertThatThrownBy(() -> run(plain, "undo", engine, scripts)).hasMessageContaining("Redgate");
    }
  }

  private static void readOnlyCommands(PlainFlyway plain, Engine engine, Scripts scripts) {
    run(plain, "info", engine, scripts);
    run(plain, "repair", engine, scripts);
  }

  private static void run(PlainFlyway plain, String command, Engine engine, Scripts scripts) {
    plain.run(command, engine.url(), scripts.location());
  }
}
