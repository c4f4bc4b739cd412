package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The root of all commands. */
@Command(
    name = "microblog",
    description = "A microblog on the command line, on classes generated from its migrations.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused or not found; stderr says why and what to do",
      "2:wrong usage"
    })
public final class MicroblogCommand {

  @Mixin private final GlobalOptions options;

  MicroblogCommand(BlogSession session) {
    this.options = session.options();
  }

  /** Runs the command that the arguments name; returns its exit code. */
  public static int run(Console console, String... args) {
    BlogSession session = new BlogSession(console);
    ErrorMessages failures = new ErrorMessages(session);
    CommandLine line = new CommandLine(new MicroblogCommand(session), new CommandFactory(session));
    Subcommands.addTo(line, args);
    line.setOut(console.out())
        .setErr(console.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    try {
      return line.execute(args);
    } finally {
      console.flush();
    }
  }
}
