package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.runtime.internal.TableDescription.Action;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/** The rest of the facts of any other database, from JDBC and the standard's information schema. */
final class JdbcFacts implements UnknownFacts {

  /** The actions of one foreign key. */
  private record Actions(Action onDelete, Action onUpdate) {}

  private final Database database;
  private final Map<String, Map<String, Actions>> actions = new HashMap<>();

  JdbcFacts(Database database) {
    this.database = database;
  }

  @Override
  public boolean hasTriggers(TableDefinition table) {
    return exists(
        "select 1 from information_schema.triggers"
            + " where event_object_schema = ? and event_object_table = ?",
        table.getSchema().getInputName(),
        table.getInputName());
  }

  @Override
  public boolean isGenerated(ColumnDefinition column) {
    return exists(
        "select 1 from information_schema.columns where table_schema = ? and table_name = ?"
            + " and column_name = ? and is_generated = 'ALWAYS'",
        column.getContainer().getSchema().getInputName(),
        column.getContainer().getInputName(),
        column.getInputName());
  }

  @Override
  public StorageFacts storage(ColumnDefinition column) {
    return StorageFacts.PLAIN.boundBy("");
  }

  @Override
  public Action onDelete(ForeignKeyDefinition key) {
    return actions(key).onDelete();
  }

  @Override
  public Action onUpdate(ForeignKeyDefinition key) {
    return actions(key).onUpdate();
  }

  @Override
  public String name(UniqueKeyDefinition key) {
    return key.getInputName();
  }

  @Override
  public String name(ForeignKeyDefinition key) {
    return key.getInputName();
  }

  /** jOOQ lists indexes over columns only. */
  @Override
  public boolean isPlain(IndexDefinition index) {
    return true;
  }

  private boolean exists(String sql, String... values) {
    return !database.create().fetch(sql, (Object[]) values).isEmpty();
  }

  private Actions actions(ForeignKeyDefinition key) {
    return actions
        .computeIfAbsent(TableFactsReader.id(key.getTable()).toString(), id -> read(key.getTable()))
        .getOrDefault(key.getInputName(), new Actions(Action.NO_ACTION, Action.NO_ACTION));
  }

  private Map<String, Actions> read(TableDefinition table) {
    Map<String, Actions> read = new HashMap<>();
    try {
      Connection connection = database.getConnection();
      String schema = table.getSchema().getInputName();
      try (ResultSet keys =
          connection
              .getMetaData()
              .getImportedKeys(connection.getCatalog(), schema, table.getInputName())) {
        while (keys.next()) {
          read.put(
              keys.getString("FK_NAME"),
              new Actions(
                  action(keys.getShort("DELETE_RULE")), action(keys.getShort("UPDATE_RULE"))));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The foreign keys of table " + table + " cannot be read", e);
    }
    return read;
  }

  private static Action action(short rule) {
    return switch (rule) {
      case DatabaseMetaData.importedKeyCascade -> Action.CASCADE;
      case DatabaseMetaData.importedKeySetNull -> Action.SET_NULL;
      case DatabaseMetaData.importedKeySetDefault -> Action.SET_DEFAULT;
      case DatabaseMetaData.importedKeyRestrict -> Action.RESTRICT;
      default -> Action.NO_ACTION;
    };
  }
}
