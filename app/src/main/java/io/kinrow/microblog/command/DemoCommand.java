package io.kinrow.microblog.command;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.demo.Demo;
import io.kinrow.microblog.demo.TemporaryBlog;
import io.kinrow.microblog.demo.TemporaryBlog.Engine;
import io.kinrow.microblog.store.Access;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code microblog demo}. */
@Command(
    name = "demo",
    description = {
      "Gives a tour: prints lines of Java and the SQL that each of them runs.",
      "Uses a temporary database. With --db, works on that one and reverts all changes at the end."
    })
final class DemoCommand implements Callable<Integer> {

  private final BlogSession session;

  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "What the temporary database is on: sqlite, or postgresql, for a server that the demo"
              + " starts (default: sqlite).")
  private @Nullable Engine engine;

  DemoCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (engine != null && session.options().database != null) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--engine is for a temporary database: leave it out where --db names another one");
    }
    Demo demo = new Demo(session.console().out(), Ansi.AUTO.enabled());
    if (session.options().database == null) {
      try (TemporaryBlog temporary =
          TemporaryBlog.create(engine == null ? Engine.SQLITE : engine)) {
        demo.run(temporary.blog());
      }
    } else {
      try (Blog blog = session.database().open(Access.WRITE)) {
        demo.runAndTakeBack(blog);
      }
    }
    return 0;
  }
}
