package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.Placeholders;
import io.kinrow.migrate.settings.ScriptText;
import io.kinrow.migrate.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;

/**
 * A versioned SQL migration with the schema before and after it.
 *
 * @param name the name of its script
 * @param undo the name of the script that undoes it, whether it is there or not
 * @param hasUndo whether it is there
 */
record Migration(
    String name,
    String undo,
    boolean hasUndo,
    String version,
    List<Statement> statements,
    Catalog before,
    Catalog after) {

  /** All of a project, each applied to a scratch database to see what it does. */
  static List<Migration> all(FlywaySettings settings) throws IOException {
    Path scratch = Files.createTempFile("kinrow", ".db");
    try {
      String url = "jdbc:sqlite:" + scratch;
      ScriptText texts = new ScriptText(settings);
      List<Migration> migrations = new ArrayList<>();
      Catalog before = emptyCatalog();
      MigrationInfo[] all = flyway(url, settings).info().all();
      Set<String> undone =
          Arrays.stream(all)
              .filter(info -> info.getType().isUndo())
              .map(info -> info.getVersion().getVersion())
              .collect(Collectors.toSet());
      for (MigrationInfo info : all) {
        if (info.getVersion() == null
            || info.getPhysicalLocation() == null
            || info.getType().isUndo()) {
          continue;
        }
        String version = info.getVersion().getVersion();
        Placeholders.explained(() -> settings.target(version).on(url, null, null).load().migrate());
        Catalog after = Schema.ofDatabase(url, settings).catalog();
        if (info.getType().name().startsWith("SQL")) {
          String name = simpleName(info.getScript());
          migrations.add(
              new Migration(
                  name,
                  texts.undoOf(name),
                  undone.contains(version),
                  version,
                  Statement.split(texts.of(info.getScript())),
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

  private static String simpleName(String script) {
    return script.substring(Math.max(script.lastIndexOf('/'), script.lastIndexOf('\\')) + 1);
  }

  /** To look at a database only: no callback runs on it. */
  static Flyway flyway(String url, FlywaySettings settings) {
    return settings
        .on(url, null, null)
        .callbacks(new Callback[0])
        .skipDefaultCallbacks(true)
        .load();
  }

  static Catalog emptyCatalog() {
    return Schema.ofSql("").catalog();
  }
}
