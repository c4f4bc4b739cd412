package io.kinrow.processor.jooq;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jooq.SortOrder;
import org.jooq.meta.AbstractIndexDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultIndexColumnDefinition;
import org.jooq.meta.DefaultRelations;
import org.jooq.meta.IndexColumnDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ's database of SQLite, with tables, keys and types from SQLite's own catalogue instead of
 * jOOQ's DDL parser. Name it as {@code <database><name>} beside {@link KinrowGenerator}:
 *
 * <pre>{@code
 * <generator>
 *   <name>io.kinrow.processor.jooq.KinrowGenerator</name>
 *   <database>
 *     <name>io.kinrow.processor.jooq.SqliteDatabase</name>
 *   </database>
 * </generator>
 * }</pre>
 */
public class SqliteDatabase extends org.jooq.meta.sqlite.SQLiteDatabase {

  private @Nullable SqliteCatalogue catalogue;

  /** For jOOQ, which finds the class by name. */
  public SqliteDatabase() {}

  SqliteCatalogue catalogue() {
    if (catalogue == null) {
      catalogue = new SqliteCatalogue(getConnection());
    }
    return catalogue;
  }

  @Override
  protected List<TableDefinition> getTables0() {
    List<TableDefinition> tables = new ArrayList<>();
    ViewTypes types = new ViewTypes(create(), catalogue().tables());
    for (SqliteTableInfo info : catalogue().tables().values()) {
      tables.add(new SqliteTable(schema(), info, types.of(info)));
    }
    for (Map.Entry<String, String> entry : catalogue().unreadable().entrySet()) {
      tables.add(new UnreadableTable(schema(), entry.getKey(), entry.getValue()));
    }
    return tables;
  }

  @Override
  protected void loadPrimaryKeys(DefaultRelations relations) {
    for (SqliteTable table : sqliteTables()) {
      for (String column : table.info().primaryKey()) {
        relations.addPrimaryKey(primaryKeyName(table.info()), table, table.getColumn(column));
      }
    }
  }

  /** A unique index is a key too: rows are found by it, and foreign keys may refer to it. */
  @Override
  protected void loadUniqueKeys(DefaultRelations relations) {
    for (SqliteTable table : sqliteTables()) {
      for (SqliteIndex index : table.info().uniqueKeys()) {
        for (String column : index.columns()) {
          relations.addUniqueKey(
              uniqueKeyName(table.info(), index), table, table.getColumn(column));
        }
      }
    }
  }

  @Override
  protected void loadForeignKeys(DefaultRelations relations) {
    for (SqliteTable table : sqliteTables()) {
      for (SqliteReference reference : catalogue().references(table.getName())) {
        if (getTable(schema(), reference.target()) instanceof SqliteTable target) {
          load(relations, table, reference, target);
        }
      }
    }
  }

  private static void load(
      DefaultRelations relations,
      SqliteTable table,
      SqliteReference reference,
      SqliteTable target) {
    String key = keyName(target.info(), reference.targetColumns());
    for (int i = 0; i < reference.columns().size(); i++) {
      relations.addForeignKey(
          reference.key(),
          table,
          table.getColumn(reference.columns().get(i)),
          key,
          target,
          target.getColumn(reference.targetColumns().get(i)),
          true);
    }
  }

  /** jOOQ parses DDL for these; nothing that we generate needs them. */
  @Override
  protected void loadCheckConstraints(DefaultRelations relations) {}

  @Override
  protected List<IndexDefinition> getIndexes0() {
    List<IndexDefinition> indexes = new ArrayList<>();
    for (SqliteTable table : sqliteTables()) {
      for (SqliteIndex index : table.info().indexes()) {
        if (index.created()
            && index.columns().stream().allMatch(column -> table.getColumn(column) != null)) {
          indexes.add(new Index(schema(), table, index));
        }
      }
    }
    return indexes;
  }

  private List<SqliteTable> sqliteTables() {
    return getTables(schema()).stream()
        .filter(SqliteTable.class::isInstance)
        .map(SqliteTable.class::cast)
        .toList();
  }

  private SchemaDefinition schema() {
    return getSchemata().get(0);
  }

  private static String primaryKeyName(SqliteTableInfo table) {
    return "pk_" + table.name();
  }

  private static String uniqueKeyName(SqliteTableInfo table, SqliteIndex index) {
    return index.created()
        ? index.name()
        : "uk_" + table.name() + "_" + String.join("_", index.columns());
  }

  private static String keyName(SqliteTableInfo table, List<String> columns) {
    if (new HashSet<>(table.primaryKey()).equals(new HashSet<>(columns))) {
      return primaryKeyName(table);
    }
    return table.uniqueKeys().stream()
        .filter(index -> new HashSet<>(index.columns()).equals(new HashSet<>(columns)))
        .findFirst()
        .map(index -> uniqueKeyName(table, index))
        .orElseThrow();
  }

  private static final class Index extends AbstractIndexDefinition {

    private final SqliteTable table;
    private final List<String> names;

    Index(SchemaDefinition schema, SqliteTable table, SqliteIndex index) {
      super(schema, index.name(), table, index.unique());
      this.table = table;
      this.names = index.columns();
    }

    @Override
    protected List<IndexColumnDefinition> getIndexColumns0() {
      List<IndexColumnDefinition> columns = new ArrayList<>();
      for (String name : names) {
        ColumnDefinition column = table.getColumn(name);
        columns.add(
            new DefaultIndexColumnDefinition(this, column, SortOrder.ASC, columns.size() + 1));
      }
      return columns;
    }
  }
}
