package io.kinrow.queries.describe;

import io.kinrow.migrate.sql.Names;
import io.kinrow.migrate.sql.Token;
import io.kinrow.queries.text.Keywords;
import io.kinrow.queries.text.QueryShape;
import io.kinrow.queries.text.SelectBlock;
import io.kinrow.queries.text.SqlSyntax;
import io.kinrow.queries.text.TableUse;
import io.kinrow.queries.text.TokenRange;
import io.kinrow.queries.text.WrongSqlException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement with the views that it reads, and those that they read. */
final class StatementScope {

  /**
   * A statement or the body of a view.
   *
   * @param sql the text that the shape's tokens stand in
   */
  record Part(String sql, QueryShape shape) {}

  private final Relations relations;
  private final SqlSyntax syntax;
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> views = new HashSet<>();

  StatementScope(Relations relations, SqlSyntax syntax, String sql, QueryShape shape) {
    this.relations = relations;
    this.syntax = syntax;
    add(new Part(sql, shape));
  }

  private void add(Part part) {
    parts.add(part);
    for (TableUse use : part.shape().tables()) {
      relations
          .named(use)
          .filter(relation -> relation.body() != null && views.add(relation.name()))
          .ifPresent(relation -> addBody(String.valueOf(relation.body())));
    }
  }

  private void addBody(String view) {
    try {
      add(new Part(view, QueryShape.of(syntax.tokens(view))));
    } catch (WrongSqlException e) {
      throw new IllegalStateException("the text of a view cannot be read: " + view, e);
    }
  }

  List<Part> parts() {
    return parts;
  }

  /**
   * How often a table is read.
   *
   * @param only the use that is told from the others of the statement; a twin is not in any view
   */
  long uses(String table, Optional<TableUse> only) {
    return parts.stream()
            .skip(only.isPresent() ? 1 : 0)
            .flatMap(part -> part.shape().tables().stream())
            .filter(use -> Names.same(use.name(), table))
            .count()
        + (only.isPresent() ? 1 : 0);
  }

  /**
   * Whether a table is named in a subquery, a common table expression, a view, or a join in
   * parentheses, which is a subquery to SQLite.
   */
  boolean isInSubquery(String table, Optional<TableUse> only) {
    if (only.isPresent() && uses(table, only) == 1 && !isMissed(parts.get(0), table)) {
      return isInSubquery(parts.get(0), only.get());
    }
    return parts.stream().anyMatch(part -> isMissed(part, table))
        || parts.stream()
            .anyMatch(
                part ->
                    part.shape().tables().stream()
                        .filter(use -> Names.same(use.name(), table))
                        .anyMatch(use -> isInSubquery(part, use)));
  }

  /** Whether a table stands in places that were not recognised. */
  private static boolean isMissed(Part part, String table) {
    long seen = 0;
    for (int i = 0; i < part.shape().tokens().size(); i++) {
      Token token = part.shape().tokens().get(i);
      boolean names = token.isName() && Names.same(token.unquoted(), table);
      seen += names && !part.shape().is(i + 1, ".") ? 1 : 0;
    }
    return seen
        > part.shape().tables().stream().filter(use -> Names.same(use.name(), table)).count();
  }

  private boolean isInSubquery(Part part, TableUse use) {
    return !part.equals(parts.get(0))
        || part.shape()
            .owner(use.token())
            .filter(block -> block.role() == SelectBlock.Role.TOP)
            .filter(
                block ->
                    new ExpressionEdges(part.shape()).openBefore(use.token())
                        < block.range().start())
            .isEmpty();
  }

  /** Whether a word stands anywhere. */
  boolean says(String... words) {
    for (Part part : parts) {
      for (int i = 0; i < part.shape().tokens().size(); i++) {
        boolean all = true;
        for (int j = 0; j < words.length; j++) {
          all &= part.shape().is(i + j, words[j]);
        }
        if (all) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a condition names a column of a table, so that it may leave NULL out.
   *
   * @param only the use of the table that it is about, if it is known
   */
  boolean mayFilter(KnownRelation table, String column, Optional<TableUse> only) {
    for (Part part : parts) {
      Optional<TableUse> inPart = part.equals(parts.get(0)) ? only : Optional.empty();
      for (SelectBlock block : part.shape().blocks()) {
        for (TokenRange range : block.conditions()) {
          for (int i = range.start(); i < range.end(); i++) {
            if (names(part.shape(), i, table, column, inPart)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** Whether a condition names a column of another table that an outer join joins. */
  boolean mayFilterOthers(Optional<TableUse> only, String table) {
    for (Part part : parts) {
      for (TableUse use : part.shape().tables()) {
        boolean other = only.isPresent() ? !only.get().equals(use) : !Names.same(use.name(), table);
        Optional<KnownRelation> relation = relations.named(use);
        boolean filters =
            relation.isPresent()
                ? mayFilter(relation.get(), "", Optional.of(use))
                : part.shape().blocks().stream().anyMatch(each -> !each.conditions().isEmpty());
        if (use.optional() && other && filters) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean names(
      QueryShape shape, int at, KnownRelation table, String column, Optional<TableUse> only) {
    Token token = shape.tokens().get(at);
    if (!token.isName() || shape.is(at + 1, ".") || shape.is(at + 1, "(")) {
      return false;
    }
    String name = token.unquoted();
    // a name that is not a column may be an alias of one
    boolean isAlias = relations.all().stream().noneMatch(each -> each.column(name).isPresent());
    boolean isColumn = column.isEmpty() ? table.column(name).isPresent() : Names.same(name, column);
    if (!isColumn && !(isAlias && token.kind() != Token.Kind.DOUBLE_QUOTED && !isWord(token))) {
      return false;
    }
    if (!shape.is(at - 1, ".")) {
      return true;
    }
    String qualifier = shape.tokens().get(at - 2).unquoted();
    return shape.tables().stream()
        .filter(use -> Names.same(use.alias(), qualifier))
        .allMatch(
            use ->
                (Names.same(use.name(), table.name()) && (only.isEmpty() || only.get().equals(use)))
                    || relations.named(use).filter(KnownRelation::plain).isEmpty());
  }

  private static boolean isWord(Token token) {
    return Keywords.isOne(token) || Names.isReserved(token.text());
  }
}
