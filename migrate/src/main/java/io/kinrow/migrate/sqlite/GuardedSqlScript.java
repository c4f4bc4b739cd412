package io.kinrow.migrate.sqlite;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.sql.Token;
import io.kinrow.migrate.sql.Tokenizer;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Supplier<SqlScript> lenient;
  private final LoadableResource file;
  private final Supplier<Set<Name>> repeatables;
  private boolean checked;
  private boolean changesTables;
  private final Set<Name> dropped = new HashSet<>();

  /**
   * A script that is parsed when it is first needed.
   *
   * @param lenient the same script, parsed without Flyway's own, puzzling refusal of the pragma
   * @param repeatables what repeatable scripts make, which a change of tables must not meet
   */
  GuardedSqlScript(
      Supplier<SqlScript> lenient,
      Parser parser,
      LoadableResource file,
      @Nullable LoadableResource metadata,
      boolean mixed,
      Supplier<Set<Name>> repeatables) {
    super(parser, file, metadata, mixed);
    this.lenient = lenient;
    this.file = file;
    this.repeatables = repeatables;
  }

  @Override
  public SqlStatementIterator getSqlStatements() {
    SqlStatementIterator statements = super.getSqlStatements();
    ScriptRun.current().ifPresent(run -> run.isOf(file.getFilename(), inTheWay()));
    return statements;
  }

  /** What the script drops itself is its own affair. */
  private Set<Name> inTheWay() {
    if (!changesTables) {
      return Set.of();
    }
    Set<Name> names = new HashSet<>(repeatables.get());
    names.removeAll(dropped);
    return names;
  }

  @Override
  public void validate() {
    if (checked) {
      super.validate();
      return;
    }
    checked = true; // Flyway's own script validates itself before it gives its statements
    try {
      super.validate();
      refuseForbidden(super.getSqlStatements());
    } catch (FlywayException e) {
      checked = false;
      refuseForbidden(statements());
      throw e;
    }
  }

  private void refuseForbidden(SqlStatementIterator all) {
    try (SqlStatementIterator statements = all) {
      SqlStatement statement;
      while ((statement = statements.next()) != null) {
        refuse(ForbiddenStatement.in(statement.getSql()), statement.getLineNumber());
        List<Token> first = Tokenizer.first(statement.getSql(), 7);
        changesTables |= changesTable(first);
        RepeatableObjects.dropped(first).ifPresent(dropped::add);
      }
    }
  }

  /** SQLite reads all views and triggers again when it alters a table, and drops some with it. */
  private static boolean changesTable(List<Token> first) {
    return first.size() > 1
        && (first.get(0).is("ALTER") || first.get(0).is("DROP"))
        && first.get(1).is("TABLE");
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
