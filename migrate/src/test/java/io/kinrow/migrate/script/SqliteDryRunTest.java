package io.kinrow.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SqliteDryRunTest extends DryRunContract {
  @Override
  Engine newEngine(Path folder) {
    return Engine.sqlite(folder);
  }

  @Override
  List<String> schema(Engine engine) {
    return engine.query("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
  }

  @Override
  void run(Engine engine, String script) {
    String sql =
        script.lines().filter(line -> !line.startsWith(".")).collect(Collectors.joining("\n"));
    assertThat(script).contains("\n.bail on\n");
    try (Connection connection = engine.connect();
        java.sql.Statement statement = connection.createStatement()) {
      for (var part : io.kinrow.migrate.sql.Statement.split(sql)) {
        statement.execute(part.text());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void stopsBeforeTheCommit_whenRowsLoseTheirParents() {
    scripts
        .with("V3__child.sql", "INSERT INTO two VALUES (1);")
        .with("V4__orphan.sql", "DELETE FROM one;");
    Engine engine = newEngine(folder);
    String script = on(engine).script(on(engine).planMigrate());
    assertThatThrownBy(() -> run(engine, script))
        .hasStackTraceContaining("rows_without_their_parent");
    assertThat(engine.query("SELECT id FROM one")).containsExactly("1");
    assertThat(on(engine).history()).hasSize(3);
  }

  @Test
  void isRefused_whenRowsDangleAlready() {
    Engine engine = newEngine(folder);
    on(engine).migrate();
    engine.execute("INSERT INTO two VALUES (77)");
    scripts.with("V3__more.sql", "CREATE TABLE three (id INTEGER);");
    var plan = on(engine).planMigrate();
    assertThatThrownBy(() -> on(engine).script(plan))
        .hasMessageContaining("1 rows have lost their parents");
  }
}
