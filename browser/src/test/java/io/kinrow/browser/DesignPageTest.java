package io.kinrow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.kinrow.designer.DesignOptions;
import io.kinrow.designer.DesignServer;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.undo.UndoTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The design page, as a person uses it. */
class DesignPageTest {

  private static final Path SAMPLE = Path.of("../schema");
  private static Chromium chromium;

  @TempDir Path folder;
  private Path desired;
  private Path migrations;
  private DesignServer server;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @BeforeEach
  void project() throws Exception {
    desired = Files.copy(SAMPLE.resolve("desired.sql"), folder.resolve("desired.sql"));
    migrations = Files.createDirectory(folder.resolve("migration"));
    try (Stream<Path> files = Files.list(SAMPLE.resolve("src/main/resources/db/migration"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, migrations.resolve(file.getFileName()));
      }
    }
  }

  @AfterEach
  void stop() {
    chromium.closePages();
    if (server != null) {
      server.close();
    }
  }

  private Page open() {
    server = DesignServer.start(DesignOptions.of(desired, migrations), notice -> {});
    return opened();
  }

  private Page opened() {
    Page page = chromium.page(server.address().toString());
    reviewed(page);
    return page;
  }

  /** Waits until the migration belongs to what is drawn. */
  private static void reviewed(Page page) {
    assertThat(page.locator("#pane-migration")).hasAttribute("aria-busy", "false");
  }

  private static Locator table(Page page, String name) {
    return page.locator("#drawing .box[data-table='" + name + "']");
  }

  private static Locator column(Page page, String table, String name) {
    return table(page, table).locator(".row[data-column='" + name + "'] .r");
  }

  private static void drag(Page page, Locator from, Locator to) {
    BoundingBox start = from.boundingBox();
    BoundingBox end = to.boundingBox();
    page.mouse().move(start.x + start.width / 2, start.y + start.height / 2);
    page.mouse().down();
    page.mouse().move(end.x + end.width / 2, end.y + 2, new Mouse.MoveOptions().setSteps(5));
    page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
    page.mouse().up();
  }

  /** Waits until an operation is done. */
  private static void says(Page page, String text) {
    assertThat(page.locator("#status")).containsText(text);
  }

  private static void choose(Page page, String table) {
    table(page, table).locator(".hd").click();
    assertThat(page.locator("#pane-table h2")).hasText("Table " + table);
  }

  private static void set(Page page, String field, String value) {
    page.locator(field).fill(value);
    page.locator(field).blur();
  }

  @Test
  void drawsATableAndARelation_andWritesAMigrationThatRunsThereAndBack() throws Exception {
    Page page = open();
    page.locator("#new").click();
    assertThat(page.locator("#table-name")).isFocused();
    page.keyboard().type("tags");
    page.keyboard().press("Enter");
    assertThat(table(page, "tags")).isVisible();
    set(page, "#new-column", "post_id");
    page.locator("#new-type").fill("INTEGER");
    page.locator("#new-column-add").click();
    says(page, "New column tags.post_id.");
    set(page, "#new-column", "word");
    page.locator("#new-type").fill("TEXT");
    page.locator("#new-null").uncheck();
    page.locator("#new-column-add").click();
    says(page, "New column tags.word.");
    page.locator("#fit").click();
    drag(page, column(page, "tags", "post_id"), column(page, "posts", "id"));
    says(page, "tags.post_id references posts.");
    page.locator("#relation-0-delete").selectOption("CASCADE");
    says(page, "Changed the relation.");
    page.locator("#relation-0-index").click();
    says(page, "New index.");
    assertThat(page.locator("#relation-0-index")).hasCount(0);

    choose(page, "users");
    set(page, "#column-1-name", "handle");
    says(page, "Renamed nickname to handle.");
    assertThat(column(page, "users", "handle")).isVisible();
    page.locator("#undo").click();
    says(page, "Undone: Renamed nickname to handle.");
    assertThat(column(page, "users", "nickname")).isVisible();
    page.locator("#redo").click();
    assertThat(column(page, "users", "handle")).isVisible();

    page.locator("#save").click();
    says(page, "Saved");
    assertThat(Files.readString(desired))
        .contains("handle  TEXT NOT NULL UNIQUE", "REFERENCES posts", "ON DELETE CASCADE")
        .startsWith("-- The schema that the migrations in");
    assertThat(folder.resolve("desired.layout")).exists();

    page.locator("#tab-migration").click();
    reviewed(page);
    assertThat(page.locator("#script")).containsText("RENAME COLUMN nickname TO handle");
    assertThat(page.locator("#pane-migration .good")).containsText("Both scripts were run");
    page.locator("#tab-difference").click();
    assertThat(page.locator("#picture")).isVisible();
    assertThat((Boolean) page.evaluate("document.getElementById('picture').naturalWidth > 100"))
        .isTrue();
    page.locator("#migrate").click();
    page.locator("#description").fill("tags of posts");
    page.keyboard().press("Enter");
    says(page, "V5__tags_of_posts.sql");
    reviewed(page);
    assertThat(page.locator("#proof")).hasText("The migrations give this schema");
    chromium.hasNoProblems();
    runsThereAndBack();
  }

  private void runsThereAndBack() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("blog.db");
    FlywaySettings settings = FlywaySettings.defaults().locations("filesystem:" + migrations);
    Migrations all = Migrations.of(url, settings);
    all.migrate("4");
    List<String> before;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users (nickname, email) VALUES ('susan', 's@x')");
      statement.execute("INSERT INTO posts (body, user_id) VALUES ('hello', 1)");
      before = rows(statement, "SELECT * FROM users");
    }
    all.migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThat(rows(statement, "SELECT handle FROM users")).containsExactly("susan");
      statement.execute("INSERT INTO tags (id, post_id, word) VALUES (1, 1, 'java')");
    }
    all.undo(UndoTarget.steps(1));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThat(rows(statement, "SELECT * FROM users")).isEqualTo(before);
      assertThat(rows(statement, "SELECT name FROM sqlite_schema WHERE name = 'tags'")).isEmpty();
    }
  }

  private static List<String> rows(Statement statement, String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(i > 1 ? "|" : "").append(found.getString(i));
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void takesTheKeyOutOfTheAddress_andKeepsItInTheWindow() {
    Page page = open();
    String address = server.address().toString();
    assertThat(page.url()).isEqualTo(address.substring(0, address.indexOf('#')));
    page.reload();
    says(page, "3 tables.");
    chromium.hasNoProblems();
    Page stranger = chromium.page(page.url());
    assertThat(stranger.locator("#alert")).containsText("Open the address that was printed");
  }

  /** A page of another site can neither read nor change anything. */
  @Test
  void refusesOtherSites() {
    open();
    int port = server.address().getPort();
    Page other = chromium.page();
    other.navigate("data:text/html,<p>other");
    Object answer =
        other.evaluate(
            """
            async ([port, token]) => {
              const said = [];
              for (const options of [
                {}, {mode: 'no-cors'},
                {headers: {'X-Kinrow-Token': token}},
                {method: 'POST', mode: 'no-cors', body: '{}'},
                {method: 'POST', body: '{}', headers: {'Content-Type': 'application/json', 'X-Kinrow-Token': token}}]) {
                try {
                  const answer = await fetch(`http://127.0.0.1:${port}/api/state`, options);
                  said.push(answer.type + answer.status);
                } catch (e) {
                  said.push('failed');
                }
              }
              return said.join(' ');
            }
            """,
            List.of(port, server.address().getFragment()));
    // without CORS, the answer is a 403 that the page cannot read
    assertThat(answer.toString().replace("opaque0", "failed"))
        .isEqualTo("failed failed failed failed failed");
    other.setContent("<iframe src='http://127.0.0.1:" + port + "/'></iframe>");
    assertThat(other.frames().get(1).locator("#new").count()).isZero();
    chromium.closePages();
  }

  /** A name that leads to this machine, as a foreign name server can make one. */
  @Test
  void refusesOtherNames() {
    open();
    int port = server.address().getPort();
    Page other = chromium.page();
    assertThat(other.navigate("http://evil.example:" + port + "/").status()).isEqualTo(421);
    Object answer =
        other.evaluate(
            """
            async token => (await fetch('/api/state', {headers: {'X-Kinrow-Token': token}})).status
            """,
            server.address().getFragment());
    assertThat(answer).isEqualTo(421);
    chromium.closePages();
  }

  @Test
  void showsNamesAsText() throws Exception {
    String name = "<img src=x onerror=alert(1)>'\"&";
    Files.writeString(
        desired,
        Files.readString(desired)
            + "CREATE TABLE \"%1$s\" (\"%1$s\" TEXT, id INTEGER REFERENCES users (id));\n"
                .formatted(name.replace("\"", "\"\"")));
    Page page = open();
    page.locator("#pane-table .link", new Page.LocatorOptions().setHasText("onerror")).click();
    assertThat(page.locator("#pane-table h2")).hasText("Table " + name);
    assertThat(page.locator("#column-0-name")).hasValue(name);
    set(page, "#column-0-name", "__proto__");
    says(page, "Renamed " + name + " to __proto__.");
    set(page, "#table-name", "constructor");
    says(page, "to constructor.");
    assertThat(table(page, "constructor")).isVisible();
    assertThat(page.locator("#column-0-name")).hasValue("__proto__");
    for (String tab : List.of("sql", "migration", "difference")) {
      page.locator("#tab-" + tab).click();
    }
    reviewed(page);
    page.locator("#save").click();
    says(page, "Saved");
    assertThat(Files.readString(desired))
        .contains("CREATE TABLE \"constructor\" (\"__proto__\" TEXT,");
    chromium.hasNoProblems();
  }

  @Test
  void isUsable_withKeysOnly() {
    Page page = open();
    page.locator("#canvas").focus();
    page.keyboard().press("Enter");
    assertThat(table(page, "followers")).isFocused();
    page.keyboard().press("ArrowLeft");
    assertThat(table(page, "users")).isFocused();
    page.keyboard().press("Alt+ArrowDown");
    says(page, "Moved users.");
    assertThat(table(page, "users")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#table-name")).isFocused();
    page.keyboard().press("Escape");
    assertThat(table(page, "users")).isFocused();
    page.keyboard().press("c");
    assertThat(page.locator("#new-column")).isFocused();
    page.keyboard().type("born");
    page.keyboard().press("Tab");
    page.keyboard().type("DATE");
    page.keyboard().press("Enter");
    says(page, "New column users.born.");
    assertThat(page.locator("#new-column")).isFocused();
    page.keyboard().press("Escape");
    assertThat(table(page, "users")).isFocused();
    page.keyboard().press("Control+z");
    says(page, "Undone: New column users.born.");
    page.keyboard().press("Control+Shift+Z");
    says(page, "Done again: New column users.born.");
    assertThat(column(page, "users", "born")).isVisible();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Delete");
    says(page, "Dropped");
    page.keyboard().press("Control+z");
    says(page, "Undone: Dropped");
    page.locator("#canvas").focus();
    page.keyboard().press("/");
    page.keyboard().type("born");
    says(page, "1 table matches.");
    page.keyboard().press("Enter");
    assertThat(page.locator("#pane-table h2")).hasText("Table users");
    page.keyboard().press("Control+s");
    says(page, "Saved");
    chromium.hasNoProblems();
  }

  @Test
  void drawsManyToMany_inOneGesture_andMovesTables() {
    Page page = open();
    page.keyboard().down("Shift");
    drag(page, table(page, "users").locator(".hd"), table(page, "posts").locator(".hd"));
    page.keyboard().up("Shift");
    says(page, "Many users for many posts.");
    assertThat(table(page, "users_posts")).isVisible();
    BoundingBox before = table(page, "posts").locator(".b").boundingBox();
    BoundingBox header = table(page, "posts").locator(".hd").boundingBox();
    page.mouse().move(header.x + 20, header.y + 10);
    page.mouse().down();
    page.mouse().move(header.x + 60, header.y + 70, new Mouse.MoveOptions().setSteps(4));
    page.mouse().move(header.x + 120, header.y + 110);
    page.mouse().up();
    says(page, "Moved posts.");
    BoundingBox after = table(page, "posts").locator(".b").boundingBox();
    assertThat(after.x - before.x).isCloseTo(100, within(2.0));
    assertThat(after.y - before.y).isCloseTo(100, within(2.0));
    chromium.hasNoProblems();
  }

  @Test
  void copiesAndPastesTables() {
    Page page = open();
    choose(page, "posts");
    page.keyboard().press("Control+c");
    says(page, "Copied posts.");
    page.keyboard().press("Control+v");
    says(page, "Pasted.");
    assertThat(table(page, "posts_copy")).isVisible();
    chromium.hasNoProblems();
  }

  @Test
  void changesColumns_keysAndIndexes() {
    Page page = open();
    choose(page, "users");
    set(page, "#column-3-type", "VARCHAR(80)");
    says(page, "Changed users.about_me.");
    page.locator("#column-3-null").uncheck();
    says(page, "Changed users.about_me.");
    set(page, "#column-3-default", "'none'");
    set(page, "#column-3-comment", "a few words");
    assertThat(page.locator("#column-3-comment")).hasValue("a few words");
    page.locator("#column-3-unique").check();
    says(page, "about_me is unique.");
    page.locator("#new-index-columns").selectOption(new String[] {"email", "last_seen"});
    page.locator("#new-index-add").click();
    says(page, "New index.");
    set(page, "#table-comment", "people");
    says(page, "Changed the comment.");
    page.locator("#tab-sql").click();
    assertThat(page.locator("#text-0"))
        .hasValue(Pattern.compile(".*CREATE TABLE users \\( -- people.*", Pattern.DOTALL));
    assertThat(page.locator("#text-0"))
        .hasValue(
            Pattern.compile(".*VARCHAR\\(80\\).*DEFAULT 'none'.*-- a few words.*", Pattern.DOTALL));
    assertThat(page.locator("#text-0"))
        .hasValue(
            Pattern.compile(
                ".*INDEX users_email_last_seen ON users \\(email, last_seen\\).*", Pattern.DOTALL));
    chromium.hasNoProblems();
  }

  @Test
  void aBoxThatIsClickedTwiceBeforeTheAnswer_changesTheColumnOnce() {
    Page page = open();
    choose(page, "users");
    page.evaluate(
        "for (let i = 0; i < 2; i++) {"
            + " const box = document.getElementById('column-3-unique');"
            + " box.checked = true;"
            + " box.dispatchEvent(new Event('change')); }");
    says(page, "about_me is unique.");
    page.locator("#new").click();
    says(page, "New table");
    chromium.hasNoProblems();
  }

  @Test
  void asksForValues_ofNewColumnsThatNeedOne() {
    Page page = open();
    choose(page, "posts");
    page.locator("#new-column").fill("language");
    page.locator("#new-type").fill("TEXT");
    page.locator("#new-null").uncheck();
    page.locator("#new-column-add").click();
    says(page, "New column posts.language.");
    page.locator("#tab-migration").click();
    assertThat(page.locator("#proof")).hasText("No migration yet");
    assertThat(page.locator("#pane-migration .bad"))
        .containsText("posts.language is new and NOT NULL");
    assertThat(page.locator("#migrate")).isDisabled();
    set(page, "#fill-0", "'en'");
    assertThat(page.locator("#proof")).hasText("Proved");
    assertThat(page.locator("#script")).containsText("'en'");
    chromium.hasNoProblems();
  }

  @Test
  void showsAnErrorAtItsLine_andGoesOnWhenItIsCorrected() throws Exception {
    String sql = Files.readString(desired);
    Files.writeString(desired, sql + "CREATE TABLE broken (id INTEGER,);\n");
    server = DesignServer.start(DesignOptions.of(desired, migrations), notice -> {});
    Page page = chromium.page(server.address().toString());
    assertThat(page.locator("#alert")).containsText("The text has an error in line 32: near \")\"");
    page.locator("#alert button").click();
    assertThat(page.locator("#text-0")).isFocused();
    assertThat(
            page.evaluate(
                "getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"))
        .isEqualTo("CREATE TABLE broken (id INTEGER,);");
    page.keyboard().type("CREATE TABLE mended (id INTEGER);");
    page.locator("#text-0-apply").click();
    assertThat(table(page, "mended")).isVisible();
    assertThat(page.locator("#alert")).isEmpty();
    chromium.hasNoProblems();
  }

  @Test
  void savesNothing_whileTypedSqlIsNotApplied() throws Exception {
    Page page = open();
    String sql = Files.readString(desired);
    page.locator("#tab-sql").click();
    page.locator("#text-0").fill(sql + "CREATE TABLE typed (id INTEGER PRIMARY KEY);\n");
    assertThat(page.locator("#name")).containsText("●");
    page.keyboard().press("Control+s");
    assertThat(page.locator("#alert")).containsText("Nothing was saved: the SQL that you typed");
    assertThat(Files.readString(desired)).isEqualTo(sql);
    page.locator("#text-0-apply").click();
    says(page, "Read the text.");
    page.keyboard().press("Control+s");
    says(page, "Saved");
    assertThat(Files.readString(desired)).contains("CREATE TABLE typed");
    chromium.hasNoProblems();
  }

  @Test
  void aUniqueIndexOfOneColumn_isTheColumnsUniqueBox() {
    Page page = open();
    choose(page, "users");
    assertThat(page.locator("#column-2-name")).hasValue("email");
    assertThat(page.locator("#column-2-unique")).isChecked();
    page.locator("#column-2-unique").click();
    says(page, "email is not unique any more.");
    assertThat(page.locator("#column-2-unique")).not().isChecked();
    page.locator("#undo").click();
    says(page, "Undone: email is not unique any more.");
    assertThat(page.locator("#column-2-unique")).isChecked();
    chromium.hasNoProblems();
  }

  @Test
  void aRelationBetweenTypes_isNotGreen() {
    Page page = open();
    drag(page, column(page, "users", "nickname"), column(page, "posts", "id"));
    says(page, "users.nickname references posts.");
    choose(page, "users");
    assertThat(page.locator("#pane-table .warn").first()).containsText("The types differ: nickname");
    assertThat(page.locator("#proof")).hasText("Proved, but without rows of users, followers, posts");
    assertThat(page.locator("#proof")).hasClass("warn");
    chromium.hasNoProblems();
  }

  @Test
  void editsViewsAndTriggers_asSql() {
    Page page = open();
    page.locator("summary").click();
    page.locator("#new-sql").fill("CREATE VIEW nicknames AS SELECT nickname FROM users");
    page.locator("#new-sql-add").click();
    assertThat(table(page, "nicknames")).isVisible();
    table(page, "nicknames").locator(".hd").click();
    page.locator("#sql-view").fill("CREATE VIEW nicknames AS SELECT no FROM users");
    page.locator("#sql-view-apply").click();
    assertThat(page.locator("#alert")).containsText("no such column: no");
    assertThat(page.locator("#sql-view")).hasValue("CREATE VIEW nicknames AS SELECT no FROM users");
    page.locator("#sql-view").fill("CREATE VIEW nicknames AS SELECT nickname, email FROM users");
    page.locator("#sql-view-apply").click();
    says(page, "Changed nicknames.");
    assertThat(page.locator("#alert")).isEmpty();
    chromium.hasNoProblems("422");
  }

  @Test
  void overwritesNothing_andMerges_whenTheFileWasChangedElsewhere() throws Exception {
    Page page = open();
    choose(page, "users");
    set(page, "#column-3-name", "about");
    says(page, "Renamed about_me to about.");
    String other = Files.readString(desired) + "CREATE TABLE other (id INTEGER PRIMARY KEY);\n";
    Files.writeString(desired, other);
    page.locator("#save").click();
    assertThat(page.locator("#elsewhere")).isVisible();
    assertThat(Files.readString(desired)).isEqualTo(other);
    page.locator("#merge").click();
    says(page, "Merged.");
    assertThat(table(page, "other")).isVisible();
    assertThat(column(page, "users", "about")).isVisible();
    page.locator("#save").click();
    says(page, "Saved");
    assertThat(Files.readString(desired)).contains("about ", "CREATE TABLE other");
    chromium.hasNoProblems("412");
  }

  @Test
  void showsTheSameDesign_inTwoWindows() {
    Page one = open();
    Page two = opened();
    choose(one, "users");
    set(one, "#column-3-name", "about");
    says(one, "Renamed");
    choose(two, "users");
    set(two, "#column-2-name", "mail");
    assertThat(two.locator("#alert")).containsText("changed in another window");
    assertThat(column(two, "users", "about")).isVisible();
    assertThat(column(two, "users", "email")).isVisible();
    two.locator("#tab-sql").click();
    String typed = two.locator("#text-0").inputValue() + "-- typed\n";
    two.locator("#text-0").fill(typed);
    set(one, "#column-3-name", "about_them");
    says(one, "Renamed about");
    two.locator("#text-0-apply").click();
    assertThat(two.locator("#alert")).containsText("changed in another window");
    assertThat(two.locator("#text-0")).hasValue(typed);
    two.locator("#text-0-discard").click();
    assertThat(two.locator("#text-0")).hasValue(Pattern.compile(".*about_them.*", Pattern.DOTALL));
    chromium.hasNoProblems("412");
  }

  @Test
  void hasNoSeriousBarriers_inAnyPane_lightOrDark() throws Exception {
    Page page = open();
    choose(page, "posts");
    page.locator("#new-column").fill("language");
    page.locator("#new-type").fill("TEXT");
    page.locator("#new-column-add").click();
    says(page, "New column posts.language.");
    reviewed(page);
    for (int theme = 0; theme < 2; theme++) {
      for (String tab : List.of("table", "sql", "migration", "difference")) {
        page.locator("#tab-" + tab).click();
        assertThat(Chromium.seriousFindings(page)).as(tab).isEmpty();
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/" + tab + theme + ".png")));
      }
      page.locator("#help").click();
      assertThat(Chromium.seriousFindings(page)).as("keys").isEmpty();
      page.locator("#keys-close").click();
      page.locator("#dark").click();
    }
    chromium.hasNoProblems();
  }
}
