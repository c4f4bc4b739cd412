package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.TableUse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement in which each use of a table has a table of its own, as in {@code users a left join
 * "users#1" b}: what SQLite tells of the tables is then true of the uses.
 *
 * @param sql the statement, for the copy
 * @param uses by the name of the table in the copy, the use
 */
record SeparateUses(String sql, Map<String, TableUse> uses) {

  /** The statement, if it uses a table several times and can be written so. */
  static Optional<SeparateUses> of(
      String sql, QueryShape shape, Relations relations, TaggedCopy copy) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, TableUse> uses = new HashMap<>();
    StringBuilder separate = new StringBuilder();
    int copied = 0;
    boolean several = false;
    Set<String> targets =
        shape.tables().stream()
            .filter(TableUse::target)
            .flatMap(use -> relations.named(use).stream())
            .map(KnownRelation::name)
            .collect(Collectors.toSet());
    List<TableUse> inOrder =
        shape.tables().stream()
            .sorted((one, other) -> Integer.compare(one.token(), other.token()))
            .toList();
    for (TableUse use : inOrder) {
      Optional<KnownRelation> table =
          relations.named(use).filter(KnownRelation::plain).filter(found -> !isCommon(shape, use));
      if (table.isEmpty()) {
        continue;
      }
      String name = table.get().name();
      int number = use.target() ? 0 : numbers.getOrDefault(name, targets.contains(name) ? 1 : 0);
      if (number == 0) {
        uses.put(name, use);
      }
      if (use.target()) {
        continue;
      }
      numbers.put(name, number + 1);
      if (number == 0) {
        continue;
      }
      several = true;
      try {
        String twin = copy.twin(table.get(), number);
        uses.put(twin, use);
        int start = shape.tokens().get(use.token()).start();
        int end = shape.tokens().get(use.token()).end();
        separate.append(sql, copied, start).append(Names.quoted(twin));
        if (!hasAlias(shape, use)) {
          separate.append(" as ").append(Names.quoted(use.name()));
        }
        copied = end;
      } catch (SQLException e) {
        return Optional.empty();
      }
    }
    return several
        ? Optional.of(new SeparateUses(separate.append(sql.substring(copied)).toString(), uses))
        : Optional.empty();
  }

  private static boolean isCommon(QueryShape shape, TableUse use) {
    return use.schema().isEmpty()
        && shape.common().stream().anyMatch(name -> Names.same(name, use.name()));
  }

  private static boolean hasAlias(QueryShape shape, TableUse use) {
    int next = use.token() + 1;
    return shape.is(next, "as")
        || (next < shape.tokens().size()
            && shape.tokens().get(next).isName()
            && Names.same(shape.tokens().get(next).unquoted(), use.alias()));
  }
}
