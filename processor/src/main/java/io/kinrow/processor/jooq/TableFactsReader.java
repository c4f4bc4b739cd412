package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.ColumnFacts;
import io.kinrow.processor.fact.KeyFacts;
import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.runtime.internal.dialect.PostgresBinding;
import io.kinrow.runtime.internal.dialect.SqliteBinding;
import io.kinrow.runtime.internal.dialect.UntypedBinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.Definition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;

/** jOOQ's definition of a table as plain facts. */
final class TableFactsReader {

  private static final Comparator<KeyFacts> BY_COLUMNS =
      Comparator.comparing((KeyFacts key) -> String.join(",", key.columns()))
          .thenComparing(KeyFacts::name);

  /** Bindings with which jOOQ does what repositories do. */
  private static final List<String> OURS =
      List.of(
          SqliteBinding.class.getName(),
          PostgresBinding.class.getName(),
          UntypedBinding.class.getName());

  private final UnknownFacts unknown;

  TableFactsReader(UnknownFacts unknown) {
    this.unknown = unknown;
  }

  static TableId id(TableDefinition table) {
    return new TableId(table.getSchema().getInputName(), table.getInputName());
  }

  TableFacts read(TableDefinition table) {
    UniqueKeyDefinition primary = table.getPrimaryKey();
    List<String> primaryKey = primary == null ? List.of() : names(primary.getKeyColumns());
    List<KeyFacts> uniqueKeys = uniqueKeys(table, primaryKey);
    return new TableFacts(
        id(table),
        table.isView() || table.isMaterializedView(),
        unknown.hasTriggers(table),
        unknown.isPartitioned(table),
        table.getColumns().stream().map(column -> column(column, primaryKey)).toList(),
        primaryKey,
        uniqueKeys,
        indexes(table),
        references(table, primaryKey, uniqueKeys));
  }

  private ColumnFacts column(ColumnDefinition column, List<String> primaryKey) {
    boolean generated = unknown.isGenerated(column);
    return new ColumnFacts(
        column.getInputName(),
        column.getType().isNullable() && !primaryKey.contains(column.getInputName()),
        column.getType().isDefaulted() && !column.isIdentity() && !generated,
        column.isIdentity(),
        generated,
        isConverted(column.getType())
            ? unknown.storage(column).asConverted()
            : unknown.storage(column));
  }

  /** Whether a forced type gives the column a converter or binding, whatever its Java type is. */
  private static boolean isConverted(DataTypeDefinition type) {
    String binding = type.getBinding();
    return type.getConverter() != null
        || (binding != null && OURS.stream().noneMatch(binding::startsWith));
  }

  /** Constraints, then indexes, each set of columns once. */
  private List<KeyFacts> uniqueKeys(TableDefinition table, List<String> primaryKey) {
    Map<Set<String>, KeyFacts> keys = new LinkedHashMap<>();
    for (UniqueKeyDefinition key : unnamedFirst(table.getUniqueKeys())) {
      List<String> columns = names(key.getKeyColumns());
      keys.putIfAbsent(new HashSet<>(columns), new KeyFacts(unknown.name(key), columns));
    }
    for (IndexDefinition index : table.getIndexes()) {
      if (index.isUnique() && unknown.isPlain(index)) {
        List<String> columns = columns(index);
        keys.putIfAbsent(new HashSet<>(columns), new KeyFacts(index.getInputName(), columns));
      }
    }
    keys.remove(new HashSet<>(primaryKey));
    return keys.values().stream().sorted(BY_COLUMNS).toList();
  }

  private List<UniqueKeyDefinition> unnamedFirst(List<UniqueKeyDefinition> keys) {
    return keys.stream().sorted(Comparator.comparing(key -> !unknown.name(key).isEmpty())).toList();
  }

  private List<KeyFacts> indexes(TableDefinition table) {
    List<KeyFacts> indexes = new ArrayList<>();
    for (IndexDefinition index : table.getIndexes()) {
      if (!index.isUnique() && unknown.isPlain(index)) {
        indexes.add(new KeyFacts(index.getInputName(), columns(index)));
      }
    }
    return indexes.stream().sorted(BY_COLUMNS).toList();
  }

  private List<ReferenceFacts> references(
      TableDefinition table, List<String> primaryKey, List<KeyFacts> uniqueKeys) {
    List<ReferenceFacts> references = new ArrayList<>();
    for (ForeignKeyDefinition key : table.getForeignKeys()) {
      List<String> columns = names(key.getKeyColumns());
      boolean unique =
          isWithin(primaryKey, columns)
              || uniqueKeys.stream().anyMatch(each -> isWithin(each.columns(), columns));
      references.add(
          new ReferenceFacts(
              key.getInputName(),
              unknown.name(key),
              columns,
              id(key.getReferencedTable()),
              names(key.getReferencedColumns()),
              unknown.onDelete(key),
              unknown.onUpdate(key),
              unique));
    }
    return references;
  }

  /** A key within the referring columns makes them unique already. */
  private static boolean isWithin(List<String> key, List<String> columns) {
    return !key.isEmpty() && columns.containsAll(key);
  }

  private static List<String> columns(IndexDefinition index) {
    return index.getIndexColumns().stream().map(each -> each.getColumn().getInputName()).toList();
  }

  private static List<String> names(List<? extends Definition> definitions) {
    return definitions.stream().map(Definition::getInputName).toList();
  }
}
