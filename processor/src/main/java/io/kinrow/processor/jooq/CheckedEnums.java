package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.ColumnFacts;
import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.name.EnumNaming;
import io.kinrow.runtime.internal.dialect.LiteralConverter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.ForcedTypeObjectType;

/**
 * The enums of text columns whose CHECK constraints list their values. A column of a foreign key
 * has none, on either side: both sides of a relation have one type.
 */
final class CheckedEnums {

  private final Database database;
  private final Map<String, String> literals;
  private final Map<TableId, TableDefinition> tables = new HashMap<>();

  /**
   * @param literals of columns by {@code table.column}, one per line
   */
  CheckedEnums(Database database, Map<String, String> literals) {
    this.database = database;
    this.literals = literals;
  }

  /** Adds the enums to the database, and forced types behind the user's, which come first. */
  void add(GeneratorStrategy strategy, List<String> schemas, Map<String, String> overrides) {
    if (literals.isEmpty()) {
      return;
    }
    Map<TableId, Set<String>> columns = columns();
    Set<String> taken = new HashSet<>();
    database.getSchemata().stream()
        .flatMap(schema -> database.getEnums(schema).stream())
        .forEach(each -> taken.add(strategy.getJavaClassName(each)));
    List<TableFacts> facts =
        tables.entrySet().stream().map(each -> names(each.getKey(), each.getValue())).toList();
    EnumNaming.name(facts, schemas, columns, overrides, taken)
        .forEach(
            (id, names) ->
                names.forEach((column, name) -> add(strategy, tables.get(id), column, name)));
  }

  private Map<TableId, Set<String>> columns() {
    Map<TableId, Set<String>> columns = new HashMap<>();
    Set<ColumnDefinition> related = new HashSet<>();
    for (TableDefinition table : database.getTables()) {
      if (!table.isTableValuedFunction() && !(table instanceof UnreadableTable)) {
        tables.put(TableFactsReader.id(table), table);
        for (ForeignKeyDefinition key : table.getForeignKeys()) {
          related.addAll(key.getKeyColumns());
          related.addAll(key.getReferencedColumns());
        }
      }
    }
    tables.forEach(
        (id, table) -> {
          for (ColumnDefinition column : table.getColumns()) {
            if (literals.containsKey(id + "." + column.getInputName())
                && !related.contains(column)
                && database.getConfiguredForcedType(column, column.getDefinedType()) == null) {
              columns.computeIfAbsent(id, key -> new TreeSet<>()).add(column.getInputName());
            }
          }
        });
    return columns;
  }

  private static TableFacts names(TableId id, TableDefinition table) {
    List<ColumnFacts> columns = new ArrayList<>();
    for (ColumnDefinition column : table.getColumns()) {
      columns.add(
          new ColumnFacts(column.getInputName(), false, false, false, false, StorageFacts.PLAIN));
    }
    return new TableFacts(
        id, false, false, false, columns, List.of(), List.of(), List.of(), List.of());
  }

  private void add(
      GeneratorStrategy strategy, TableDefinition table, String column, String className) {
    String id = TableFactsReader.id(table) + "." + column;
    EnumDefinition type =
        new CheckedEnum(
            table.getSchema(), className, List.of(literals.getOrDefault(id, "").split("\n", -1)));
    database.getEnums(table.getSchema()).add(type);
    String java = strategy.getFullJavaClassName(type);
    database
        .getConfiguredForcedTypes()
        .add(
            new ForcedType()
                .withObjectType(ForcedTypeObjectType.COLUMN)
                .withUserType(java)
                .withConverter(LiteralConverter.class.getName() + ".of(" + java + ".class)")
                .withIncludeExpression(
                    "(?-i)"
                        + table
                            .getColumn(column)
                            .getQualifiedName()
                            .replaceAll("(?=[^\\w])", "\\\\")));
  }
}
