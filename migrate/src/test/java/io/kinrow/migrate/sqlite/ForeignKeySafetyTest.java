package io.kinrow.migrate.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.PlainFlyway;
import io.kinrow.migrate.fixture.Scripts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A parent rebuilt under foreign keys empties its children under plain Flyway, and not under us.
 */
final class ForeignKeySafetyTest {
  private static final String REBUILD =
      """
      CREATE TABLE users_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);
      INSERT INTO users_new (id, name) SELECT id, name FROM users;
      DROP TABLE users;
      ALTER TABLE users_new RENAME TO users;
      """;
  private static final String REBUILD_BACK =
      """
      CREATE TABLE users_old (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      INSERT INTO users_old SELECT id, name FROM users;
      DROP TABLE users;
      ALTER TABLE users_old RENAME TO users;
      """;

  @TempDir Path folder;
  private Scripts scripts;
  private Engine engine;

  @BeforeEach
  void parentAndChild() {
    scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__users_and_posts.sql",
                """
                CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
                CREATE TABLE posts (
                  id INTEGER PRIMARY KEY,
                  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
                );
                INSERT INTO users VALUES (1, 'susan'), (2, 'john');
                INSERT INTO posts VALUES (10, 1), (11, 1), (12, 2);
                """);
    engine = Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("safe.db") + "?foreign_keys=on");
  }

  private Flyway flyway() {
    return engine.configuration(scripts).load();
  }

  private String posts() {
    return engine.query("SELECT count(*) FROM posts").get(0);
  }

  @Test
  void plainFlywayEmptiesTheChild_whichIsWhyThisExists() {
    try (PlainFlyway plain = PlainFlyway.withoutPlugin()) {
      plain.run("migrate", engine.url(), scripts.location());
      scripts.with("V2__rebuild_users.sql", REBUILD);
      plain.run("migrate", engine.url(), scripts.location());
    }
    assertThat(posts()).isEqualTo("0");
  }

  @Test
  void migrateKeepsTheChild_whenAParentIsRebuilt() {
    scripts.with("V2__rebuild_users.sql", REBUILD);
    flyway().migrate();

    assertThat(posts()).isEqualTo("3");
  }

  @Test
  void undoKeepsTheChild_whenAParentIsRebuilt() {
    scripts.with("V2__rebuild_users.sql", REBUILD).with("U2__rebuild_users.sql", REBUILD_BACK);
    flyway().migrate();
    flyway().undo();

    assertThat(posts()).isEqualTo("3");
    assertThat(engine.query("SELECT sql FROM sqlite_master WHERE name = 'users'"))
        .noneMatch(sql -> sql.contains("email"));
  }

  @Test
  void danglingRowsAreRefused_andNamed() {
    flyway().migrate();
    scripts.with("V2__forget_susan.sql", "DELETE FROM users WHERE name = 'susan';");

    assertThatThrownBy(() -> flyway().migrate())
        .hasMessageContaining("V2__forget_susan.sql")
        .hasMessageContaining("2 rows of table posts (user_id) without a row in users");
    assertThat(engine.query("SELECT count(*) FROM users")).containsExactly("2");
    assertThat(engine.history()).hasSize(1);
  }

  @Test
  void danglingRowsOfAnUndoAreRefused_andNamed() {
    scripts
        .with(
            "V2__ann.sql", "INSERT INTO users VALUES (3, 'ann'); INSERT INTO posts VALUES (13, 3);")
        .with("U2__ann.sql", "DELETE FROM users WHERE id = 3;");
    flyway().migrate();

    assertThatThrownBy(() -> flyway().undo())
        .hasMessageContaining("rolled back")
        .hasMessageContaining("1 row of table posts (user_id) without a row in users");
    assertThat(engine.query("SELECT count(*) FROM users")).containsExactly("3");
  }

  private static final String RENAMED_FIRST =
      """
      ALTER TABLE %1$s RENAME TO "%1$s__old";
      CREATE TABLE %1$s (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);
      INSERT INTO %1$s (id, name) SELECT id, name FROM "%1$s__old";
      DROP TABLE "%1$s__old";
      """;

  @Test
  void rebuildThatRenamesFirst_isRefused_alsoWhileNoRowRefersToIt() {
    scripts.with("V1_1__empty.sql", "DELETE FROM posts; CREATE TABLE solo (id INTEGER);");
    flyway().migrate();
    scripts.with("V2__rebuild.sql", RENAMED_FIRST.formatted("users"));

    assertThatThrownBy(() -> flyway().migrate())
        .hasMessageContaining("V2__rebuild.sql leaves a foreign key without its table")
        .hasMessageContaining("- table posts (user_id) references users__old")
        .hasMessageContaining("create the new one under a different name");
    assertThat(engine.history()).hasSize(2);
    assertThat(engine.query("SELECT sql FROM sqlite_master WHERE name = 'users'"))
        .noneMatch(sql -> sql.contains("email"));
    engine.execute("INSERT INTO posts VALUES (20, 1)");
  }

  @Test
  void newTable_mayReferToOneOfALaterScript_butNotToOneThatIsDropped() {
    scripts
        .with(
            "V2__bids.sql", "CREATE TABLE bids (id INTEGER PRIMARY KEY, lot INT REFERENCES lots);")
        .with("V3__lots.sql", "CREATE TABLE lots (id INTEGER PRIMARY KEY);");
    flyway().migrate();
    engine.execute("INSERT INTO lots VALUES (1)");
    engine.execute("INSERT INTO bids VALUES (1, 1)");

    scripts.with(
        "V4__swap.sql",
        "CREATE TABLE offers (lot INT REFERENCES lots); DELETE FROM bids; DROP TABLE bids;"
            + " DROP TABLE lots;");
    assertThatThrownBy(() -> flyway().migrate())
        .hasMessageContaining("- table offers (lot) references lots");
    assertThat(engine.query("SELECT count(*) FROM bids")).containsExactly("1");
  }

  @Test
  void undoThatRenamesFirst_isRefused_andUndoesNothing() {
    scripts
        .with("V2__n.sql", "DELETE FROM posts;")
        .with("U2__n.sql", RENAMED_FIRST.formatted("users"));
    flyway().migrate();

    assertThatThrownBy(() -> flyway().undo())
        .hasMessageContaining("U2__n.sql leaves a foreign key without its table")
        .hasMessageContaining("rolled back");
    assertThat(engine.history()).hasSize(2);
    assertThat(engine.hasTable("users__old")).isFalse();
  }

  @Test
  void renameFirstThatMendsItsChildren_passes() {
    scripts.with(
        "V2__rebuild.sql",
        "PRAGMA legacy_alter_table = ON;\n"
            + RENAMED_FIRST.formatted("users")
            + "PRAGMA legacy_alter_table = OFF;");
    scripts.with(
        "V3__rename.sql",
        "ALTER TABLE users RENAME TO people; CREATE TABLE É (id INTEGER PRIMARY KEY);"
            + " CREATE TABLE e (a INT REFERENCES É, b INT REFERENCES PEOPLE);");
    flyway().migrate();
    assertThat(posts()).isEqualTo("3");
  }

  @Test
  void foreignKeyThatLackedItsTableBefore_isNotTheScriptsFault() {
    flyway().migrate();
    engine.execute("CREATE TABLE lost (a INTEGER REFERENCES nowhere, b INTEGER REFERENCES users)");
    scripts.with("V2__n.sql", "ALTER TABLE lost RENAME TO found; ALTER TABLE found ADD COLUMN c;");
    flyway().migrate();
    scripts.with("V3__n.sql", "DELETE FROM posts; ALTER TABLE users RENAME TO u; DROP TABLE u;");

    assertThatThrownBy(() -> flyway().migrate())
        .hasMessageContaining("- table posts (user_id) references u")
        .message()
        .doesNotContain("nowhere");
  }

  @Test
  void droppedParentIsRefused() {
    flyway().migrate();
    scripts.with("V2__drop.sql", "DROP TABLE users;");

    assertThatThrownBy(() -> flyway().migrate())
        .hasMessageContaining("3 rows of table posts (user_id) without a row in users");
    assertThat(engine.hasTable("users")).isTrue();
  }

  @Test
  void rowsThatDangledBefore_doNotBlockAMigration() {
    flyway().migrate();
    Engine unchecked =
        Engine.sqliteUrl(engine.url().replace("foreign_keys=on", "foreign_keys=off"));
    unchecked.execute("INSERT INTO posts VALUES (99, 99)");
    scripts.with("V2__rebuild_users.sql", REBUILD);

    flyway().migrate();

    assertThat(posts()).isEqualTo("4");
  }

  @Test
  void rowsThatDangledBefore_mayMoveWithARenamedTable_butNotGrow() {
    flyway().migrate();
    Engine unchecked =
        Engine.sqliteUrl(engine.url().replace("foreign_keys=on", "foreign_keys=off"));
    unchecked.execute("INSERT INTO posts VALUES (99, 99)");
    scripts.with("V2__rename.sql", "ALTER TABLE posts RENAME TO articles;");
    flyway().migrate();

    scripts.with("V3__more.sql", "INSERT INTO articles VALUES (98, 98);");
    assertThatThrownBy(() -> flyway().migrate())
        .hasMessageContaining("1 row of table articles (user_id) without a row in users");
  }

  @Test
  void keyThatSqliteCannotCheck_isNoObstacle() {
    scripts.with(
        "V2__wrong.sql",
        "CREATE TABLE w (name TEXT REFERENCES users (name)); INSERT INTO w VALUES ('nobody');");
    scripts.with("V3__after.sql", "CREATE TABLE after (id INTEGER);");

    flyway().migrate();

    assertThat(engine.hasTable("after")).isTrue();
  }

  @Test
  void javaMigrationIsCheckedToo() {
    flyway().migrate();

    assertThatThrownBy(
            () -> engine.configuration(scripts).javaMigrations(new V2__Forget()).load().migrate())
        .hasMessageContaining("2 rows of table posts");
    assertThat(engine.query("SELECT count(*) FROM users")).containsExactly("2");
  }

  /** Deletes a parent; named as Flyway wants it. */
  static final class V2__Forget extends org.flywaydb.core.api.migration.BaseJavaMigration {
    @Override
    public void migrate(org.flywaydb.core.api.migration.Context context) throws SQLException {
      try (Statement statement = context.getConnection().createStatement()) {
        statement.execute("DELETE FROM users WHERE id = 1");
      }
    }
  }

  @Test
  void scriptThatSwitchesForeignKeys_isRefusedWithTheReason() {
    flyway().migrate();
    for (String pragma :
        new String[] {
          "PRAGMA foreign_keys = OFF;",
          "-- off\npragma main.foreign_keys=0;",
          "/* off */ PRAGMA \"foreign_keys\"(0);"
        }) {
      scripts.with("V2__rebuild_users.sql", pragma + "\n" + REBUILD);
      assertThatThrownBy(() -> flyway().migrate())
          .hasMessageContaining("V2__rebuild_users.sql, line")
          .hasMessageContaining("already run with foreign keys off");
    }
    assertThat(posts()).isEqualTo("3");

    scripts.with("V2__rebuild_users.sql", REBUILD);
    scripts.with("U2__rebuild_users.sql", "PRAGMA foreign_keys = OFF;\n" + REBUILD_BACK);
    flyway().migrate();
    assertThatThrownBy(() -> flyway().undo())
        .hasMessageContaining("nothing was changed")
        .hasMessageContaining("U2__rebuild_users.sql, line");
  }

  @Test
  void initSqlAndCallbacksMaySetThePragma() {
    scripts.with("afterConnect.sql", "PRAGMA foreign_keys = ON;");
    scripts.with("V2__rebuild_users.sql", REBUILD);

    engine.configuration(scripts).initSql("PRAGMA foreign_keys = ON").load().migrate();

    assertThat(posts()).isEqualTo("3");
  }

  @Test
  void foreignKeysAreBackOn_onAConnectionThatLivesOn() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(engine.url());
    try (Connection only = source.getConnection()) {
      scripts.with("V2__rebuild_users.sql", REBUILD);
      Flyway.configure().dataSource(new Kept(only)).locations(scripts.location()).load().migrate();
      assertThat(pragma(only)).isEqualTo(1);

      scripts.with("V3__fails.sql", "DROP TABLE nowhere;");
      Flyway failing =
          Flyway.configure().dataSource(new Kept(only)).locations(scripts.location()).load();
      assertThatThrownBy(failing::migrate).hasMessageContaining("V3__fails.sql");
      assertThat(pragma(only)).isEqualTo(1);
      assertThat(only.getAutoCommit()).isTrue();
    }
  }

  private static int pragma(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("PRAGMA foreign_keys")) {
      return rs.getInt(1);
    }
  }

  @Test
  void cleanDropsEverything_underForeignKeys() {
    flyway().migrate();
    engine.execute(
        "CREATE VIEW v AS SELECT * FROM users",
        "CREATE VIRTUAL TABLE texts USING fts5(body)",
        "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, u REFERENCES users)",
        "INSERT INTO counted (u) VALUES (1)");

    engine.configuration(scripts).cleanDisabled(false).load().clean();

    assertThat(engine.query("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"))
        .isEmpty();
    flyway().migrate();
    assertThat(posts()).isEqualTo("3");
  }

  /** A pool of one: its connection is never really closed. */
  private record Kept(Connection connection) implements DataSource {
    @Override
    public Connection getConnection() {
      return (Connection)
          java.lang.reflect.Proxy.newProxyInstance(
              Kept.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (java.lang.reflect.InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(System.out, true);
    }

    @Override
    public void setLogWriter(PrintWriter out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
