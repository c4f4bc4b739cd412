package io.kinrow.migrate.lint;

import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * A versioned SQL migration with the tables before and after it.
 *
 * @param undoName the name of the script that undoes it, whether it is there or not
 * @param undo the script that undoes it, or null
 */
record Migration(
    MigrationVersion version,
    LintedScript script,
    String undoName,
    @Nullable LintedScript undo,
    KnownTables before,
    KnownTables after) {

  String name() {
    return script.name();
  }
}
