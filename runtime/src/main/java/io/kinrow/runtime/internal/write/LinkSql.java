package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.dialect.KeyRows;
import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.KeySets;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The texts that write links across a join table, rendered once for each relation. */
final class LinkSql {

  private LinkSql() {}

  private record TextKey(JoinTable<?, ?> join, String kind, int places) {}

  private interface Render {
    String of(DSLContext context);
  }

  private static String text(
      Core core, JoinTable<?, ?> join, String kind, int places, Render render) {
    return core.text(new TextKey(join, kind, places), render::of);
  }

  /** Links one row to a set of others that is one bind, unless the links are there. */
  static String addAll(Core core, JoinTable<?, ?> join) {
    return text(
        core,
        join,
        "add links",
        0,
        context -> {
          KeyRows keys = core.dialect().keyRows(join.far());
          List<Field<?>> selected = new ArrayList<>(places(join.near()));
          selected.addAll(keys.columns());
          return context.render(
              context
                  .insertInto(join.table())
                  .columns(columns(join))
                  .select(
                      context
                          .select(selected)
                          .from(keys.table())
                          .where(DSL.condition("true")) // or ON CONFLICT would be that of a join
                          .orderBy(keys.columns())) // the same for all who wait for each other
                  .onConflict(columns(join))
                  .doNothing());
        });
  }

  /** Links one row to another, unless the link is there. */
  static String addOne(Core core, JoinTable<?, ?> join) {
    return text(
        core,
        join,
        "add link",
        0,
        context ->
            context.render(
                context
                    .insertInto(join.table())
                    .columns(columns(join))
                    .values(places(columns(join)))
                    .onConflict(columns(join))
                    .doNothing()));
  }

  /**
   * Removes links of one row.
   *
   * @param places how many keys have binds of their own, or 0 when the whole set is one bind
   */
  static String remove(Core core, JoinTable<?, ?> join, int places) {
    return text(
        core,
        join,
        "remove links",
        places,
        context ->
            TableQueries.deleteAmong(context, join.table(), join.near(), join.far(), places));
  }

  /** Removes the links of one row but those to a set of others that is one bind. */
  static String removeOthers(Core core, JoinTable<?, ?> join) {
    return text(
        core,
        join,
        "remove other links",
        0,
        context -> {
          Condition among = KeySets.condition(core.dialect(), join.far(), 0);
          return context.render(
              context
                  .deleteFrom(join.table())
                  .where(TableQueries.equal(join.near()))
                  .and(DSL.not(among)));
        });
  }

  static String removeAll(Core core, JoinTable<?, ?> join) {
    return text(
        core,
        join,
        "remove all links",
        0,
        context -> TableQueries.delete(context, join.table(), join.near()));
  }

  /** What one row is linked to. */
  static String targets(Core core, JoinTable<?, ?> join) {
    return text(
        core,
        join,
        "links",
        0,
        context -> TableQueries.select(context, join.table(), join.far(), join.near(), List.of()));
  }

  private static List<Field<?>> columns(JoinTable<?, ?> join) {
    List<Field<?>> columns = new ArrayList<>(join.near());
    columns.addAll(join.far());
    return columns;
  }

  private static List<Field<?>> places(List<Field<?>> columns) {
    return columns.stream().<Field<?>>map(LinkSql::place).toList();
  }

  private static <T> Field<T> place(Field<T> column) {
    return DSL.val(null, column);
  }
}
