package io.kinrow.processor.name;

import io.kinrow.processor.fact.ColumnFacts;
import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Facts of tables in few words: {@code table("posts", "id", "user_id -> users.id")}. */
final class Tables {

  private Tables() {}

  /**
   * @param columns names; {@code a+b -> t.x+y} for a foreign key, with its columns if they are new;
   *     {@code =>} for a unique one
   */
  static TableFacts table(String name, String... columns) {
    List<String> names = new ArrayList<>();
    List<ReferenceFacts> references = new ArrayList<>();
    for (String column : columns) {
      boolean unique = column.contains(" => ");
      String[] sides = column.split(unique ? " => " : " -> ");
      List<String> own = List.of(sides[0].split("\\+"));
      own.stream().filter(each -> !names.contains(each)).forEach(names::add);
      if (sides.length > 1) {
        references.add(reference(references.size(), own, sides[1], unique));
      }
    }
    boolean join = references.size() == 2 && own(references).equals(names);
    return new TableFacts(
        new TableId("", name),
        false,
        false,
        false,
        names.stream()
            .map(each -> new ColumnFacts(each, true, false, false, false, StorageFacts.PLAIN))
            .toList(),
        join ? names : names.contains("id") ? List.of("id") : List.of(),
        List.of(),
        List.of(),
        references);
  }

  /** The same table in a schema; {@code -> app/users.id} refers to that of another one. */
  static TableFacts in(String schema, TableFacts table) {
    return new TableFacts(
        new TableId(schema, table.id().name()),
        table.view(),
        table.triggers(),
        table.partitioned(),
        table.columns(),
        table.primaryKey(),
        table.uniqueKeys(),
        table.indexes(),
        table.references().stream().map(reference -> in(schema, reference)).toList());
  }

  private static ReferenceFacts in(String schema, ReferenceFacts reference) {
    String[] target = reference.target().name().split("/");
    return new ReferenceFacts(
        reference.key(),
        reference.name(),
        reference.columns(),
        new TableId(target.length > 1 ? target[0] : schema, target[target.length - 1]),
        reference.targetColumns(),
        reference.onDelete(),
        reference.onUpdate(),
        reference.unique());
  }

  private static ReferenceFacts reference(
      int number, List<String> own, String target, boolean unique) {
    int dot = target.lastIndexOf('.');
    return new ReferenceFacts(
        "fk" + number,
        "",
        own,
        new TableId("", target.substring(0, dot)),
        List.of(target.substring(dot + 1).split("\\+")),
        Action.NO_ACTION,
        Action.NO_ACTION,
        unique);
  }

  private static List<String> own(List<ReferenceFacts> references) {
    return references.stream().flatMap(each -> each.columns().stream()).toList();
  }

  static TableNames names(GeneratedNames names, String table) {
    return names.table(new TableId("", table));
  }

  static String property(GeneratedNames names, String table, String column) {
    return names(names, table).columns().get(column).property();
  }

  static List<String> relation(GeneratedNames names, String table, int foreignKey) {
    ReferenceNames relation = names(names, table).references().get("fk" + foreignKey);
    return Stream.of(relation.one(), relation.many(), relation.across())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
