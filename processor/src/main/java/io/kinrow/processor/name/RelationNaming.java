package io.kinrow.processor.name;

import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the navigations of a whole schema, since the two ends of a relation live in two entities:
 * overrides first, then every to-one, every inverse, every way across a join table, and last the
 * inverses into join tables, which only jOOQ's paths use.
 */
final class RelationNaming {

  private final List<TableFacts> tables;
  private final Map<TableId, String> entities;
  private final Map<TableId, Namespace> namespaces;
  private final Overrides overrides;
  private final Map<RelationEnd, String> names = new HashMap<>();

  RelationNaming(
      List<TableFacts> tables,
      Map<TableId, String> entities,
      Map<TableId, Namespace> namespaces,
      Overrides overrides) {
    this.tables = tables;
    this.entities = entities;
    this.namespaces = namespaces;
    this.overrides = overrides;
  }

  Map<RelationEnd, String> decide() {
    overrides.relations().forEach(this::takeOverride);
    for (TableFacts table : tables) {
      table.references().forEach(reference -> nameOne(table, reference));
    }
    for (TableFacts table : tables) {
      if (!table.join()) {
        table.references().forEach(reference -> nameMany(table, reference));
      }
    }
    for (TableFacts table : tables) {
      if (table.join()) {
        table.references().forEach(reference -> nameAcross(table, reference));
      }
    }
    for (TableFacts table : tables) {
      if (table.join()) {
        table.references().forEach(reference -> nameMany(table, reference));
      }
    }
    return names;
  }

  private void takeOverride(RelationEnd end, String name) {
    namespaces.get(end.home()).take(List.of(name));
    names.put(end, name);
  }

  private void nameOne(TableFacts table, ReferenceFacts reference) {
    String target = Words.decapitalised(entity(reference.target()));
    String stem = stem(reference);
    String whenTaken =
        stem.equalsIgnoreCase(target)
            ? stem + "By" + Words.capitalised(Stems.referred(reference))
            : stem + entity(reference.target());
    claim(RelationEnd.one(table, reference), List.of(stem, whenTaken));
  }

  private void nameMany(TableFacts table, ReferenceFacts reference) {
    RelationEnd end = RelationEnd.many(table, reference);
    String child = Words.decapitalised(entity(table.id()));
    String plain = reference.unique() ? child : Nouns.plural(child);
    String distinct = plain + "By" + Words.capitalised(meaning(table, reference));
    claim(end, isOnly(table, reference) ? List.of(plain, distinct) : List.of(distinct));
  }

  /** What the foreign key says, without what sets its to-one apart from a column. */
  private String meaning(TableFacts table, ReferenceFacts reference) {
    String own = overrides.relations().get(RelationEnd.one(table, reference));
    return own == null ? stem(reference) : own;
  }

  private String stem(ReferenceFacts reference) {
    return Stems.of(reference, Words.decapitalised(entity(reference.target())));
  }

  private void nameAcross(TableFacts table, ReferenceFacts reference) {
    String plain = Nouns.plural(meaning(table, table.far(reference)));
    String distinct = plain + "Via" + Nouns.plural(entity(table.id()));
    claim(RelationEnd.across(table, reference), List.of(plain, distinct));
  }

  /** An inverse within one table is named by its to-one too: posts of a post says too little. */
  private static boolean isOnly(TableFacts table, ReferenceFacts reference) {
    return !table.id().equals(reference.target())
        && table.references().stream().filter(r -> r.target().equals(reference.target())).count()
            == 1;
  }

  private void claim(RelationEnd end, List<String> candidates) {
    if (!names.containsKey(end)) {
      names.put(end, namespaces.get(end.home()).claim(candidates));
    }
  }

  private String entity(TableId table) {
    return entities.get(table);
  }
}
