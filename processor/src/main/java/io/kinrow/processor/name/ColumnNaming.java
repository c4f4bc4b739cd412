package io.kinrow.processor.name;

import io.kinrow.processor.fact.TableFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Names the columns of one table, and keeps the names that relations must then avoid. */
final class ColumnNaming {

  private final Namespace members = Namespace.ofMembers(ReservedNames::isTableMethod);
  private final Map<String, ColumnNames> names = new HashMap<>();

  ColumnNaming(TableFacts table, String tableConstant, Map<Overrides.ColumnId, String> overrides) {
    Map<String, String> own = new HashMap<>();
    for (String column : table.columnNames()) {
      String override = overrides.get(new Overrides.ColumnId(table.id(), column));
      if (override != null) {
        own.put(column, override);
      }
    }
    Namespace constants = Namespace.ofMembers(tableConstant::equals);
    Namespace accessors = Namespace.ofMembers(ReservedNames::isTaken);
    Map<String, String> properties =
        assign(table.columnNames(), own, c -> Words.of(c).camel(), accessors);
    members.take(List.copyOf(properties.values()));
    Map<String, String> fields =
        assign(table.columnNames(), Map.of(), c -> Words.of(c).constant(), constants);
    properties.forEach(
        (column, property) -> names.put(column, new ColumnNames(property, fields.get(column))));
  }

  Map<String, ColumnNames> names() {
    return names;
  }

  Namespace members() {
    return members;
  }

  /** Names that nobody else wants go first, so that a numbered name never takes a natural one. */
  private static Map<String, String> assign(
      List<String> columns,
      Map<String, String> own,
      UnaryOperator<String> natural,
      Namespace namespace) {
    Map<String, String> result = new HashMap<>(own);
    namespace.take(List.copyOf(own.values()));
    Set<String> waiting = new HashSet<>();
    for (String column : columns) {
      if (!own.containsKey(column)) {
        Optional<String> name = namespace.claimNatural(natural.apply(column));
        name.ifPresentOrElse(free -> result.put(column, free), () -> waiting.add(column));
      }
    }
    for (String column : columns) {
      if (waiting.contains(column)) {
        result.put(column, namespace.claim(List.of(natural.apply(column))));
      }
    }
    return result;
  }
}
