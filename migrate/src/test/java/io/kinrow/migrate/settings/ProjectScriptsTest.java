package io.kinrow.migrate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.Squash;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.lint.Finding;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.lint.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectScriptsTest {

  @TempDir Path folder;
  private Scripts scripts;
  private String url;

  @BeforeEach
  void create() {
    scripts = new Scripts(folder.resolve("scripts"));
    url = "jdbc:sqlite:" + folder.resolve("live.db");
  }

  private FlywaySettings settings() {
    return FlywaySettings.defaults().locations(scripts.location());
  }

  private List<String> misnamed(FlywaySettings settings) {
    return new ProjectScripts(settings)
        .misnamed().stream().map(ProjectScripts.Misnamed::file).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V5_x.sql",
        "v5__x.sql",
        "V5-x.sql",
        "V5 x.sql",
        "V5x.sql",
        "V_5__x.sql",
        "V5__x.SQL",
        "V__x.sql",
        "U5_x.sql",
        "u5__x.sql",
        "B5_x.sql",
        "R_x.sql",
        "r__x.sql",
        "sub/V5_x.sql"
      })
  void finds_whatFlywayPassesOver(String file) {
    scripts.with("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);").with(file, "");
    assertThat(misnamed(settings())).containsExactly(file.replace("sub/", ""));
  }

  @Test
  void leavesAlone_whatFlywayTakesOrIsNotMeantForIt() {
    for (String file :
        List.of(
            "V1__t.sql",
            "V1.1__t.sql",
            "V5.sql",
            "V2_1__t.sql",
            "V20260131120000__t.sql",
            "U1__t.sql",
            "R__views.sql",
            "B3__baseline.sql",
            "afterMigrate.sql",
            "beforeEachMigrate__log.sql",
            "V1__t.sql.conf",
            "V5_x.txt",
            "Users.sql",
            "views.sql",
            "Reports.sql",
            "seed.sql",
            "README.md")) {
      scripts.with(file, "");
    }
    assertThat(misnamed(settings())).isEmpty();
  }

  @Test
  void goesByTheNames_thatTheProjectHas() {
    FlywaySettings own =
        settings()
            .with(
                Map.of(
                    "sqlMigrationPrefix", "M",
                    "undoSqlMigrationPrefix", "D",
                    "sqlMigrationSeparator", "-",
                    "sqlMigrationSuffixes", ".pg.sql,.ddl"));
    for (String file :
        List.of("M1-t.ddl", "D1-t.ddl", "M2__t.pg.sql", "m3-t.ddl", "D4_t.ddl", "V5__t.ddl")) {
      scripts.with(file, "");
    }
    scripts.with("M6_t.mysql.sql", "");
    assertThat(misnamed(own)).containsExactly("D4_t.ddl", "M2__t.pg.sql", "m3-t.ddl");
  }

  private static Consumer<ProjectScriptsTest> of(String command) {
    return test -> {
      switch (command) {
        case "migrate" -> Migrations.of(test.url, test.settings()).migrate();
        case "plan" -> Migrations.of(test.url, test.settings()).planMigrate();
        case "rehearse" -> Migrations.of(test.url, test.settings()).rehearse();
        case "verify" -> Migrations.of(test.url, test.settings()).verify();
        case "check" -> Drift.check(test.url, null, test.settings());
        case "diff" -> Schema.ofMigrations(test.settings());
        case "squash" -> Squash.of(test.settings(), "latest");
        case "lint" -> Lint.of(test.settings()).run();
        default -> throw new IllegalArgumentException(command);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "plan", "rehearse", "verify", "check", "diff", "squash"})
  void refusesMisnamedMigrations(String command) {
    scripts
        .with("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);")
        .with("U1__t.sql", "DROP TABLE t;");
    Migrations.of(url, settings()).migrate();
    of(command).accept(this);
    scripts.with("V2_more.sql", "").with("u3__x.sql", "");
    assertThatThrownBy(() -> of(command).accept(this))
        .isInstanceOf(FlywayException.class)
        .hasMessage(
            "V2_more.sql is not a valid name for a migration, and Flyway ignores it; it should look like V1.2__description.sql");
  }

  @Test
  void lintReportsThem_andValidateToo() {
    scripts
        .with("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);")
        .with("U1__t.sql", "DROP TABLE t;")
        .with("v2__more.sql", "")
        .with("U2_more.sql", "");
    assertThat(Lint.of(settings()).run())
        .extracting(Finding::rule, Finding::place)
        .containsExactly(tuple(Rule.MISNAMED, "U2_more.sql"), tuple(Rule.MISNAMED, "v2__more.sql"));
    assertThat(Lint.of(settings()).without(Rule.MISNAMED).run()).isEmpty();
    assertThat(Migrations.of(url, settings()).validate().problems())
        .anyMatch(problem -> problem.startsWith("v2__more.sql is not a valid name"))
        .anyMatch(problem -> problem.startsWith("U2_more.sql is not a valid name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rehearse", "verify", "check", "squash", "lint"})
  void refusesAProject_withoutMigrations(String command) {
    scripts.with("V1__t.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);");
    Migrations.of(url, settings()).migrate();
    scripts.without("V1__t.sql").with("U1__t.sql", "DROP TABLE t;").with("notes.sql", "");
    assertThatThrownBy(() -> of(command).accept(this))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("There are no migrations in filesystem:");
  }

  @Test
  void firstMigration_isWrittenIntoAnEmptyFolder() {
    assertThat(Schema.ofMigrations(settings()).catalog().tables()).isEmpty();
  }
}
