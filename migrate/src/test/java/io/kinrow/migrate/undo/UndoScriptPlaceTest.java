package io.kinrow.migrate.undo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.fixture.Scripts;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UndoScriptPlaceTest {
  private static final String SCRIPT = "V1__one.sql";

  @TempDir Path project;

  @Test
  void sourceFolderIsNamed_whenTheClassPathHoldsACopyOfIt() throws IOException {
    Path sources = project.resolve("src/main/resources/db/migration");
    new Scripts(sources).with(SCRIPT, "CREATE TABLE one (id INTEGER);");

    refused("target/classes", "has no undo script: write " + sources.resolve("U1__one.sql"));
  }

  @Test
  void scriptBesideItIsNamed_whenTheClassPathHoldsNoCopyOfASource() throws IOException {
    refused("target/classes", "has no undo script: write U1__one.sql beside V1__one.sql");
    refused("out", "has no undo script: write U1__one.sql beside V1__one.sql");
  }

  private void refused(String root, String message) throws IOException {
    Path folder = project.resolve(root);
    new Scripts(folder.resolve("db/migration")).with(SCRIPT, "CREATE TABLE one (id INTEGER);");
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      Migrations migrations =
          Migrations.of(
              Flyway.configure(loader)
                  .dataSource("jdbc:sqlite:" + project.resolve("place.db"), "", "")
                  .locations("classpath:db/migration"));
      migrations.migrate();
      assertThatThrownBy(() -> migrations.undo(UndoTarget.steps(1))).hasMessageContaining(message);
    }
  }
}
