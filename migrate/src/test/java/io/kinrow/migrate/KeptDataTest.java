package io.kinrow.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.Revision;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.Scripts;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --keep-data} from the diff to the undo, through Flyway. */
final class KeptDataTest {
  private static final String DESIRED =
      "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL);";

  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;
  private Migrations migrations;

  @BeforeEach
  void emailsAreKept() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__users.sql",
                "CREATE TABLE users (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT);")
            .with("U1__users.sql", "DROP TABLE users;");
    engine = Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("blog.db"));
    migrations = Migrations.of(engine.url(), scripts.location());
    migrations.migrate();
    engine.execute(
        "INSERT INTO users VALUES ('a', 'Al', 'al@x'), ('b', 'Bob', 'bob@x'), ('e', 'Eve', 'eve@x')");
    SchemaDiff diff =
        SchemaDiff.between(
            Schema.ofMigrations(scripts.location()),
            Schema.ofSql(DESIRED),
            DiffOptions.defaults().keepData(true));
    assertThat(diff.hints()).hasSize(1).allMatch(hint -> hint.contains("users.email is kept in"));
    Revision.next(scripts.folder(), "drop email").write(diff);
    migrations.migrate();
  }

  @Test
  void rowsThatGetNothing_areCounted_byTheUndo() {
    engine.execute("DELETE FROM users WHERE id = 'e'");
    engine.execute("INSERT INTO users VALUES ('e', 'Eve'), ('f', 'Flo')");

    UndoReport report = migrations.undo(migrations.planUndo(), false);

    assertThat(report.warnings())
        .containsExactly("Undo of version 2: 2 rows of users that get nothing of what was kept");
    assertThat(emails()).isEqualTo("Al al@x, Bob bob@x, Eve -, Flo -");
  }

  @Test
  void nothingIsSaid_whereAllComesBack() {
    assertThat(migrations.undo(migrations.planUndo(), false).warnings()).isEmpty();
    assertThat(emails()).isEqualTo("Al al@x, Bob bob@x, Eve eve@x");
  }

  @Test
  void migrationByHandInBetween_losesNothing_andMixesNothingUp() {
    engine.execute("DELETE FROM users WHERE id = 'a'");
    scripts
        .with(
            "V3__by_hand.sql",
            """
            CREATE TABLE users_new (id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> ''));
            INSERT INTO users_new SELECT id, name FROM users ORDER BY id DESC;
            DROP TABLE users;
            ALTER TABLE users_new RENAME TO users;""")
        .with(
            "U3__by_hand.sql",
            """
            CREATE TABLE users_old (id TEXT PRIMARY KEY, name TEXT NOT NULL);
            INSERT INTO users_old SELECT id, name FROM users;
            DROP TABLE users;
            ALTER TABLE users_old RENAME TO users;""");
    migrations.migrate();
    engine.execute("VACUUM");

    migrations.undo(migrations.planUndo(UndoTarget.downTo("1")), false);

    assertThat(emails()).isEqualTo("Bob bob@x, Eve eve@x");
  }

  @Test
  void whatKeepsTheData_isNoPartOfTheSchema() {
    Schema live = Schema.ofDatabase(engine.url());

    assertThat(live.catalog()).isEqualTo(Schema.ofSql(DESIRED).catalog());
    assertThat(SchemaDiff.between(live, Schema.ofSql(DESIRED)).isEmpty()).isTrue();
    assertThat(Drift.check(engine.url(), scripts.location()).fromMigrations()).isEmpty();
  }

  @Test
  void pairIsProvedByVerify() {
    assertThat(migrations.verify().failures()).isEmpty();
  }

  private String emails() {
    return String.join(
        ", ", engine.query("SELECT name || ' ' || ifnull(email, '-') FROM users ORDER BY id"));
  }

  private void teamsAreKept(String nullability) {
    engine.execute("DELETE FROM users");
    scripts
        .with(
            "V3__teams.sql",
            "CREATE TABLE teams (id INTEGER PRIMARY KEY);\n"
                + "CREATE TABLE members (id INTEGER PRIMARY KEY, team_id INTEGER"
                + nullability
                + " REFERENCES teams);")
        .with("U3__teams.sql", "DROP TABLE members;\nDROP TABLE teams;");
    migrations.migrate();
    engine.execute("INSERT INTO teams VALUES (1), (2)");
    engine.execute("INSERT INTO members VALUES (7, 1), (8, 2)");
    SchemaDiff diff =
        SchemaDiff.between(
            Schema.ofMigrations(scripts.location()),
            Schema.ofSql(
                DESIRED
                    + "CREATE TABLE teams (id INTEGER PRIMARY KEY);"
                    + "CREATE TABLE members (id INTEGER PRIMARY KEY);"),
            DiffOptions.defaults().keepData(true));
    Revision.next(scripts.folder(), "drop team").write(diff);
    migrations.migrate();
    engine.execute("DELETE FROM teams WHERE id = 2");
  }

  @Test
  void foreignKeysWhoseRowIsGone_areCounted_byTheUndo() {
    teamsAreKept("");

    UndoReport report = migrations.undo(migrations.planUndo(), false);

    assertThat(report.warnings())
        .containsExactly(
            "Undo of version 4: 1 rows of members whose row in teams is gone that get nothing of"
                + " what was kept");
    assertThat(engine.query("SELECT id || ' ' || ifnull(team_id, '-') FROM members ORDER BY id"))
        .containsExactly("7 1", "8 -");
  }

  @Test
  void foreignKeysThatCannotBeNull_refuseTheUndo_withRowAndKey() {
    teamsAreKept(" NOT NULL");

    assertThatThrownBy(() -> migrations.undo(migrations.planUndo(), false))
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("1 row of table members (team_id) without a row in teams: ")
        .hasMessageContaining("8")
        .hasMessageContaining("rolled back");
    assertThat(engine.query("SELECT id FROM members")).containsExactly("7", "8");
  }
}
