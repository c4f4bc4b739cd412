package io.kinrow.microblog.command;

import io.kinrow.microblog.output.Format;
import io.kinrow.microblog.store.BlogDatabase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {

  static final Path DEFAULT_FILE = Path.of("microblog.db");

  @Option(
      names = "--db",
      paramLabel = "DATABASE",
      scope = ScopeType.INHERIT,
      order = 100,
      converter = DatabaseConverter.class,
      description = "An SQLite file, or the URL of a PostgreSQL database (default: microblog.db).")
  @Nullable BlogDatabase database;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      order = 101,
      defaultValue = "TABLE",
      description = "How results are shown: table, json or csv (default: table).")
  Format format = Format.TABLE;

  @Option(
      names = "--explain",
      scope = ScopeType.INHERIT,
      order = 102,
      description =
          "Print every SQL statement with its values, and how many there were, to stderr.")
  boolean explain;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      order = 103,
      description = "Print the stack trace of an error.")
  boolean stacktrace;
}
