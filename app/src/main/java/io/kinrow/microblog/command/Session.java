package io.kinrow.microblog.command;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.output.Column;
import io.kinrow.microblog.output.Console;
import io.kinrow.microblog.output.Listing;
import io.kinrow.microblog.store.Access;
import io.kinrow.microblog.store.BlogFile;
import java.util.List;

/** What a command works with: the global options, the console, the database. */
final class Session {

  private final GlobalOptions options = new GlobalOptions();
  private final Console console;

  Session(Console console) {
    this.console = console;
  }

  GlobalOptions options() {
    return options;
  }

  Console console() {
    return console;
  }

  BlogFile file() {
    return BlogFile.at(options.database == null ? GlobalOptions.DEFAULT_FILE : options.database);
  }

  /** What a command does with the blog. */
  @FunctionalInterface
  interface Work {
    void on(Blog blog) throws Exception;
  }

  /** Opens the blog to read it; returns the exit code. */
  int reading(Work work) throws Exception {
    return on(Access.READ, work);
  }

  /** Opens the blog to change it; returns the exit code. */
  int writing(Work work) throws Exception {
    return on(Access.WRITE, work);
  }

  private int on(Access access, Work work) throws Exception {
    try (Blog blog = file().open(access)) {
      if (!options.explain) {
        work.on(blog);
        return 0;
      }
      Explanation explanation = new Explanation(blog, console);
      try {
        work.on(blog);
      } finally {
        explanation.end();
      }
    }
    return 0;
  }

  <R> void list(Listing<R> listing) {
    options.format.printer(console.out()).list(listing);
  }

  <R> void one(List<Column<R>> columns, R row) {
    options.format.printer(console.out()).one(columns, row);
  }

  <R> void done(String sentence, List<Column<R>> columns, R row) {
    options.format.printer(console.out()).done(sentence, columns, row);
  }
}
