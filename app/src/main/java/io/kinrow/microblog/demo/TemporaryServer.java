package io.kinrow.microblog.demo;

import io.kinrow.blog.Blog;
import io.kinrow.maven.postgres.Binaries;
import io.kinrow.maven.postgres.EmbeddedServer;
import io.kinrow.maven.postgres.Postgres;
import io.kinrow.maven.postgres.PostgresException;
import io.kinrow.maven.postgres.PostgresVersion;
import io.kinrow.microblog.Refused;
import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A PostgreSQL server of the kind that {@code kinrow:generate} starts, from programs that the build
 * has put into a folder: {@code ./microblog} says where. It ends with this process, however that
 * ends.
 */
final class TemporaryServer implements TemporaryBlog {

  /** The property that names the folder with PostgreSQL's programs. */
  private static final String PROGRAMS = "microblog.postgresql";

  private static final String REMEDY =
      "Name a database of a server of your own: microblog demo --db jdbc:postgresql://HOST/DATABASE";

  private final Path folder;
  private final Postgres postgres;
  private final EmbeddedServer server;
  private final Blog blog;

  private TemporaryServer(Path folder, Postgres postgres, EmbeddedServer server, Blog blog) {
    this.folder = folder;
    this.postgres = postgres;
    this.server = server;
    this.blog = blog;
  }

  /** Starts one. */
  static TemporaryServer start() throws IOException {
    String programs = System.getProperty(PROGRAMS, "");
    if (programs.isEmpty()) {
      throw new Refused(
          "PostgreSQL's programs are not there",
          "Start the demo with ./microblog, which gets them");
    }
    Path folder = Files.createTempDirectory("microblog");
    Postgres postgres =
        new Postgres(
            PostgresVersion.of(null),
            new Binaries((name, version) -> jar(programs, name, version)),
            folder.resolve("postgres.log"));
    try {
      EmbeddedServer server = postgres.start(folder.resolve("data"));
      try {
        Migrations.of(
                server.url(),
                server.user(),
                server.password(),
                FlywaySettings.defaults()
                    .locations("classpath:db/migration", "classpath:db/postgresql"))
            .migrate();
        Blog blog = Blog.open(server.url(), server.user(), server.password());
        return new TemporaryServer(folder, postgres, server, blog);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
    } catch (RuntimeException e) {
      postgres.remove(folder);
      throw e instanceof PostgresException ? refusal(e) : e;
    }
  }

  private static Refused refusal(RuntimeException e) {
    return new Refused(String.valueOf(e.getMessage()), REMEDY, e);
  }

  private static Path jar(String programs, String name, String version) {
    Path jar = Path.of(programs, name + "-" + version + ".jar");
    if (!Files.exists(jar)) {
      throw new PostgresException("PostgreSQL's programs for this machine are not there: " + jar);
    }
    return jar;
  }

  @Override
  public Blog blog() {
    return blog;
  }

  @Override
  public void close() throws IOException {
    blog.close();
    server.close();
    postgres.remove(folder);
  }
}
