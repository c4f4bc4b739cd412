package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names what exists once a table: the entity, its repository, jOOQ's classes. */
final class ClassNaming {

  /** jOOQ's names of one table. */
  record JooqNames(String tableClass, String constant, String recordClass, String pathClass) {}

  private ClassNaming() {}

  static Map<TableId, String> entities(List<TableFacts> tables, Map<TableId, String> own) {
    Map<TableId, String> names = new HashMap<>(own);
    Scope scope = Scope.ofClasses(ReservedNames::isJavaLang);
    own.values().forEach(name -> scope.take(withRepository(name)));
    for (TableFacts table : tables) {
      if (!own.containsKey(table.id())) {
        Words words = Words.of(table.id().name());
        List<String> candidates = List.of(Nouns.singular(words).pascal(), words.pascal());
        names.put(table.id(), scope.claim(candidates, ClassNaming::withRepository));
      }
    }
    return names;
  }

  private static List<String> withRepository(String entity) {
    return List.of(entity, entity + "Repository");
  }

  static Map<TableId, String> repositories(
      List<TableFacts> tables, Map<TableId, String> entities, Map<TableId, String> own) {
    Map<TableId, String> names = new HashMap<>(own);
    Scope scope = Scope.ofMembers(ReservedNames::isFacadeMethod);
    scope.take(List.copyOf(own.values()));
    for (TableFacts table : tables) {
      if (!own.containsKey(table.id())) {
        String entity = Words.decapitalised(entities.get(table.id()));
        names.put(table.id(), scope.claim(List.of(Nouns.plural(entity), entity)));
      }
    }
    return names;
  }

  static Map<TableId, JooqNames> jooqNames(List<TableFacts> tables) {
    Scope classes = Scope.ofClasses(ReservedNames::isJooqCode);
    Scope constants = Scope.ofMembers(ClassNaming::isSchemaConstant);
    Map<TableId, JooqNames> names = new HashMap<>();
    for (TableFacts table : tables) {
      Words words = Words.of(table.id().name());
      String tableClass = classes.claim(List.of(words.pascal()), ClassNaming::withNested);
      names.put(
          table.id(),
          new JooqNames(
              tableClass,
              constants.claim(List.of(words.constant())),
              tableClass + "Record",
              tableClass + "Path"));
    }
    return names;
  }

  private static List<String> withNested(String tableClass) {
    return List.of(tableClass, tableClass + "Record", tableClass + "Path");
  }

  private static boolean isSchemaConstant(String constant) {
    return constant.equals("DEFAULT_SCHEMA")
        || constant.equals("DEFAULT_CATALOG")
        || constant.equals("PUBLIC");
  }
}
