package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.settings.ScratchFolder;
import io.kinrow.migrate.sqlite.SqliteBackup;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;

/** An SQLite file. */
final class LiveSqlite extends LiveDatabase {

  LiveSqlite(Configuration configuration) {
    super(configuration);
  }

  @Override
  void refuseScripts(List<String> scripts) {
    // another file is out of their reach
  }

  @Override
  ScratchSource copies(ScratchFolder folder) {
    SqliteBackup real = new SqliteBackup(configuration);
    return new ScratchFiles(configuration, folder.path(), "copy", real::create);
  }

  @Override
  ScratchSource empties(ScratchFolder folder) {
    return new ScratchFiles(configuration, folder.path(), "empty", file -> {});
  }

  @Override
  List<String> faults(Scratch copy, Scratch migrated) {
    Catalog before = copy.schema().catalog().orElseThrow();
    Catalog after = migrated.schema().catalog().orElseThrow();
    return copy.connected(connection -> new RowFaults(connection, before, after).list());
  }
}
