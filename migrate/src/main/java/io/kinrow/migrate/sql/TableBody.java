package io.kinrow.migrate.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@code CREATE TABLE} in parentheses. Offsets are those of the text that was read.
 *
 * @param open the offset of its opening parenthesis
 * @param close the offset of its closing one
 * @param elements its columns and table constraints in order
 */
public record TableBody(int open, int close, List<Element> elements) {

  public TableBody {
    elements = List.copyOf(elements);
  }

  /**
   * A column, or a constraint of the table.
   *
   * @param column the token of the column's name, or null for a constraint
   * @param type the tokens of its type; none for a constraint
   * @param tokens all of it
   * @param clauses the constraints of the column in order; for a constraint, itself
   * @param comma the offset of the comma behind it, or -1
   */
  public record Element(
      @Nullable Token column,
      List<Token> type,
      List<Token> tokens,
      List<Clause> clauses,
      int comma) {

    public Element {
      type = List.copyOf(type);
      tokens = List.copyOf(tokens);
      clauses = List.copyOf(clauses);
    }

    /** Returns where it starts. */
    public int start() {
      return tokens.get(0).start();
    }

    /** Returns where it ends. */
    public int end() {
      return tokens.get(tokens.size() - 1).end();
    }

    /** Returns where a column's name and type end. */
    public int headEnd() {
      return tokens.get(type.size()).end();
    }

    /** Returns whether it is the column of this name. */
    public boolean isColumn(String name) {
      return column != null && Names.same(column.unquoted(), name);
    }

    /** Returns its clauses of a kind. */
    public List<Clause> clauses(Kind kind) {
      return clauses.stream().filter(clause -> clause.kind() == kind).toList();
    }
  }

  /**
   * A constraint with its name, a default value, a collation and so on.
   *
   * @param columns the columns that a key is over
   * @param tokens all of it
   */
  public record Clause(Kind kind, List<String> columns, List<Token> tokens) {

    public Clause {
      columns = List.copyOf(columns);
      tokens = List.copyOf(tokens);
    }

    /** Returns where it starts. */
    public int start() {
      return tokens.get(0).start();
    }

    /** Returns where it ends. */
    public int end() {
      return tokens.get(tokens.size() - 1).end();
    }
  }

  /** The kinds of clauses. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    NOT_NULL,
    NULL,
    CHECK,
    DEFAULT,
    COLLATE,
    FOREIGN_KEY,
    GENERATED,
    /** {@code DEFERRABLE} that does not follow its foreign key, or a name without a constraint. */
    OTHER
  }

  /** Returns the column of this name, in any case of letters. */
  public @Nullable Element column(String name) {
    return elements.stream().filter(e -> e.isColumn(name)).findFirst().orElse(null);
  }
}
