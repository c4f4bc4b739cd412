package io.kinrow.designer.session;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.edit.Edit.ForeignKeyShape;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What one movement of a hand stands for, where that is more than one edit. */
final class Gestures {

  private static final String CASCADE = "CASCADE";

  private Gestures() {}

  /**
   * Returns a join table between two tables: many rows of one for many rows of the other.
   *
   * @throws RefusedException if one of them has no primary key to reference
   */
  static List<Edit> join(Catalog catalog, String one, String other) {
    Table left = table(catalog, one);
    Table right = table(catalog, other);
    List<ColumnShape> columns = new ArrayList<>();
    Map<ForeignKeyShape, Table> keys = new LinkedHashMap<>();
    boolean self = left.name().equals(right.name());
    for (Table parent : List.of(left, right)) {
      String prefix = singular(parent.name().text());
      if (self && !keys.isEmpty()) {
        prefix = "other_" + prefix;
      }
      List<String> own = new ArrayList<>();
      for (Column column : keyOf(parent)) {
        own.add(prefix + "_" + column.name().text());
        columns.add(new ColumnShape(own.get(own.size() - 1), column.type(), false, null, ""));
      }
      keys.put(new ForeignKeyShape(own, parent.name().text(), List.of(), CASCADE, ""), parent);
    }
    String name = free(catalog, left.name().text() + "_" + right.name().text());
    List<String> primary = columns.stream().map(ColumnShape::name).toList();
    List<Edit> edits = new ArrayList<>(List.of(new Edit.CreateTable(name, columns, primary)));
    keys.keySet().forEach(key -> edits.add(new Edit.AddForeignKey(name, key)));
    // SQLite has an index for the first columns of the primary key only
    List<ForeignKeyShape> shapes = List.copyOf(keys.keySet());
    List<String> second = shapes.get(1).columns();
    edits.add(
        new Edit.CreateIndex(
            free(catalog, name + "_" + String.join("_", second)), name, second, false));
    return edits;
  }

  /**
   * Returns new columns of a table that reference the primary key of another one.
   *
   * @throws RefusedException if that has none
   */
  static List<Edit> reference(Catalog catalog, String child, String parent) {
    Table from = table(catalog, child);
    Table to = table(catalog, parent);
    List<Edit> edits = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (Column column : keyOf(to)) {
      String name =
          freeColumn(from, singular(to.name().text()) + "_" + column.name().text(), columns);
      columns.add(name);
      edits.add(
          new Edit.AddColumn(
              from.name().text(), new ColumnShape(name, column.type(), true, null, ""), null));
    }
    edits.add(
        new Edit.AddForeignKey(
            from.name().text(), new ForeignKeyShape(columns, to.name().text(), List.of(), "", "")));
    return edits;
  }

  /**
   * Returns the tables of copied statements under names that are free.
   *
   * @throws RefusedException if the text is not {@code CREATE TABLE} statements
   */
  static List<Edit> paste(Catalog catalog, String sql) {
    List<Edit> edits = new ArrayList<>();
    Set<Name> taken = new HashSet<>();
    for (Statement statement : statements(sql)) {
      if (!statement.creates().equals("TABLE")) {
        throw RefusedException.because("Only tables can be pasted: copy CREATE TABLE statements");
      }
      String name = copyName(catalog, statement.createdName(), taken);
      taken.add(new Name(name));
      Token token = statement.tokens().get(Statement.nameAfter("TABLE", statement.tokens()));
      int start = token.start() - statement.tokens().get(0).start();
      String text = statement.text();
      edits.add(
          new Edit.Write(
              "TABLE",
              null,
              text.substring(0, start)
                  + new Name(name).sql()
                  + text.substring(start + token.text().length())));
    }
    if (edits.isEmpty()) {
      throw RefusedException.because("There is no table to paste: copy CREATE TABLE statements");
    }
    return edits;
  }

  private static String copyName(Catalog catalog, String name, Set<Name> taken) {
    boolean isFree = !isTaken(catalog, new Name(name)) && !taken.contains(new Name(name));
    String copy = name + "_copy";
    return isFree ? name : free(catalog, copy, copy + "_", taken);
  }

  private static List<Statement> statements(String sql) {
    try {
      return Statement.split(sql);
    } catch (SqlSyntaxException e) {
      throw RefusedException.because("This cannot be pasted: " + e.getMessage());
    }
  }

  private static Table table(Catalog catalog, String name) {
    return catalog
        .table(new Name(name))
        .orElseThrow(() -> RefusedException.because("There is no table " + name));
  }

  /** The columns of the primary key. */
  private static List<Column> keyOf(Table table) {
    List<Name> names = new ArrayList<>();
    if (table.rowidColumn() != null) {
      names.add(table.rowidColumn());
    } else if (table.primaryKey() != null) {
      for (KeyConstraint.Part part : Objects.requireNonNull(table.primaryKey()).columns()) {
        names.add(new Name(part.expression().text()));
      }
    }
    if (names.isEmpty()) {
      throw RefusedException.because(
          table.name() + " has no primary key that could be referenced: give it one first");
    }
    return names.stream().map(name -> table.column(name).orElseThrow()).toList();
  }

  /** Good enough for a name that is easily changed: posts → post, categories → category. */
  private static String singular(String name) {
    if (name.length() > 4 && name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    boolean plural = name.length() > 3 && name.endsWith("s") && !name.endsWith("ss");
    return plural ? name.substring(0, name.length() - 1) : name;
  }

  private static String freeColumn(Table table, String wanted, List<String> others) {
    String name = wanted;
    for (int i = 2; table.column(new Name(name)).isPresent() || others.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private static String free(Catalog catalog, String wanted) {
    return free(catalog, wanted, wanted + "_", Set.of());
  }

  /** The name that is wanted, or else the stem with the first number with which it is free. */
  private static String free(Catalog catalog, String wanted, String stem, Set<Name> taken) {
    String name = wanted;
    for (int i = 2; isTaken(catalog, new Name(name)) || taken.contains(new Name(name)); i++) {
      name = stem + i;
    }
    return name;
  }

  private static boolean isTaken(Catalog catalog, Name name) {
    return catalog.table(name).isPresent()
        || catalog.view(name).isPresent()
        || catalog.tables().stream()
            .flatMap(table -> table.indexes().stream())
            .anyMatch(index -> index.name().equals(name));
  }
}
