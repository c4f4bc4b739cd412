package io.kinrow.microblog.demo;

import io.kinrow.blog.Blog;
import io.kinrow.microblog.output.SqlText;
import io.kinrow.runtime.StatementListener;
import java.io.PrintWriter;
import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.Map;

/** Runs the tour and prints each line of its source when it runs, with its SQL and its results. */
public final class Demo {

  private static final int MOST_RESULTS = 5;

  private final PrintWriter out;
  private final boolean colours;

  /**
   * @param colours whether to colour by ANSI escapes
   */
  public Demo(PrintWriter out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** Takes the tour. */
  public void run(Blog blog) {
    Narration narration = new Narration(TourSource.load());
    BlogTour tour = new BlogTour(blog, suffix(blog), narration::showed);
    StatementListener.Registration listening = blog.listen(narration::ran);
    try {
      tour.run();
    } finally {
      listening.close();
    }
    narration.end();
  }

  /** Takes the tour in a transaction that is rolled back at the end. */
  public void runAndTakeBack(Blog blog) {
    try {
      blog.transaction(
          tx -> {
            run(tx);
            throw new TakeBack();
          });
    } catch (TakeBack e) {
      out.println();
      out.println("All changes were reverted: the database is as it was.");
    }
  }

  private static final class TakeBack extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** None in a new blog; else one that makes john and susan new. */
  private static String suffix(Blog blog) {
    String suffix = "";
    for (int i = 2; taken(blog, "john" + suffix) || taken(blog, "susan" + suffix); i++) {
      suffix = String.valueOf(i);
    }
    return suffix;
  }

  private static boolean taken(Blog blog, String nickname) {
    return blog.users().findByNickname(nickname).isPresent();
  }

  /** Knows how far the source has been printed. */
  private final class Narration {

    private final TourSource source;
    private final Map<Integer, Integer> shown = new HashMap<>();
    private int next;
    private int statements;

    Narration(TourSource source) {
      this.source = source;
      this.next = source.first();
    }

    void ran(StatementListener.Executed statement) {
      int line = lineInTour();
      if (line == 0) {
        return;
      }
      printTo(line);
      statements++;
      out.println(coloured("36", "    " + SqlText.of(statements, statement)));
    }

    /** A loop over a full database shows its first results only. */
    void showed(Object result) {
      int line = lineInTour();
      printTo(line);
      int times = shown.merge(line, 1, Integer::sum);
      if (times <= MOST_RESULTS) {
        out.println(coloured("32", "    => " + result));
      } else if (times == MOST_RESULTS + 1) {
        out.println(coloured("32", "    => …"));
      }
    }

    void end() {
      printUpTo(source.last());
      out.println();
      out.println(statements + " statements in all.");
    }

    private void printTo(int line) {
      printUpTo(source.endOfStatement(line));
    }

    private void printUpTo(int line) {
      for (; next <= line; next++) {
        String text = source.line(next);
        out.println(text.startsWith("//") ? coloured("1", text) : text);
      }
    }

    /** Where the tour is: whoever runs a statement or shows a result was called from there. */
    private int lineInTour() {
      return StackWalker.getInstance()
          .walk(
              frames ->
                  frames
                      .filter(frame -> frame.getClassName().equals(BlogTour.class.getName()))
                      .mapToInt(StackFrame::getLineNumber)
                      .filter(line -> line >= source.first())
                      .findFirst()
                      .orElse(0));
    }
  }

  private String coloured(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
