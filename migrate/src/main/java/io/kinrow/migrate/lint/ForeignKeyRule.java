package io.kinrow.migrate.lint;

import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** KL02: SQLite makes no index for a foreign key by itself. */
final class ForeignKeyRule {

  private ForeignKeyRule() {}

  static Optional<Finding> check(Table table, ForeignKey key) {
    if (isIndexed(table, key.columns())) {
      return Optional.empty();
    }
    String columns = String.join(", ", key.columns().stream().map(Name::sql).toList());
    return Optional.of(
        new Finding(
            Rule.FOREIGN_KEY_WITHOUT_INDEX,
            table.name().text(),
            "no index starts with %s, so each delete from %s reads all of %s: CREATE INDEX %s ON %s (%s)"
                .formatted(
                    columns,
                    key.parent(),
                    table.name(),
                    new Name(table.name() + "_" + key.columns().get(0)).sql(),
                    table.name().sql(),
                    columns)));
  }

  private static boolean isIndexed(Table table, List<Name> columns) {
    List<List<KeyConstraint.Part>> indexes = new ArrayList<>();
    if (table.primaryKey() != null) {
      indexes.add(table.primaryKey().columns());
    }
    table.uniqueKeys().forEach(key -> indexes.add(key.columns()));
    table.indexes().stream()
        .filter(index -> index.where() == null)
        .map(Index::parts)
        .forEach(indexes::add);
    return indexes.stream().anyMatch(parts -> startsWith(parts, columns));
  }

  private static boolean startsWith(List<KeyConstraint.Part> parts, List<Name> columns) {
    if (parts.size() < columns.size()) {
      return false;
    }
    List<Name> first =
        parts.subList(0, columns.size()).stream()
            .map(part -> new Name(part.expression().text()))
            .toList();
    return new HashSet<>(first).containsAll(columns);
  }
}
