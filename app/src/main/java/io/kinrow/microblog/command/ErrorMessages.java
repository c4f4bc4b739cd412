package io.kinrow.microblog.command;

import io.kinrow.microblog.Refused;
import io.kinrow.migrate.settings.Explained;
import io.kinrow.migrate.settings.RefusedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.flywaydb.core.api.FlywayException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on stderr and an exit code. */
final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final BlogSession session;

  ErrorMessages(BlogSession session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    String message =
        String.valueOf(failure.getMessage())
            .replaceAll("is not an? (int|long)\\b", "is not a whole number")
            // picocli's own slip
            .replace("option option ", "option ");
    print(
        line(message + suggestion(failure))
            + " See: "
            + command.getCommandSpec().qualifiedName()
            + " --help",
        failure);
    return ExitCode.USAGE;
  }

  private static String suggestion(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        return ". Did you mean " + String.join(" or ", near) + "?";
      }
    }
    return "";
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof ParameterException usage) {
      return handleParseException(usage, new String[0]);
    }
    print(message(failure), failure);
    return ExitCode.SOFTWARE;
  }

  private String message(Exception failure) {
    if (failure instanceof Refused refused) {
      return line(refused);
    }
    Optional<Refused> database = session.database().problem(failure);
    if (database.isPresent()) {
      return line(database.get());
    }
    if (failure instanceof FlywayException flyway) {
      return line(String.valueOf(Explained.of(flyway).getMessage()));
    }
    if (failure instanceof RefusedException) {
      return line(String.valueOf(failure.getMessage()));
    }
    String hint = session.options().stacktrace ? "" : " Add --stacktrace to see where.";
    return line(failure.getClass().getSimpleName() + ": " + failure.getMessage()) + hint;
  }

  /** Commands that a remedy names are for the database that this one was for. */
  private String line(Refused refused) {
    String command = Matcher.quoteReplacement(session.database().command());
    String remedy = refused.remedy().replaceAll("\\bmicroblog (?=(db|user|post) )", command + " ");
    return line(refused.what() + ". " + remedy);
  }

  /** One line that ends as a sentence does. */
  private static String line(String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cc}", " ");
    return line.matches(".*[.?!]") ? line : line + ".";
  }

  private void print(String message, Exception failure) {
    session.console().out().flush();
    PrintWriter err = session.console().err();
    // not as picocli's markup: a message may contain '@|'
    String name = Ansi.AUTO.string("@|bold,red microblog:|@");
    err.println(name + " " + message);
    if (session.options().stacktrace) {
      failure.printStackTrace(err);
    }
  }
}
