package io.kinrow.diagram.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a person draws on the original page comes back, and all that it cannot say is still there.
 */
final class DesignerMergeTest {

  private static final Path FILE = Path.of("desired.sql");

  private static final String BLOG =
      """
      -- The blog <&> ]]> é.
      CREATE TABLE users (
        id    INTEGER PRIMARY KEY AUTOINCREMENT,
        nick  VARCHAR(20) NOT NULL COLLATE NOCASE UNIQUE, -- shown <to> others
        since TEXT DEFAULT CURRENT_TIMESTAMP,
        about TEXT DEFAULT '' CHECK (length(about) < 100),
        any_ DEFAULT (date('now'))
      );

      CREATE TABLE posts ( -- newest last
        id      INTEGER PRIMARY KEY,
        body    TEXT NOT NULL DEFAULT 'it''s',
        user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        len     AS (length(body))
      );

      CREATE INDEX posts_user_id ON posts (user_id DESC);
      CREATE UNIQUE INDEX posts_body ON posts (body) WHERE len > 3;
      CREATE INDEX posts_len ON posts (len);

      CREATE TABLE pairs (
        a INTEGER, b INTEGER,
        PRIMARY KEY (a, b)
      ) WITHOUT ROWID;

      CREATE TABLE halves (
        x INTEGER, y INTEGER,
        CONSTRAINT both FOREIGN KEY (x, y) REFERENCES pairs (a, b)
      );

      CREATE VIEW timeline AS SELECT nick, body FROM posts JOIN users ON users.id = user_id;
      """;

  private static String export(String sql) {
    DesiredSql desired = DesiredSql.of(sql);
    return DesignerWriter.text(DesiredView.of(desired, LayoutFile.parse("users 20 30\n", "x")));
  }

  /** The page as it opens what was exported. */
  private static OriginalPage page(String sql) throws Exception {
    return OriginalPage.load(export(sql));
  }

  private static DesignerMerge merge(OriginalPage page, @Nullable String current) throws Exception {
    return merge(page.save(), current, DiffOptions.defaults(), false);
  }

  private static DesignerMerge merge(
      String xml, @Nullable String current, DiffOptions renames, boolean complete) {
    return DesignerMerge.of(
        DesignerReader.read(xml.getBytes(StandardCharsets.UTF_8), "schema.xml"),
        current == null ? null : DesiredSql.of(current),
        FILE,
        null,
        renames,
        complete,
        FlywaySettings.defaults());
  }

  private static String text(DesignerMerge merge) {
    return merge.texts().getOrDefault(FILE, "unchanged");
  }

  private static void refused(String xml, @Nullable String current, String... words) {
    assertThatThrownBy(() -> merge(xml, current, DiffOptions.defaults(), false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void nothingChanges_whenThePageSavesWhatItOpened() throws Exception {
    for (String sql :
        new String[] {BLOG, BLOG.replace("\n", "\r\n"), BLOG + "-- \r mixed\u0001\n", ""}) {
      String once = page(sql).save();
      String twice = OriginalPage.load(once).save();
      for (String xml : new String[] {export(sql), once, twice}) {
        DesignerMerge merge = merge(xml, sql, DiffOptions.defaults(), false);
        assertThat(merge.texts()).isEmpty();
        assertThat(merge.differences()).isEmpty();
        assertThat(merge.notes()).isEmpty();
        assertThat(merge.layout()).isNull();
        assertThat(text(merge(xml, null, DiffOptions.defaults(), false))).isEqualTo(sql);
      }
    }
  }

  @Test
  void whatIsDrawn_isSplicedIntoTheText() throws Exception {
    OriginalPage page = page(BLOG);
    OriginalPage.Table users = page.table("users");
    OriginalPage.Row age = page.addRow(users, "age", "INTEGER");
    age.comment = "in years & days";
    page.table("posts").row("body").comment = "text <b>";
    users.row("nick").size = "30";
    page.table("halves").comment = "of pairs";
    OriginalPage.Key key = new OriginalPage.Key();
    key.rows.add(users.row("since"));
    users.keys.add(key);
    DesignerMerge merge = merge(page, BLOG);
    assertThat(text(merge))
        .isEqualTo(
            BLOG.replace("VARCHAR(20)", "VARCHAR(30)")
                .replace("(date('now'))\n", "(date('now')),\n  age   INTEGER -- in years & days\n")
                .replace("'it''s',", "'it''s', -- text <b>")
                .replace("TABLE halves (", "TABLE halves ( -- of pairs")
                .replace(
                    "\n);\n\nCREATE TABLE posts",
                    "\n);\n\nCREATE INDEX users_since ON users (since);\n\nCREATE TABLE posts"));
    assertThat(merge.notes()).containsExactly("users: the key over since is called users_since");
  }

  @Test
  void aNewTableWithARelation_isCreated() throws Exception {
    OriginalPage page = page(BLOG);
    OriginalPage.Table tags = page.addTable("tags", 400, 50);
    page.addRow(tags, "post_id", "INTEGER").relations.add(new String[] {"posts", "id"});
    page.addRow(tags, "a", "INTEGER").relations.add(new String[] {"pairs", "a"});
    page.addRow(tags, "b", "INTEGER").relations.add(new String[] {"pairs", "b"});
    DesignerMerge merge = merge(page, BLOG);
    assertThat(text(merge))
        .isEqualTo(
            BLOG
                + """

                CREATE TABLE tags (
                  id INTEGER PRIMARY KEY,
                  post_id INTEGER REFERENCES posts (id),
                  a INTEGER,
                  b INTEGER,
                  FOREIGN KEY (a, b) REFERENCES pairs (a, b)
                );
                """);
    assertThat(String.valueOf(merge.layout())).contains("tags 400 50\n", "users 20 30\n");
    assertThat(merge.notes())
        .containsExactly(
            "tags.id: AUTOINCREMENT is left out; SQLite numbers the rows of an INTEGER key anyway");
  }

  @Test
  void aMovedTable_changesOnlyTheLayout() throws Exception {
    OriginalPage page = page(BLOG);
    page.table("users").x = 77;
    DesignerMerge merge = merge(page, BLOG);
    assertThat(merge.texts()).isEmpty();
    assertThat(String.valueOf(merge.layout())).contains("users 77 30\n");
  }

  @Test
  void whatWentOnThePage_goesWithItsIndexes_andNothingElse() throws Exception {
    OriginalPage page = page(BLOG);
    page.removeTable("pairs");
    page.removeRow("posts", "len");
    page.removeRow("users", "any_");
    String expected =
        BLOG.replaceFirst("(?s)CREATE TABLE pairs.*?\n\n", "")
            .replace(
                "  x INTEGER, y INTEGER,\n  CONSTRAINT both FOREIGN KEY (x, y) REFERENCES pairs (a, b)\n",
                "  x INTEGER, y INTEGER\n")
            .replace("CREATE INDEX posts_len ON posts (len);\n", "")
            .replace("< 100),\n  any_ DEFAULT (date('now'))\n", "< 100)\n")
            .replace("DEFERRED,\n  len     AS (length(body))\n", "DEFERRED\n");
    // a partial index that needs the column stands in the way
    refused(page.save(), BLOG, "posts.len", "posts_body");
    String without = BLOG.replace(" WHERE len > 3", "");
    page = page(without);
    page.removeTable("pairs");
    page.removeRow("posts", "len");
    page.removeRow("users", "any_");
    assertThat(text(merge(page, without))).isEqualTo(expected.replace(" WHERE len > 3", ""));
  }

  @Test
  void oneLineOfACompositeKey_takesTheKeyWithIt() throws Exception {
    OriginalPage page = page(BLOG);
    page.table("halves").row("y").relations.clear();
    DesignerMerge merge = merge(page, BLOG);
    assertThat(text(merge))
        .isEqualTo(
            BLOG.replace(
                "y INTEGER,\n  CONSTRAINT both FOREIGN KEY (x, y) REFERENCES pairs (a, b)\n",
                "y INTEGER\n"));
    assertThat(merge.notes())
        .containsExactly(
            "halves.x: the line to pairs.a is left out, because it was one of several of a foreign key that is gone");
  }

  @Test
  void renamesAreAskedFor() throws Exception {
    OriginalPage page = page(BLOG);
    page.renameTable("users", "people");
    page.renameRow("people", "nick", "nickname");
    String xml = page.save();
    refused(xml, BLOG, "--rename-table users=people", "--no-renames");
    DiffOptions half = DiffOptions.defaults().renameTable("users", "people");
    assertThatThrownBy(() -> merge(xml, BLOG, half, false))
        .hasMessageContaining("use --rename people.nick=nickname");
    DesignerMerge merge = merge(xml, BLOG, half.renameColumn("people.nick", "nickname"), false);
    assertThat(text(merge))
        .isEqualTo(
            BLOG.replace("TABLE users (", "TABLE people ( -- kinrow:was users")
                .replace("REFERENCES users", "REFERENCES people")
                .replace("JOIN users ON users.id", "JOIN people ON people.id")
                .replace("SELECT nick,", "SELECT nickname,")
                .replace("  nick  VARCHAR", "  nickname  VARCHAR")
                .replace("shown <to> others", "shown <to> others -- kinrow:was nick"));
    assertThat(merge.notes()).isEmpty();
    assertThat(merge.differences())
        .extracting(Object::toString)
        .containsExactly("> table users: to people", "> column people.nick: to nickname");
    OriginalPage unlike = page(BLOG);
    unlike.renameRow("users", "nick", "handle");
    unlike.addRow(unlike.table("users"), "size", "VARCHAR(20)");
    refused(unlike.save(), BLOG, "use --rename users.nick=handle");
    assertThatThrownBy(
            () -> merge(xml, BLOG, DiffOptions.defaults().renameTable("users", "nobody"), false))
        .hasMessageContaining("users cannot have been renamed to nobody");
    // without the view, one table can go and another one come
    String plain = BLOG.substring(0, BLOG.indexOf("\nCREATE VIEW"));
    OriginalPage other = page(plain);
    other.renameTable("users", "people");
    assertThat(text(merge(other.save(), plain, DiffOptions.defaults(), true)))
        .doesNotContain("CREATE TABLE users", "kinrow:was")
        .contains("CREATE TABLE people");
  }

  @Test
  void aChangeOfTheFileMeanwhile_isKept() throws Exception {
    OriginalPage page = page(BLOG);
    page.addRow(page.table("users"), "age", "INTEGER");
    String meanwhile = BLOG.replace("-- newest last", "-- oldest first") + "-- the end\n";
    assertThat(text(merge(page, meanwhile)))
        .isEqualTo(meanwhile.replace("(date('now'))\n", "(date('now')),\n  age   INTEGER\n"));
    assertThatThrownBy(
            () ->
                merge(
                    page,
                    meanwhile
                        .replace("CREATE TABLE users", "CREATE TABLE people")
                        .replaceAll("users", "people")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll("no table users", "is not the one that the file was made from");
  }

  @Test
  void namesThatThePageBreaks_areRefusedBeforehand() {
    for (String name : new String[] {"a&b", "a<b", "a\"\"b", "a\nb", " "}) {
      assertThatThrownBy(() -> export("CREATE TABLE t (\"" + name + "\" TEXT);"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("rename it");
    }
    assertThatThrownBy(() -> export("CREATE TABLE \"t&\" (a TEXT, \"b<\" TEXT);"))
        .hasMessageContainingAll("table t&", "column b<");
    assertThatThrownBy(() -> export("CREATE TABLE t (a DEFAULT '\u0001');"))
        .hasMessageContaining("default of t.a");
    assertThatThrownBy(() -> export("CREATE TABLE t (a \"x<y\");"))
        .hasMessageContaining("type of t.a");
  }

  @Test
  void aFileThatNeverKnewUs_isImportedAsItIs() {
    DesignerMerge merge = merge(PLAIN, null, DiffOptions.defaults(), false);
    assertThat(text(merge))
        .isEqualTo(
            """
            CREATE TABLE user (
              id INTEGER PRIMARY KEY, -- the key
              name VARCHAR(50) NOT NULL DEFAULT 'it''s',
              state TEXT,
              created DATETIME DEFAULT CURRENT_TIMESTAMP
            );

            CREATE UNIQUE INDEX uname ON user (name, state);

            CREATE INDEX user_created ON user (created);

            CREATE TABLE post ( -- texts
              id INTEGER PRIMARY KEY,
              user_id INTEGER NOT NULL REFERENCES user (id)
            );

            CREATE UNIQUE INDEX post_user_id ON post (user_id);
            """);
    assertThat(merge.notes())
        .contains(
            "The file is for mysql: the names of its types are kept, and SQLite takes them by its own rules",
            "user.state is TEXT, because SQLite has no lists of values: ENUM('a','b')",
            "user.name: the default is taken for a text: it's",
            "post.user_id references gone.id, which is not in the file; left out",
            "post: the key over user_id is called post_user_id");
    assertThat(String.valueOf(merge.layout())).isEqualTo("post 300 40\nuser 10 20\n");
  }

  private static final String PLAIN =
      """
      <?xml version="1.0" encoding="utf-8" ?>
      <!-- SQL XML created by WWW SQL Designer -->
      <sql>
      <datatypes db="mysql"><group label="N"><type label="Integer" sql="INTEGER" quote=""/></group></datatypes>
      <table x="10" y="20" name="user">
      <row name="id" null="1" autoincrement="1"><datatype>INT</datatype><default>NULL</default><comment>the key</comment></row>
      <row name="name" null="0" autoincrement="0"><datatype>VARCHAR(50)</datatype><default>'it's'</default></row>
      <row name="state" null="1" autoincrement="0"><datatype>ENUM('a','b')</datatype><default>NULL</default></row>
      <row name="created" null="1" autoincrement="0"><datatype>DATETIME</datatype><default>CURRENT_TIMESTAMP</default></row>
      <key type="PRIMARY" name=""><part>id</part></key>
      <key type="UNIQUE" name="uname"><part>name</part><part>state</part></key>
      <key type="INDEX" name=""><part>created</part></key>
      </table>
      <table x="300" y="40" name="post">
      <row name="id" null="1" autoincrement="1"><datatype>INTEGER</datatype><default>NULL</default></row>
      <row name="user_id" null="0" autoincrement="0"><datatype>INTEGER</datatype>
      <relation table="user" row="id" /><relation table="gone" row="id" /></row>
      <key type="PRIMARY" name=""><part>id</part></key>
      <key type="UNIQUE" name="uname"><part>user_id</part></key>
      <comment>texts</comment>
      </table>
      </sql>
      """;

  @Test
  void badFilesAreRefused() {
    refused("", null, "schema.xml is not XML");
    refused("hello", null, "not XML that can be read (Content is not allowed in prolog). Open it");
    refused("<sql><table name=\"a&b\"/></sql>", null, "not XML", "names must not contain");
    refused("<html/>", null, "is not a file of WWW SQL Designer: it begins with <html>");
    refused(
        "<!DOCTYPE sql [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sql>&x;</sql>",
        null,
        "not XML");
    refused("<sql><table name=\"t\"/></sql>", null, "table t has no columns");
    refused("<sql><table><row name=\"a\"/></table></sql>", null, "a table has no name");
    String row = "<row name=\"a\" null=\"1\"><datatype>INTEGER</datatype></row>";
    refused("<sql><table name=\"t\">" + row + row + "</table></sql>", null, "two columns t.a");
    refused(
        "<sql><table name=\"t\">" + row + "</table><table name=\"T\">" + row + "</table></sql>",
        null,
        "two tables T");
    refused(
        "<sql><table name=\"t\">"
            + row
            + "<key type=\"PRIMARY\"><part>b</part></key></table></sql>",
        null,
        "over b, which is not a column");
    refused(
        "<sql><table name=\"t\">" + row + "<key type=\"ODD\"><part>a</part></key></table></sql>",
        null,
        "\"ODD\"");
    refused(
        "<sql><table name=\"t\">" + row.replace("INTEGER", "POINT('x')") + "</table></sql>",
        null,
        "t.a has the type POINT('x')");
    refused(export(BLOG).replace("eol=\"lf\"", "eol=\"x\""), null, "changed by hand");
    refused(
        export(BLOG).replace("file=\"desired.sql\"", "file=\"../../x\""),
        null,
        "outside the project");
  }

  @Test
  void aFolderIsCarriedFileByFile() throws Exception {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of("a.sql"), "CREATE TABLE a (x INTEGER PRIMARY KEY);\r\n");
    files.put(Path.of("sub/b.sql"), "CREATE TABLE b (y INTEGER REFERENCES a (x));\n");
    DesiredSql desired = DesiredSql.of(files);
    OriginalPage page =
        OriginalPage.load(DesignerWriter.text(DesiredView.of(desired, LayoutFile.of(Map.of()))));
    page.addRow(page.table("a"), "z", "TEXT");
    DesignerMerge merge =
        DesignerMerge.of(
            DesignerReader.read(page.save().getBytes(StandardCharsets.UTF_8), "schema.xml"),
            desired,
            FILE,
            null,
            DiffOptions.defaults(),
            false,
            FlywaySettings.defaults());
    assertThat(merge.texts())
        .containsExactly(
            Map.entry(Path.of("a.sql"), "CREATE TABLE a (x INTEGER PRIMARY KEY, z TEXT);\r\n"));
  }
}
