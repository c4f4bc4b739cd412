package io.kinrow.processor.jooq;

import io.kinrow.processor.jooq.ViewScope.Column;
import io.kinrow.processor.jooq.ViewScope.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jooq.CommonTableExpression;
import org.jooq.Name;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * What WITH calls by a name, in whatever order. The columns of a query that refers to itself are
 * not known: what it yields next depends on what it has yielded.
 */
final class ViewWith implements Tables {

  private final Map<String, CommonTableExpression<?>> queries = new HashMap<>();
  private final Map<String, @Nullable List<Column>> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> recursive = new HashSet<>();
  private final Tables around;
  private final BiFunction<Select<?>, ViewScope, @Nullable List<Column>> columns;

  private ViewWith(
      Tables around, BiFunction<Select<?>, ViewScope, @Nullable List<Column>> columns) {
    this.around = around;
    this.columns = columns;
  }

  /** The tables that {@code select} knows. */
  static Tables of(
      Select<?> select,
      Tables around,
      BiFunction<Select<?>, ViewScope, @Nullable List<Column>> columns) {
    if (select.$with() == null) {
      return around;
    }
    ViewWith with = new ViewWith(around, columns);
    select
        .$with()
        .$commonTableExpressions()
        .forEach(query -> with.queries.put(key(query.getName()), query));
    return with;
  }

  @Override
  public @Nullable List<Column> columns(String name) {
    String key = key(name);
    CommonTableExpression<?> query = queries.get(key);
    if (query == null) {
      return around.columns(name);
    }
    if (open.contains(key)) {
      recursive.add(key);
      return null;
    }
    if (!known.containsKey(key)) {
      open.add(key);
      List<Column> found = renamed(query);
      open.remove(key);
      known.put(key, recursive.contains(key) ? null : found);
    }
    return known.get(key);
  }

  private @Nullable List<Column> renamed(CommonTableExpression<?> query) {
    if (!(query.$query() instanceof Select<?> select)) {
      return null;
    }
    List<Column> found = columns.apply(select, new ViewScope(List.of(), this, null));
    List<? extends Name> names = query.$derivedColumnList().$columnNames();
    if (found == null || names.isEmpty()) {
      return found;
    }
    return names.size() != found.size()
        ? null
        : IntStream.range(0, names.size())
            .mapToObj(i -> new Column(names.get(i).last(), found.get(i).type()))
            .toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
