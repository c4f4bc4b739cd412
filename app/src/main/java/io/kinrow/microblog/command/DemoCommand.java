package io.kinrow.microblog.command;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.demo.Demo;
import io.kinrow.microblog.demo.TemporaryBlog;
import io.kinrow.microblog.store.Access;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** {@code microblog demo}. */
@Command(
    name = "demo",
    description = {
      "Gives a tour: prints lines of Java and the SQL that each of them runs.",
      "Uses a temporary database. With --db, works on that one and reverts all changes at the end."
    })
final class DemoCommand implements Callable<Integer> {

  private final BlogSession session;

  DemoCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Demo demo = new Demo(session.console().out(), Ansi.AUTO.enabled());
    if (session.options().database == null) {
      try (TemporaryBlog temporary = TemporaryBlog.create()) {
        demo.run(temporary.blog());
      }
    } else {
      try (Blog blog = session.file().open(Access.WRITE)) {
        demo.runAndTakeBack(blog);
      }
    }
    return 0;
  }
}
