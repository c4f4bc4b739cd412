package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules that look at one migration: its script, and the schema before and after it. */
final class ScriptRules {

  private final Migration migration;
  private final Applied applied;
  private final long largeTable;
  private final Set<Name> droppedTables = new HashSet<>();
  private final Set<Name> cascadingDrops = new LinkedHashSet<>();
  private final Set<Name> gone = new HashSet<>();
  private final Set<Name> arrived = new HashSet<>();
  private final Set<Name> renamedFrom = new HashSet<>();
  private final Set<Name> rebuilt = new HashSet<>();
  private final Set<Name> ofSelect = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private ScriptRules(Migration migration, Applied applied, long largeTable) {
    this.migration = migration;
    this.applied = applied;
    this.largeTable = largeTable;
  }

  static List<Finding> check(Migration migration, Applied applied, long largeTable) {
    ScriptRules rules = new ScriptRules(migration, applied, largeTable);
    rules.readScript();
    rules.destructive();
    rules.largeTables();
    rules.notNull();
    rules.cascades();
    rules.keys();
    rules.parents();
    return rules.findings;
  }

  private void readScript() {
    for (Statement statement : migration.script().statements()) {
      List<Token> tokens = statement.tokens();
      if (statement.startsWith("DROP", "TABLE")) {
        Name dropped = name(tokens, tokens.size() - 1);
        if (hasCascadingChildren(dropped)) {
          cascadingDrops.add(dropped);
        }
        droppedTables.add(dropped);
        gone.add(dropped);
      } else if (statement.startsWith("CREATE", "TABLE")) {
        Name created = new Name(statement.createdName());
        gone.remove(created);
        if (isOfSelect(tokens)) {
          ofSelect.add(created);
        }
      } else if (statement.startsWith("ALTER", "TABLE") && contains(tokens, "RENAME")) {
        boolean table = tokens.get(tokens.size() - 3).is("RENAME");
        Name to = name(tokens, tokens.size() - 1);
        if (table) {
          gone.add(name(tokens, 2));
          gone.remove(to);
          arrived.add(to);
          if (ofSelect.remove(name(tokens, 2))) {
            ofSelect.add(to);
          }
        }
        if (!table) {
          renamedFrom.add(name(tokens, tokens.size() - 3));
        } else if (droppedTables.contains(to)) {
          rebuilt.add(to);
        } else {
          renamedFrom.add(name(tokens, 2));
        }
      }
    }
  }

  private void destructive() {
    boolean parks = migration.after().parked().size() > migration.before().parked().size();
    for (Table table : migration.before().tables()) {
      Optional<Table> after = migration.after().table(table.name());
      if (isSame(table, after)) {
        continue;
      }
      if (parks || (after.isEmpty() && renamedFrom.contains(table.name()))) {
        continue;
      }
      if (after.isEmpty()) {
        add(Rule.DESTRUCTIVE, "drops " + table.name() + " with all its rows");
      }
      for (Column column : table.columns()) {
        boolean gone = after.isPresent() && after.get().column(column.name()).isEmpty();
        if (gone && !column.isGenerated() && !renamedFrom.contains(column.name())) {
          add(Rule.DESTRUCTIVE, "drops " + table.name() + "." + column.name() + " with its values");
        }
      }
    }
  }

  private void largeTables() {
    if (applied.versions().contains(migration.version().getVersion())) {
      return;
    }
    for (Name table : rebuilt) {
      long rows = applied.rows().getOrDefault(table, 0L);
      if (rows >= largeTable) {
        add(
            Rule.LARGE_TABLE_REBUILT,
            "rewrites all %,d rows of %s, and locks the database while it does"
                .formatted(rows, table));
      }
    }
  }

  private void notNull() {
    boolean fills =
        migration.script().statements().stream()
            .anyMatch(
                statement ->
                    statement.startsWith("UPDATE")
                        || contains(statement.tokens(), "coalesce")
                        || contains(statement.tokens(), "ifnull"));
    for (Table table : migration.before().tables()) {
      Optional<Table> after = migration.after().table(table.name());
      if (isSame(table, after)) {
        continue;
      }
      for (Column column : after.map(Table::columns).orElse(List.of())) {
        boolean was = table.column(column.name()).filter(old -> !old.notNull()).isPresent();
        if (was && column.notNull() && !fills) {
          add(
              Rule.NOT_NULL_WITHOUT_FILL,
              "%s.%s becomes NOT NULL: this fails if a row has no value; UPDATE such rows first"
                  .formatted(table.name(), column.name()));
        }
      }
    }
  }

  private void cascades() {
    boolean guarded =
        migration.script().statements().stream()
            .anyMatch(statement -> contains(statement.tokens(), "pragma_foreign_keys"));
    for (Name dropped : cascadingDrops) {
      if (!guarded) {
        add(
            Rule.CASCADING_DROP,
            "drops %s, which other tables reference with ON DELETE CASCADE or SET NULL: with foreign keys on, their rows are deleted or changed too"
                .formatted(dropped));
      }
    }
  }

  /** What a table had and has no more: its key, or all that CREATE TABLE … AS leaves out. */
  private void keys() {
    for (Table before : migration.before().tables()) {
      Optional<Table> now = migration.after().table(before.name());
      if (now.isEmpty() || isSame(before, now)) {
        continue;
      }
      Table after = now.get();
      List<String> lost = new ArrayList<>();
      if (before.primaryKey() != null && after.primaryKey() == null) {
        lost.add("its primary key");
      }
      if (ofSelect.contains(before.name())) {
        fewer(before.uniqueKeys().size() - after.uniqueKeys().size(), "unique key", lost);
        fewer(before.foreignKeys().size() - after.foreignKeys().size(), "foreign key", lost);
        fewer(before.checks().size() - after.checks().size(), "check", lost);
        fewer(count(before, Column::notNull) - count(after, Column::notNull), "NOT NULL", lost);
        fewer(
            count(before, c -> c.defaultValue() != null)
                - count(after, c -> c.defaultValue() != null),
            "default",
            lost);
      }
      if (!lost.isEmpty()) {
        add(
            Rule.KEY_LOST,
            before.name()
                + " loses "
                + String.join(", ", lost)
                + (ofSelect.contains(before.name())
                    ? ": CREATE TABLE … AS copies only names and values; create the table with its definition, then use INSERT … SELECT"
                    : ""));
      }
    }
  }

  private static void fewer(int fewer, String what, List<String> lost) {
    if (fewer > 0) {
      lost.add(fewer + " " + what + (fewer == 1 || what.equals("NOT NULL") ? "" : "s"));
    }
  }

  private static int count(Table table, Predicate<Column> wanted) {
    return (int) table.columns().stream().filter(wanted).count();
  }

  private void parents() {
    for (Table table : migration.after().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        boolean missed =
            !migration.before().has(key.parent())
                && isSame(table, migration.before().table(table.name()));
        if (!migration.after().has(key.parent()) && !missed) {
          add(
              Rule.FOREIGN_KEY_WITHOUT_PARENT,
              "leaves %s (%s) referencing %s, which does not exist: with foreign keys on, every insert fails"
                  .formatted(
                      table.name(),
                      String.join(", ", key.columns().stream().map(Name::text).toList()),
                      key.parent()));
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // the catalogue holds each table once
  private static boolean isSame(Table table, Optional<Table> other) {
    return other.isPresent() && other.get() == table;
  }

  private static boolean isOfSelect(List<Token> tokens) {
    for (Token token : tokens) {
      if (token.is("(") || token.is("AS")) {
        return token.is("AS");
      }
    }
    return false;
  }

  /** Whether a table that is still there at this place of the script loses rows. */
  private boolean hasCascadingChildren(Name parent) {
    Stream<Table> renamed =
        migration.after().tables().stream().filter(table -> arrived.contains(table.name()));
    return Stream.concat(migration.before().tables().stream(), renamed)
        .filter(table -> !table.name().equals(parent) && !gone.contains(table.name()))
        .filter(table -> migration.after().table(table.name()).isPresent())
        .flatMap(table -> table.foreignKeys().stream())
        .anyMatch(
            key ->
                key.parent().equals(parent)
                    && (key.onDelete().equals("CASCADE") || key.onDelete().startsWith("SET")));
  }

  private void add(Rule rule, String message) {
    findings.add(new Finding(rule, migration.name(), message));
  }

  private static Name name(List<Token> tokens, int at) {
    return new Name(tokens.get(at).unquoted());
  }

  private static boolean contains(List<Token> tokens, String word) {
    return tokens.stream().anyMatch(token -> token.is(word));
  }
}
