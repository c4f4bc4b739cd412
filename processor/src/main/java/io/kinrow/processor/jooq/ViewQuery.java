package io.kinrow.processor.jooq;

import io.kinrow.processor.jooq.ViewScope.Column;
import io.kinrow.processor.jooq.ViewScope.Source;
import io.kinrow.processor.jooq.ViewScope.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Asterisk;
import org.jooq.Configuration;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QualifiedAsterisk;
import org.jooq.QueryPart;
import org.jooq.Row;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** The columns of one view's query. A list of columns is null where they are not known. */
final class ViewQuery {

  private final Select<?> query;
  private final Tables schema;
  private final IdentityHashMap<Select<?>, List<Select<?>>> arms = new IdentityHashMap<>();
  private final ViewExpressions expressions = new ViewExpressions(this::subquery);

  ViewQuery(Select<?> query, Configuration configuration, Tables schema) {
    this.query = query;
    this.schema = schema;
    findArms(configuration);
  }

  /** jOOQ hides the further queries of UNION and the like from all but a rendering. */
  private void findArms(Configuration configuration) {
    Configuration listening = configuration.derive(SQLDialect.DEFAULT);
    listening.set(
        new VisitListener() {
          @Override
          public void visitStart(VisitContext context) {
            QueryPart[] path = context.queryParts();
            if (path.length > 1
                && path[path.length - 1] instanceof Select<?> arm
                && path[path.length - 2] instanceof Select<?> first) {
              arms.computeIfAbsent(first, key -> new ArrayList<>()).add(arm);
            }
          }
        });
    listening.dsl().render(query);
  }

  /** How many UNION, INTERSECT and EXCEPT there are. */
  int compounds() {
    return arms.values().stream().mapToInt(List::size).sum();
  }

  @Nullable List<Column> columns() {
    return columns(query, new ViewScope(List.of(), schema, null));
  }

  private ViewType subquery(Select<?> select, ViewScope scope) {
    List<Column> columns = columns(select, scope);
    return columns == null || columns.size() != 1 ? ViewType.UNKNOWN : columns.get(0).type();
  }

  private @Nullable List<Column> columns(Select<?> select, ViewScope outer) {
    Tables tables = ViewWith.of(select, outer.tables(), this::columns);
    List<Source> sources = new ArrayList<>();
    ViewScope around = new ViewScope(outer.sources(), tables, outer.outer());
    select.$from().forEach(table -> add(table, sources, around));
    List<Column> columns = list(select, new ViewScope(sources, tables, outer));
    for (Select<?> arm : arms.getOrDefault(select, List.of())) {
      columns = either(columns, columns(arm, around));
    }
    return columns;
  }

  private static @Nullable List<Column> either(
      @Nullable List<Column> first, @Nullable List<Column> other) {
    if (first == null || other == null || first.size() != other.size()) {
      return null;
    }
    return IntStream.range(0, first.size())
        .mapToObj(i -> new Column(first.get(i).name(), first.get(i).type().or(other.get(i).type())))
        .toList();
  }

  private @Nullable List<Column> list(Select<?> select, ViewScope scope) {
    List<Column> columns = new ArrayList<>();
    if (select.$select().isEmpty()) {
      return scope.all(null);
    }
    for (SelectFieldOrAsterisk each : select.$select()) {
      List<Column> all =
          each instanceof Asterisk
              ? all(select, scope)
              : each instanceof QualifiedAsterisk of
                  ? scope.all(of.$table().getName())
                  : each instanceof Field<?> field ? List.of(column(field, scope)) : null;
      if (all == null) {
        return null;
      }
      columns.addAll(all);
    }
    return columns;
  }

  private Column column(Field<?> field, ViewScope scope) {
    boolean named = field instanceof TableField || field instanceof QOM.FieldAlias;
    return new Column(named ? field.getName() : "", expressions.of(field, scope));
  }

  /** The columns of USING once, with what any of the tables holds; NATURAL is not looked into. */
  private static @Nullable List<Column> all(Select<?> select, ViewScope scope) {
    Set<Name> merged = new HashSet<>();
    List<Column> all = scope.all(null);
    if (all == null || !select.$from().stream().allMatch(table -> merges(table, merged))) {
      return null;
    }
    List<Column> once = new ArrayList<>();
    for (Column column : all) {
      Name name = DSL.name(column.name());
      if (merged.stream().noneMatch(name::equalsIgnoreCase)) {
        once.add(column);
      } else if (once.stream().noneMatch(each -> each.name().equalsIgnoreCase(column.name()))) {
        once.add(new Column(column.name(), scope.find(name)));
      }
    }
    return once;
  }

  /** Whether it is told which columns are merged, which are added to {@code names}. */
  private static boolean merges(Table<?> table, Set<Name> names) {
    if (table instanceof QOM.QualifiedJoin<?, ?> join) {
      join.$using().forEach(field -> names.add(field.getUnqualifiedName()));
    }
    return !(table instanceof QOM.JoinTable<?, ?> join)
        || (merges(join.$table1(), names)
            && merges(join.$table2(), names)
            && (join instanceof QOM.QualifiedJoin || join instanceof QOM.CrossJoin));
  }

  private void add(Table<?> table, List<Source> sources, ViewScope scope) {
    if (table instanceof QOM.JoinTable<?, ?> join) {
      add(join.$table1(), sources, scope);
      add(join.$table2(), sources, scope);
    } else {
      sources.add(new Source(table.getName(), source(table, scope)));
    }
  }

  private @Nullable List<Column> source(Table<?> table, ViewScope scope) {
    if (table instanceof QOM.TableAlias<?> alias) {
      return source(alias.$table(), scope);
    }
    if (table instanceof QOM.DerivedTable<?> derived) {
      return columns(derived.$arg1(), new ViewScope(List.of(), scope.tables(), scope.outer()));
    }
    if (table instanceof QOM.Values<?> values) {
      return values.$arg1().stream()
          .map(row -> columns(row, scope))
          .reduce(ViewQuery::either)
          .orElse(null);
    }
    boolean qualified = table.getQualifiedName().parts().length > 1;
    return (qualified ? schema : scope.tables()).columns(table.getName());
  }

  private @Nullable List<Column> columns(Row row, ViewScope scope) {
    List<Column> columns = new ArrayList<>();
    for (Field<?> field : row.fields()) {
      columns.add(new Column("column" + (columns.size() + 1), expressions.of(field, scope)));
    }
    return columns;
  }
}
