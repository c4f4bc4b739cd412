package io.kinrow.diagram.designer;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What WWW SQL Designer can say of a desired schema. Views, virtual tables, checks, actions,
 * partial indexes and so on are left out; they are in the SQL that is carried.
 */
public final class DesiredView {

  private final DesiredSql desired;
  private final Catalog catalog;
  private final LayoutFile places;
  private final List<String> problems = new ArrayList<>();

  private DesiredView(DesiredSql desired, LayoutFile places) {
    this.desired = desired;
    this.catalog = desired.catalog();
    this.places = places;
  }

  /**
   * Returns the schema as the page knows it, carrying its SQL.
   *
   * @throws RefusedException if the page would break a name
   */
  public static DesignerSchema of(DesiredSql desired, LayoutFile places) {
    return new DesiredView(desired, places).schema();
  }

  private DesignerSchema schema() {
    List<DesignerTable> tables =
        catalog.tables().stream().filter(table -> !table.isVirtual()).map(this::table).toList();
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return new DesignerSchema("sqlite", tables, desired.texts(), null);
  }

  private DesignerTable table(Table table) {
    String name = table.name().text();
    DesignerText.name("table", name, problems);
    Point place = places.of(new ErName(name)).orElse(new Point(0, 0));
    List<DesignerColumn> columns = new ArrayList<>();
    Map<Name, String> comments = columnComments(name);
    for (Column column : table.columns()) {
      columns.add(column(table, column, comments.getOrDefault(column.name(), "")));
    }
    String comment = comments.isEmpty() ? "" : desired.comment(name);
    DesignerText.text("The comment of " + name, comment, problems);
    return new DesignerTable(
        name,
        (int) Math.round(place.x()),
        (int) Math.round(place.y()),
        columns,
        keys(table),
        comment);
  }

  private DesignerColumn column(Table table, Column column, String comment) {
    String name = column.name().text();
    String place = table.name() + "." + name;
    DesignerText.name("column", name, problems);
    DesignerText.type(place, column.type(), problems);
    String value = column.defaultValue() == null ? null : lines(column.defaultValue().text());
    DesignerText.text("The default of " + place, value == null ? "" : value, problems);
    DesignerText.text("The comment of " + place, comment, problems);
    return new DesignerColumn(
        name,
        DesignerTypes.written(column.type()),
        !column.notNull(),
        table.autoincrement() && column.name().equals(table.rowidColumn()),
        value,
        relations(table, column.name()),
        comment);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  /** A table whose columns come from a SELECT has no place for comments. */
  private Map<Name, String> columnComments(String table) {
    try {
      return desired.columnComments(table);
    } catch (RefusedException e) {
      return Map.of();
    }
  }

  private List<DesignerColumn.Relation> relations(Table table, Name column) {
    List<DesignerColumn.Relation> relations = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      for (DesignerRelation relation : relations(catalog, table, key)) {
        if (relation.child().equals(column)) {
          relations.add(
              new DesignerColumn.Relation(relation.parent().text(), relation.to().text()));
        }
      }
    }
    return relations;
  }

  /** The pairs of columns of a foreign key, as their tables write them; none without its parent. */
  static List<DesignerRelation> relations(Catalog catalog, Table table, ForeignKey key) {
    Optional<Table> parent = catalog.table(key.parent());
    List<DesignerRelation> relations = new ArrayList<>();
    if (parent.isPresent() && key.parentColumns().size() == key.columns().size()) {
      for (int i = 0; i < key.columns().size(); i++) {
        Optional<Column> to = parent.get().column(key.parentColumns().get(i));
        Optional<Column> from = table.column(key.columns().get(i));
        if (from.isPresent() && to.isPresent()) {
          relations.add(
              new DesignerRelation(
                  table.name(), from.get().name(), parent.get().name(), to.get().name()));
        }
      }
    }
    return relations;
  }

  private List<DesignerKey> keys(Table table) {
    List<DesignerKey> keys = new ArrayList<>();
    if (table.primaryKey() != null) {
      add(keys, table, DesignerKey.Kind.PRIMARY, null, table.primaryKey().columns());
    }
    for (KeyConstraint key : table.uniqueKeys()) {
      add(keys, table, DesignerKey.Kind.UNIQUE, key.name(), key.columns());
    }
    for (Index index : table.indexes()) {
      if (index.where() == null) {
        DesignerKey.Kind kind = index.unique() ? DesignerKey.Kind.UNIQUE : DesignerKey.Kind.INDEX;
        add(keys, table, kind, index.name(), index.parts());
      }
    }
    return keys;
  }

  private void add(
      List<DesignerKey> keys,
      Table table,
      DesignerKey.Kind kind,
      @Nullable Name name,
      List<KeyConstraint.Part> parts) {
    List<String> columns = new ArrayList<>();
    for (KeyConstraint.Part part : parts) {
      table
          .column(new Name(part.expression().text()))
          .filter(column -> part.expression().canonical().equals(column.name().key()))
          .ifPresent(column -> columns.add(column.name().text()));
    }
    if (name != null) {
      DesignerText.name("key", name.text(), problems);
    }
    if (columns.size() == parts.size()) {
      keys.add(new DesignerKey(kind, name == null ? "" : name.text(), columns));
    }
  }
}
