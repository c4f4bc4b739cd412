package io.kinrow.microblog.command;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.output.Console;
import io.kinrow.microblog.output.SqlText;
import io.kinrow.runtime.StatementListener;

/** {@code --explain}: each statement as it runs, and their number at the end. */
final class Explanation implements StatementListener {

  private final Console console;
  private final Registration registration;
  private int count;

  Explanation(Blog blog, Console console) {
    this.console = console;
    this.registration = blog.listen(this);
  }

  @Override
  public synchronized void executed(Executed statement) {
    count++;
    console.err().println(SqlText.of(count, statement));
  }

  synchronized void end() {
    registration.close();
    console.err().println(count + (count == 1 ? " statement" : " statements"));
  }
}
