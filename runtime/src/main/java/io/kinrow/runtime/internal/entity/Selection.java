package io.kinrow.runtime.internal.entity;

import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.TableQueries;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a projection select. Filled once by {@link Joined}, then only read:
 * thread-safe from then on.
 */
final class Selection {

  /** In characters, of three bytes each at most: PostgreSQL cuts names at 63 bytes. */
  private static final int LONGEST_ALIAS = 18;

  private final Table<?> root;
  private final List<Join> joins = new ArrayList<>();
  private final List<Field<?>> fields = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final Map<RecordList<?, ?>, Integer> lists = new HashMap<>();
  private int aliases;

  private record Join(Table<?> table, Condition condition) {}

  /** Where a column comes from. */
  private record Part(Joined<?> of, String column) {}

  Selection(Table<?> root) {
    this.root = root;
  }

  // While it is filled -----------------------------------------------------------------------

  /** A table under a name of its own, which is not a reserved word: the number ensures both. */
  Table<?> alias(Table<?> table, String name) {
    String stem = name.substring(0, Math.min(name.length(), LONGEST_ALIAS));
    String alias = stem + "_" + ++aliases;
    return alias.equalsIgnoreCase(root.getName()) ? alias(table, name) : table.as(alias);
  }

  void join(Table<?> table, Condition condition) {
    joins.add(new Join(table, condition));
  }

  /** Reads a column of the root. */
  void add(Field<?> field, Joined<?> of, String column) {
    fields.add(field);
    parts.add(new Part(of, column));
  }

  /**
   * Reads something else, under a name that no column of the root has: PostgreSQL takes a plain
   * name in ORDER BY for a column of the result first.
   */
  void addNamed(Field<?> field, Joined<?> of, String column) {
    String name = "read_" + (fields.size() + 1);
    while (root.field(name) != null) {
      name += "_";
    }
    add(field.as(name), of, column);
  }

  void list(RecordList<?, ?> list, int position) {
    lists.put(list, position);
  }

  // When it is read --------------------------------------------------------------------------

  List<Field<?>> fields() {
    return fields;
  }

  Table<?> from() {
    return from(root);
  }

  /** What is joined to the root, which stands in this table or behind it. */
  Table<?> from(Table<?> first) {
    Table<?> from = first;
    for (Join join : joins) {
      from = from.leftJoin(join.table()).on(join.condition());
    }
    return from;
  }

  /** The position of the first column of the key that a list belongs to. */
  int keyOf(RecordList<?, ?> list) {
    return Objects.requireNonNull(lists.get(list), "a list that is not described");
  }

  /**
   * What is wrong with a NULL where a referenced row should be, or null if it is something else.
   */
  @Nullable String missing(int position) {
    Part part = parts.get(position - 1);
    return part.of().missing(part.column());
  }

  /** The component that a row is read for. */
  String pathOf(int position) {
    return parts.get(position - 1).of().path();
  }

  /** The column at a position, for people to find it. */
  String place(int position) {
    Part part = parts.get(position - 1);
    return part.of().place(part.column());
  }

  /** The key of the current row, as far as it is selected. */
  String key(Row row, EntityMapping<?> mapping) throws SQLException {
    StringBuilder key = new StringBuilder();
    for (int column : mapping.info().key()) {
      int at = fields.indexOf(TableQueries.field(root, mapping.info().columns().get(column)));
      if (at >= 0) {
        key.append(key.isEmpty() ? " in the row with " : ", ")
            .append(mapping.info().columns().get(column))
            .append(" = ")
            .append(row.rawOrNull(at + 1));
      }
    }
    return key.toString();
  }
}
