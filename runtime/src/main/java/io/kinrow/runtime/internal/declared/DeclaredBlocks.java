package io.kinrow.runtime.internal.declared;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A declared statement with optional blocks: one text for each combination of them, which is put
 * together once. {@code kinrow:generate} has checked each. Immutable and thread-safe.
 */
public final class DeclaredBlocks {

  private final String dialect;
  private final String name;
  private final String text;
  private final boolean writes;
  private final List<String> labels;
  private final List<String> parameters;
  private final List<Block> blocks;

  /** Which parameters decide, each set of them once. */
  private final List<List<Integer>> deciding;

  private final AtomicReferenceArray<@Nullable DeclaredSql> texts;

  /**
   * A part of the text that falls away.
   *
   * @param start offset in the text
   * @param end offset after it
   * @param parameters indexes of those that it needs
   */
  public record Block(int start, int end, List<Integer> parameters) {

    public Block(int start, int end, Integer... parameters) {
      this(start, end, List.of(parameters));
    }
  }

  /**
   * @param dialect jOOQ's name of the dialect that the text was checked on
   * @param name such as {@code BlogQueries.search}
   * @param text the text with all blocks, with a question mark for each value
   * @param writes whether it can change the database
   * @param labels of its columns
   * @param parameters names of those that decide about blocks
   * @param blocks in their order
   */
  public DeclaredBlocks(
      String dialect,
      String name,
      String text,
      boolean writes,
      List<String> labels,
      List<String> parameters,
      Block... blocks) {
    this.dialect = dialect;
    this.name = name;
    this.text = text;
    this.writes = writes;
    this.labels = labels;
    this.parameters = parameters;
    this.blocks = List.of(blocks);
    this.deciding = Arrays.stream(blocks).map(Block::parameters).distinct().toList();
    this.texts = new AtomicReferenceArray<>(1 << deciding.size());
  }

  /**
   * Returns the statement with those blocks whose parameters are all given.
   *
   * @param values of the parameters that decide, in their order
   * @throws IllegalArgumentException if one of them is null, or is given but used in no block that
   *     is there
   */
  public DeclaredSql given(@Nullable Optional<?>... values) {
    int given = 0;
    for (int i = 0; i < deciding.size(); i++) {
      if (areGiven(deciding.get(i), values)) {
        given |= 1 << i;
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (isPresent(i, values) && !isUsed(i, given)) {
        throw unused(i, values);
      }
    }
    DeclaredSql known = texts.get(given);
    if (known == null) {
      known = statement(given);
      texts.set(given, known);
    }
    return known;
  }

  private boolean areGiven(List<Integer> some, @Nullable Optional<?>[] values) {
    for (int parameter : some) {
      if (!isPresent(parameter, values)) {
        return false;
      }
    }
    return true;
  }

  private boolean isPresent(int parameter, @Nullable Optional<?>[] values) {
    Optional<?> value = values[parameter];
    if (value == null) {
      throw new IllegalArgumentException(
          parameters.get(parameter)
              + " of "
              + name
              + " is null: pass Optional.empty() for the block to fall away");
    }
    return value.isPresent();
  }

  private boolean isUsed(int parameter, int given) {
    for (int i = 0; i < deciding.size(); i++) {
      if ((given >> i & 1) == 1 && deciding.get(i).contains(parameter)) {
        return true;
      }
    }
    return false;
  }

  private IllegalArgumentException unused(int parameter, @Nullable Optional<?>[] values) {
    List<Integer> needed =
        deciding.stream().filter(all -> all.contains(parameter)).findFirst().orElseThrow();
    List<String> missing =
        needed.stream().filter(other -> !isPresent(other, values)).map(parameters::get).toList();
    return new IllegalArgumentException(
        "%s of %s is given, but would be used nowhere, because its block needs %s too: pass %s, or leave %1$s empty"
            .formatted(
                parameters.get(parameter),
                name,
                String.join(" and ", missing),
                missing.size() == 1 ? "both" : "all of them"));
  }

  private DeclaredSql statement(int given) {
    StringBuilder some = new StringBuilder();
    long there = 0;
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      some.append(text, at, block.start());
      if ((given >> deciding.indexOf(block.parameters()) & 1) == 1) {
        there |= 1L << i;
        some.append(text, block.start(), block.end());
      }
      at = block.end();
    }
    some.append(text, at, text.length());
    return new DeclaredSql(dialect, name, some.toString(), writes, labels, there);
  }
}
