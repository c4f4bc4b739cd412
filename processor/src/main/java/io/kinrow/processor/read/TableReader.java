package io.kinrow.processor.read;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.KeyModel;
import io.kinrow.processor.model.ReferenceModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import io.kinrow.runtime.internal.TableDescription.Key;
import io.kinrow.runtime.internal.TableDescription.Kind;
import io.kinrow.runtime.internal.TableDescription.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table whose columns are known, and what its keys and foreign keys consist of. */
final class TableReader {

  private final TableClass type;
  private final List<ColumnModel> columns;
  private final Problems problems;

  TableReader(TableClass type, List<ColumnModel> columns, Problems problems) {
    this.type = type;
    this.columns = columns;
    this.problems = problems;
  }

  TableId id() {
    return type.id();
  }

  TableModel read(Map<TableId, TableReader> others) {
    var facts = type.facts();
    List<ReferenceModel> references = new ArrayList<>();
    for (Reference reference : facts.references()) {
      references.add(reference(reference, others));
    }
    if (facts.join() && references.size() != 2) {
      incoherent("a join table has two foreign keys, but this one has " + references.size());
    }
    return new TableModel(
        id(),
        type.constant(),
        facts.dialect(),
        facts.kind() == Kind.VIEW,
        facts.entity(),
        facts.repository(),
        columns,
        columns("the primary key of table '" + id() + "'", facts.primaryKey()),
        keys(facts.uniqueKeys()),
        keys(facts.indexes()),
        references,
        facts.join(),
        facts.triggers(),
        type.origin());
  }

  private List<KeyModel> keys(Key[] keys) {
    List<KeyModel> read = new ArrayList<>();
    for (Key key : keys) {
      String label = "key '" + key.name() + "' of table '" + id() + "'";
      read.add(new KeyModel(key.name(), columns(label, key.columns())));
    }
    return read;
  }

  private ReferenceModel reference(Reference reference, Map<TableId, TableReader> others) {
    String label =
        "foreign key (" + String.join(", ", reference.columns()) + ") of table '" + id() + "'";
    TableId target = new TableId(reference.tableSchema(), reference.table());
    if (reference.columns().length != reference.tableColumns().length) {
      incoherent(label + " does not have as many columns as it references");
    }
    if (type.facts().join() && reference.across().isEmpty()) {
      incoherent(label + " has no name for the navigation across the join table");
    }
    List<ColumnModel> targetColumns =
        Optional.ofNullable(others.get(target))
            .map(other -> other.columns(label, reference.tableColumns()))
            .orElse(List.of());
    return new ReferenceModel(
        reference.name(),
        columns(label, reference.columns()),
        target,
        targetColumns,
        reference.unique(),
        reference.one(),
        reference.many(),
        reference.across());
  }

  private void incoherent(String wrong) {
    problems.report(
        type.origin(), Problem.INCOHERENT_FACTS, "the facts of table '" + id() + "'", wrong);
  }

  private List<ColumnModel> columns(String what, String[] names) {
    List<ColumnModel> found = new ArrayList<>();
    for (String name : names) {
      Optional<ColumnModel> column =
          columns.stream().filter(known -> known.name().equals(name)).findFirst();
      column.ifPresentOrElse(found::add, () -> unknown(what, name));
    }
    return found;
  }

  private void unknown(String what, String name) {
    List<String> known = columns.stream().map(ColumnModel::name).toList();
    problems.report(
        type.origin(), Problem.UNKNOWN_COLUMN, what, name, id(), Spelling.hint(name, known));
  }
}
