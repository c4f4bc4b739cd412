package io.kinrow.migrate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFilesTest {

  @TempDir private Path folder;

  @Test
  void in_whenFolder_returnsScriptsOfAllFoldersInOrder() throws IOException {
    Path last = write("z.sql");
    Path deep = write("b/inner/größe 2.sql");
    Path first = write("a.sql");
    write("README.md");
    write("b/a.sql.conf");
    Files.createDirectories(folder.resolve("folder.sql"));
    assertThat(SqlFiles.in(folder)).containsExactly(first, deep, last);
  }

  @Test
  void in_whenFile_returnsItWhateverItsName() throws IOException {
    Path file = write("desired.ddl");
    assertThat(SqlFiles.in(file)).containsExactly(file);
  }

  @Test
  void in_whenMissing_isRefused() {
    Path missing = folder.resolve("missing.sql");
    assertThatThrownBy(() -> SqlFiles.in(missing))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(missing + " cannot be read: ");
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }
}
