package io.kinrow.diagram.read;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.KeyConstraint.Part;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns SQLite's catalogue into a model. Names are written as their own table writes them. */
final class SqliteModel {

  private final Catalog catalog;
  private final List<ErTable> tables = new ArrayList<>();
  private final List<ErReference> references = new ArrayList<>();

  private SqliteModel(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Returns the model of a catalogue.
   *
   * @param connection to a database that has the same schema, to ask for the columns of views
   */
  static ErModel of(Catalog catalog, Connection connection) throws SQLException {
    SqliteModel model = new SqliteModel(catalog);
    catalog.tables().forEach(model::add);
    for (View view : catalog.views()) {
      model.add(view, connection);
    }
    return ErModel.of(model.tables, model.references);
  }

  private void add(Table table) {
    Set<Name> primary = new HashSet<>();
    if (table.primaryKey() != null) {
      primary.addAll(names(table, table.primaryKey().columns()));
    }
    if (table.rowidColumn() != null) {
      primary.add(table.rowidColumn());
    }
    Set<Name> foreign = new HashSet<>();
    table.foreignKeys().forEach(key -> foreign.addAll(key.columns()));
    List<List<Name>> unique = uniqueKeys(table);
    List<ErColumn> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean inKey = primary.contains(column.name());
      columns.add(
          new ErColumn(
              column.name().text(),
              column.type(),
              column.notNull() || (inKey && (table.withoutRowid() || table.strict())),
              inKey,
              foreign.contains(column.name()),
              unique.contains(List.of(column.name())),
              note(column)));
    }
    ErTable shape =
        new ErTable(
            new ErName(table.name().text()),
            table.isVirtual() ? ErTable.Kind.VIRTUAL_TABLE : ErTable.Kind.TABLE,
            columns,
            unique.stream().map(key -> key.stream().map(Name::text).toList()).toList(),
            table.autoincrement() ? "AUTOINCREMENT" : "");
    tables.add(shape);
    for (ForeignKey key : table.foreignKeys()) {
      references.add(reference(table, shape, unique, key));
    }
  }

  private ErReference reference(
      Table table, ErTable shape, List<List<Name>> unique, ForeignKey key) {
    Optional<Table> parent = catalog.table(key.parent());
    List<String> columns = key.columns().stream().map(name -> spelled(table, name)).toList();
    Set<Name> own = Set.copyOf(key.columns());
    return new ErReference(
        key.name() == null ? "" : key.name().text(),
        shape.name(),
        columns,
        new ErName(parent.map(Table::name).orElse(key.parent()).text()),
        key.parentColumns().stream()
            .map(name -> parent.map(found -> spelled(found, name)).orElse(name.text()))
            .toList(),
        key.onUpdate(),
        key.onDelete(),
        columns.stream().anyMatch(name -> shape.column(name).filter(c -> !c.notNull()).isPresent()),
        unique.stream().anyMatch(own::containsAll)
            || (table.primaryKey() != null
                && own.containsAll(names(table, table.primaryKey().columns())))
            || (table.rowidColumn() != null && own.contains(table.rowidColumn())));
  }

  private static String spelled(Table table, Name name) {
    return table.column(name).map(Column::name).orElse(name).text();
  }

  /** Unique constraints, and unique indexes of plain columns over all rows. */
  private static List<List<Name>> uniqueKeys(Table table) {
    List<List<Name>> keys = new ArrayList<>();
    for (KeyConstraint key : table.uniqueKeys()) {
      add(keys, names(table, key.columns()), key.columns().size());
    }
    for (Index index : table.indexes()) {
      if (index.unique() && index.where() == null) {
        add(keys, names(table, index.parts()), index.parts().size());
      }
    }
    return keys;
  }

  private static void add(List<List<Name>> keys, List<Name> names, int parts) {
    if (names.size() == parts && !keys.contains(names)) {
      keys.add(names);
    }
  }

  /** The columns among the parts of a key. */
  private static List<Name> names(Table table, List<Part> parts) {
    return parts.stream()
        .flatMap(
            part ->
                table.columns().stream()
                    .map(Column::name)
                    .filter(name -> isNamed(part, name))
                    .limit(1))
        .toList();
  }

  private static boolean isNamed(Part part, Name column) {
    return new Name(part.expression().text()).equals(column)
        && part.expression().canonical().equals(column.key());
  }

  private static String note(Column column) {
    List<String> notes = new ArrayList<>();
    if (column.defaultValue() != null) {
      notes.add("default " + column.defaultValue().text());
    }
    if (column.generation() != null) {
      notes.add("generated as " + Objects.requireNonNull(column.generation()).expression().text());
    }
    if (!column.collation().equals("BINARY")) {
      notes.add("collate " + column.collation());
    }
    return String.join(", ", notes);
  }

  private void add(View view, Connection connection) throws SQLException {
    List<ErColumn> columns = new ArrayList<>();
    String note = "";
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name, type FROM pragma_table_xinfo(?)")) {
      statement.setString(1, view.name().text());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(viewColumn(rows.getString(1), rows.getString(2)));
        }
      }
    } catch (SQLException e) {
      note = "cannot be read: " + e.getMessage();
    }
    tables.add(
        new ErTable(new ErName(view.name().text()), ErTable.Kind.VIEW, columns, List.of(), note));
  }

  private static ErColumn viewColumn(String name, @Nullable String type) {
    return new ErColumn(name, type == null ? "" : type, true, false, false, false, "");
  }
}
