package io.kinrow.queries.text;

import java.util.List;

/**
 * A SELECT, or a statement that writes, without those nested in it.
 *
 * @param role what its rows are for
 * @param range its tokens
 * @param items what it returns, in order
 * @param tables what it names as sources or target
 * @param nested the tokens of the blocks in it
 * @param conditions the tokens after WHERE and HAVING, and after ON of joins that are not outer
 * @param grouped whether it has a GROUP BY
 */
public record SelectBlock(
    Role role,
    TokenRange range,
    List<TokenRange> items,
    List<TableUse> tables,
    List<TokenRange> nested,
    List<TokenRange> conditions,
    boolean grouped) {

  /** What rows are for. */
  public enum Role {
    /** The result of the statement. */
    TOP,
    /** A common table expression. */
    COMMON,
    /** A subquery in FROM. */
    SOURCE,
    /** A value in a result: a scalar subquery. */
    VALUE,
    /** Anything else, such as a condition. */
    OTHER
  }

  /** Copies the lists. */
  public SelectBlock {
    items = List.copyOf(items);
    tables = List.copyOf(tables);
    nested = List.copyOf(nested);
    conditions = List.copyOf(conditions);
  }

  /** Returns whether a token is of this block, and not of one in it. */
  public boolean owns(int token) {
    return range.contains(token) && nested.stream().noneMatch(inner -> inner.contains(token));
  }
}
