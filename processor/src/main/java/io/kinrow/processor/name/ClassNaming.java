package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Names what exists once a table: the entity, its repository, jOOQ's classes. */
final class ClassNaming {

  /** jOOQ's names of one table. */
  record JooqNames(String tableClass, String constant, String recordClass, String pathClass) {}

  /** What stands for something else inside jOOQ's classes: the schema, and types in capitals. */
  private static final Set<String> JOOQ_CONSTANTS =
      Set.of("DEFAULT_SCHEMA", "DEFAULT_CATALOG", "DSL", "JSON", "JSONB", "PUBLIC", "SQL", "UUID");

  private ClassNaming() {}

  /**
   * Names the entities.
   *
   * @param tables by schema, the first one's first
   */
  static Map<TableId, String> entities(List<TableFacts> tables, Map<TableId, String> own) {
    List<Map<TableId, String>> wanted = new ArrayList<>();
    for (List<TableFacts> schema : SchemaPrefixes.bySchema(tables)) {
      Namespace namespace = entityScope(own);
      Map<TableId, String> alone = new LinkedHashMap<>();
      schema.stream()
          .filter(table -> !own.containsKey(table.id()))
          .sorted(Comparator.comparing(table -> !candidates(table).get(0).equals(asItIs(table))))
          .forEach(
              table ->
                  alone.put(
                      table.id(), namespace.claim(candidates(table), ClassNaming::withCompanions)));
      wanted.add(alone);
    }
    Map<TableId, String> names = new HashMap<>(own);
    names.putAll(
        SchemaPrefixes.where(
            wanted,
            (schema, name) -> schema.pascal() + name,
            entityScope(own),
            ClassNaming::withCompanions));
    return names;
  }

  private static Namespace entityScope(Map<TableId, String> own) {
    Namespace namespace = Namespace.ofClasses(ReservedNames::isJavaLang);
    own.values().forEach(name -> namespace.take(withCompanions(name)));
    return namespace;
  }

  private static List<String> candidates(TableFacts table) {
    return List.of(Nouns.singular(Words.of(table.id().name())).pascal(), asItIs(table));
  }

  private static String asItIs(TableFacts table) {
    return Words.of(table.id().name()).pascal();
  }

  /** The entity, and the classes that are generated beside it. */
  private static List<String> withCompanions(String entity) {
    return Stream.of("", "Repository", "Draft").map(entity::concat).toList();
  }

  static Map<TableId, String> repositories(
      List<TableFacts> tables, Map<TableId, String> entities, Map<TableId, String> own) {
    Map<TableId, String> names = new HashMap<>(own);
    Namespace namespace = Namespace.ofMembers(ReservedNames::isFacadeMethod);
    namespace.take(List.copyOf(own.values()));
    for (TableFacts table : tables) {
      if (!own.containsKey(table.id())) {
        String entity = Words.decapitalised(entities.get(table.id()));
        names.put(table.id(), namespace.claim(List.of(Nouns.plural(entity), entity)));
      }
    }
    return names;
  }

  /**
   * Names jOOQ's classes.
   *
   * @param tables by schema, the first one's first
   */
  static Map<TableId, JooqNames> jooqNames(List<TableFacts> tables) {
    Map<TableId, String> classes =
        across(
            tables,
            () -> Namespace.ofClasses(ReservedNames::isJooqCode),
            table -> Words.of(table.name()).pascal(),
            (schema, name) -> schema.pascal() + name,
            ClassNaming::withNested);
    // a constant that is written like a class, as of table "a", would stand for both
    Set<String> classNames = Set.copyOf(classes.values());
    Map<TableId, String> constants =
        across(
            tables,
            () ->
                Namespace.ofMembers(
                    name -> JOOQ_CONSTANTS.contains(name) || classNames.contains(name)),
            table -> Words.of(table.name()).constant(),
            (schema, name) -> schema.constant() + "_" + name,
            List::of);
    Map<TableId, JooqNames> names = new HashMap<>();
    classes.forEach(
        (table, name) ->
            names.put(
                table, new JooqNames(name, constants.get(table), name + "Record", name + "Path")));
    return names;
  }

  /** A name for each table: first within its schema, then across schemas. */
  private static Map<TableId, String> across(
      List<TableFacts> tables,
      Supplier<Namespace> scopes,
      Function<TableId, String> natural,
      BiFunction<Words, String, String> prefixed,
      Function<String, List<String>> family) {
    List<Map<TableId, String>> wanted = new ArrayList<>();
    for (List<TableFacts> schema : SchemaPrefixes.bySchema(tables)) {
      Namespace namespace = scopes.get();
      Map<TableId, String> alone = new LinkedHashMap<>();
      for (TableFacts table : schema) {
        alone.put(table.id(), namespace.claim(List.of(natural.apply(table.id())), family));
      }
      wanted.add(alone);
    }
    return SchemaPrefixes.where(wanted, prefixed, scopes.get(), family);
  }

  private static List<String> withNested(String tableClass) {
    return List.of(tableClass, tableClass + "Record", tableClass + "Path");
  }
}
