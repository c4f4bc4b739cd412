package io.kinrow.microblog.demo;

import io.kinrow.blog.Blog;
import io.kinrow.migrate.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A migrated SQLite file that is deleted when it is closed. */
final class TemporaryFile implements TemporaryBlog {

  private final Path folder;
  private final Blog blog;

  private TemporaryFile(Path folder, Blog blog) {
    this.folder = folder;
    this.blog = blog;
  }

  /** A new one. */
  static TemporaryFile create() throws IOException {
    Path folder = Files.createTempDirectory("microblog");
    String url = "jdbc:sqlite:" + folder.resolve("demo.db");
    Migrations.of(url).migrate();
    return new TemporaryFile(folder, Blog.open(url));
  }

  @Override
  public Blog blog() {
    return blog;
  }

  @Override
  public void close() throws IOException {
    blog.close();
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
