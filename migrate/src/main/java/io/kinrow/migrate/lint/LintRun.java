package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Puts the findings of all rules together, and takes out those that comments say are meant. */
final class LintRun {

  private final List<Migration> migrations;
  private final Applied applied;
  private final boolean knowsDatabase;
  private final Set<Rule> rules;
  private final long largeTable;

  LintRun(
      List<Migration> migrations,
      Applied applied,
      boolean knowsDatabase,
      Set<Rule> rules,
      long largeTable) {
    this.migrations = migrations;
    this.applied = applied;
    this.knowsDatabase = knowsDatabase;
    this.rules = rules;
    this.largeTable = largeTable;
  }

  List<Finding> of(Predicate<Migration> isLookedAt) {
    List<Migration> looked = migrations.stream().filter(isLookedAt).toList();
    List<String> problems = new ArrayList<>();
    List<NoLint> meant = new ArrayList<>();
    for (Migration migration : looked) {
      meant.addAll(NoLint.of(migration.script(), problems));
      if (migration.undo() != null) {
        meant.addAll(NoLint.of(migration.undo(), problems));
      }
    }
    if (!problems.isEmpty()) {
      throw RefusedException.because(String.join("\n", problems));
    }
    Set<NoLint> used = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Migration migration : looked) {
      for (Finding finding : ofScripts(migration)) {
        add(finding, finding.place(), meant, used, findings);
      }
    }
    for (Finding changed : applied.changed()) {
      looked.stream()
          .filter(migration -> changed.place().endsWith(migration.name()))
          .findFirst()
          .ifPresent(migration -> add(changed, migration.name(), meant, used, findings));
    }
    for (Table table : last().tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        Migration maker = maker(table, key);
        if (isLookedAt.test(maker)) {
          ForeignKeyRule.check(table, key)
              .ifPresent(finding -> add(finding, maker.name(), meant, used, findings));
        }
      }
    }
    for (NoLint comment : meant) {
      if (!used.contains(comment) && isJudged(comment)) {
        findings.add(
            new Finding(
                Rule.UNUSED_NOLINT,
                comment.script().name(),
                "line %d suppresses %s, which finds nothing here: remove the comment"
                    .formatted(comment.line(), comment.rule().code())));
      }
    }
    return findings.stream().filter(finding -> rules.contains(finding.rule())).toList();
  }

  private List<Finding> ofScripts(Migration migration) {
    List<Finding> findings = new ArrayList<>(ScriptRules.check(migration, applied, largeTable));
    findings.addAll(StatementRules.check(migration));
    if (migration.undo() == null) {
      findings.add(
          new Finding(
              Rule.NO_UNDO,
              migration.name(),
              "it cannot be undone: write " + migration.undoName()));
    }
    return findings;
  }

  private static void add(
      Finding finding, String file, List<NoLint> meant, Set<NoLint> used, List<Finding> findings) {
    List<NoLint> silencing =
        meant.stream()
            .filter(c -> c.rule() == finding.rule() && c.script().name().equals(file))
            .toList();
    used.addAll(silencing);
    if (silencing.isEmpty()) {
      findings.add(finding);
    }
  }

  /** Without the live database some rules cannot find anything, and those switched off do not. */
  private boolean isJudged(NoLint comment) {
    boolean asksDatabase =
        comment.rule() == Rule.LARGE_TABLE_REBUILT
            || comment.rule() == Rule.APPLIED_MIGRATION_CHANGED;
    return rules.contains(comment.rule()) && (knowsDatabase || !asksDatabase);
  }

  private KnownTables last() {
    return migrations.isEmpty() ? KnownTables.NONE : migrations.get(migrations.size() - 1).after();
  }

  /** The migration since which the foreign key has been without an index. */
  @SuppressWarnings("ReferenceEquality") // an unchanged table is the same object
  private Migration maker(Table table, ForeignKey key) {
    Table now = table;
    for (int i = migrations.size() - 1; i > 0; i--) {
      Table before = migrations.get(i).before().table(table.name()).orElse(null);
      if (before != now && (before == null || !lacksIndex(before, key))) {
        return migrations.get(i);
      }
      now = before;
    }
    return migrations.get(0);
  }

  private static boolean lacksIndex(Table table, ForeignKey key) {
    return table.foreignKeys().stream()
        .filter(k -> k.columns().equals(key.columns()) && k.parent().equals(key.parent()))
        .anyMatch(k -> ForeignKeyRule.check(table, k).isPresent());
  }
}
