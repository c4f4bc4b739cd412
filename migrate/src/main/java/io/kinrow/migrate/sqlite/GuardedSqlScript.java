package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.parser.Parser;
import org.flywaydb.core.internal.sqlscript.ParserSqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlStatement;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;
import org.jspecify.annotations.Nullable;

/** A migration script that may not switch foreign keys itself. */
final class GuardedSqlScript extends ParserSqlScript {
  // Flyway runs a script without telling the execution strategy around it which one it is
  private static final ThreadLocal<String> LAST_RUN = new ThreadLocal<>();

  private final Supplier<SqlScript> lenient;
  private final LoadableResource file;
  private boolean checked;

  /**
   * A script that is parsed when it is first needed.
   *
   * @param lenient the same script, parsed without Flyway's own, puzzling refusal of the pragma
   */
  GuardedSqlScript(
      Supplier<SqlScript> lenient,
      Parser parser,
      LoadableResource file,
      @Nullable LoadableResource metadata,
      boolean mixed) {
    super(parser, file, metadata, mixed);
    this.lenient = lenient;
    this.file = file;
  }

  static void forgetLastRun() {
    LAST_RUN.remove();
  }

  static Optional<String> lastRun() {
    return Optional.ofNullable(LAST_RUN.get());
  }

  @Override
  public SqlStatementIterator getSqlStatements() {
    LAST_RUN.set(file.getFilename());
    return super.getSqlStatements();
  }

  @Override
  public void validate() {
    if (!checked) {
      refusePragma();
      checked = true;
    }
    super.validate();
  }

  private void refusePragma() {
    try (SqlStatementIterator statements = lenient.get().getSqlStatements()) {
      SqlStatement statement;
      while ((statement = statements.next()) != null) {
        if (setsForeignKeys(statement.getSql())) {
          throw new FlywayException(
              file.getFilename()
                  + ", line "
                  + statement.getLineNumber()
                  + ": remove \""
                  + statement.getSql().strip()
                  + "\". Migrations and undos already run with foreign keys off, PRAGMA"
                  + " foreign_key_check must be clean before they commit, and the connection gets"
                  + " its setting back afterwards; SQLite ignores the pragma inside a transaction."
                  + " If this script is applied elsewhere, run repair there after the change.");
        }
      }
    }
  }

  /** {@code PRAGMA foreign_keys = …}, with a schema's name before it or in parentheses too. */
  private static boolean setsForeignKeys(String sql) {
    List<Token> tokens = Tokenizer.first(sql, 5);
    if (tokens.isEmpty() || !tokens.get(0).is("PRAGMA")) {
      return false;
    }
    int name = tokens.size() > 2 && tokens.get(2).is(".") ? 3 : 1;
    return tokens.size() > name + 1
        && tokens.get(name).unquoted().equalsIgnoreCase("foreign_keys")
        && (tokens.get(name + 1).is("=") || tokens.get(name + 1).is("("));
  }
}
