package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.diff.RefusedException;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * A versioned SQL migration with the schema before and after it.
 *
 * @param file its script
 * @param undo where the script that undoes it belongs, whether it is there or not
 */
record Migration(
    Path file,
    Path undo,
    String version,
    List<Statement> statements,
    Catalog before,
    Catalog after) {

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** All of a folder, each applied to a scratch database to see what it does. */
  static List<Migration> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw RefusedException.because("There is no folder " + folder);
    }
    Path scratch = Files.createTempFile("kinrow", ".db");
    try {
      String url = "jdbc:sqlite:" + scratch;
      List<Migration> migrations = new ArrayList<>();
      Catalog before = emptyCatalog();
      for (MigrationInfo info : flyway(url, folder, "latest").info().all()) {
        if (info.getVersion() == null || info.getPhysicalLocation() == null) {
          continue;
        }
        String version = info.getVersion().getVersion();
        flyway(url, folder, version).migrate();
        Catalog after = Schema.ofDatabase(url).catalog();
        Path file = Path.of(info.getPhysicalLocation());
        if (info.getScript().endsWith(".sql")) {
          Path undo = file.resolveSibling("U" + String.valueOf(file.getFileName()).substring(1));
          migrations.add(
              new Migration(
                  file,
                  undoOf(file, undo),
                  version,
                  Statement.split(Files.readString(file)),
                  before,
                  after));
        }
        before = after;
      }
      return migrations;
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  /** Flyway goes by the version: the description of a U may be another. */
  private static Path undoOf(Path file, Path undo) throws IOException {
    String name = String.valueOf(undo.getFileName());
    String start = name.substring(0, name.indexOf("__") + 2);
    try (var siblings = Files.list(file.toAbsolutePath().getParent())) {
      return siblings
          .filter(path -> String.valueOf(path.getFileName()).startsWith(start))
          .findFirst()
          .orElse(undo);
    }
  }

  static Flyway flyway(String url, Path folder, String target) {
    return Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + folder)
        .target(target)
        .load();
  }

  static Catalog emptyCatalog() {
    return Schema.ofSql("").catalog();
  }
}
