package io.kinrow.microblog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Database files made once by the command line itself, for tests to copy. */
enum Template {
  /** Migrated, no rows. */
  EMPTY,
  /** 12 users, 60 posts. */
  SEEDED;

  private Path made = Path.of("");

  synchronized Path file() throws IOException {
    if (made.toString().isEmpty()) {
      Path folder = Files.createTempDirectory("microblog-template");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("microblog.db");
      try {
        if (this == EMPTY) {
          Cli.in(folder).run("db", "migrate").ok();
        } else {
          Files.copy(EMPTY.file(), file);
          Cli.in(folder).run("seed", "--users", "12", "--posts", "60").ok();
        }
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
      file.toFile().deleteOnExit();
      made = file;
    }
    return made;
  }
}
