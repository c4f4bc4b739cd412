package io.kinrow.queries.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with optional blocks: <code>/&#42;[&#42;/ and body like :text /&#42;]&#42;/</code>. A
 * block is there if all parameters that decide about it are given. Each of its combinations is a
 * text of the same length, in which blanks stand for what fell away, so that places are the same.
 */
public final class OptionalBlocks {

  private final String text;
  private final List<OptionalBlock> blocks;

  private OptionalBlocks(String text, List<OptionalBlock> blocks) {
    this.text = text;
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Reads a text.
   *
   * @throws WrongSqlException if blocks are not closed, are nested or have no parameter
   */
  public static OptionalBlocks read(String text, SqlSyntax syntax) throws WrongSqlException {
    return new OptionalBlocks(text, new OptionalBlockReader(text, syntax).read());
  }

  /** Returns the text as the source has it. */
  public String text() {
    return text;
  }

  /** Returns the blocks in their order. */
  public List<OptionalBlock> blocks() {
    return blocks;
  }

  /**
   * Returns which blocks can be there together: the first has none of them, the last all. Those in
   * which a parameter would be given for nothing are not among them.
   */
  public List<BitSet> combinations() {
    List<Set<String>> different =
        List.copyOf(new LinkedHashSet<>(blocks.stream().map(OptionalBlock::parameters).toList()));
    Set<BitSet> found = new LinkedHashSet<>();
    for (int some = 0; some < 1 << different.size(); some++) {
      Set<String> given = new LinkedHashSet<>();
      for (int i = 0; i < different.size(); i++) {
        if ((some >> i & 1) == 1) {
          given.addAll(different.get(i));
        }
      }
      found.add(there(given));
    }
    List<BitSet> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(BitSet::cardinality));
    return sorted;
  }

  private BitSet there(Set<String> given) {
    BitSet there = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      there.set(i, given.containsAll(blocks.get(i).parameters()));
    }
    return there;
  }

  /** Returns the names of all parameters that decide about blocks. */
  public Set<String> parameters() {
    BitSet all = new BitSet();
    all.set(0, blocks.size());
    return parameters(all);
  }

  /** Returns the parameters that are given if just these blocks are there. */
  public Set<String> parameters(BitSet there) {
    Set<String> given = new LinkedHashSet<>();
    there.stream().forEach(block -> given.addAll(blocks.get(block).parameters()));
    return given;
  }

  /** Returns the text with some of the blocks. */
  public String text(BitSet there) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < blocks.size(); i++) {
      OptionalBlock block = blocks.get(i);
      if (there.get(i)) {
        blank(changed, block.start(), block.inside());
        blank(changed, block.close(), block.end());
      } else {
        blank(changed, block.start(), block.end());
      }
    }
    return changed.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }

  /**
   * Where a block stands in what is sent.
   *
   * @param firstBind the number of question marks before it
   * @param endBind the number of question marks before its end
   */
  public record Sent(int start, int end, int firstBind, int endBind) {}

  /**
   * What is sent with all blocks.
   *
   * @param blocks where each of them stands
   */
  public record SentText(String sql, List<Sent> blocks) {

    /** Copies the list. */
    public SentText {
      blocks = List.copyOf(blocks);
    }

    /** Returns what is sent with some of the blocks. */
    public String sql(BitSet there) {
      StringBuilder some = new StringBuilder();
      int at = 0;
      for (int i = 0; i < blocks.size(); i++) {
        some.append(sql, at, blocks.get(i).start());
        if (there.get(i)) {
          some.append(sql, blocks.get(i).start(), blocks.get(i).end());
        }
        at = blocks.get(i).end();
      }
      return some.append(sql, at, sql.length()).toString();
    }
  }

  /**
   * Returns what is sent, without the comments that begin and end blocks.
   *
   * @param all the text with all blocks, read
   */
  public SentText sent(QueryText all) {
    StringBuilder sql = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < all.sql().length(); i++) {
      reach(all.sent().origin(i), sql, starts, ends);
      if (isSent(all.sent().origin(i))) {
        sql.append(all.sql().charAt(i));
      }
    }
    int end = sql.length();
    reach(Integer.MAX_VALUE, sql, starts, ends);
    sql.setLength(end);
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      OptionalBlock block = blocks.get(i);
      sent.add(
          new Sent(
              Math.min(starts.get(i), end),
              Math.min(ends.get(i), end),
              before(block.start(), all),
              before(block.end(), all)));
    }
    return new SentText(sql.toString(), sent);
  }

  /** A comment separates words: where there is no blank beside it, one stands for it. */
  private void reach(int origin, StringBuilder sql, List<Integer> starts, List<Integer> ends) {
    while (ends.size() < blocks.size()) {
      OptionalBlock block = blocks.get(ends.size());
      if (starts.size() == ends.size() && origin >= block.start()) {
        sql.append(isBlank(block.start() - 1) ? "" : " ");
        starts.add(sql.length());
      } else if (starts.size() > ends.size() && origin >= block.close()) {
        sql.append(isBlank(block.close() - 1) ? "" : " ");
        ends.add(sql.length());
      } else {
        return;
      }
    }
  }

  /** Left out are the comments, and one blank behind each: there is one before it. */
  private boolean isSent(int origin) {
    for (OptionalBlock block : blocks) {
      boolean behind = origin == block.inside() || origin == block.end();
      if (block.isMark(origin) || (behind && text.charAt(origin) == ' ')) {
        return false;
      }
    }
    return true;
  }

  private boolean isBlank(int offset) {
    return offset < 0 || Character.isWhitespace(text.charAt(offset));
  }

  private static int before(int offset, QueryText all) {
    return (int)
        all.uses().stream().filter(use -> all.tokens().get(use.token()).start() < offset).count();
  }
}
