package io.kinrow.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;

final class PostgresDryRunTest extends DryRunContract {
  @Override
  Engine newEngine(Path folder) {
    return Engine.postgres();
  }

  @Override
  List<String> schema(Engine engine) {
    return engine.query(
        "SELECT table_schema, table_name, column_name, data_type, is_nullable, column_default"
            + " FROM information_schema.columns WHERE table_schema IN ('public', 'app')"
            + " ORDER BY 1, 2, ordinal_position");
  }

  /** All statements in one message, as the server parses them itself; an error ends them. */
  @Override
  void run(Engine engine, String script) {
    assertThat(script).contains("\n\\set ON_ERROR_STOP on\n");
    String sql =
        script.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
    try (Connection connection = engine.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void worksInAnotherSchema_withFunctionsAndQuotedDollars() {
    Engine engine = newEngine(folder);
    engine.execute("CREATE SCHEMA app");
    scripts.with(
        "V3__f.sql",
        "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;"
            + "CREATE TABLE three (id INTEGER DEFAULT f());");
    Migrations app =
        Migrations.of(
            engine
                .configuration(scripts)
                .placeholders(java.util.Map.of("first", "one"))
                .defaultSchema("app"));
    run(engine, app.script(app.planMigrate()));
    assertThat(app.validate().problems()).isEmpty();
    assertThat(app.planMigrate().isEmpty()).isTrue();
    assertThat(engine.query("SELECT count(*) FROM app.three")).containsExactly("0");
  }

  @Test
  void leavesTheTransactionOut_whereFlywayDoes_andRefusesCopy() {
    Engine engine = newEngine(folder);
    scripts.with("V3__i.sql", "CREATE INDEX CONCURRENTLY i ON one (t);");
    FluentConfiguration configuration = configuration(engine);
    configuration
        .getPluginRegister()
        .getExact(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    Migrations migrations = Migrations.of(configuration);
    String script = migrations.script(migrations.planMigrate());
    assertThat(script.substring(script.indexOf("-- V3__i.sql"), script.indexOf("-- R__seen.sql")))
        .contains("not in a transaction")
        .doesNotContain("BEGIN");
    scripts.with("V4__copy.sql", "-- rows\nCOPY one FROM STDIN;\n7\tx\n\\.\n");
    var plan = migrations.planMigrate();
    assertThatThrownBy(() -> migrations.script(plan))
        .hasMessageContainingAll("V4__copy.sql", "COPY");
  }
}
