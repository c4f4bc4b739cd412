package io.kinrow.designer.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.designer.json.Json;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person may do in any order: after each operation, the text means what the page shows, and
 * the way back and forth through all of them gives the same bytes.
 */
class RandomOperationsTest {

  private static final int OPERATIONS = 40;
  private static final List<String> NAMES = List.of("a", "b", "order", "x y", "é", "id2", "t\"q");
  private static final List<String> TYPES =
      List.of("INTEGER", "TEXT", "VARCHAR(80)", "", "DECIMAL(10, 2)");

  private static final String SQL =
      """
      /* a blog */
      CREATE TABLE users (id INTEGER PRIMARY KEY, nick TEXT UNIQUE); -- people
      CREATE VIEW nicks AS SELECT nick FROM users;
      CREATE TABLE posts (
        id INTEGER PRIMARY KEY, -- a number
        body TEXT NOT NULL CHECK (body <> ''),
        user_id INTEGER REFERENCES users (id)
      );
      CREATE INDEX short ON posts (body) WHERE length(body) < 10;
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @SuppressWarnings("unchecked")
  void textAndModelAgree(long seed) throws Exception {
    Random random = new Random(seed);
    Path desired = Files.writeString(folder.resolve("desired.sql"), SQL);
    DesignSession session =
        DesignSession.open(
            new DesignProject(
                desired, folder.resolve("layout"), folder, FlywaySettings.defaults()));
    List<String> texts = new ArrayList<>(List.of(SQL));
    int refused = 0;
    for (int i = 0; i < OPERATIONS; i++) {
      String before = session.version();
      try {
        session.edit(Optional.of(before), Json.read(Json.write(operation(session, random))));
        texts.add(text(session));
      } catch (RefusedException e) {
        assertThat(session.version()).isEqualTo(before);
        assertThat(text(session)).isEqualTo(texts.get(texts.size() - 1));
        refused++;
      }
      Schema schema = Schema.ofSql(text(session));
      List<Map<String, Object>> tables =
          (List<Map<String, Object>>)
              ((Map<String, Object>) session.view().get("model")).get("tables");
      assertThat(tables.stream().map(table -> String.valueOf(table.get("name"))).toList())
          .isEqualTo(schema.catalog().tables().stream().map(t -> t.name().text()).toList());
      assertThat(text(session)).contains("/* a blog */");
    }
    assertThat(refused).isLessThan(OPERATIONS * 3 / 4);
    for (int i = texts.size() - 2; i >= 0; i--) {
      session.edit(Optional.of(session.version()), Json.read("{\"op\":\"undo\"}"));
      assertThat(text(session)).isEqualTo(texts.get(i));
    }
    assertThat(session.isUnsaved()).isFalse();
    for (int i = 1; i < texts.size(); i++) {
      session.edit(Optional.of(session.version()), Json.read("{\"op\":\"redo\"}"));
      assertThat(text(session)).isEqualTo(texts.get(i));
    }
    session.save(Optional.of(session.version()));
    assertThat(Files.readString(desired)).isEqualTo(text(session));
  }

  @SuppressWarnings("unchecked")
  private static String text(DesignSession session) {
    return ((List<Map<String, String>>) session.view().get("texts")).get(0).get("text");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> operation(DesignSession session, Random random) {
    List<Map<String, Object>> tables =
        (List<Map<String, Object>>)
            ((Map<String, Object>) session.view().get("model")).get("tables");
    Map<String, Object> table =
        tables.isEmpty() ? Map.of("name", "no", "columns", List.of()) : any(tables, random);
    String name = String.valueOf(table.get("name"));
    List<Map<String, Object>> columns = (List<Map<String, Object>>) table.get("columns");
    String column = columns.isEmpty() ? "no" : String.valueOf(any(columns, random).get("name"));
    String other = tables.isEmpty() ? "no" : String.valueOf(any(tables, random).get("name"));
    Map<String, Object> shape = new HashMap<>();
    shape.put("name", any(NAMES, random));
    shape.put("type", any(TYPES, random));
    shape.put("nullable", random.nextBoolean());
    shape.put("default", random.nextBoolean() ? "'x'" : null);
    shape.put("comment", random.nextInt(3) == 0 ? "said " + random.nextInt(9) : "");
    Map<String, Object> operation = new HashMap<>(Map.of("table", name));
    switch (random.nextInt(13)) {
      case 0 ->
          operation.putAll(
              Map.of(
                  "op",
                  "createTable",
                  "table",
                  any(NAMES, random),
                  "columns",
                  List.of(shape),
                  "primaryKey",
                  List.of(shape.get("name"))));
      case 1 -> operation.putAll(Map.of("op", "renameTable", "to", any(NAMES, random)));
      case 2, 3 -> operation.putAll(Map.of("op", "addColumn", "column", shape));
      case 4 ->
          operation.putAll(
              Map.of("op", "renameColumn", "column", column, "to", any(NAMES, random)));
      case 5 -> {
        shape.put("name", column);
        operation.putAll(Map.of("op", "changeColumn", "column", shape));
      }
      case 6 -> operation.putAll(Map.of("op", "dropColumn", "column", column));
      case 7 -> operation.putAll(Map.of("op", "reference", "child", name, "parent", other));
      case 8 -> operation.putAll(Map.of("op", "join", "one", name, "other", other));
      case 9 -> operation.putAll(Map.of("op", "addUnique", "columns", List.of(column)));
      case 10 ->
          operation.putAll(
              Map.of("op", "createIndex", "index", any(NAMES, random), "columns", List.of(column)));
      case 11 ->
          operation.putAll(Map.of("op", "commentTable", "comment", "about " + random.nextInt(9)));
      default ->
          operation.putAll(
              Map.of(
                  "op",
                  "paste",
                  "sql",
                  String.valueOf(table.getOrDefault("sql", "CREATE TABLE n (a)"))));
    }
    return operation;
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
