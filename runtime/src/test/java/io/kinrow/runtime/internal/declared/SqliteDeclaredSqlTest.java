package io.kinrow.runtime.internal.declared;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeclaredSqlTest extends DeclaredSqlContract {

  @TempDir Path folder;

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("words.db");
  }
}
