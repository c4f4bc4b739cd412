package io.kinrow.processor.jooq;

import io.kinrow.processor.jooq.ViewScope.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.conf.ParseUnknownFunctions;
import org.jooq.conf.ParseWithMetaLookups;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLDialectNotSupportedException;
import org.jooq.impl.QOM;
import org.jooq.tools.JooqLogger;
import org.jspecify.annotations.Nullable;

/**
 * The types of columns. SQLite tells none for the expressions of a view, and for a compound query
 * those of its first part: of a view's query, as jOOQ's parser reads it, a type is claimed only
 * where every operand proves it. Any other column is text, which holds whatever SQLite yields.
 */
final class ViewTypes {

  private static final JooqLogger LOG = JooqLogger.getLogger(ViewTypes.class);

  private static final Pattern COMPOUND =
      Pattern.compile("\\b(union|intersect|except)\\b", Pattern.CASE_INSENSITIVE);

  /** What takes a column from one of several places, of which SQLite tells the first's type. */
  private static final Pattern SEVERAL =
      Pattern.compile("\\b(union|intersect|except|right|full)\\b", Pattern.CASE_INSENSITIVE);

  private final DSLContext dsl;
  private final Map<String, SqliteTableInfo> tables;
  private final Map<String, @Nullable List<Column>> columns = new HashMap<>();

  ViewTypes(DSLContext plain, Map<String, SqliteTableInfo> tables) {
    this.dsl = plain.configuration().derive().dsl();
    dsl.settings()
        .withParseUnknownFunctions(ParseUnknownFunctions.IGNORE)
        .withParseWithMetaLookups(ParseWithMetaLookups.OFF);
    this.tables =
        tables.values().stream()
            .collect(Collectors.toMap(table -> key(table.name()), table -> table));
  }

  /** The type of each column of a table or view, in order. */
  List<SqliteType> of(SqliteTableInfo table) {
    List<Column> known = Objects.requireNonNull(columns(table.name()), table.name());
    return known.stream().map(column -> column.type().type()).toList();
  }

  private @Nullable List<Column> columns(String name) {
    String key = key(name);
    SqliteTableInfo table = tables.get(key);
    if (table != null && !columns.containsKey(key)) {
      List<Column> proved = table.kind() == SqliteTableInfo.Kind.VIEW ? parsed(table) : null;
      columns.put(key, proved == null ? told(table) : proved);
    }
    return columns.get(key);
  }

  private List<Column> told(SqliteTableInfo table) {
    boolean isTold = isTold(table, Set.of());
    return table.columns().stream()
        .map(
            column ->
                new Column(
                    column.name(), isTold ? ViewType.declared(column.type()) : ViewType.UNKNOWN))
        .toList();
  }

  /** Null unless they are all of the view's. */
  private @Nullable List<Column> parsed(SqliteTableInfo view) {
    try {
      if (dsl.parser().parseQuery(view.sql()) instanceof QOM.CreateView<?> create
          && create.$query() instanceof Select<?> select) {
        ViewQuery query = new ViewQuery(select, dsl.configuration(), this::columns);
        List<Column> found = query.columns();
        boolean whole = query.compounds() >= COMPOUND.matcher(view.sql()).results().count();
        return whole && found != null && found.size() == view.columns().size()
            ? IntStream.range(0, found.size())
                .mapToObj(i -> new Column(view.columns().get(i).name(), found.get(i).type()))
                .toList()
            : null;
      }
    } catch (DataAccessException | SQLDialectNotSupportedException e) {
      LOG.info("Expressions of view " + view.name() + " are treated as text", e.getMessage());
    }
    return null;
  }

  /**
   * Whether the types that SQLite tells are those of all rows, through all views that this one may
   * name.
   */
  private boolean isTold(SqliteTableInfo table, Set<String> asked) {
    if (table.kind() != SqliteTableInfo.Kind.VIEW) {
      return true;
    }
    Set<String> names =
        Stream.concat(asked.stream(), Stream.of(table.name())).collect(Collectors.toSet());
    return !SEVERAL.matcher(table.sql()).find()
        && tables.values().stream()
            .filter(view -> view.kind() == SqliteTableInfo.Kind.VIEW)
            .filter(view -> !names.contains(view.name()))
            .filter(view -> key(table.sql()).contains(key(view.name())))
            .allMatch(view -> isTold(view, names));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
