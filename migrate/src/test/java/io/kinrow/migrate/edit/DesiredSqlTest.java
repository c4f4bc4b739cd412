package io.kinrow.migrate.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import io.kinrow.migrate.edit.Edit.AddColumn;
import io.kinrow.migrate.edit.Edit.AddForeignKey;
import io.kinrow.migrate.edit.Edit.AddUnique;
import io.kinrow.migrate.edit.Edit.ChangeColumn;
import io.kinrow.migrate.edit.Edit.ChangeForeignKey;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.edit.Edit.CommentTable;
import io.kinrow.migrate.edit.Edit.CreateIndex;
import io.kinrow.migrate.edit.Edit.CreateTable;
import io.kinrow.migrate.edit.Edit.DropColumn;
import io.kinrow.migrate.edit.Edit.DropForeignKey;
import io.kinrow.migrate.edit.Edit.DropIndex;
import io.kinrow.migrate.edit.Edit.DropTable;
import io.kinrow.migrate.edit.Edit.DropUnique;
import io.kinrow.migrate.edit.Edit.ForeignKeyShape;
import io.kinrow.migrate.edit.Edit.RenameColumn;
import io.kinrow.migrate.edit.Edit.RenameTable;
import io.kinrow.migrate.edit.Edit.SetPrimaryKey;
import io.kinrow.migrate.edit.Edit.Write;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DesiredSqlTest {

  private static final String BLOG =
      """
      -- The blog.

      -- People who log in.
      CREATE TABLE users (
        id       INTEGER PRIMARY KEY,
        nick     TEXT NOT NULL UNIQUE, -- shown to others
        about_me TEXT /* may be long */
      );

      CREATE TABLE posts (
        id      INTEGER PRIMARY KEY,
        body    TEXT NOT NULL CHECK (length(body) > 0),
        user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE -- the author
      ); -- newest last

      CREATE INDEX posts_user_id ON posts (user_id); -- for timelines

      CREATE VIEW timeline AS
        SELECT p.body, u.nick -- who
        FROM posts p JOIN users u ON u.id = p.user_id;

      CREATE TRIGGER posts_ai AFTER INSERT ON posts BEGIN
        UPDATE users SET about_me = NEW.body WHERE id = NEW.user_id;
      END;
      """;

  private static String after(String text, Edit... edits) {
    DesiredSql desired = DesiredSql.of(text);
    for (Edit edit : edits) {
      desired = desired.apply(edit);
    }
    return desired.text();
  }

  private static ColumnShape column(String name, String type) {
    return new ColumnShape(name, type, true, null, "");
  }

  private static ColumnShape column(
      String name, String type, boolean nullable, @Nullable String value, String comment) {
    return new ColumnShape(name, type, nullable, value, comment);
  }

  private static void refused(String text, Edit edit, String... words) {
    assertThatThrownBy(() -> DesiredSql.of(text).apply(edit))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aRenamedColumn_isRenamedWhereverItIsNamed_andNothingElseChanges() {
    assertThat(after(BLOG, new RenameColumn("users", "nick", "nickname")))
        .isEqualTo(
            BLOG.replace("  nick     TEXT", "  nickname     TEXT")
                .replace("u.nick ", "u.nickname "));
    assertThat(after(BLOG, new RenameColumn("posts", "user_id", "select")))
        .isEqualTo(
            BLOG.replace("user_id", "\"select\"").replace("posts_\"select\"", "posts_user_id"));
  }

  @Test
  void aRenamedTable_isRenamedWhereverItIsNamed() {
    assertThat(after(BLOG, new RenameTable("users", "people")))
        .isEqualTo(BLOG.replace("users", "people"));
    assertThat(after(BLOG, new RenameTable("POSTS", "a \"b\"")))
        .contains("CREATE TABLE \"a \"\"b\"\"\" (")
        .contains("CREATE INDEX posts_user_id ON \"a \"\"b\"\"\" (user_id)");
  }

  @Test
  void aNameThatOnlyChangesTheCaseOfItsLetters_isWrittenSo() {
    assertThat(
            after(
                BLOG, new RenameTable("users", "Users"), new RenameColumn("users", "nick", "NICK")))
        .isEqualTo(
            BLOG.replace("users", "Users")
                .replace("  nick ", "  NICK ")
                .replace("u.nick", "u.NICK"));
  }

  @Test
  void quotesAndCommentsStay_whenSomethingIsRenamed() {
    String odd =
        "CREATE TABLE [a b] (\r\n  /* one */ `x` TEXT, -- two\r\n  y AS (upper(\"x\"))\r\n);\r\n";
    assertThat(after(odd, new RenameColumn("a b", "x", "z"), new RenameTable("a b", "t")))
        .isEqualTo(odd.replace("`x`", "\"z\"").replace("\"x\"", "\"z\"").replace("[a b]", "\"t\""));
  }

  @Test
  void renamesAreKnown_fromTheFirstNameToTheLast() {
    DesiredSql desired =
        DesiredSql.of(BLOG)
            .apply(new RenameColumn("users", "nick", "n"))
            .apply(new RenameTable("users", "u"))
            .apply(new RenameColumn("u", "n", "nickname"))
            .apply(new RenameTable("u", "people"))
            .apply(new RenameColumn("posts", "body", "b"))
            .apply(new RenameColumn("posts", "b", "body"))
            .apply(new AddColumn("people", column("x", "TEXT"), null))
            .apply(new RenameColumn("people", "x", "y"));
    assertThat(desired.renames().tableRenames())
        .containsExactly(new DiffOptions.TableRename(new Name("users"), new Name("people")));
    assertThat(desired.renames().columnRenames())
        .containsExactly(
            new DiffOptions.ColumnRename(
                new Name("people"), new Name("nick"), new Name("nickname")));
    SchemaDiff diff = SchemaDiff.between(Schema.ofSql(BLOG), desired.schema());
    assertThat(diff.migration())
        .contains("ALTER TABLE users RENAME TO people")
        .contains("RENAME COLUMN nick TO nickname");
  }

  @Test
  void aNewColumn_isSetOutLikeItsNeighbours() {
    assertThat(
            after(BLOG, new AddColumn("users", column("age", "INT", false, "0", "in years"), "id")))
        .isEqualTo(
            BLOG.replace(
                "KEY,\n  nick", "KEY,\n  age      INT NOT NULL DEFAULT 0, -- in years\n  nick"));
    assertThat(after(BLOG, new AddColumn("users", column("age", "INT"), "nick")))
        .isEqualTo(BLOG.replace("others\n", "others\n  age      INT,\n"));
    assertThat(after(BLOG, new AddColumn("users", column("age", "INT"), null)))
        .isEqualTo(
            BLOG.replace(
                "about_me TEXT /* may be long */\n",
                "about_me TEXT, /* may be long */\n  age      INT\n"));
    String inLine = "CREATE TABLE t (a, b /* x */, PRIMARY KEY (a))";
    assertThat(after(inLine, new AddColumn("t", column("c", "", true, null, "why"), null)))
        .isEqualTo("CREATE TABLE t (a, b /* x */, c /* why */, PRIMARY KEY (a))");
    String leading = "CREATE TABLE t\n(\n  a TEXT -- first\n, b TEXT\n, c TEXT\n);";
    assertThat(after(leading, new AddColumn("t", column("d", "TEXT"), "b")))
        .isEqualTo(leading.replace("b TEXT\n", "b TEXT\n, d TEXT\n"));
    assertThat(after(leading, new AddColumn("t", column("d", "TEXT"), null)))
        .isEqualTo(leading.replace("c TEXT\n", "c TEXT\n, d TEXT\n"));
    String altered = "CREATE TABLE t (\n  a TEXT,\n  b TEXT\n, c TEXT);";
    assertThat(after(altered, new AddColumn("t", column("d", "TEXT"), null)))
        .isEqualTo("CREATE TABLE t (\n  a TEXT,\n  b TEXT\n, c TEXT,\n  d TEXT);");
  }

  @Test
  void whatWasAdded_leavesTheSameBytesWhenItIsDropped() {
    for (String text :
        List.of(
            BLOG,
            BLOG.replace("\n", "\r\n"),
            BLOG.stripTrailing(),
            "CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT);",
            "CREATE TABLE users\n(\n  id INTEGER PRIMARY KEY\n, nick TEXT -- x\n, about TEXT\n);\n",
            "CREATE TABLE users (\n\tid INTEGER PRIMARY KEY,\n\tnick TEXT);\n")) {
      assertThat(
              after(
                  text,
                  new AddColumn("users", column("x", "TEXT", true, "'a'", "why"), null),
                  new DropColumn("users", "x")))
          .isEqualTo(text);
      assertThat(
              after(
                  text,
                  new AddColumn("users", column("x", "TEXT"), "id"),
                  new DropColumn("users", "x")))
          .isEqualTo(text);
      assertThat(
              after(
                  text,
                  new AddUnique("users", List.of("id", "nick")),
                  new DropUnique("users", List.of("id", "nick"))))
          .isEqualTo(text);
      assertThat(
              after(
                  text,
                  new CreateTable(
                      "t", List.of(column("a", "INT"), column("b", "")), List.of("a", "b")),
                  new DropTable("t")))
          .isEqualTo(text);
      assertThat(
              after(
                  text, new CreateIndex("i", "users", List.of("nick"), false), new DropIndex("i")))
          .isEqualTo(text);
      ForeignKeyShape key = new ForeignKeyShape(List.of("id"), "users", List.of(), "CASCADE", "");
      assertThat(
              after(
                  text,
                  new AddForeignKey("users", key),
                  new DropForeignKey("users", List.of("id"), "users")))
          .isEqualTo(text);
    }
  }

  @Test
  void aDroppedTable_takesItsIndexesTriggersAndCommentWithIt() {
    assertThat(after(BLOG, new Write("VIEW", "timeline", ""), new DropTable("posts")))
        .isEqualTo(BLOG.substring(0, BLOG.indexOf("\nCREATE TABLE posts")));
    refused(BLOG, new DropTable("users"), "foreign keys of posts reference it");
    refused(BLOG, new DropTable("posts"), "view timeline", "no such table");
    assertThat(after("-- a\nCREATE TABLE a (x);\n\nCREATE TABLE b (x);\n", new DropTable("a")))
        .isEqualTo("-- a\n\nCREATE TABLE b (x);\n");
  }

  @Test
  void aColumnThatSomethingNeeds_isNotDropped() {
    refused(BLOG, new DropColumn("posts", "user_id"), "posts.user_id cannot be dropped", "index");
    refused(BLOG, new DropColumn("users", "nick"), "UNIQUE");
    refused(BLOG, new DropColumn("users", "id"), "PRIMARY KEY");
    refused(BLOG, new DropColumn("posts", "body"), "timeline");
    refused(BLOG, new DropColumn("posts", "bodi"), "no column bodi");
    refused("CREATE TABLE t (a);", new DropColumn("t", "a"), "");
  }

  @Test
  void aChangedColumn_keepsItsConstraintsAndItsPlace() {
    assertThat(
            after(BLOG, new ChangeColumn("posts", column("body", "VARCHAR(80)", true, "'-'", ""))))
        .isEqualTo(BLOG.replace("TEXT NOT NULL CHECK", "VARCHAR(80) DEFAULT '-' CHECK"));
    assertThat(
            after(BLOG, new ChangeColumn("users", column("nick", "text", false, null, "a name"))))
        .isEqualTo(BLOG.replace("shown to others", "a name"));
    assertThat(after(BLOG, new ChangeColumn("users", column("about_me", "", true, "date()", ""))))
        .isEqualTo(BLOG.replace("about_me TEXT /* may be long */", "about_me DEFAULT (date())"));
    assertThat(
            after(
                "CREATE TABLE t (a TEXT NULL DEFAULT 1 COLLATE NOCASE, b);",
                new ChangeColumn("t", column("a", "INT", false, "-2", "x"))))
        .isEqualTo("CREATE TABLE t (a INT NOT NULL DEFAULT -2 COLLATE NOCASE /* x */, b);");
    assertThat(after(BLOG, new ChangeColumn("users", column("id", "TEXT", true, null, ""))))
        .isEqualTo(BLOG.replaceFirst("INTEGER PRIMARY", "TEXT PRIMARY"));
    assertThat(after(BLOG, new ChangeColumn("users", column("id", "TEXT", false, null, ""))))
        .isEqualTo(BLOG.replaceFirst("INTEGER PRIMARY", "TEXT NOT NULL PRIMARY"));
    assertThat(after(BLOG, new ChangeColumn("users", column("id", "INTEGER", true, null, ""))))
        .isEqualTo(BLOG);
  }

  @Test
  void aTypeOrDefault_isNothingMoreThanThat() {
    for (String type :
        List.of("INT UNIQUE", "INT, y INT", "INT) --", "INT /* x */", "'", "INT DEFAULT 1")) {
      refused(BLOG, new AddColumn("users", column("x", type), null), "x");
    }
    for (String value :
        List.of("1) CHECK (x", "1 UNIQUE", "1 -- x", "'a", "(1) UNIQUE", "1, y", "x +")) {
      refused(BLOG, new AddColumn("users", column("x", "INT", true, value, ""), null), "x");
    }
    refused(BLOG, new AddColumn("users", column("x", "INT", true, null, "a */ b"), null), "*/");
    refused(
        BLOG,
        new AddColumn("users", column("x", "INT", true, null, "kinrow:was y"), null),
        "kinrow:was");
    refused(BLOG, new AddColumn("users", column(" ", "INT"), null), "name");
    refused(BLOG, new AddColumn("users", column("NICK", "INT"), null), "already has a column");
    refused(BLOG, new AddColumn("people", column("x", "INT"), null), "no table people");
  }

  @Test
  void keysAreSet() {
    assertThat(after(BLOG, new SetPrimaryKey("posts", List.of())))
        .isEqualTo(
            BLOG.replace(
                "CREATE TABLE posts (\n  id      INTEGER PRIMARY KEY",
                "CREATE TABLE posts (\n  id      INTEGER NOT NULL"));
    assertThat(after(BLOG, new SetPrimaryKey("posts", List.of("id", "user_id"))))
        .contains("id      INTEGER NOT NULL,")
        .contains("ON DELETE CASCADE, -- the author\n  PRIMARY KEY (id, user_id)\n);");
    String pair = "CREATE TABLE t (\n  a TEXT,\n  b INTEGER,\n  PRIMARY KEY (a, b)\n);\n";
    assertThat(after(pair, new SetPrimaryKey("t", List.of("b"))))
        .isEqualTo("CREATE TABLE t (\n  a TEXT,\n  b INTEGER PRIMARY KEY\n);\n");
    refused(
        BLOG,
        new SetPrimaryKey("users", List.of("nick")),
        "must reference a primary or unique key");
    refused(BLOG, new SetPrimaryKey("users", List.of("nick", "x")), "users.x");
  }

  @Test
  void foreignKeysAreAddedAndChanged() {
    ForeignKeyShape key =
        new ForeignKeyShape(List.of("user_id"), "users", List.of("id"), "SET NULL", "CASCADE");
    assertThat(after(BLOG, new ChangeForeignKey("posts", key)))
        .isEqualTo(BLOG.replace("ON DELETE CASCADE", "ON DELETE SET NULL ON UPDATE CASCADE"));
    ForeignKeyShape none = new ForeignKeyShape(List.of("user_id"), "users", List.of(), "", "");
    assertThat(after(BLOG, new ChangeForeignKey("posts", none)))
        .isEqualTo(BLOG.replace(" ON DELETE CASCADE", ""));
    ForeignKeyShape self =
        new ForeignKeyShape(List.of("about_me"), "users", List.of("nick"), "", "");
    assertThat(after(BLOG, new AddForeignKey("users", self)))
        .isEqualTo(BLOG.replace("TEXT /* may", "TEXT REFERENCES users (nick) /* may"));
    String pair = "CREATE TABLE p (a, b, PRIMARY KEY (a, b));\nCREATE TABLE c (\n  x, y\n);";
    ForeignKeyShape two =
        new ForeignKeyShape(List.of("x", "y"), "p", List.of("a", "b"), "CASCADE", "");
    assertThat(after(pair, new AddForeignKey("c", two)))
        .endsWith("x, y, FOREIGN KEY (x, y) REFERENCES p (a, b) ON DELETE CASCADE\n);");
    refused(
        BLOG,
        new AddForeignKey(
            "users", new ForeignKeyShape(List.of("id"), "posts", List.of("body"), "", "")),
        "must reference");
    refused(
        BLOG,
        new AddForeignKey(
            "users", new ForeignKeyShape(List.of("id"), "posts", List.of(), "DROP", "")),
        "DROP is not an action");
    refused(BLOG, new AddForeignKey("posts", none), "already has a foreign key");
    refused(BLOG, new DropForeignKey("posts", List.of("id"), "users"), "has no foreign key");
    refused(BLOG, new DropUnique("users", List.of("id")), "has no unique key");
  }

  @Test
  void indexesStandBehindTheirTable() {
    assertThat(after(BLOG, new CreateIndex("posts_body", "posts", List.of("body", "id"), true)))
        .isEqualTo(
            BLOG.replace(
                "-- for timelines\n",
                "-- for timelines\n\nCREATE UNIQUE INDEX posts_body ON posts (body, id);\n"));
    assertThat(after("CREATE TABLE t (a)", new CreateIndex("i", "t", List.of("a"), false)))
        .isEqualTo("CREATE TABLE t (a);\n\nCREATE INDEX i ON t (a);");
    refused(
        BLOG, new CreateIndex("posts_user_id", "posts", List.of("id"), false), "already an index");
    refused(BLOG, new DropIndex("nothing"), "no index nothing");
  }

  @Test
  void commentsOfTablesAndColumnsAreReadAndWritten() {
    DesiredSql desired = DesiredSql.of(BLOG);
    assertThat(desired.comment("users", "nick")).isEqualTo("shown to others");
    assertThat(desired.comment("users", "about_me")).isEqualTo("may be long");
    assertThat(desired.comment("users", "id")).isEmpty();
    assertThat(desired.comment("posts", "user_id")).isEqualTo("the author");
    assertThat(desired.comment("users")).isEmpty();
    DesiredSql commented = desired.apply(new CommentTable("users", "people <&> 'é'"));
    assertThat(commented.text())
        .isEqualTo(BLOG.replace("TABLE users (", "TABLE users ( -- people <&> 'é'"));
    assertThat(commented.apply(new CommentTable("users", "")).text()).isEqualTo(BLOG);
    String inLine = "CREATE TABLE t (a, b);";
    assertThat(after(inLine, new CommentTable("t", "x")))
        .isEqualTo("CREATE TABLE t ( /* x */a, b);");
    assertThat(after(inLine, new CommentTable("t", "x"), new CommentTable("t", "")))
        .isEqualTo(inLine);
    String was = "CREATE TABLE t (\n  a, -- kinrow:was z\n  b\n);";
    assertThat(after(was, new ChangeColumn("t", column("a", "", true, null, "first"))))
        .isEqualTo("CREATE TABLE t (\n  a, -- first -- kinrow:was z\n  b\n);");
    assertThat(
            after(
                was,
                new ChangeColumn("t", column("a", "", true, null, "first")),
                new ChangeColumn("t", column("a", "", true, null, ""))))
        .isEqualTo(was);
    assertThat(after(was, new ChangeColumn("t", column("b", "", true, null, "two\nlines"))))
        .isEqualTo(was.replace("b\n", "b /* two\nlines */\n"));
  }

  @Test
  void statementsAreWrittenByHand() {
    assertThat(
            after(
                BLOG,
                new Write("VIEW", "timeline", "CREATE VIEW timeline AS\n  SELECT 1 AS one;\n")))
        .contains("CREATE VIEW timeline AS\n  SELECT 1 AS one;\n\nCREATE TRIGGER");
    assertThat(
            after(
                BLOG,
                new Write(
                    "TRIGGER", null, "CREATE TRIGGER t AFTER DELETE ON users BEGIN SELECT 1; END")))
        .isEqualTo(BLOG + "\nCREATE TRIGGER t AFTER DELETE ON users BEGIN SELECT 1; END;\n");
    assertThat(after(BLOG, new Write("TRIGGER", "posts_ai", "")))
        .isEqualTo(BLOG.substring(0, BLOG.indexOf("\nCREATE TRIGGER")));
    refused(BLOG, new Write("VIEW", null, "CREATE TABLE x (a)"), "exactly one CREATE VIEW");
    refused(
        BLOG,
        new Write("VIEW", null, "CREATE VIEW x AS SELECT 1; DROP TABLE users"),
        "exactly one");
    refused(BLOG, new Write("VIEW", null, "CREATE VIEW timeline AS SELECT 1"), "already a view");
    refused(
        BLOG, new Write("VIEW", null, "CREATE VIEW x AS SELECT nope FROM users"), "no such column");
    refused(BLOG, new Write("INDEX", null, "CREATE INDEX x ON users (nope)"), "nope");
    refused(BLOG, new Write("VIEW", "timeline", "CREATE VIEW 'x"), "not SQL");
  }

  @Test
  void onlyTheFileOfTheTableChanges_inAFolder() {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of("schema/a.sql"), "CREATE TABLE a (\r\n  x INTEGER PRIMARY KEY\r\n);\r\n");
    files.put(Path.of("schema/b.sql"), "CREATE TABLE b (y REFERENCES a (x));\n");
    files.put(Path.of("schema/views.sql"), "CREATE VIEW v AS SELECT x FROM a;\n");
    DesiredSql desired =
        DesiredSql.of(files)
            .apply(new AddColumn("a", column("z", "TEXT", true, null, "new"), null))
            .apply(new RenameColumn("a", "x", "id"))
            .apply(
                new CreateTable(
                    "c", List.of(column("id", "INTEGER", false, null, "key")), List.of("id")));
    assertThat(desired.texts())
        .containsExactly(
            Map.entry(
                Path.of("schema/a.sql"),
                "CREATE TABLE a (\r\n  id INTEGER PRIMARY KEY,\r\n  z TEXT -- new\r\n);\r\n"),
            Map.entry(
                Path.of("schema/b.sql"),
                "CREATE TABLE b (y REFERENCES a (id));\n\nCREATE TABLE c (\n  id INTEGER PRIMARY KEY -- key\n);\n"),
            Map.entry(Path.of("schema/views.sql"), "CREATE VIEW v AS SELECT id FROM a;\n"));
  }

  @Test
  void oddSchemasAreRefused_withTheirPlace() {
    refused(
        "CREATE TABLE t AS SELECT 1 AS a;",
        new AddColumn("t", column("b", ""), null),
        "t",
        "SELECT");
    refused("CREATE TABLE t AS SELECT 1 AS a;", new RenameColumn("t", "a", "b"), "SELECT");
    refused(
        "CREATE VIRTUAL TABLE t USING fts5(a);",
        new AddColumn("t", column("b", ""), null),
        "virtual");
    refused(
        "CREATE TABLE IF NOT EXISTS t (a);\nCREATE TABLE IF NOT EXISTS t (b);",
        new AddColumn("t", column("c", ""), null),
        "desired.sql:1",
        "desired.sql:2");
    String generated = "CREATE TABLE t (a, b AS (a) NOT NULL);";
    refused(generated, new ChangeColumn("t", column("b", "")), "generated");
    assertThat(after(generated, new ChangeColumn("t", column("b", "", false, null, "of a"))))
        .isEqualTo("CREATE TABLE t (a, b AS (a) NOT NULL /* of a */);");
    assertThatThrownBy(() -> DesiredSql.of("CREATE TABLE t (a);\nCREATE TABL u (b);"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("desired.sql:2");
    assertThat(after("", new CreateTable("t", List.of(column("a", "INT")), List.of())))
        .isEqualTo("CREATE TABLE t (\n  a INT\n);\n");
  }

  @Test
  void aNewColumnThatAViewTakesForAString_isRefused() {
    refused(
        "CREATE TABLE t (a);\nCREATE VIEW v AS SELECT \"x\" AS s FROM t;",
        new AddColumn("t", column("x", ""), null),
        "more than this would change",
        "view v");
  }
}
