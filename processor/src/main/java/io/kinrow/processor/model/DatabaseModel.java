package io.kinrow.processor.model;

import io.kinrow.processor.problem.Origin;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;

/**
 * All that is generated for one {@code @Repositories}.
 *
 * @param packageName where it goes
 * @param name simple name of the facade
 * @param tablesClass jOOQ's {@code Tables}
 * @param tables sorted by SQL name
 */
public record DatabaseModel(
    String packageName,
    String name,
    TypeElement tablesClass,
    List<TableModel> tables,
    Origin origin,
    Origin nameOrigin) {

  /** The simple names of all classes that are generated from tables, and of the facade. */
  public Set<String> classNames() {
    Set<String> names = new TreeSet<>();
    tables.forEach(table -> names.addAll(GeneratedClasses.all(table)));
    names.add(name);
    return names;
  }

  /** Whether columns are filled with the time of a write, or with the user who writes. */
  public boolean asksWhoAndWhen() {
    return tables.stream()
        .flatMap(table -> table.columns().stream())
        .map(ColumnModel::managed)
        .anyMatch(managed -> managed != null && managed.asksWhoOrWhen());
  }

  /** jOOQ's name of the dialect of the database that the code is generated from. */
  public String dialect() {
    return tables.stream().findFirst().map(TableModel::dialect).orElse("");
  }
}
