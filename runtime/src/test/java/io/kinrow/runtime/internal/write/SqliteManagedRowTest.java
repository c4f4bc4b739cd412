package io.kinrow.runtime.internal.write;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteManagedRowTest extends ManagedRowContract {

  @TempDir Path folder;

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("pages.db");
  }
}
