package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/** The rest of the facts of PostgreSQL, from its catalogues, each of which is read once. */
final class PostgresFacts implements UnknownFacts {

  private static final String TRIGGERS =
      "select distinct event_object_schema, event_object_table from information_schema.triggers";

  private static final String PARTITIONED =
      """
      select n.nspname, c.relname
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('p', 'f')
      """;

  private static final String GENERATED =
      """
      select n.nspname, c.relname, a.attname
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where a.attgenerated <> ''
      """;

  private static final String NOT_PLAIN =
      """
      select n.nspname, c.relname
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where i.indpred is not null or i.indexprs is not null
      """;

  private static final String ACTIONS =
      """
      select n.nspname, c.relname, k.conname, k.confdeltype::text, k.confupdtype::text
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f'
      """;

  private final Set<List<String>> withTriggers;
  private final Set<List<String>> partitioned;
  private final Set<List<String>> generated;
  private final Set<List<String>> notPlain;
  private final Map<List<String>, Action> onDelete = new HashMap<>();
  private final Map<List<String>, Action> onUpdate = new HashMap<>();

  PostgresFacts(Database database) {
    this.withTriggers = rows(database, TRIGGERS);
    this.partitioned = rows(database, PARTITIONED);
    this.generated = rows(database, GENERATED);
    this.notPlain = rows(database, NOT_PLAIN);
    for (List<String> row : rows(database, ACTIONS)) {
      List<String> key = row.subList(0, 3);
      onDelete.put(key, action(row.get(3)));
      onUpdate.put(key, action(row.get(4)));
    }
  }

  private static Set<List<String>> rows(Database database, String sql) {
    Set<List<String>> rows = new HashSet<>();
    for (Record row : database.create().fetch(sql)) {
      rows.add(Arrays.stream(row.intoArray()).map(String::valueOf).toList());
    }
    return rows;
  }

  private static Action action(String letter) {
    return switch (letter) {
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      case "d" -> Action.SET_DEFAULT;
      case "r" -> Action.RESTRICT;
      default -> Action.NO_ACTION;
    };
  }

  @Override
  public boolean hasTriggers(TableDefinition table) {
    return withTriggers.contains(List.of(table.getSchema().getInputName(), table.getInputName()));
  }

  @Override
  public boolean isPartitioned(TableDefinition table) {
    return partitioned.contains(List.of(table.getSchema().getInputName(), table.getInputName()));
  }

  @Override
  public boolean isGenerated(ColumnDefinition column) {
    return generated.contains(
        List.of(
            column.getContainer().getSchema().getInputName(),
            column.getContainer().getInputName(),
            column.getInputName()));
  }

  @Override
  public StorageFacts storage(ColumnDefinition column) {
    return StorageFacts.PLAIN.boundBy(PostgresBinds.text(column.getType()));
  }

  @Override
  public Action onDelete(ForeignKeyDefinition key) {
    return onDelete.getOrDefault(id(key), Action.NO_ACTION);
  }

  @Override
  public Action onUpdate(ForeignKeyDefinition key) {
    return onUpdate.getOrDefault(id(key), Action.NO_ACTION);
  }

  private static List<String> id(ForeignKeyDefinition key) {
    TableDefinition table = key.getTable();
    return List.of(table.getSchema().getInputName(), table.getInputName(), key.getInputName());
  }

  @Override
  public String name(UniqueKeyDefinition key) {
    return key.getInputName();
  }

  @Override
  public String name(ForeignKeyDefinition key) {
    return key.getInputName();
  }

  @Override
  public boolean isPlain(IndexDefinition index) {
    return !notPlain.contains(
        List.of(index.getTable().getSchema().getInputName(), index.getInputName()));
  }
}
