package io.kinrow.microblog;

import io.kinrow.microblog.command.MicroblogCommand;
import io.kinrow.microblog.output.Console;

/** Starts the command line. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and exits with its code: 0, 1 or 2. */
  public static void main(String... args) {
    System.exit(MicroblogCommand.run(Console.system(), args));
  }
}
