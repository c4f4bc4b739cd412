package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.edit.Edit.ForeignKeyShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Edits of whatever schema there is, some of them impossible. */
final class RandomEdits {

  private static final List<String> NAMES =
      List.of("name", "Body", "group", "x y", "née", "a\"b", "select", "t");
  private static final List<String> TYPES =
      List.of("INTEGER", "TEXT", "VARCHAR(20)", "", "DOUBLE  PRECISION", "numeric( 10 , 2 )");

  private final Random random;
  private final Catalog catalog;

  RandomEdits(Random random, Catalog catalog) {
    this.random = random;
    this.catalog = catalog;
  }

  Edit next() {
    List<Table> tables = List.copyOf(catalog.tables());
    if (tables.isEmpty()) {
      return create();
    }
    Table table = pick(tables);
    String name = table.name().text();
    String column = pick(table.columnNames()).text();
    return switch (random.nextInt(17)) {
      case 0 -> create();
      case 1 -> new Edit.DropTable(name);
      case 2 -> new Edit.RenameTable(name, pick(NAMES));
      case 3, 4 ->
          new Edit.AddColumn(name, shape(pick(NAMES)), random.nextBoolean() ? column : null);
      case 5, 6 -> new Edit.DropColumn(name, column);
      case 7 -> new Edit.RenameColumn(name, column, pick(NAMES));
      case 8 -> new Edit.ChangeColumn(name, shape(column));
      case 9 -> new Edit.SetPrimaryKey(name, some(table));
      case 10 -> new Edit.AddUnique(name, some(table));
      case 11 -> {
        KeyConstraint key = table.uniqueKeys().isEmpty() ? null : pick(table.uniqueKeys());
        yield key == null
            ? new Edit.DropUnique(name, List.of(column))
            : new Edit.DropUnique(name, texts(TableParts.columns(key)));
      }
      case 12 -> {
        Table parent = pick(tables);
        yield new Edit.AddForeignKey(
            name,
            new ForeignKeyShape(
                List.of(column), parent.name().text(), List.of(), action(), action()));
      }
      case 13, 14 -> {
        ForeignKey key = table.foreignKeys().isEmpty() ? null : pick(table.foreignKeys());
        yield key == null
            ? new Edit.CommentTable(name, comment())
            : random.nextBoolean()
                ? new Edit.DropForeignKey(name, texts(key.columns()), key.parent().text())
                : new Edit.ChangeForeignKey(
                    name,
                    new ForeignKeyShape(
                        texts(key.columns()),
                        key.parent().text(),
                        texts(key.parentColumns()),
                        action(),
                        action()));
      }
      case 15 -> new Edit.CreateIndex(pick(NAMES), name, some(table), random.nextBoolean());
      default -> {
        Index index = table.indexes().isEmpty() ? null : pick(table.indexes());
        yield new Edit.DropIndex(index == null ? "none" : index.name().text());
      }
    };
  }

  private Edit create() {
    List<ColumnShape> columns = new ArrayList<>();
    for (String name : NAMES.subList(0, 1 + random.nextInt(4))) {
      columns.add(shape(name));
    }
    List<String> key =
        columns.subList(0, random.nextInt(columns.size())).stream().map(ColumnShape::name).toList();
    return new Edit.CreateTable(pick(NAMES), columns, key);
  }

  private ColumnShape shape(String name) {
    String value = pick(List.of("", "1", "-1.5", "'it''s'", "date('now')", "CURRENT_DATE", "(2)"));
    return new ColumnShape(
        name, pick(TYPES), random.nextBoolean(), value.isEmpty() ? null : value, comment());
  }

  private String comment() {
    return pick(List.of("", "", "why", "two\nlines", "-- 'quoted'", "; é"));
  }

  private String action() {
    return pick(List.of("", "CASCADE", "set null", "NO ACTION"));
  }

  private List<String> some(Table table) {
    List<String> some = new ArrayList<>();
    for (Name column : table.columnNames()) {
      if (random.nextInt(3) == 0) {
        some.add(column.text());
      }
    }
    return some;
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
