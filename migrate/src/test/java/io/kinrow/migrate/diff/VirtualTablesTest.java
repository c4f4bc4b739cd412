package io.kinrow.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.drift.Drift;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.undo.UndoTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs around full-text indexes and R-trees, run by Flyway on a file with rows. */
class VirtualTablesTest {

  private static final String POSTS =
      "CREATE TABLE posts (id INTEGER PRIMARY KEY, body TEXT, title TEXT);\n";
  private static final String INDEX =
      """
      CREATE VIRTUAL TABLE posts_fts USING fts5(body, title, content='posts', content_rowid='id');
      CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN
        INSERT INTO posts_fts(rowid, body, title) VALUES (new.id, new.body, new.title); END;
      CREATE TRIGGER posts_ad AFTER DELETE ON posts BEGIN
        INSERT INTO posts_fts(posts_fts, rowid, body, title)
        VALUES ('delete', old.id, old.body, old.title); END;
      CREATE TRIGGER posts_au AFTER UPDATE ON posts BEGIN
        INSERT INTO posts_fts(posts_fts, rowid, body, title)
        VALUES ('delete', old.id, old.body, old.title);
        INSERT INTO posts_fts(rowid, body, title) VALUES (new.id, new.body, new.title); END;
      """;
  private static final String ROWS =
      """
      INSERT INTO posts (id, body, title) VALUES (7, 'red fox', 'one'), (3, 'blue whale', NULL),
        (90, 'green fox', 'three');
      DELETE FROM posts WHERE id = 90;
      INSERT INTO posts (id, body, title) VALUES (41, 'old fox', 'four');
      """;
  private static final String FIND =
      "SELECT rowid FROM posts_fts WHERE posts_fts MATCH 'fox' ORDER BY rowid";
  private static final String CHECK =
      "INSERT INTO posts_fts (posts_fts, rank) VALUES ('integrity-check', 1)";

  @TempDir Path folder;

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("live.db");
  }

  private Migrations migrations() {
    return Migrations.of(url(), "filesystem:" + folder.resolve("db"));
  }

  /** Writes the pair that leads from one schema to the other, and applies all but it. */
  private SchemaDiff pair(String old, String rows, String desired, DiffOptions options)
      throws IOException {
    Path db = Files.createDirectories(folder.resolve("db"));
    Files.writeString(db.resolve("V1__old.sql"), old);
    Files.writeString(db.resolve("V2__rows.sql"), rows);
    migrations().migrate();
    SchemaDiff diff = SchemaDiff.between(Schema.ofSql(old), Schema.ofSql(desired), options);
    Revision.next(db, "change").write(diff);
    return diff;
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      List<String> texts = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            texts.add(rows.getString(1));
          }
        }
      }
      return texts;
    }
  }

  private void answers(String find, String check, List<String> found) throws SQLException {
    texts(check);
    assertThat(texts(find)).isEqualTo(found);
  }

  private void forthAndBack(String find, String check, List<String> found) throws SQLException {
    migrations().migrate();
    answers(find, check, found);
    assertThat(Drift.check(url(), "filesystem:" + folder.resolve("db")).isFound()).isFalse();
    migrations().undo(migrations().planUndo(UndoTarget.steps(1)), false);
    answers(find, check, found);
    migrations().migrate();
    answers(find, check, found);
  }

  @Test
  void keepsTheIndex_whenItsContentIsRebuilt() throws Exception {
    String checked = POSTS.replace("title TEXT)", "title TEXT, CHECK (length(body) < 99))");
    SchemaDiff diff = pair(POSTS + INDEX, ROWS, checked + INDEX, DiffOptions.defaults());
    assertThat(diff.undo()).contains("Rebuild table posts").doesNotContain("'rebuild'");
    forthAndBack(FIND, CHECK, List.of("7", "41"));
  }

  @Test
  void fillsTheIndexAnew_whenItsContentIsFilled() throws Exception {
    SchemaDiff diff =
        pair(
            POSTS + INDEX,
            ROWS,
            POSTS.replace("title TEXT", "title TEXT NOT NULL") + INDEX,
            DiffOptions.defaults().fill("posts.title", "'fox'"));
    assertThat(diff.migration())
        .contains("Index posts_fts anew, from all rows of posts", "VALUES ('rebuild')");
    forthAndBack(FIND, CHECK, List.of("3", "7", "41"));
  }

  @Test
  void fillsTheIndex_whenItIsNew() throws Exception {
    pair(POSTS, ROWS, POSTS + INDEX, DiffOptions.defaults());
    migrations().migrate();
    answers(FIND, CHECK, List.of("7", "41"));
    migrations().undo(migrations().planUndo(UndoTarget.steps(1)), false);
    assertThat(texts("SELECT name FROM sqlite_schema WHERE name LIKE 'posts%'"))
        .containsExactly("posts");
  }

  @Test
  void fillsTheIndex_whenTheUndoBringsItBack() throws Exception {
    SchemaDiff diff = pair(POSTS + INDEX, ROWS, POSTS, DiffOptions.defaults());
    assertThat(diff.losses()).isEmpty();
    migrations().migrate();
    migrations().undo(migrations().planUndo(UndoTarget.steps(1)), false);
    answers(FIND, CHECK, List.of("7", "41"));
  }

  @Test
  void keepsTheIndex_whenItsContentHasNoIntegerKey() throws Exception {
    String old =
        "CREATE TABLE posts (key TEXT PRIMARY KEY, body TEXT);\n"
            + "CREATE VIRTUAL TABLE posts_fts USING fts5(body, content = \"posts\");\n";
    String rows =
        """
        INSERT INTO posts VALUES ('c', 'no'), ('b', 'red fox'), ('a', 'fox');
        DELETE FROM posts WHERE key = 'c';
        INSERT INTO posts_fts (posts_fts) VALUES ('rebuild');
        """;
    pair(old, rows, old.replace("TEXT);", "TEXT CHECK (body <> ''));"), DiffOptions.defaults());
    forthAndBack(FIND, CHECK, List.of("2", "3"));
  }

  @Test
  void makesTheIndexAnew_whenAColumnItNamesIsRenamed() throws Exception {
    SchemaDiff diff =
        pair(
            POSTS + INDEX,
            ROWS,
            (POSTS + INDEX).replace("title", "heading"),
            DiffOptions.defaults().renameColumn("posts.title", "heading"));
    assertThat(diff.hints()).isEmpty();
    assertThat(diff.undo()).doesNotContain("Drops with");
    forthAndBack(FIND, CHECK, List.of("7", "41"));
  }

  @Test
  void makesTheIndexAnew_whenItsContentIsRenamed() throws Exception {
    pair(
        POSTS + INDEX,
        ROWS,
        (POSTS + INDEX)
            .replace("posts (", "articles (")
            .replace("content='posts'", "content='articles'")
            .replace("ON posts", "ON articles"),
        DiffOptions.defaults().renameTable("posts", "articles"));
    forthAndBack(FIND, CHECK, List.of("7", "41"));
  }

  @Test
  void refuses_whenTheIndexWouldLoseItsContent() {
    String without = POSTS.replace(", title TEXT", "") + INDEX.lines().findFirst().orElseThrow();
    assertThatThrownBy(
            () ->
                SchemaDiff.between(
                    Schema.ofSql(POSTS + INDEX), Schema.ofSql(without), DiffOptions.defaults()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("posts_fts indexes posts.title");
  }

  @Test
  void keepsFts4AndItsTriggers_whenTheContentIsRebuilt() throws Exception {
    String index =
        """
        CREATE VIRTUAL TABLE posts_fts USING fts4(content="posts", body, title);
        CREATE TRIGGER posts_bd BEFORE DELETE ON posts BEGIN
          DELETE FROM posts_fts WHERE docid = old.id; END;
        CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN
          INSERT INTO posts_fts(docid, body, title) VALUES (new.id, new.body, new.title); END;
        """;
    pair(
        POSTS + index,
        ROWS,
        POSTS.replace("body TEXT", "body TEXT CHECK (body <> '')") + index,
        DiffOptions.defaults());
    forthAndBack(
        FIND, "INSERT INTO posts_fts (posts_fts) VALUES ('integrity-check')", List.of("7", "41"));
  }

  @Test
  void keepsContentlessIndexesAndRtrees_whenTheTableBesideIsRebuilt() throws Exception {
    String index =
        """
        CREATE VIRTUAL TABLE posts_fts USING fts5(body, content='');
        CREATE VIRTUAL TABLE places USING rtree(id, low, high, +name);
        CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN
          INSERT INTO posts_fts(rowid, body) VALUES (new.id, new.body);
          INSERT INTO places VALUES (new.id, new.id, new.id + 1, new.title); END;
        """;
    String rows = "INSERT INTO posts VALUES (7, 'red fox', 'one'), (3, 'whale', 'two');";
    pair(
        POSTS + index,
        rows,
        POSTS.replace("body TEXT", "body TEXT CHECK (body <> '')") + index,
        DiffOptions.defaults());
    forthAndBack(FIND, "SELECT rtreecheck('places')", List.of("7"));
    assertThat(texts("SELECT name FROM places WHERE low > 5")).containsExactly("one");
  }

  @Test
  void provesTheUndoOfAVirtualTable() throws Exception {
    pair(POSTS, ROWS, POSTS + INDEX, DiffOptions.defaults());
    migrations().migrate();
    assertThat(
            migrations().verify().proofs().stream()
                .filter(proof -> proof.version().equals("3"))
                .toList())
        .singleElement()
        .satisfies(proof -> assertThat(proof.differences()).isEmpty());
  }
}
