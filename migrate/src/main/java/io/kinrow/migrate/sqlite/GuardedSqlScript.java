package io.kinrow.migrate.sqlite;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
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

/** A migration script that may not say everything: see {@link ForbiddenStatement}. */
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
      refuseForbidden();
      checked = true;
    }
    super.validate();
  }

  private void refuseForbidden() {
    try (SqlStatementIterator statements = statements()) {
      SqlStatement statement;
      while ((statement = statements.next()) != null) {
        refuse(ForbiddenStatement.in(statement.getSql()), statement.getLineNumber());
      }
    }
  }

  /** An END without a BEGIN puzzles Flyway: that it must not be there is the better message. */
  private SqlStatementIterator statements() {
    try {
      return lenient.get().getSqlStatements();
    } catch (FlywayException e) {
      refuse(ForbiddenStatement.inScript(text()), 1);
      throw e;
    }
  }

  private void refuse(Optional<ForbiddenStatement> found, int line) {
    found.ifPresent(
        forbidden -> {
          throw new FlywayException(
              file.getFilename()
                  + ", line "
                  + (line + forbidden.line() - 1)
                  + ": "
                  + forbidden.reason());
        });
  }

  private String text() {
    try (Reader reader = file.read();
        StringWriter text = new StringWriter()) {
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new FlywayException("Cannot read " + file.getFilename() + ": " + e.getMessage(), e);
    }
  }
}
