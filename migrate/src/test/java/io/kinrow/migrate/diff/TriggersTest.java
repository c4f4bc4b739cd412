package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.plan.ScratchSchema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Triggers see the rows that a migration changes, and fire in the order in which they did. */
final class TriggersTest {

  private static final String ORDERS = "CREATE TABLE orders (id INTEGER PRIMARY KEY, qty INTEGER);";
  private static final String REQUIRED = ORDERS.replace("qty INTEGER", "qty INTEGER NOT NULL");
  private static final String TOTALS =
      """
      CREATE TABLE totals (n INTEGER);
      CREATE TRIGGER orders_u AFTER UPDATE OF qty ON orders BEGIN
        UPDATE totals SET n = n - ifnull(old.qty, 0) + ifnull(new.qty, 0);
      END;
      """;

  private static ScratchSchema migrated(String old, String rows, SchemaDiff diff)
      throws SQLException {
    ScratchSchema scratch = ScratchSchema.of(Schema.ofSql(old).catalog());
    for (String row : rows.split(";")) {
      scratch.execute(row);
    }
    scratch.migrate(diff.migration());
    return scratch;
  }

  private static SchemaDiff diff(String old, String desired, DiffOptions options) {
    return SchemaDiff.between(Schema.ofSql(old), Schema.ofSql(desired), options);
  }

  @Test
  void totalsFollowTheRowsThatAreFilled() throws SQLException {
    SchemaDiff diff =
        diff(ORDERS + TOTALS, REQUIRED + TOTALS, DiffOptions.defaults().fill("orders.qty", "7"));
    try (ScratchSchema scratch =
        migrated(
            ORDERS + TOTALS,
            "INSERT INTO orders VALUES (1, 2), (2, NULL), (3, NULL); INSERT INTO totals VALUES (2)",
            diff)) {
      assertThat(scratch.texts("SELECT n FROM totals")).containsExactly("16");
      scratch.migrate(diff.undo());
      assertThat(scratch.texts("SELECT n - (SELECT sum(qty) FROM orders) FROM totals"))
          .containsExactly("0");
    }
  }

  /** A generated column cannot be updated: its NULLs are filled when the table is made anew. */
  @Test
  void valuesThatWereGenerated_areFilledWithoutTriggers() throws SQLException {
    String plain =
        "CREATE TABLE users (id INTEGER PRIMARY KEY, x TEXT, note TEXT NOT NULL DEFAULT 1);";
    String generated =
        "CREATE TABLE users (id INTEGER PRIMARY KEY, x TEXT, note TEXT AS (x || '!'));";
    String trigger =
        "CREATE TRIGGER t0 AFTER UPDATE ON users BEGIN UPDATE users SET x = NULL; END;";

    SchemaDiff diff = diff(plain + trigger, generated + trigger, DiffOptions.defaults());

    assertThat(diff.hints())
        .contains(
            "the triggers (t0) do not fire for the rows of users that get a value for note here: data that they maintain elsewhere is not updated");
    try (ScratchSchema scratch =
        migrated(plain + trigger, "INSERT INTO users VALUES (1, 'a', 'n'), (2, NULL, 'n')", diff)) {
      scratch.migrate(diff.undo());
      assertThat(scratch.texts("SELECT x || note FROM users WHERE id = 1")).containsExactly("aa!");
      assertThat(scratch.texts("SELECT note FROM users WHERE id = 2")).containsExactly("1");
    }
  }

  @Test
  void totalsFollow_whereTheTableIsRebuiltToo() throws SQLException {
    String checked = REQUIRED.replace("NOT NULL", "NOT NULL CHECK (qty > 0) UNIQUE");
    SchemaDiff diff =
        diff(
            ORDERS + TOTALS,
            checked + TOTALS,
            DiffOptions.defaults().fill("orders.qty", "id * 10"));
    assertThat(diff.rebuilt()).hasSize(1);
    try (ScratchSchema scratch =
        migrated(
            ORDERS + TOTALS,
            "INSERT INTO orders VALUES (1, 2), (2, NULL); INSERT INTO totals VALUES (2)",
            diff)) {
      assertThat(scratch.texts("SELECT n FROM totals")).containsExactly("22");
    }
  }

  @Test
  void fullTextOfItsOwn_findsWhatIsFilled() throws SQLException {
    String fts =
        """
        CREATE VIRTUAL TABLE found USING fts5(title);
        CREATE TRIGGER posts_u AFTER UPDATE ON posts BEGIN
          DELETE FROM found WHERE rowid = old.id;
          INSERT INTO found (rowid, title) VALUES (new.id, new.title);
        END;
        """;
    String posts = "CREATE TABLE posts (id INTEGER PRIMARY KEY, title TEXT);";
    SchemaDiff diff =
        diff(
            posts + fts,
            posts.replace("title TEXT", "title TEXT NOT NULL") + fts,
            DiffOptions.defaults().fill("posts.title", "'fox'"));
    try (ScratchSchema scratch =
        migrated(posts + fts, "INSERT INTO posts VALUES (5, NULL)", diff)) {
      assertThat(scratch.texts("SELECT rowid FROM found('fox')")).containsExactly("5");
    }
  }

  @Test
  void triggersThatDoNotFire_areAnnounced() {
    SchemaDiff kept =
        diff(
            ORDERS + TOTALS,
            REQUIRED + TOTALS,
            DiffOptions.defaults().fill("orders.qty", "7").keepData(true));
    String told =
        "the triggers (orders_u) do not fire for the rows of orders that get a value for qty here";
    assertThat(kept.hints()).anyMatch(hint -> hint.startsWith(told));
    assertThat(kept.migration()).contains("-- " + told);

    String price = ORDERS.replace("qty INTEGER", "qty INTEGER, price INTEGER NOT NULL");
    String sums = TOTALS.replace("OF qty", "OF price").replace(".qty", ".price");
    SchemaDiff added =
        diff(ORDERS + TOTALS, price + sums, DiffOptions.defaults().fill("orders.price", "1"));
    assertThat(added.hints()).anyMatch(hint -> hint.contains("get a value for price here"));
  }

  @Test
  void firingOrderStays_thereAndBack() throws SQLException {
    String triggers =
        "CREATE TRIGGER b AFTER INSERT ON orders BEGIN SELECT 1; END;"
            + "CREATE TRIGGER c AFTER INSERT ON orders BEGIN SELECT 2; END;"
            + "CREATE TRIGGER a AFTER INSERT ON orders BEGIN SELECT 3; END;";
    String rebuilt = ORDERS.replace("qty INTEGER", "qty INTEGER UNIQUE");
    String changed = triggers.replace("SELECT 1", "SELECT 0");
    for (String desired : List.of(rebuilt + triggers, ORDERS + changed)) {
      SchemaDiff diff = diff(ORDERS + triggers, desired, DiffOptions.defaults());
      try (ScratchSchema scratch = migrated(ORDERS + triggers, "SELECT 1", diff)) {
        assertThat(order(scratch)).containsExactly("b", "c", "a");
        scratch.migrate(diff.undo());
        assertThat(order(scratch)).containsExactly("b", "c", "a");
      }
    }
    SchemaDiff dropped =
        diff(
            ORDERS + triggers,
            ORDERS + triggers.replaceFirst("CREATE TRIGGER b.*?END;", ""),
            DiffOptions.defaults());
    try (ScratchSchema scratch = migrated(ORDERS + triggers, "SELECT 1", dropped)) {
      assertThat(order(scratch)).containsExactly("c", "a");
      scratch.migrate(dropped.undo());
      assertThat(order(scratch)).containsExactly("b", "c", "a");
    }
  }

  private static List<String> order(ScratchSchema scratch) throws SQLException {
    return scratch.texts("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
  }

  @Test
  void nullsWrittenSince_getTheDefault_orAreAnnounced() throws SQLException {
    String required = ORDERS.replace("qty INTEGER", "qty INTEGER NOT NULL DEFAULT 1");
    SchemaDiff diff =
        diff(required, ORDERS.replace("INTEGER)", "INTEGER DEFAULT 1)"), DiffOptions.defaults());
    assertThat(diff.undo()).contains("-- rows of orders that have no qty at that time get (1)");
    try (ScratchSchema scratch = migrated(required, "INSERT INTO orders VALUES (1, 5)", diff)) {
      scratch.execute("INSERT INTO orders VALUES (2, NULL)");
      scratch.migrate(diff.undo());
      assertThat(scratch.texts("SELECT qty FROM orders")).containsExactly("5", "1");
    }
    assertThat(diff(REQUIRED, ORDERS, DiffOptions.defaults()).undo())
        .contains("-- this undo fails if rows of orders have no qty: give them a value first");
  }
}
