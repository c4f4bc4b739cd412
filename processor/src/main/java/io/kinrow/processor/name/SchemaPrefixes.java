package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tells tables of several schemas apart: each has the name that it would have if its schema were
 * the only one, unless a table of an earlier schema has that name. Then its schema goes in front:
 * {@code ShopUser}. So a schema that is added behind the others renames nothing.
 */
final class SchemaPrefixes {

  private SchemaPrefixes() {}

  /** The tables of each schema, in the order of the schemas' first tables. */
  static List<List<TableFacts>> bySchema(List<TableFacts> tables) {
    Map<String, List<TableFacts>> schemas = new LinkedHashMap<>();
    for (TableFacts table : tables) {
      schemas.computeIfAbsent(table.id().schema(), name -> new ArrayList<>()).add(table);
    }
    return List.copyOf(schemas.values());
  }

  /**
   * The names, with the schema in front of those that an earlier schema has.
   *
   * @param wanted the name of each table within its schema, by schema
   * @param prefixed puts a schema in front of a name
   * @param namespace where all of the names must differ
   * @param family a name and what follows from it
   */
  static Map<TableId, String> where(
      List<Map<TableId, String>> wanted,
      BiFunction<Words, String, String> prefixed,
      Namespace namespace,
      Function<String, List<String>> family) {
    Map<TableId, String> names = new LinkedHashMap<>();
    for (Map<TableId, String> schema : wanted) {
      List<TableId> waiting = new ArrayList<>();
      schema.forEach(
          (table, name) -> {
            if (namespace.areFree(family.apply(name))) {
              namespace.take(family.apply(name));
              names.put(table, name);
            } else {
              waiting.add(table);
            }
          });
      for (TableId table : waiting) {
        String name = prefixed.apply(Words.of(table.schema()), schema.get(table));
        names.put(table, namespace.claim(List.of(name), family));
      }
    }
    return names;
  }
}
