package io.kinrow.migrate.script;

import java.util.List;

/** A script as it grows: comments, statements, and what guards them. For one thread. */
public final class SqlText {
  private final Shell shell;
  private final StringBuilder text = new StringBuilder();

  /** Creates the texts for one shell. */
  public SqlText(Shell shell) {
    this.shell = shell;
  }

  /** Adds a comment. */
  public SqlText comment(String comment) {
    comment.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    return this;
  }

  /** Adds a line as it is. */
  public SqlText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  /** Adds a statement with its delimiter. */
  public SqlText statement(String sql) {
    // a comment at its end would swallow the semicolon
    String lastLine = sql.substring(sql.lastIndexOf('\n') + 1);
    return line(sql + (lastLine.contains("--") ? "\n;" : ";"));
  }

  /** Adds statements. */
  public SqlText statements(List<String> all) {
    all.forEach(this::statement);
    return this;
  }

  /** Stops the script where a query does not give the number that it must. */
  public SqlText expect(String constraint, String query, int number) {
    return statement(
            "CREATE TEMP TABLE kinrow_expected (found INTEGER CONSTRAINT %s CHECK (found = %d))"
                .formatted(constraint, number))
        .statement("INSERT INTO kinrow_expected " + query)
        .statement("DROP TABLE kinrow_expected");
  }

  /** Begins a transaction. */
  public SqlText begin() {
    return statement(shell == Shell.SQLITE3 ? "BEGIN IMMEDIATE" : "BEGIN");
  }

  /** Commits, on SQLite unless rows have lost their parents. */
  public SqlText commit() {
    if (shell == Shell.SQLITE3) {
      expect("rows_without_their_parent", "SELECT count(*) FROM pragma_foreign_key_check", 0);
    }
    return statement("COMMIT");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
