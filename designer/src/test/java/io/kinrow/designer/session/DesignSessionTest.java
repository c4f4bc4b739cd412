package io.kinrow.designer.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.designer.json.Json;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignSessionTest {

  private static final String USERS =
      """
      -- people
      CREATE TABLE users (
        id   INTEGER PRIMARY KEY, -- theirs
        nick TEXT NOT NULL
      );
      """;

  @TempDir Path folder;
  private Path desired;
  private Path layout;
  private Path migrations;

  @BeforeEach
  void project() throws Exception {
    desired = Files.writeString(folder.resolve("desired.sql"), USERS);
    layout = folder.resolve("desired.layout");
    migrations = Files.createDirectory(folder.resolve("migration"));
    Files.writeString(migrations.resolve("V1__users.sql"), USERS);
    Files.writeString(migrations.resolve("U1__users.sql"), "DROP TABLE users;\n");
  }

  private DesignSession open() {
    return DesignSession.open(
        new DesignProject(
            desired,
            layout,
            migrations,
            FlywaySettings.defaults().locations("filesystem:" + migrations)));
  }

  private static void edit(DesignSession session, String operation) {
    session.edit(Optional.of(session.version()), Json.read(operation));
  }

  private static void save(DesignSession session) {
    session.save(Optional.of(session.version()));
  }

  private static final String ADD =
      """
      {"op":"addColumn","table":"users","column":{"name":"email","type":"TEXT","nullable":true}}""";

  @SuppressWarnings("unchecked")
  private static String text(DesignSession session) {
    return ((List<Map<String, String>>) session.view().get("texts")).get(0).get("text");
  }

  private static String json(Map<String, ?> fields) {
    return Json.write(fields);
  }

  @Test
  void editsOneStatement_andLeavesTheRest() {
    DesignSession session = open();
    assertThat(session.isUnsaved()).isFalse();
    edit(session, ADD);
    assertThat(text(session))
        .startsWith("-- people\nCREATE TABLE users (\n  id   INTEGER PRIMARY KEY, -- theirs\n")
        .contains("email TEXT");
    assertThat(session.isUnsaved()).isTrue();
    assertThat(desired).hasContent(USERS.strip());
    assertThat(json(session.view())).contains("\"comment\":\"theirs\"", "\"name\":\"email\"");
  }

  @Test
  void undoes_andDoesAgain() {
    DesignSession session = open();
    assertThatThrownBy(() -> edit(session, "{\"op\":\"undo\"}"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("There is nothing to undo");
    edit(session, ADD);
    String added = text(session);
    edit(session, "{\"op\":\"undo\"}");
    assertThat(text(session)).isEqualTo(USERS);
    assertThat(session.isUnsaved()).isFalse();
    edit(session, "{\"op\":\"redo\"}");
    assertThat(text(session)).isEqualTo(added);
    edit(session, "{\"op\":\"undo\"}");
    edit(session, ADD);
    assertThatThrownBy(() -> edit(session, "{\"op\":\"redo\"}"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesAnEditThatCannotBeDone_andStaysAsItWas() {
    DesignSession session = open();
    String version = session.version();
    for (String operation :
        List.of(
            "{\"op\":\"dropColumn\",\"table\":\"users\",\"column\":\"no\"}",
            "{\"op\":\"dropTable\",\"table\":\"no\"}",
            "{\"op\":\"renameColumn\",\"table\":\"users\",\"column\":\"nick\",\"to\":\"id\"}",
            "{\"op\":\"renameColumn\",\"table\":\"users\",\"column\":\"nick\",\"to\":\" \"}",
            "{\"op\":\"write\",\"kind\":\"VIEW\",\"sql\":\"CREATE VIEW v AS SELECT\"}",
            "{\"op\":\"write\",\"kind\":\"DATABASE\",\"sql\":\"\"}",
            "{\"op\":\"fly\"}",
            "{\"op\":\"edits\",\"edits\":[" + ADD + "," + ADD + "]}",
            "{}")) {
      assertThatThrownBy(() -> edit(session, operation))
          .as(operation)
          .isInstanceOf(RefusedException.class);
    }
    assertThat(text(session)).isEqualTo(USERS);
    assertThat(session.version()).isEqualTo(version);
  }

  @Test
  void refusesAnotherVersion() {
    DesignSession session = open();
    Optional<String> first = Optional.of(session.version());
    edit(session, ADD);
    assertThatThrownBy(() -> session.edit(first, Json.read(ADD)))
        .isInstanceOf(StaleException.class)
        .hasMessageContaining("another window");
    assertThatThrownBy(() -> session.edit(Optional.empty(), Json.read(ADD)))
        .isInstanceOf(StaleException.class);
    assertThatThrownBy(() -> session.save(first)).isInstanceOf(StaleException.class);
    assertThat(desired).hasContent(USERS.strip());
  }

  @Test
  void savesTextAndPlaces() throws Exception {
    Files.setPosixFilePermissions(desired, PosixFilePermissions.fromString("rw-rw-r--"));
    DesignSession session = open();
    edit(
        session,
        """
        {"op":"createTable","table":"order","columns":[{"name":"id","type":"INTEGER"}],
         "primaryKey":["id"],"places":[{"table":"order","x":-120,"y":340.4}]}""");
    save(session);
    assertThat(session.isUnsaved()).isFalse();
    assertThat(Files.readString(desired)).isEqualTo(text(session)).startsWith(USERS);
    assertThat(Files.readString(desired)).contains("\"order\"");
    assertThat(layout).content().contains("order -120 340\n").contains("users ");
    assertThat(Files.getPosixFilePermissions(desired))
        .isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("desired.sql", "desired.layout", "migration");
    edit(session, "{\"op\":\"move\",\"places\":[{\"table\":\"order\",\"x\":7,\"y\":8}]}");
    assertThat(session.isUnsaved()).isTrue();
    save(session);
    assertThat(layout).content().contains("order 7 8\n");
    assertThat(open().isUnsaved()).isFalse();
  }

  @Test
  void overwritesNothing_whenTheFileWasChangedElsewhere() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    String other = USERS + "CREATE TABLE other (id INTEGER PRIMARY KEY);\n";
    Files.writeString(desired, other);
    assertThat(session.isChangedElsewhere()).isTrue();
    assertThatThrownBy(() -> save(session))
        .isInstanceOfSatisfying(StaleException.class, e -> assertThat(e.isElsewhere()).isTrue());
    assertThat(Files.readString(desired)).isEqualTo(other);
    assertThat(layout).doesNotExist();
    session.reload(Optional.of(session.version()), true);
    assertThat(text(session)).contains("email", "CREATE TABLE other", "-- people");
    assertThat(Files.readString(desired)).isEqualTo(other);
    save(session);
    assertThat(Files.readString(desired)).isEqualTo(text(session));
  }

  @Test
  void writesNothing_whenTheFileIsGone() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    Files.delete(desired);
    assertThatThrownBy(() -> save(session)).isInstanceOf(StaleException.class);
    assertThatThrownBy(() -> session.reload(Optional.of(session.version()), false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("There is no file");
    assertThat(desired).doesNotExist();
    Files.writeString(desired, USERS);
    save(session);
    assertThat(Files.readString(desired)).contains("email");
  }

  @Test
  void reloads_andCanBringTheChangesBack_ontoTheFileAsItIsNow() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    Files.writeString(desired, USERS.replace("nick", "name"));
    session.reload(Optional.of(session.version()), false);
    assertThat(text(session)).contains("name TEXT").doesNotContain("email");
    assertThat(session.isUnsaved()).isFalse();
    assertThat(session.view()).containsEntry("undoes", null);
    edit(session, "{\"op\":\"redo\"}");
    assertThat(text(session)).contains("email", "name TEXT");
    save(session);
    assertThat(Files.readString(desired)).contains("email", "name TEXT");
  }

  @Test
  void reloadsWithoutChanges_andForgetsWhatDoesNotFit() throws Exception {
    DesignSession session = open();
    edit(session, "{\"op\":\"dropColumn\",\"table\":\"users\",\"column\":\"nick\"}");
    Files.writeString(desired, USERS.replace("nick", "name"));
    session.reload(Optional.of(session.version()), false);
    assertThat(session.view()).containsEntry("undoes", null).containsEntry("redoes", null);

    Files.writeString(desired, USERS);
    session.reload(Optional.of(session.version()), true);
    assertThat(text(session)).isEqualTo(USERS);
    assertThat(session.view()).containsEntry("undoes", null).containsEntry("redoes", null);
  }

  @Test
  void undoAfterAMerge_takesBackMyChanges_andNotThoseOfOthers() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    String other = USERS + "CREATE TABLE other (id INTEGER PRIMARY KEY);\n";
    Files.writeString(desired, other);
    session.reload(Optional.of(session.version()), true);
    edit(session, "{\"op\":\"undo\"}");
    assertThat(text(session)).isEqualTo(other);
    assertThat(session.isUnsaved()).isFalse();
    edit(session, "{\"op\":\"redo\"}");
    assertThat(text(session)).contains("email", "CREATE TABLE other");
  }

  @Test
  void undoAndRedo_nameWhatTheyDo() {
    DesignSession session = open();
    edit(session, ADD.replaceFirst("\\{", "{\"what\":\"New column users.email.\","));
    assertThat(session.view()).containsEntry("undoes", "New column users.email.");
    edit(session, "{\"op\":\"undo\"}");
    assertThat(session.view())
        .containsEntry("undoes", null)
        .containsEntry("redoes", "New column users.email.");
  }

  @Test
  void savingATextWithAnError_keepsThePlaces() throws Exception {
    DesignSession session = open();
    edit(session, "{\"op\":\"move\",\"places\":[{\"table\":\"users\",\"x\":7,\"y\":8}]}");
    save(session);
    Files.writeString(desired, USERS + ",,\n");
    DesignSession broken = open();
    save(broken);
    assertThat(layout).content().contains("users 7 8");
    edit(
        broken,
        Json.write(Map.of("op", "text", "file", desired.toString(), "text", USERS + "-- ok\n")));
    save(broken);
    assertThat(layout).content().contains("users 7 8");
  }

  @Test
  void aProofWithoutRowsOfATable_isSaidToBeOne() {
    DesignSession session = open();
    edit(
        session,
        "{\"op\":\"addForeignKey\",\"table\":\"users\",\"columns\":[\"nick\"],\"parent\":\"users\"}");
    assertThat(json(session.review())).contains("\"provedWithoutRows\":[\"users\"]");
    edit(session, "{\"op\":\"undo\"}");
    edit(session, ADD);
    assertThat(json(session.review())).contains("\"provedWithoutRows\":[]");
  }

  @Test
  void refusesAMergeThatDoesNotFit() throws Exception {
    DesignSession session = open();
    edit(session, "{\"op\":\"dropColumn\",\"table\":\"users\",\"column\":\"nick\"}");
    String other = USERS.replace("nick", "name");
    Files.writeString(desired, other);
    assertThatThrownBy(() -> session.reload(Optional.of(session.version()), true))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll("cannot be merged", "nick");
    assertThat(text(session)).doesNotContain("nick");
    assertThatThrownBy(() -> save(session)).isInstanceOf(StaleException.class);
    assertThat(Files.readString(desired)).isEqualTo(other);
  }

  @Test
  void refusesToMerge_whatUndoesWhatWasSaved() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    save(session);
    edit(session, "{\"op\":\"undo\"}");
    String other = Files.readString(desired) + "-- other\n";
    Files.writeString(desired, other);
    assertThatThrownBy(() -> session.reload(Optional.of(session.version()), true))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Changes that had been saved were undone");
    assertThat(text(session)).doesNotContain("email");
    session.reload(Optional.of(session.version()), false);
    assertThat(text(session)).isEqualTo(other);
  }

  @Test
  void refusesToMergeTypedText() throws Exception {
    DesignSession session = open();
    String typed = Json.write(Map.of("op", "text", "file", desired.toString(), "text", "-- no"));
    edit(session, typed);
    Files.writeString(desired, USERS + "-- other\n");
    assertThatThrownBy(() -> session.reload(Optional.of(session.version()), true))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("changed here as text and also elsewhere");
  }

  @Test
  void showsAnError_andGoesOnWhenItIsCorrected() throws Exception {
    Files.writeString(desired, USERS + "CREATE TABLE broken (id INTEGER,);\n");
    DesignSession session = open();
    assertThat(json(session.view()))
        .contains("\"problems\":[{", "\"line\":6", "near \\\")\\\"", desired.toString());
    assertThatThrownBy(() -> edit(session, ADD))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("The text has an error");
    assertThat(json(session.review())).contains("The text of the schema has an error");
    edit(session, Json.write(Map.of("op", "text", "file", desired.toString(), "text", USERS)));
    edit(session, ADD);
    assertThat(json(session.view())).contains("\"problems\":[]", "\"name\":\"email\"");
    String wrong = USERS + "CREATE VIEW 'x";
    edit(session, Json.write(Map.of("op", "text", "file", desired.toString(), "text", wrong)));
    // the drawing shows what the last correct text meant
    assertThat(json(session.view())).contains("\"name\":\"email\"").doesNotContain("problems\":[]");
    edit(session, "{\"op\":\"undo\"}");
    assertThat(json(session.view())).contains("\"problems\":[]");
    assertThatThrownBy(
            () -> edit(session, "{\"op\":\"text\",\"file\":\"/etc/passwd\",\"text\":\"\"}"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void keepsRenames_throughTypedText() {
    DesignSession session = open();
    edit(session, "{\"op\":\"renameTable\",\"table\":\"users\",\"to\":\"people\"}");
    edit(
        session, "{\"op\":\"renameColumn\",\"table\":\"people\",\"column\":\"nick\",\"to\":\"a\"}");
    String typed = text(session) + "-- typed\n";
    edit(session, Json.write(Map.of("op", "text", "file", desired.toString(), "text", typed)));
    edit(
        session,
        "{\"op\":\"renameColumn\",\"table\":\"people\",\"column\":\"a\",\"to\":\"nickname\"}");
    assertThat(json(session.review()))
        .contains("ALTER TABLE users RENAME TO people", "RENAME COLUMN nick TO nickname")
        .doesNotContain("DROP");
  }

  /** A rename that only this session knew of would be a drop tomorrow. */
  @Test
  void recordsRenames_whenItSaves() throws Exception {
    DesignSession session = open();
    edit(session, "{\"op\":\"renameTable\",\"table\":\"users\",\"to\":\"people\"}");
    edit(
        session,
        "{\"op\":\"renameColumn\",\"table\":\"people\",\"column\":\"nick\",\"to\":\"name\"}");
    save(session);
    assertThat(Files.readString(desired))
        .contains("CREATE TABLE people ( -- kinrow:was users", "-- theirs", "-- kinrow:was nick");
    assertThat(session.isUnsaved()).isFalse();
    DesignSession later = open();
    assertThat(json(later.review()))
        .contains("RENAME COLUMN nick TO name", "nick → name", "users → people")
        .doesNotContain("DROP TABLE");
    edit(
        later,
        "{\"op\":\"renameColumn\",\"table\":\"people\",\"column\":\"name\",\"to\":\"called\"}");
    assertThat(json(later.review())).contains("RENAME COLUMN nick TO called");
    edit(
        later,
        "{\"op\":\"renameColumn\",\"table\":\"people\",\"column\":\"called\",\"to\":\"nick\"}");
    assertThat(json(later.review())).doesNotContain("RENAME COLUMN");
    String shown = (String) later.review().get("migration");
    later.writeMigration(Optional.of(later.version()), "people", "next", shown);
    assertThat(json(open().review())).contains("\"isEmpty\":true");
  }

  @Test
  void takesNamesOfAnyKind() {
    DesignSession session = open();
    List<String> names =
        List.of(
            "select",
            "a b",
            "a.b",
            "it's",
            "say \"hi\"",
            "[x]",
            "`y`",
            "é\u4e2d\ud83d\ude00",
            "<script>alert(1)</script>",
            "constructor",
            "__proto__",
            "--",
            "/*",
            "%s",
            "${x}",
            "\\");
    for (String name : names) {
      edit(
          session,
          Json.write(
              Map.of(
                  "op",
                  "createTable",
                  "table",
                  name,
                  "columns",
                  List.of(Map.of("name", "id", "type", "INTEGER")),
                  "primaryKey",
                  List.of("id"))));
      edit(
          session,
          Json.write(
              Map.of(
                  "op",
                  "addColumn",
                  "table",
                  name,
                  "column",
                  Map.of("name", name, "type", "TEXT", "comment", name, "nullable", true))));
      edit(session, Json.write(Map.of("op", "reference", "child", name, "parent", "users")));
      edit(session, Json.write(Map.of("op", "join", "one", name, "other", name)));
    }
    save(session);
    DesignSession again = open();
    assertThat(json(again.view()))
        .isEqualTo(
            json(session.view())
                .replace(
                    session.version().replace("\"", "\\\""), again.version().replace("\"", "\\\""))
                .replace("\"undoes\":\"\"", "\"undoes\":null"));
    assertThat(again.isUnsaved()).isFalse();
    assertThat(json(again.review())).contains("\"proof\":\"Both scripts were run");
    for (String name : names) {
      edit(
          again,
          Json.write(
              Map.of("op", "renameColumn", "table", name, "column", name, "to", name + "2")));
      edit(again, Json.write(Map.of("op", "renameTable", "table", name, "to", name + "2")));
      edit(again, Json.write(Map.of("op", "dropTable", "table", name + "_" + name)));
      edit(again, Json.write(Map.of("op", "dropTable", "table", name + "2")));
    }
    assertThat(text(again).strip()).isEqualTo(USERS.strip());
  }

  @Test
  void asksForValues_andProvesWithThem() {
    DesignSession session = open();
    edit(session, ADD.replace("true", "false"));
    assertThat(json(session.review()))
        .contains("users.email is new and NOT NULL", "\"required\":true", "\"proof\":\"\"");
    edit(session, "{\"op\":\"fill\",\"table\":\"users\",\"column\":\"email\",\"value\":\"no(\"}");
    assertThat(json(session.review())).contains("--fill users.email=no(");
    edit(
        session,
        "{\"op\":\"fill\",\"table\":\"users\",\"column\":\"email\",\"value\":\"nick || '@x'\"}");
    assertThat(json(session.review()))
        .contains("\"proof\":\"Both scripts were run", "nick || '@x'");
    // a value goes along with its column
    edit(
        session,
        "{\"op\":\"renameColumn\",\"table\":\"users\",\"column\":\"email\",\"to\":\"mail\"}");
    edit(session, "{\"op\":\"renameTable\",\"table\":\"users\",\"to\":\"people\"}");
    assertThat(json(session.review()))
        .contains("\"proof\":\"Both scripts were run", "SET mail = nick || '@x'");
  }

  @Test
  void saysWhatIsLost_orKeepsIt() {
    DesignSession session = open();
    edit(session, "{\"op\":\"dropColumn\",\"table\":\"users\",\"column\":\"nick\"}");
    assertThat(json(session.review())).contains("\"losses\":[\"").contains("\"why\":\"gone\"");
    edit(session, "{\"op\":\"keepData\",\"value\":true}");
    assertThat(json(session.review())).contains("\"losses\":[]", "kinrow_parked_");
  }

  @Test
  void writesTheMigrationThatWasShown() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    String shown = (String) session.review().get("migration");
    Optional<String> version = Optional.of(session.version());
    assertThatThrownBy(() -> session.writeMigration(version, "add", "next", shown + " "))
        .isInstanceOf(StaleException.class)
        .hasMessageContaining("not those that you saw");
    assertThatThrownBy(() -> session.writeMigration(version, " ", "next", shown))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("description");
    assertThatThrownBy(() -> session.writeMigration(version, "add", "1", shown))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("already has a migration with version 1");
    assertThat(desired).hasContent(USERS.strip());
    assertThat(session.writeMigration(version, "add email", "next", shown))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("U2__add_email.sql", "V2__add_email.sql");
    assertThat(migrations.resolve("V2__add_email.sql")).hasContent(shown.strip());
    assertThat(Files.readString(desired)).contains("email");
    assertThat(json(session.review())).contains("\"isEmpty\":true", "\"picture\":\"\"");
    assertThatThrownBy(
            () -> session.writeMigration(Optional.of(session.version()), "again", "next", ""))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no migration to write");
  }

  /** Edits, reviews and migrations of several windows at once end, and leave one design. */
  @Test
  void takesManyRequestsAtOnce() throws Exception {
    DesignSession session = open();
    ExecutorService windows = Executors.newFixedThreadPool(6);
    try {
      List<Future<Integer>> done = new ArrayList<>();
      for (int window = 0; window < 6; window++) {
        int number = window;
        done.add(
            windows.submit(
                () -> {
                  int columns = 0;
                  for (int i = 0; columns < 3 && i < 1_000; i++) {
                    try {
                      edit(session, ADD.replace("email", "c" + number + "_" + columns));
                      columns++;
                    } catch (StaleException e) {
                      session.review();
                      assertThatThrownBy(
                              () -> session.writeMigration(Optional.of("\"0\""), "x", "next", ""))
                          .isInstanceOf(StaleException.class);
                    }
                  }
                  return columns;
                }));
      }
      for (Future<Integer> window : done) {
        assertThat(window.get(120, TimeUnit.SECONDS)).isEqualTo(3);
      }
    } finally {
      windows.shutdownNow();
    }
    assertThat(text(session).split("c\\d_\\d", -1)).hasSize(19);
    assertThat(json(session.review())).contains("ADD COLUMN c5_2");
  }

  @Test
  void noticesMigrationsOfOthers() throws Exception {
    DesignSession session = open();
    edit(session, ADD);
    String shown = (String) session.review().get("migration");
    Files.writeString(migrations.resolve("V2__tags.sql"), "CREATE TABLE tags (id INTEGER);");
    assertThatThrownBy(
            () -> session.writeMigration(Optional.of(session.version()), "add", "next", shown))
        .isInstanceOf(StaleException.class);
    Files.writeString(migrations.resolve("V3__wrong.sql"), "CREATE TABLE;");
    assertThat(json(session.review())).contains("The migrations cannot be run", "V3__wrong.sql");
  }

  @Test
  void drawsManyToMany_andReferences() {
    DesignSession session = open();
    edit(
        session,
        """
        {"op":"createTable","table":"tags","columns":[{"name":"name","type":"TEXT"}],
         "primaryKey":["name"]}""");
    edit(session, "{\"op\":\"join\",\"one\":\"users\",\"other\":\"tags\"}");
    assertThat(text(session))
        .contains("CREATE TABLE users_tags", "user_id", "tag_name", "ON DELETE CASCADE")
        .contains("CREATE INDEX users_tags_tag_name ON users_tags (tag_name)");
    edit(session, "{\"op\":\"join\",\"one\":\"users\",\"other\":\"users\"}");
    assertThat(text(session)).contains("other_user_id");
    edit(session, "{\"op\":\"reference\",\"child\":\"tags\",\"parent\":\"users\"}");
    edit(session, "{\"op\":\"reference\",\"child\":\"tags\",\"parent\":\"users\"}");
    assertThat(json(session.view()))
        .contains("tags.user_id → users.id", "tags.user_id_2 → users.id");
    assertThat(json(session.review())).contains("\"proof\":\"Both scripts were run");
  }

  @Test
  void pastesTables_underFreeNames() {
    DesignSession session = open();
    String sql =
        "CREATE TABLE users (id INTEGER PRIMARY KEY); CREATE TABLE IF NOT EXISTS [a b] (c)";
    edit(session, Json.write(Map.of("op", "paste", "sql", sql)));
    edit(session, Json.write(Map.of("op", "paste", "sql", sql)));
    assertThat(text(session))
        .contains("CREATE TABLE users_copy (", "\"a b\" (c)", "users_copy_2", "\"a b_copy\"");
    for (String wrong : List.of("", "hello", "DROP TABLE users", "CREATE TABLE 'x", "SELECT 1;")) {
      assertThatThrownBy(() -> edit(session, Json.write(Map.of("op", "paste", "sql", wrong))))
          .as(wrong)
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void showsWhatCannotBeDrawn_asSql() {
    DesignSession session = open();
    for (String sql :
        List.of(
            "CREATE VIEW nicks AS SELECT nick FROM users",
            "CREATE TRIGGER t AFTER INSERT ON users BEGIN SELECT 1; END",
            "CREATE INDEX part ON users (lower(nick)) WHERE id > 7")) {
      String kind = sql.split(" ")[1];
      edit(session, Json.write(Map.of("op", "write", "kind", kind, "sql", sql)));
      assertThat(text(session)).contains(sql);
    }
    assertThat(json(session.view())).contains("\"plain\":false", "SELECT nick FROM users");
    edit(session, "{\"op\":\"write\",\"kind\":\"VIEW\",\"name\":\"nicks\",\"sql\":\"\"}");
    assertThat(text(session)).doesNotContain("VIEW").contains("TRIGGER", "-- people");
  }

  @Test
  void refusesLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.sql"), desired);
    DesignProject project = new DesignProject(link, layout, migrations, FlywaySettings.defaults());
    assertThatThrownBy(() -> DesignSession.open(project))
        .isInstanceOf(RefusedException.class)
        .hasMessageContainingAll("link.sql is a link to", "name that file itself");
    Files.createSymbolicLink(layout, folder.resolve("elsewhere"));
    Files.writeString(folder.resolve("elsewhere"), "");
    assertThatThrownBy(this::open)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("desired.layout is a link to");
  }

  @Test
  void worksOnAFolderOfFiles() throws Exception {
    Path parts = Files.createDirectory(folder.resolve("schema"));
    Files.writeString(parts.resolve("a.sql"), USERS.replace("\n", "\r\n"));
    Path views =
        Files.writeString(parts.resolve("b.sql"), "-- views\nCREATE VIEW v AS SELECT 1;\n");
    Files.writeString(parts.resolve("c.txt"), "no");
    desired = parts;
    DesignSession session = open();
    var modified = Files.getLastModifiedTime(views);
    edit(session, ADD);
    save(session);
    assertThat(Files.readString(parts.resolve("a.sql"))).contains("email").doesNotContain("\n\n");
    assertThat(Files.getLastModifiedTime(views)).isEqualTo(modified);
    Files.writeString(parts.resolve("d.sql"), "");
    assertThat(session.isChangedElsewhere()).isTrue();
  }

  @Test
  void keepsWhatWasNotSaved() throws Exception {
    DesignSession session = open();
    assertThat(session.keepUnsaved()).isEmpty();
    edit(session, ADD);
    Path kept = session.keepUnsaved().orElseThrow();
    assertThat(Files.readString(kept)).isEqualTo(text(session));
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.delete(kept);
  }

  @Test
  void refusesWhatIsNotThere() {
    desired = folder.resolve("no.sql");
    assertThatThrownBy(this::open)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("an empty file is enough");
  }

  @Test
  void beginsWithAnEmptyFile() throws Exception {
    Files.writeString(desired, "");
    DesignSession session = open();
    edit(
        session,
        """
        {"op":"createTable","table":"new","columns":[{"name":"id","type":"INTEGER"}],
         "primaryKey":["id"]}""");
    assertThat(json(session.view())).contains("\"name\":\"new\"");
    edit(session, "{\"op\":\"dropTable\",\"table\":\"new\"}");
    assertThat(json(session.view())).contains("\"boxes\":[]");
  }
}
