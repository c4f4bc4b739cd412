package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jetbrains.annotations.ApiStatus;

/**
 * Questions about tables that a plan asks.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Tables {

  private Tables() {}

  /**
   * Returns whether two tables mean the same but for their indexes and the order of their columns.
   */
  public static boolean sameStructure(Table one, Table other) {
    return sameColumns(one, other)
        && Objects.equals(one.primaryKey(), other.primaryKey())
        && Objects.equals(one.rowidColumn(), other.rowidColumn())
        && one.autoincrement() == other.autoincrement()
        && one.uniqueKeys().equals(other.uniqueKeys())
        && one.checks().equals(other.checks())
        && one.foreignKeys().equals(other.foreignKeys())
        && one.strict() == other.strict()
        && one.withoutRowid() == other.withoutRowid()
        && Objects.equals(one.virtual(), other.virtual());
  }

  /** Whether two tables have the same columns in whatever order. */
  static boolean sameColumns(Table one, Table other) {
    return one.columns().size() == other.columns().size()
        && new HashSet<>(one.columns()).equals(new HashSet<>(other.columns()));
  }

  /** Returns whether two tables have columns of the same names in the same order. */
  public static boolean sameOrder(Table one, Table other) {
    return one.columnNames().equals(other.columnNames());
  }

  /** Returns the columns of a table that another one lacks. */
  public static List<Column> missingIn(Table other, Table table) {
    return table.columns().stream()
        .filter(column -> other.column(column.name()).isEmpty())
        .toList();
  }

  /** Returns whether a foreign key of another table references this one. */
  public static boolean isReferenced(Catalog catalog, Name table) {
    return catalog.tables().stream()
        .filter(other -> !other.name().equals(table))
        .flatMap(other -> other.foreignKeys().stream())
        .anyMatch(key -> key.parent().equals(table));
  }

  /**
   * Returns parents before children; tables that reference each other come in the order of their
   * names.
   */
  public static List<Table> parentsFirst(Collection<Table> tables) {
    Map<Name, Table> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return sorted(
        byName,
        table -> table.foreignKeys().stream().map(ForeignKey::parent).collect(Collectors.toList()));
  }

  /** Puts each value behind those it needs. */
  public static <T> List<T> sorted(Map<Name, T> values, Function<T, Collection<Name>> needs) {
    List<T> done = new ArrayList<>();
    Set<Name> seen = new HashSet<>();
    values.keySet().forEach(name -> visit(name, values, needs, seen, done));
    return done;
  }

  private static <T> void visit(
      Name name,
      Map<Name, T> values,
      Function<T, Collection<Name>> needs,
      Set<Name> seen,
      List<T> done) {
    T value = values.get(name);
    if (value == null || !seen.add(name)) {
      return;
    }
    needs.apply(value).forEach(need -> visit(need, values, needs, seen, done));
    done.add(value);
  }

  /** Returns the columns of a key. */
  public static List<Name> names(KeyConstraint key) {
    return key.columns().stream().map(part -> new Name(part.expression().text())).toList();
  }

  /**
   * Returns a name that reads the row id, whatever the table's columns are called; "" if none does.
   */
  public static String rowid(Table table) {
    return table.withoutRowid()
        ? ""
        : Stream.of("rowid", "_rowid_", "oid")
            .filter(name -> table.column(new Name(name)).isEmpty())
            .findFirst()
            .orElse("");
  }

  /**
   * Returns whether a rebuild can give each row its old row id. It cannot where a column that has
   * values of its own becomes the row id, and need not where the row id is a column that is copied
   * anyway.
   */
  public static boolean keepsRowids(Table from, Table to) {
    Name alias = to.rowidColumn();
    boolean both = !rowid(from).isEmpty() && (alias != null || !rowid(to).isEmpty());
    return both && !from.isVirtual() && (alias == null || from.column(alias).isEmpty());
  }

  /** Returns the affinity of a declared type, by SQLite's rule. */
  public static String affinity(Column column, Table table) {
    String type = column.type();
    if (type.contains("INT")) {
      return "INTEGER";
    } else if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return "TEXT";
    } else if (type.contains("BLOB") || type.isEmpty() || (table.strict() && type.equals("ANY"))) {
      return "BLOB";
    } else if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
      return "REAL";
    }
    return "NUMERIC";
  }
}
