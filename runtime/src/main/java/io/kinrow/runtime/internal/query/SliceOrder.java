package io.kinrow.runtime.internal.query;

import io.kinrow.runtime.internal.sql.Core;
import java.util.List;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;

/**
 * The order of a query that is read slice by slice: each row has its place in it, the same one in
 * every statement. Refuses any order of which that cannot be so.
 */
public final class SliceOrder {

  private SliceOrder() {}

  /**
   * The query in an order that no two rows share.
   *
   * @throws IllegalStateException if its order cannot be sliced; the message says why
   */
  public static <E> Select<E> total(Core core, Select<E> select) {
    for (OrderField<?> field : select.order()) {
      if (!(field instanceof SortField || field instanceof Field)) {
        throw refused(field, "it is neither a field nor a sort order of one");
      }
    }
    for (SortField<?> sort : select.sortFields()) {
      if (!Keyset.isColumn(select.mapping(), sort.$field())) {
        String reason = SortExpression.whyUnsteady(core, sort.$field());
        if (reason != null) {
          throw refused(sort, reason);
        }
      } else if (core.dialect().isUnordered(sort.$field())) {
        throw refused(sort, SortExpression.UNORDERED);
      }
    }
    List<Field<?>> key = RowOrder.key(core, select.mapping());
    if (key == null) {
      throw new IllegalStateException(
          "cannot slice "
              + select.mapping()
              + ": it has neither a primary key nor a unique key of NOT NULL columns, so rows with"
              + " equal sort values would be lost between two slices; use page(…), list() or"
              + " stream()");
    }
    return select.orderedBy(key);
  }

  /**
   * Refuses an order by the position of a column, for rows whose columns are not those of the
   * table.
   *
   * @throws IllegalStateException if the order contains one
   */
  public static void refusePositions(Core core, Select<?> select) {
    for (SortField<?> sort : select.sortFields()) {
      if (!Keyset.isColumn(select.mapping(), sort.$field())
          && SortExpression.isPosition(core, sort.$field())) {
        throw new IllegalStateException(
            "cannot order records by "
                + sort
                + ": it is the position of a column of "
                + select.mapping()
                + ", of which records select others: order by the column");
      }
    }
  }

  private static IllegalStateException refused(OrderField<?> field, String reason) {
    return new IllegalStateException("cannot slice by " + field + ": " + reason);
  }

  /**
   * The query beyond a place in its order.
   *
   * @throws IllegalStateException if its order cannot be sliced; the message says why
   * @throws IllegalArgumentException if the place is in another order
   */
  public static <E> Select<E> beyond(Core core, Select<E> select, Place place, boolean before) {
    Select<E> total = total(core, select);
    if (place.order() != fingerprint(core, total)
        || place.values().size() != total.sortFields().size()) {
      throw new IllegalArgumentException(
          "the cursor came from a query on a different table, or with an order other than "
              + total.order()
              + ": use a cursor only with the orderBy(…) that it came from");
    }
    return total.withPlace(place, before);
  }

  /** A number that differs for each order, of each table, on each engine. */
  static long fingerprint(Core core, Select<?> select) {
    Fingerprint print = new Fingerprint();
    print.add(core.dialect().name()).add(select.mapping().info().table());
    for (SortField<?> sort : select.sortFields()) {
      Field<?> field = sort.$field();
      boolean column = Keyset.isColumn(select.mapping(), field);
      print.add(column ? field.getName() : core.renderer().renderInlined(field));
      print.add(column ? "column" : "expression");
      print.add(Keyset.ascending(sort) ? "asc" : "desc");
      boolean nullsFirst =
          !Keyset.isNeverNull(select.mapping(), field) && Keyset.nullsFirst(core.dialect(), sort);
      print.add(nullsFirst ? "nulls first" : "");
    }
    return print.value;
  }

  /** FNV-1a of 64 bits over characters: the same in every program, unlike identity hashes. */
  private static final class Fingerprint {

    private long value = 0xcbf29ce484222325L;

    Fingerprint add(String text) {
      for (int i = 0; i < text.length(); i++) {
        add(text.charAt(i));
      }
      add('\uffff');
      return this;
    }

    private void add(char character) {
      value = (value ^ character) * 0x100000001b3L;
    }
  }
}
