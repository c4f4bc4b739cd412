package io.kinrow.processor.name;

import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides every Java name of a schema, by the rules of {@code docs/names.md}. */
public final class NamingRules {

  private NamingRules() {}

  /**
   * Names all tables, columns and relations. The answer depends on nothing but the arguments, and
   * not on the order of {@code tables}.
   *
   * @param schemas SQL names of the schemas, the first of which keeps its names where they collide;
   *     those that are not among them come last, by name
   * @param overrides the user's own names, by what they name: {@code "users"} to {@code "Account"}
   * @throws NamingException if an override names nothing of the schema, is no Java identifier, or
   *     is taken by another
   */
  public static GeneratedNames name(
      List<TableFacts> tables, List<String> schemas, Map<String, String> overrides) {
    List<TableFacts> sorted =
        tables.stream()
            .sorted(
                Comparator.comparingInt((TableFacts table) -> rank(schemas, table.id()))
                    .thenComparing(TableFacts::id))
            .toList();
    Overrides matched = new OverrideMatcher(sorted).match(overrides);
    Map<TableId, String> entities = ClassNaming.entities(sorted, matched.entities());
    Map<TableId, String> repositories =
        ClassNaming.repositories(sorted, entities, matched.repositories());
    Map<TableId, ColumnNaming> columns = new HashMap<>();
    Map<TableId, Namespace> namespaces = new HashMap<>();
    Map<TableId, ClassNaming.JooqNames> jooq = ClassNaming.jooqNames(sorted);
    for (TableFacts table : sorted) {
      ColumnNaming naming =
          new ColumnNaming(table, jooq.get(table.id()).constant(), matched.properties());
      columns.put(table.id(), naming);
      namespaces.put(table.id(), naming.members());
    }
    Map<RelationEnd, String> relations =
        new RelationNaming(sorted, entities, namespaces, matched).decide();

    Map<TableId, TableNames> names = new LinkedHashMap<>();
    for (TableFacts table : sorted) {
      ClassNaming.JooqNames classes = jooq.get(table.id());
      names.put(
          table.id(),
          new TableNames(
              entities.get(table.id()),
              repositories.get(table.id()),
              classes.tableClass(),
              classes.constant(),
              classes.recordClass(),
              classes.pathClass(),
              columns.get(table.id()).names(),
              references(table, relations)));
    }
    return new GeneratedNames(
        names, PackageNaming.packages(schemas), PackageNaming.constants(schemas));
  }

  private static int rank(List<String> schemas, TableId table) {
    int rank = schemas.indexOf(table.schema());
    return rank < 0 ? schemas.size() : rank;
  }

  private static Map<String, ReferenceNames> references(
      TableFacts table, Map<RelationEnd, String> relations) {
    Map<String, ReferenceNames> names = new HashMap<>();
    for (ReferenceFacts reference : table.references()) {
      names.put(
          reference.key(),
          new ReferenceNames(
              relations.get(RelationEnd.one(table, reference)),
              relations.get(RelationEnd.many(table, reference)),
              table.join() ? relations.get(RelationEnd.across(table, reference)) : ""));
    }
    return names;
  }
}
