package io.kinrow.processor.model;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.model.RelationModel.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The relations of all tables: along the foreign keys, against them, across join tables, in this
 * order. And the slots: the lists of columns that relations start from or lead to.
 */
public final class Links {

  private final Map<TableId, List<RelationModel>> relations = new LinkedHashMap<>();
  private final Map<TableId, List<List<ColumnModel>>> slots = new LinkedHashMap<>();

  private Links() {}

  public static Links of(DatabaseModel database) {
    Links links = new Links();
    database.tables().forEach(table -> links.relations.put(table.id(), new ArrayList<>()));
    Map<TableId, TableModel> tables = new HashMap<>();
    database.tables().forEach(table -> tables.put(table.id(), table));
    database.tables().forEach(table -> links.along(table, tables));
    database.tables().stream()
        .filter(table -> !table.join())
        .forEach(table -> links.against(table));
    database.tables().stream().filter(TableModel::join).forEach(links::across);
    links.collectSlots(database);
    return links;
  }

  /** The relations that start from a table, by ordinal. */
  public List<RelationModel> relations(TableModel table) {
    return relations.get(table.id());
  }

  /** The lists of columns of a table that relations start from or lead to. */
  public List<List<ColumnModel>> slots(TableModel table) {
    return slots.get(table.id());
  }

  /** A table that was left out is not navigated to. */
  private void along(TableModel table, Map<TableId, TableModel> tables) {
    for (ReferenceModel reference : table.references()) {
      TableModel target = tables.get(reference.target());
      if (target != null) {
        add(
            Kind.ONE,
            reference.one(),
            table,
            reference.columns(),
            target,
            reference.targetColumns(),
            reference,
            true,
            -1,
            null);
      }
    }
  }

  private void against(TableModel child) {
    for (RelationModel along : List.copyOf(relations(child))) {
      if (along.kind() == Kind.ONE) {
        add(
            Kind.MANY,
            along.reference().many(),
            along.target(),
            along.targetColumns(),
            child,
            along.sourceColumns(),
            along.reference(),
            along.reference().unique(),
            along.ordinal(),
            null);
      }
    }
  }

  private void across(TableModel join) {
    List<RelationModel> ends =
        relations(join).stream().filter(relation -> relation.kind() == Kind.ONE).toList();
    if (ends.size() == 2) {
      across(join, ends.get(0), ends.get(1));
      across(join, ends.get(1), ends.get(0));
    }
  }

  private void across(TableModel join, RelationModel near, RelationModel far) {
    add(
        Kind.ACROSS,
        near.reference().across(),
        near.target(),
        near.targetColumns(),
        far.target(),
        far.targetColumns(),
        near.reference(),
        false,
        -1,
        new RelationModel.Join(join, near.sourceColumns(), far.sourceColumns()));
  }

  private void add(
      Kind kind,
      String name,
      TableModel source,
      List<ColumnModel> sourceColumns,
      TableModel target,
      List<ColumnModel> targetColumns,
      ReferenceModel reference,
      boolean single,
      int inverse,
      RelationModel.@Nullable Join join) {
    List<RelationModel> known = relations.get(source.id());
    known.add(
        new RelationModel(
            kind,
            name,
            known.size(),
            source,
            sourceColumns,
            target,
            targetColumns,
            reference,
            single,
            inverse,
            join));
  }

  private void collectSlots(DatabaseModel database) {
    Map<TableId, Set<List<ColumnModel>>> used = new HashMap<>();
    database.tables().forEach(table -> used.put(table.id(), new LinkedHashSet<>()));
    for (List<RelationModel> ofOneTable : relations.values()) {
      ofOneTable.stream()
          .filter(relation -> relation.kind() != Kind.MANY)
          .forEach(relation -> used.get(relation.target().id()).add(relation.targetColumns()));
    }
    for (TableModel table : database.tables()) {
      Set<List<ColumnModel>> lists = used.get(table.id());
      relations(table).stream()
          .filter(relation -> relation.kind() == Kind.ONE)
          .forEach(relation -> lists.add(relation.sourceColumns()));
      List<List<ColumnModel>> sorted = new ArrayList<>();
      if (lists.remove(table.primaryKey())) {
        sorted.add(table.primaryKey());
      }
      sorted.addAll(lists);
      slots.put(table.id(), List.copyOf(sorted));
    }
  }
}
