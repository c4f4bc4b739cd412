package io.kinrow.migrate.lint;

import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * One file of a migration.
 *
 * @param name its name, without folders
 * @param path where it was found, or null
 * @param text what it says, with values for placeholders
 */
record LintedScript(String name, @Nullable String path, String text, List<Statement> statements) {

  static LintedScript of(String script, @Nullable String path, String text) {
    String name = script.substring(Math.max(script.lastIndexOf('/'), script.lastIndexOf('\\')) + 1);
    try {
      return new LintedScript(name, path, text, Statement.split(text));
    } catch (SqlSyntaxException e) {
      throw new FlywayException(name + ", " + e.getMessage(), e);
    }
  }
}
