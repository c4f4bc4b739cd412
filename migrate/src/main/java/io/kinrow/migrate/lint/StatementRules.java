package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that look at single statements, of either direction: KL09 and KL11. */
final class StatementRules {

  private final List<Finding> findings = new ArrayList<>();

  private StatementRules() {}

  static List<Finding> check(Migration migration) {
    StatementRules rules = new StatementRules();
    rules.script(migration.script(), migration.before(), migration.before());
    if (migration.undo() != null) {
      rules.script(migration.undo(), migration.after(), migration.before());
    }
    return rules.findings;
  }

  /**
   * @param now the tables that the script finds
   * @param older those that may hold rows of somebody else
   */
  private void script(LintedScript script, KnownTables now, KnownTables older) {
    for (Statement statement : script.statements()) {
      if (statement.isTransactional()) {
        add(
            Rule.TRANSACTION_STATEMENT,
            script,
            statement,
            "%s: Flyway runs the script in its own transaction, which this statement ends, so that part of the script remains if it fails; remove the statement"
                .formatted(statement.tokens().get(0).text()));
      }
      wholeTable(statement)
          .filter(change -> isSomebodyElses(change, now, older))
          .ifPresent(
              change ->
                  add(
                      Rule.WITHOUT_WHERE,
                      script,
                      statement,
                      (change.deletes() ? "deletes" : "changes")
                          + " all rows of "
                          + change.table()
                          + ": add a condition, or WHERE true if all rows are meant"));
    }
  }

  /** Rows of a new table, and values of a new column, are the script's own. */
  private static boolean isSomebodyElses(Change change, KnownTables now, KnownTables older) {
    Optional<Table> table = now.table(change.table());
    return table.isPresent()
        && older.table(change.table()).isPresent()
        && (change.columns().isEmpty()
            || change.columns().stream().anyMatch(c -> table.get().column(c).isPresent()));
  }

  /** What a statement does to all rows, and the columns that it sets as far as they are known. */
  private record Change(Name table, boolean deletes, Set<Name> columns) {}

  private static Optional<Change> wholeTable(Statement statement) {
    List<Token> outer = outer(statement.tokens());
    int at = 0;
    if (!outer.isEmpty() && outer.get(0).is("WITH")) {
      while (at < outer.size() && !outer.get(at).is("DELETE") && !outer.get(at).is("UPDATE")) {
        if (outer.get(at).is("SELECT") || outer.get(at).is("INSERT")) {
          return Optional.empty();
        }
        at++;
      }
    }
    boolean deletes = at + 2 < outer.size() && outer.get(at).is("DELETE");
    boolean updates = at + 3 < outer.size() && outer.get(at).is("UPDATE");
    if ((!deletes && !updates) || outer.stream().anyMatch(token -> token.is("WHERE"))) {
      return Optional.empty();
    }
    at += deletes ? 2 : outer.get(at + 1).is("OR") ? 3 : 1;
    if (at + 2 < outer.size() && outer.get(at + 1).is(".")) {
      at += 2;
    }
    Name table = new Name(outer.get(at).unquoted());
    return Optional.of(new Change(table, deletes, deletes ? Set.of() : assigned(outer)));
  }

  /** The names left of each {@code =} in SET; those in parentheses are not looked at. */
  private static Set<Name> assigned(List<Token> outer) {
    Set<Name> columns = new HashSet<>();
    boolean expects = false;
    boolean inSet = false;
    for (Token token : outer) {
      if (token.is("FROM") || token.is("RETURNING")) {
        break;
      }
      if (expects && token.isName()) {
        columns.add(new Name(token.unquoted()));
      }
      inSet |= token.is("SET");
      expects = inSet && (token.is("SET") || token.is(","));
    }
    return columns;
  }

  /** The tokens outside all parentheses. */
  private static List<Token> outer(List<Token> tokens) {
    List<Token> outer = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth -= token.is(")") ? 1 : 0;
      if (depth == 0 && !token.is(")") && !token.is("(")) {
        outer.add(token);
      }
      depth += token.is("(") ? 1 : 0;
    }
    return outer;
  }

  private void add(Rule rule, LintedScript script, Statement statement, String message) {
    findings.add(new Finding(rule, script.name(), "line " + statement.line() + " " + message));
  }
}
