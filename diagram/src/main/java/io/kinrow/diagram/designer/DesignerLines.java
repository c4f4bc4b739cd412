package io.kinrow.diagram.designer;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.edit.Edit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The lines between columns, and the foreign keys that they are. */
final class DesignerLines {

  private final DesignerSchema saved;

  DesignerLines(DesignerSchema saved) {
    this.saved = saved;
  }

  /** The lines of a table to tables and columns that there are. */
  Set<DesignerRelation> of(DesignerTable table) {
    Set<DesignerRelation> relations = new LinkedHashSet<>();
    for (DesignerColumn column : table.columns()) {
      for (DesignerColumn.Relation relation : column.relations()) {
        if (isThere(relation)) {
          relations.add(
              new DesignerRelation(
                  new Name(table.name()),
                  new Name(column.name()),
                  new Name(relation.table()),
                  new Name(relation.column())));
        }
      }
    }
    return relations;
  }

  private boolean isThere(DesignerColumn.Relation relation) {
    return saved
        .table(relation.table())
        .flatMap(parent -> parent.column(relation.column()))
        .isPresent();
  }

  /**
   * Foreign keys for the lines of a table.
   *
   * @param known lines that were there before
   */
  List<Edit> added(DesignerTable table, Set<DesignerRelation> known) {
    Set<DesignerRelation> added = new LinkedHashSet<>(of(table));
    added.removeAll(known);
    List<Edit> keys = new ArrayList<>();
    while (!added.isEmpty()) {
      List<DesignerRelation> key = composite(added.iterator().next(), added);
      added.removeAll(key);
      keys.add(
          new Edit.AddForeignKey(
              table.name(),
              new Edit.ForeignKeyShape(
                  key.stream().map(line -> line.child().text()).toList(),
                  key.get(0).parent().text(),
                  key.stream().map(line -> line.to().text()).toList(),
                  "",
                  "")));
    }
    return keys;
  }

  /** The lines to a key of several columns, of which one column alone is no key, are one. */
  private List<DesignerRelation> composite(DesignerRelation line, Set<DesignerRelation> added) {
    DesignerTable parent = saved.table(line.parent().text()).orElseThrow();
    List<DesignerKey> unique =
        parent.keys().stream()
            .filter(
                k -> k.kind() == DesignerKey.Kind.PRIMARY || k.kind() == DesignerKey.Kind.UNIQUE)
            .toList();
    if (unique.stream().anyMatch(k -> names(k.columns()).equals(List.of(line.to())))) {
      return List.of(line);
    }
    for (DesignerKey key : unique) {
      List<DesignerRelation> lines = new ArrayList<>();
      for (Name column : names(key.columns())) {
        added.stream()
            .filter(l -> l.parent().equals(line.parent()) && l.to().equals(column))
            .findFirst()
            .ifPresent(lines::add);
      }
      if (lines.size() == key.columns().size() && lines.contains(line)) {
        return lines;
      }
    }
    return List.of(line);
  }

  private static List<Name> names(List<String> names) {
    return names.stream().map(Name::new).toList();
  }
}
