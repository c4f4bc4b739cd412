package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.fixture.Engine;
import io.kinrow.migrate.fixture.PlainFlyway;
import io.kinrow.migrate.fixture.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classes that were compiled against one flyway-core, on the class path of another. */
final class OtherFlywayVersionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"12.11.0", "13.1.0"})
  void sameClassesUndo_underAnotherFlyway(String version) throws IOException {
    Scripts scripts =
        new Scripts(folder.resolve("sql"))
            .with(
                "V1__tables.sql",
                """
                CREATE TABLE p (id INTEGER PRIMARY KEY);
                CREATE TABLE c (p INTEGER REFERENCES p (id) ON DELETE CASCADE);
                INSERT INTO p VALUES (1);
                INSERT INTO c VALUES (1);
                """)
            .with(
                "V2__rebuild.sql",
                """
                CREATE TABLE q (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO q (id) SELECT id FROM p;
                DROP TABLE p;
                ALTER TABLE q RENAME TO p;
                """)
            .with("U2__rebuild.sql", "ALTER TABLE p DROP COLUMN name;");
    Engine engine =
        Engine.sqliteUrl("jdbc:sqlite:" + folder.resolve("old.db") + "?foreign_keys=on");
    try (PlainFlyway other = PlainFlyway.of(classPath(version))) {
      other.run("migrate", engine.url(), scripts.location());
      assertThat(engine.query("SELECT p FROM c")).containsExactly("1");

      other.run("undo", engine.url(), scripts.location());
      other.run("info", engine.url(), scripts.location());
      other.run("migrate", engine.url(), scripts.location());
      other.run("validate", engine.url(), scripts.location());
      other.run("repair", engine.url(), scripts.location());
      scripts.without("U2__rebuild.sql");
      assertThatThrownBy(() -> other.run("undo", engine.url(), scripts.location()))
          .hasMessageContaining("U2__rebuild.sql");
    }
    assertThat(engine.history())
        .containsExactly(
            "1|SQL|V1__tables.sql",
            "2|SQL|V2__rebuild.sql",
            "2|DELETE|U2__rebuild.sql",
            "2|SQL|V2__rebuild.sql");
  }

  private static List<Path> classPath(String version) throws IOException {
    Path target = Path.of("target").toAbsolutePath();
    List<Path> jars = new ArrayList<>(List.of(target.resolve("classes")));
    for (String lib : List.of("flyway-" + version, "jackson")) {
      try (Stream<Path> files = Files.list(target.resolve(lib))) {
        files.forEach(jars::add);
      }
    }
    Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .filter(entry -> entry.contains("sqlite-jdbc") || entry.contains("slf4j"))
        .map(Path::of)
        .forEach(jars::add);
    return jars;
  }
}
