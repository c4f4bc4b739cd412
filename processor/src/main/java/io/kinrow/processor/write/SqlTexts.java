package io.kinrow.processor.write;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * The texts of the fixed statements, rendered by the same code of the runtime that would render
 * them at run time, each once: code and Javadoc show the same ones.
 */
final class SqlTexts {

  static {
    // or jOOQ would greet the user in the middle of a compilation
    for (String greeting : List.of("org.jooq.no-logo", "org.jooq.no-tips")) {
      if (System.getProperty(greeting) == null) {
        System.setProperty(greeting, "true");
      }
    }
  }

  private static final String SELECT_ASTERISK = "select *";
  private static final List<Field<?>> ASTERISK = List.of(DSL.field(DSL.raw("*")));

  private final Map<TableId, StandIn> tables = new HashMap<>();
  private final Map<String, DSLContext> contexts = new HashMap<>();
  private final Map<Object, String> rendered = new HashMap<>();

  SqlTexts(DatabaseModel database) {
    database.tables().forEach(table -> tables.put(table.id(), new StandIn(table)));
  }

  /** Whether it is known how jOOQ writes the binds of the columns' values. */
  static boolean isKnown(List<ColumnModel> columns) {
    return columns.stream().noneMatch(column -> column.bind().isEmpty());
  }

  private DSLContext context(TableModel table) {
    return contexts.computeIfAbsent(
        table.dialect(),
        name -> {
          SQLDialect dialect =
              Arrays.stream(SQLDialect.values())
                  .filter(known -> known.name().equals(name))
                  .findFirst()
                  .orElse(SQLDialect.DEFAULT);
          return DSL.using(dialect, new Settings().withRenderFormatted(false));
        });
  }

  private StandIn standIn(TableModel table) {
    return tables.get(table.id());
  }

  private List<Field<?>> fields(TableModel table, List<ColumnModel> columns) {
    StandIn standIn = standIn(table);
    return columns.stream().<Field<?>>map(standIn::of).toList();
  }

  /** All rows in no order: what most other texts begin with. */
  String select(TableModel table) {
    return once(
        table.id(), () -> render(table, fields(table, table.columns()), List.of(), List.of()));
  }

  String all(TableModel table) {
    return select(table, List.of(), table.primaryKey());
  }

  String one(TableModel table, List<ColumnModel> columns) {
    return select(table, columns, List.of());
  }

  String many(TableModel table, List<ColumnModel> columns) {
    return select(table, columns, table.primaryKey());
  }

  private record Select(TableId table, List<ColumnModel> equal, List<ColumnModel> order) {}

  private String select(TableModel table, List<ColumnModel> equal, List<ColumnModel> order) {
    return once(
        new Select(table.id(), equal, order),
        () -> withColumns(table, render(table, ASTERISK, equal, order)));
  }

  private String render(
      TableModel table, List<Field<?>> columns, List<ColumnModel> equal, List<ColumnModel> order) {
    return TableQueries.select(
        context(table), standIn(table), columns, fields(table, equal), fields(table, order));
  }

  /** Each text is rendered once. */
  private String once(Object key, Supplier<String> text) {
    String known = rendered.get(key);
    if (known == null) {
      known = text.get();
      rendered.put(key, known);
    }
    return known;
  }

  private record Head(TableId table) {}

  /** With all columns in place of the asterisk: to render them each time is most of the work. */
  private String withColumns(TableModel table, String sql) {
    return head(table) + sql.substring(SELECT_ASTERISK.length());
  }

  /** {@code select} and all columns: what statements for rows begin with. */
  String head(TableModel table) {
    return once(new Head(table.id()), () -> renderHead(table));
  }

  private String renderHead(TableModel table) {
    String all = select(table);
    String from = render(table, ASTERISK, List.of(), List.of()).substring(SELECT_ASTERISK.length());
    return all.substring(0, all.length() - from.length());
  }

  String count(TableModel table) {
    return TableQueries.count(context(table), standIn(table));
  }

  String delete(TableModel table) {
    return TableQueries.delete(context(table), standIn(table), fields(table, table.primaryKey()));
  }

  private record Rows(TableId source, int relation) {}

  String rows(RelationModel relation) {
    return once(
        new Rows(relation.source().id(), relation.ordinal()),
        () -> withColumns(relation.target(), renderRows(relation)));
  }

  private String renderRows(RelationModel relation) {
    TableModel target = relation.target();
    RelationModel.Join join = relation.join();
    List<Field<?>> ends = fields(target, relation.targetColumns());
    List<Field<?>> key = fields(target, target.primaryKey());
    if (join != null) {
      return TableQueries.across(
          context(target),
          standIn(target),
          ASTERISK,
          ends,
          key,
          standIn(join.table()),
          names(join.near()),
          names(join.far()),
          places(relation));
    }
    DSLContext context = context(target);
    int places = places(relation);
    return relation.kind() == RelationModel.Kind.ONE
        ? TableQueries.keyed(context, standIn(target), ASTERISK, ends, places)
        : TableQueries.related(context, standIn(target), ASTERISK, ends, key, places);
  }

  private record Counts(TableId source, int relation) {}

  String counts(RelationModel relation) {
    return once(
        new Counts(relation.source().id(), relation.ordinal()), () -> renderCounts(relation));
  }

  private String renderCounts(RelationModel relation) {
    RelationModel.Join join = relation.join();
    TableModel counted = join == null ? relation.target() : join.table();
    List<ColumnModel> ends = join == null ? relation.targetColumns() : join.near();
    return TableQueries.counts(
        context(counted), standIn(counted), fields(counted, ends), places(relation));
  }

  private int places(RelationModel relation) {
    Class<?>[] types =
        relation.sourceColumns().stream().map(SqlTexts::keyType).toArray(Class<?>[]::new);
    return Dialect.of(context(relation.source())).oneBind(types) ? 0 : 1;
  }

  private static Class<?> keyType(ColumnModel column) {
    return column.type().array() ? byte[].class : Object.class;
  }

  private static List<String> names(List<ColumnModel> columns) {
    return columns.stream().map(ColumnModel::name).toList();
  }
}
