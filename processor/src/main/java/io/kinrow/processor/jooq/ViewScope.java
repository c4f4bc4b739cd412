package io.kinrow.processor.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Name;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an expression of a query can name.
 *
 * @param tables finds what WITH, here or around, or the schema calls by a name
 * @param outer the scope of the query around it
 */
record ViewScope(List<Source> sources, Tables tables, @Nullable ViewScope outer) {

  private static final Pattern ROWID =
      Pattern.compile("rowid|oid|_rowid_", Pattern.CASE_INSENSITIVE);

  /** Finds the columns of a table, view or query by its name. */
  interface Tables {

    /** In order; null if they are not known. */
    @Nullable List<Column> columns(String name);
  }

  /** A column of a table or query; an expression without an alias has no name. */
  record Column(String name, ViewType type) {}

  /**
   * A table or query in FROM.
   *
   * @param columns null if they are not known
   */
  record Source(String name, @Nullable List<Column> columns) {}

  /**
   * The type of a column. What several tables have, as the columns of USING, is any of theirs; and
   * beside a table of which nothing is known, nothing is known of a column.
   */
  ViewType find(Name name) {
    String column = name.last() == null ? "" : name.last();
    String table = name.parts().length > 1 ? name.parts()[name.parts().length - 2].last() : null;
    List<ViewType> found = new ArrayList<>();
    for (Source source : sources) {
      if (table == null || source.name().equalsIgnoreCase(table)) {
        if (source.columns() == null) {
          return ViewType.UNKNOWN;
        }
        source.columns().stream()
            .filter(each -> each.name().equalsIgnoreCase(column))
            .forEach(each -> found.add(each.type()));
      }
    }
    if (found.isEmpty()) {
      ViewType around = outer == null ? null : outer.find(name);
      // a row number, unless quoted: what is not there stands for its own text then
      boolean rowid = name.unquotedName().equals(name) && ROWID.matcher(column).matches();
      return rowid
          ? around == null ? ViewType.WHOLE : around.or(ViewType.WHOLE)
          : around == null ? ViewType.UNKNOWN : around;
    }
    return found.stream().reduce(ViewType.NOTHING, ViewType::or);
  }

  /** The columns of {@code *}, or of one table's; null if they are not known. */
  @Nullable List<Column> all(@Nullable String table) {
    List<Column> all = new ArrayList<>();
    for (Source source : sources) {
      if (table == null || source.name().equalsIgnoreCase(table)) {
        if (source.columns() == null) {
          return null;
        }
        all.addAll(source.columns());
      }
    }
    return all;
  }
}
