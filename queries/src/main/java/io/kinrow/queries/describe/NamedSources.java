package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.TableUse;
import io.kinrow.queries.text.WrongSqlException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what is wrong with a name, from the tables that a statement names. */
final class NamedSources {

  private final QueryShape shape;
  private final Relations relations;

  NamedSources(QueryShape shape, Relations relations) {
    this.shape = shape;
    this.relations = relations;
  }

  /** The tables that the statement names, in order. */
  private List<KnownRelation> tables() {
    Set<KnownRelation> tables = new LinkedHashSet<>();
    shape.tables().forEach(use -> relations.named(use).ifPresent(tables::add));
    return List.copyOf(tables);
  }

  /** A column that does not exist. */
  String noColumn(String qualifier, String name) {
    if (!qualifier.isEmpty()) {
      List<TableUse> uses =
          shape.tables().stream().filter(use -> Names.same(use.alias(), qualifier)).toList();
      if (uses.isEmpty()) {
        return "there is no table or alias '%s' here%s"
            .formatted(
                qualifier,
                Guesses.of(
                    qualifier,
                    shape.tables().stream()
                        .map(TableUse::alias)
                        .filter(alias -> !alias.isEmpty())
                        .distinct()
                        .toList()));
      }
      Optional<KnownRelation> table = relations.named(uses.get(0));
      return table
          .map(found -> noColumn(name, List.of(found)))
          .orElse("there is no column '%s' in '%s'. Correct the name".formatted(name, qualifier));
    }
    boolean all = shape.tables().stream().allMatch(use -> relations.named(use).isPresent());
    return noColumn(name, tables(), all);
  }

  static String noColumn(String name, List<KnownRelation> tables) {
    return noColumn(name, tables, true);
  }

  /**
   * @param all whether there are no other tables, such as common table expressions
   */
  private static String noColumn(String name, List<KnownRelation> tables, boolean all) {
    List<String> known =
        tables.stream()
            .flatMap(table -> table.columns().stream())
            .map(KnownColumn::name)
            .distinct()
            .toList();
    String where =
        !all && !tables.isEmpty()
            ? ""
            : tables.isEmpty()
                ? ". Correct the name, or add the table that it is in after FROM"
                : " in " + Guesses.list(tables.stream().map(KnownRelation::name).toList());
    return "there is no column '%s'%s%s".formatted(name, where, Guesses.of(name, known));
  }

  /** A column that several tables have. */
  String ambiguous(String name) {
    List<String> tables = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    for (TableUse use : shape.tables()) {
      boolean has = relations.named(use).flatMap(table -> table.column(name)).isPresent();
      if (has && !ways.contains(use.alias() + "." + name)) {
        tables.add(use.name());
        ways.add(use.alias() + "." + name);
      }
    }
    return ways.size() < 2
        ? "'%s' could be a column of several tables. Write the table's name or alias before it"
            .formatted(name)
        : "'%s' is a column of %s. Write %s"
            .formatted(name, Guesses.list(tables), String.join(" or ", ways));
  }

  /** Something wrong with a token. */
  WrongSqlException at(int token, String message) {
    return new WrongSqlException(
        shape.tokens().get(token).start(), shape.tokens().get(token).end(), message);
  }
}
