package io.kinrow.queries.text;

import io.kinrow.migrate.sql.Token;
import java.util.List;
import java.util.Optional;

/**
 * Which blocks a statement consists of. Told from its words, without a grammar: what is concluded
 * from it must hold if it is wrong.
 *
 * @param tokens all tokens
 * @param blocks the blocks, outer ones before inner ones
 * @param compounds what is put together with UNION, INTERSECT or EXCEPT
 * @param common the names of common table expressions
 * @param with the tokens of the WITH clause of the whole statement; none without one
 */
public record QueryShape(
    List<Token> tokens,
    List<SelectBlock> blocks,
    List<CompoundSelect> compounds,
    List<String> common,
    TokenRange with) {

  /** Copies the lists. */
  public QueryShape {
    tokens = List.copyOf(tokens);
    blocks = List.copyOf(blocks);
    compounds = List.copyOf(compounds);
    common = List.copyOf(common);
  }

  /** Reads the shape of a statement. */
  public static QueryShape of(List<Token> tokens) {
    return new QueryShapeReader(tokens).read();
  }

  /** Returns all tables and such that are named. */
  public List<TableUse> tables() {
    return blocks.stream().flatMap(block -> block.tables().stream()).toList();
  }

  /** Returns the block that gives the result, unless several do. */
  public Optional<SelectBlock> top() {
    List<SelectBlock> top =
        blocks.stream().filter(block -> block.role() == SelectBlock.Role.TOP).toList();
    return top.size() == 1 ? Optional.of(top.get(0)) : Optional.empty();
  }

  /** Returns the block that a token belongs to. */
  public Optional<SelectBlock> owner(int token) {
    return blocks.stream().filter(block -> block.owns(token)).findFirst();
  }

  /** Returns whether the token at an index is this word or symbol. */
  public boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
  }

  /** Returns the part of the text that tokens stand in. */
  public String text(TokenRange range, String sql) {
    return range.start() >= range.end()
        ? ""
        : sql.substring(tokens.get(range.start()).start(), tokens.get(range.end() - 1).end());
  }

  /**
   * Returns the items of the result by the index of their column: those before the first star and
   * behind the last one.
   *
   * @param columns how many columns the result has
   * @param column the column, from 0
   */
  public Optional<TokenRange> item(int column, int columns) {
    if (top().isEmpty()) {
      return Optional.empty();
    }
    List<TokenRange> items = top().get().items();
    int firstStar = 0;
    while (firstStar < items.size() && !isStar(items.get(firstStar))) {
      firstStar++;
    }
    int behind = 0;
    while (behind < items.size() && !isStar(items.get(items.size() - 1 - behind))) {
      behind++;
    }
    if (column < firstStar) {
      return Optional.of(items.get(column));
    }
    int fromEnd = columns - column;
    return fromEnd <= behind ? Optional.of(items.get(items.size() - fromEnd)) : Optional.empty();
  }

  private boolean isStar(TokenRange item) {
    return is(item.end() - 1, "*") && (item.end() - item.start() == 1 || is(item.end() - 2, "."));
  }
}
