package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.dialect.Dialect;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Catalog;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;

/** Which schemas of a database stand for the generated ones. Immutable. */
record SchemaNames(Map<String, String> actual) {

  /**
   * Checks the names.
   *
   * @param actual the schemas to use, by generated schema
   * @param tables a table of each catalog that was generated
   * @throws IllegalArgumentException if they cannot be followed
   */
  static SchemaNames of(
      Dialect dialect, Map<String, String> actual, List<? extends Table<?>> tables) {
    Set<String> generated = generated(tables);
    if (!dialect.hasSchemas()) {
      throw refused(actual, "SQLite has no schemas");
    } else if (generated.isEmpty()) {
      throw refused(actual, "the code was generated from tables that are in no schema");
    }
    for (String name : actual.keySet()) {
      if (!generated.contains(name)) {
        throw refused(
            actual,
            "no code was generated from a schema %s, but from %s"
                .formatted(name, String.join(", ", generated)));
      }
    }
    Map<String, String> users = new HashMap<>();
    for (String name : generated) {
      String other = users.putIfAbsent(actual.getOrDefault(name, name), name);
      if (other != null) {
        throw refused(
            actual,
            "%s and %s would both become %s, where tables of the same name could not be told apart"
                .formatted(other, name, actual.getOrDefault(name, name)));
      }
    }
    return new SchemaNames(Map.copyOf(actual));
  }

  private static IllegalArgumentException refused(Map<String, String> actual, String why) {
    return new IllegalArgumentException("open(…) with %s: %s".formatted(inWords(actual), why));
  }

  private static String inWords(Map<String, String> actual) {
    StringBuilder words = new StringBuilder();
    actual.forEach(
        (name, other) ->
            words
                .append(words.isEmpty() ? "" : ", ")
                .append("schema(\"%s\", \"%s\")".formatted(name, other)));
    return words.toString();
  }

  private static Set<String> generated(Collection<? extends Table<?>> tables) {
    Set<String> names = new LinkedHashSet<>();
    for (Table<?> table : tables) {
      Schema own = table.getSchema();
      Catalog catalog = own == null ? null : own.getCatalog();
      List<Schema> schemas =
          catalog != null ? catalog.getSchemas() : own != null ? List.of(own) : List.of();
      schemas.stream().map(Schema::getName).filter(name -> !name.isEmpty()).forEach(names::add);
    }
    return names;
  }

  /** Settings of jOOQ that render the names. */
  Settings settings() {
    RenderMapping mapping = new RenderMapping();
    actual.forEach(
        (name, other) ->
            mapping.withSchemata(new MappedSchema().withInput(name).withOutput(other)));
    return new Settings().withRenderMapping(mapping);
  }

  /** The generated schema that one stands for. */
  String generatedFor(String other) {
    return actual.entrySet().stream()
        .filter(entry -> entry.getValue().equals(other))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
