package io.kinrow.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.TableModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What all writers of one database share. */
final class Generation {

  private final DatabaseModel database;
  private final Links links;
  private final ClassNames classes;
  private final SqlTexts sql;
  private final boolean projections;
  private final Map<TableId, EntityNames> names = new HashMap<>();
  private final Map<TableId, SlotNames> slots = new HashMap<>();
  private final Map<TableId, Stages> stages = new HashMap<>();

  /**
   * @param projections whether mappings have a list of projections
   */
  Generation(DatabaseModel database, Links links, boolean projections) {
    this.database = database;
    this.links = links;
    this.classes = new ClassNames(database);
    this.sql = new SqlTexts(database);
    this.projections = projections;
    for (TableModel table : database.tables()) {
      names.put(table.id(), new EntityNames(table, links.relations(table)));
      slots.put(table.id(), new SlotNames(table, links.slots(table)));
    }
  }

  DatabaseModel database() {
    return database;
  }

  /** jOOQ's name of the dialect of the database that the code is generated from. */
  String dialect() {
    return database.dialect();
  }

  /** jOOQ's field of a column. */
  CodeBlock field(ColumnOfTable of) {
    return CodeBlock.of("$T.$N.$N", classes.tables(), of.table().constant(), of.column().field());
  }

  boolean projections() {
    return projections;
  }

  Links links() {
    return links;
  }

  ClassNames classes() {
    return classes;
  }

  SqlTexts sql() {
    return sql;
  }

  EntityNames names(TableModel table) {
    return names.get(table.id());
  }

  Stages stages(TableModel table) {
    return stages.computeIfAbsent(table.id(), unused -> new Stages(this, table));
  }

  SlotNames slots(TableModel table) {
    return slots.get(table.id());
  }

  /**
   * A statement for the rows with values of columns; empty, so that it is rendered at run time,
   * where it is not known how jOOQ writes their binds.
   */
  CodeBlock lookup(TableModel table, List<ColumnModel> columns, String text) {
    return SqlTexts.isKnown(columns) ? afterSelect(table, text) : Layout.text("");
  }

  /** A statement for a table's rows, by its mapping's constants where it begins with them. */
  CodeBlock afterSelect(TableModel table, String text) {
    String select = sql.select(table);
    String columns = sql.head(table);
    if (text.startsWith(select)) {
      return after(CodeBlock.of("$T.SELECT", classes.mapping(table)), select, text);
    }
    return text.startsWith(columns)
        ? after(CodeBlock.of("$T.COLUMNS", classes.mapping(table)), columns, text)
        : Layout.text(text);
  }

  private static CodeBlock after(CodeBlock constant, String known, String text) {
    String rest = text.substring(known.length());
    return rest.isEmpty() ? constant : Layout.text(constant, rest);
  }
}
