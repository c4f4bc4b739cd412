package io.kinrow.blog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** A migrated SQLite file of its own for a test, deleted when closed. */
final class TemporaryBlog implements AutoCloseable {

  private final Path folder;
  private final Path file;

  TemporaryBlog() {
    try {
      folder = Files.createTempDirectory("blog");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file = folder.resolve("blog.db");
    Flyway.configure().dataSource(url(), null, null).load().migrate();
  }

  String url() {
    return "jdbc:sqlite:" + file;
  }

  Blog open() {
    return Blog.open(url());
  }

  /** So many users, each with so many posts. */
  Blog openWith(int users, int postsEach) {
    Blog blog = open();
    blog.transaction(
        tx -> {
          for (int i = 1; i <= users; i++) {
            String nickname = "user" + i;
            User user =
                tx.users().insert(u -> u.nickname(nickname).email(nickname + "@example.com"));
            for (int j = 1; j <= postsEach; j++) {
              String body = nickname + " says " + j;
              tx.posts().insert(p -> p.body(body).author(user));
            }
          }
        });
    return blog;
  }

  @Override
  public void close() {
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      try {
        Files.deleteIfExists(Path.of(file + suffix));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    folder.toFile().delete();
  }
}
