package io.kinrow.diagram.designer;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The edits that lead from a schema as it was given to the page to the one that the page saved.
 * What the page does not know is left alone, unless its table or column went.
 */
final class DesignerChanges {

  private final Catalog catalog;
  private final DesignerSchema base;
  private final DesignerSchema saved;
  private final DesignerLines lines;
  private final List<Edit> lostKeys = new ArrayList<>();
  private final List<Edit> columns = new ArrayList<>();
  private final List<Edit> lostColumns = new ArrayList<>();
  private final List<Edit> tables = new ArrayList<>();
  private final List<Edit> keys = new ArrayList<>();
  private final List<Edit> foreignKeys = new ArrayList<>();
  private final List<Edit> comments = new ArrayList<>();

  private DesignerChanges(Catalog catalog, DesignerSchema base, DesignerSchema saved) {
    this.catalog = catalog;
    this.base = base;
    this.saved = saved;
    this.lines = new DesignerLines(saved);
  }

  /**
   * Returns the edits, in an order in which they are possible.
   *
   * @param catalog what the base says in full
   */
  static List<Edit> of(Catalog catalog, DesignerSchema base, DesignerSchema saved) {
    return new DesignerChanges(catalog, base, saved).edits();
  }

  private List<Edit> edits() {
    lostTables();
    for (DesignerTable table : saved.tables()) {
      base.table(table.name()).ifPresentOrElse(old -> change(old, table), () -> create(table));
    }
    List<Edit> all = new ArrayList<>(lostKeys);
    all.addAll(columns);
    all.addAll(lostColumns);
    all.addAll(tables);
    all.addAll(keys);
    all.addAll(foreignKeys);
    all.addAll(comments);
    return all;
  }

  private void lostTables() {
    for (DesignerTable table : base.tables()) {
      if (saved.table(table.name()).isEmpty()) {
        for (ForeignKey key : catalog(table).foreignKeys()) {
          if (catalog.table(key.parent()).isPresent()) {
            lostKeys.add(drop(table, key));
          }
        }
        tables.add(new Edit.DropTable(table.name()));
      }
    }
  }

  private static Edit drop(DesignerTable table, ForeignKey key) {
    return new Edit.DropForeignKey(table.name(), texts(key.columns()), key.parent().text());
  }

  private void create(DesignerTable table) {
    tables.add(
        new Edit.CreateTable(
            table.name(),
            table.columns().stream().map(DesignerChanges::shape).toList(),
            table.primaryKey()));
    addKeys(table, Set.of());
    foreignKeys.addAll(lines.added(table, Set.of()));
    if (!table.comment().isEmpty()) {
      comments.add(new Edit.CommentTable(table.name(), table.comment()));
    }
  }

  private static ColumnShape shape(DesignerColumn column) {
    return new ColumnShape(
        column.name(), column.type(), column.nullable(), column.defaultValue(), column.comment());
  }

  private void change(DesignerTable old, DesignerTable table) {
    lostForeignKeys(old, table);
    Set<DesignerKey> known = lostKeys(old, table);
    String behind = null;
    for (DesignerColumn column : table.columns()) {
      DesignerColumn was = old.column(column.name()).orElse(null);
      if (was == null) {
        columns.add(new Edit.AddColumn(table.name(), shape(column), behind));
      } else if (!shape(was).equals(shape(column))) {
        columns.add(new Edit.ChangeColumn(table.name(), shape(column)));
      }
      behind = column.name();
    }
    if (!names(old.primaryKey()).equals(names(table.primaryKey()))) {
      columns.add(new Edit.SetPrimaryKey(table.name(), table.primaryKey()));
    }
    for (DesignerColumn column : old.columns()) {
      if (table.column(column.name()).isEmpty()) {
        lostIndexes(old, column);
        lostColumns.add(new Edit.DropColumn(table.name(), column.name()));
      }
    }
    addKeys(table, known);
    foreignKeys.addAll(lines.added(table, lines.of(old)));
    if (!old.comment().equals(table.comment())) {
      comments.add(new Edit.CommentTable(table.name(), table.comment()));
    }
  }

  /** Indexes that the page does not know go with one of their columns. */
  private void lostIndexes(DesignerTable table, DesignerColumn column) {
    for (Index index : catalog(table).indexes()) {
      boolean over =
          index.parts().stream()
              .anyMatch(
                  part -> part.expression().canonical().equals(new Name(column.name()).key()));
      Edit drop = new Edit.DropIndex(index.name().text());
      if (over && !lostKeys.contains(drop)) {
        lostKeys.add(drop);
      }
    }
  }

  private void lostForeignKeys(DesignerTable old, DesignerTable table) {
    Set<DesignerRelation> now = lines.of(table);
    for (ForeignKey key : catalog(old).foreignKeys()) {
      if (!now.containsAll(DesiredView.relations(catalog, catalog(old), key))) {
        Edit drop = drop(old, key);
        if (!lostKeys.contains(drop)) {
          lostKeys.add(drop);
        }
      }
    }
  }

  /** Drops what is gone, and returns the keys that stay. */
  private Set<DesignerKey> lostKeys(DesignerTable old, DesignerTable table) {
    Set<DesignerKey> now = keys(table);
    Set<DesignerKey> known = keys(old);
    for (DesignerKey key : known) {
      if (!now.contains(key) && key.kind() != DesignerKey.Kind.PRIMARY) {
        lostKeys.add(drop(old, key));
      }
    }
    return known;
  }

  private Edit drop(DesignerTable table, DesignerKey key) {
    boolean index =
        catalog(table).indexes().stream().anyMatch(i -> i.name().equals(new Name(key.name())));
    return index
        ? new Edit.DropIndex(key.name())
        : new Edit.DropUnique(table.name(), key.columns());
  }

  private void addKeys(DesignerTable table, Set<DesignerKey> known) {
    for (DesignerKey key : keys(table)) {
      boolean isNew = !known.contains(key);
      switch (key.kind()) {
        case UNIQUE -> {
          if (isNew && key.name().isEmpty()) {
            keys.add(new Edit.AddUnique(table.name(), key.columns()));
          } else if (isNew) {
            keys.add(new Edit.CreateIndex(name(table, key), table.name(), key.columns(), true));
          }
        }
        case INDEX -> {
          if (isNew) {
            keys.add(new Edit.CreateIndex(name(table, key), table.name(), key.columns(), false));
          }
        }
        default -> {
          // a primary key is set with its columns; SQLite has no FULLTEXT, which is noted later
        }
      }
    }
  }

  /** The name of a new index; one that it lacks, or that another index has, is made up. */
  private String name(DesignerTable table, DesignerKey key) {
    if (!key.name().isEmpty() && !isTaken(key.name())) {
      return key.name();
    }
    String name = table.name() + "_" + String.join("_", key.columns());
    String free = name;
    for (int i = 2; isTaken(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private boolean isTaken(String index) {
    Name name = new Name(index);
    return catalog.tables().stream()
            .flatMap(table -> table.indexes().stream())
            .anyMatch(i -> i.name().equals(name) && !lostKeys.contains(new Edit.DropIndex(index)))
        || catalog.table(name).isPresent()
        || saved.table(index).isPresent()
        || keys.stream()
            .anyMatch(
                e -> e instanceof Edit.CreateIndex create && new Name(create.index()).equals(name));
  }

  /** The keys in a form in which two ways to write a name are one. */
  private static Set<DesignerKey> keys(DesignerTable table) {
    Set<DesignerKey> keys = new LinkedHashSet<>();
    for (DesignerKey key : table.keys()) {
      keys.add(
          new DesignerKey(
              key.kind(),
              key.kind() == DesignerKey.Kind.PRIMARY ? "" : key.name(),
              key.columns().stream()
                  .map(c -> table.column(c).map(DesignerColumn::name).orElse(c))
                  .toList()));
    }
    return keys;
  }

  private Table catalog(DesignerTable table) {
    return catalog.table(new Name(table.name())).orElseThrow();
  }

  private static List<Name> names(List<String> names) {
    return names.stream().map(Name::new).toList();
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }
}
