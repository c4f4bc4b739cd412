package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.ColumnOrder;
import io.kinrow.migrate.compare.Comparison;
import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.settings.RefusedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves that an edit did what it says, and nothing else: the catalogue that came out is the one
 * that was expected, views and triggers work as before, and foreign keys still reference keys.
 */
final class EditProof {

  private final DesiredSql before;
  private final DesiredSql after;

  EditProof(DesiredSql before, DesiredSql after) {
    this.before = before;
    this.after = after;
  }

  void check(Edit edit, Change.Expectation expectation) {
    Catalog expected = expectation.of(before.catalog(), after.catalog());
    List<Difference> more = Comparison.of(expected, after.catalog(), ColumnOrder.EXACT);
    if (!more.isEmpty()) {
      throw RefusedException.because(
          "Nothing was changed, because more than this would change: "
              + more.stream().map(Difference::toString).collect(Collectors.joining("; ")));
    }
    refuseBroken();
    refuseLostKeys();
    refuseOtherComments(edit);
  }

  private void refuseBroken() {
    String problem = problem(after);
    if (!problem.isEmpty() && !problem.equals(problem(before))) {
      throw RefusedException.because(
          "Nothing was changed, because a view or trigger would no longer work: "
              + problem
              + ". Change it first.");
    }
  }

  /** To rename a table, SQLite reads all views and triggers, and says which one names nothing. */
  private static String problem(DesiredSql desired) {
    if (desired.catalog().views().isEmpty() && desired.catalog().triggers().isEmpty()) {
      return "";
    }
    try (ScratchSchema scratch = desired.script().load()) {
      scratch.execute("CREATE TABLE kinrow_probe (a)");
      scratch.execute("ALTER TABLE kinrow_probe RENAME TO kinrow_probed");
      return "";
    } catch (SQLException e) {
      return SqliteMessages.plain(e);
    }
  }

  private void refuseLostKeys() {
    Set<String> lost = withoutKeys(after.catalog());
    lost.removeAll(withoutKeys(before.catalog()));
    if (!lost.isEmpty()) {
      throw RefusedException.because(
          "Nothing was changed, because a foreign key must reference a primary or unique key. Reference the primary key, or make the referenced columns unique first: "
              + String.join("; ", lost));
    }
  }

  /** The foreign keys that SQLite would refuse as soon as a row is written. */
  private static Set<String> withoutKeys(Catalog catalog) {
    Set<String> without = new HashSet<>();
    for (Table table : catalog.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        Table parent = catalog.table(key.parent()).orElse(null);
        if (parent == null || !isKey(parent, key.parentColumns())) {
          without.add(
              "%s (%s) → %s (%s)"
                  .formatted(
                      table.name(),
                      TableEdits.names(key.columns()),
                      key.parent(),
                      TableEdits.names(key.parentColumns())));
        }
      }
    }
    return without;
  }

  private static boolean isKey(Table parent, List<Name> columns) {
    Set<Name> wanted = new HashSet<>(columns);
    List<List<KeyConstraint.Part>> keys = new ArrayList<>();
    if (parent.primaryKey() != null) {
      keys.add(parent.primaryKey().columns());
    }
    parent.uniqueKeys().forEach(key -> keys.add(key.columns()));
    parent.indexes().stream()
        .filter(index -> index.unique() && index.where() == null)
        .map(Index::parts)
        .forEach(keys::add);
    return keys.stream()
        .anyMatch(
            parts ->
                parts.size() == columns.size()
                    && parts.stream()
                        .map(part -> new Name(part.expression().text()))
                        .collect(Collectors.toSet())
                        .equals(wanted));
  }

  private void refuseOtherComments(Edit edit) {
    if (edit instanceof Edit.AddColumn add) {
      comment(add.table(), add.column());
    } else if (edit instanceof Edit.ChangeColumn change) {
      comment(change.table(), change.column());
    } else if (edit instanceof Edit.CreateTable create) {
      create.columns().forEach(column -> comment(create.table(), column));
    } else if (edit instanceof Edit.CommentTable table) {
      same(table.comment(), after.comment(table.table()));
    }
  }

  private void comment(String table, ColumnShape column) {
    same(column.comment(), after.comment(table, column.name()));
  }

  private static void same(String wanted, String got) {
    if (!Comments.plain(wanted).equals(got)) {
      throw RefusedException.because(
          "Nothing was changed, because this comment would be read as \"%s\": %s"
              .formatted(got, wanted));
    }
  }
}
