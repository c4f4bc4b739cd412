package io.kinrow.processor.model;

import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.List;
import java.util.Optional;

/**
 * What the migrated database tells about a declared statement.
 *
 * @param sql what is sent to the database, with all blocks
 * @param binds for each use of a parameter in the SQL, its index
 * @param rows whether it returns rows
 * @param writes whether it can change the database
 * @param blocks the parts of the SQL that fall away where their parameters are empty, in order
 */
public record StatementFacts(
    String sql,
    List<Parameter> parameters,
    List<Integer> binds,
    boolean rows,
    boolean writes,
    List<ResultColumn> columns,
    List<Block> blocks) {

  /** Where a parameter stands in its statement. */
  public enum Stand {
    /** The statement has no blocks. */
    FREE,
    /** In blocks only, about which it decides. */
    IN_BLOCKS,
    /** Outside of blocks, and maybe in some too. */
    OUTSIDE
  }

  /**
   * A named parameter.
   *
   * @param list whether it is a list that is sent as one value
   * @param column what it is compared with or stored in, if known
   * @param type its type; empty if unknown
   * @param row the values of one element if it is a list of rows, else empty
   */
  public record Parameter(
      String name,
      boolean list,
      Optional<ColumnOfTable> column,
      Optional<JavaType> type,
      Stand stand,
      List<Element> row) {}

  /**
   * One of the values of each element of a list of rows.
   *
   * @param column what it is compared with, if known
   * @param type its type; empty if unknown
   */
  public record Element(Optional<ColumnOfTable> column, Optional<JavaType> type) {}

  /**
   * A part of the SQL that falls away where one of its parameters is empty.
   *
   * @param start offset in the SQL
   * @param end offset after it
   * @param firstBind the number of uses of parameters before it
   * @param endBind the number of uses of parameters before its end
   * @param parameters indexes of those that decide
   */
  public record Block(int start, int end, int firstBind, int endBind, List<Integer> parameters) {}

  /** The indexes of the parameters that decide about blocks, in their order. */
  public List<Integer> deciding() {
    return blocks.stream().flatMap(block -> block.parameters().stream()).distinct().toList();
  }

  /** The number of the block in which a use of a parameter stands, or -1. */
  public int blockOf(int bind) {
    for (int i = 0; i < blocks.size(); i++) {
      if (bind >= blocks.get(i).firstBind() && bind < blocks.get(i).endBind()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * A column of the result.
   *
   * @param position from 1
   * @param origin the column that its values come from unchanged; empty for an expression
   * @param type its type; empty if unknown
   * @param because why it may be NULL
   */
  public record ResultColumn(
      int position,
      String label,
      Optional<ColumnOfTable> origin,
      Optional<JavaType> type,
      Nullability nullability,
      String because) {

    /** Whether the column of the table accepts no NULL, whatever the statement does with it. */
    public boolean isRequiredInTable() {
      return origin.filter(from -> !from.column().nullable()).isPresent();
    }

    /**
     * Whether it is proved that it holds whole numbers and nothing else, so that none has to be
     * looked at. The type of an expression that is never NULL, such as {@code count(*)}, is a
     * proof.
     */
    public boolean isProvedLong() {
      return nullability == Nullability.NOT_NULL
          && type.filter(known -> known.kind() == JavaType.Kind.LONG).isPresent()
          && origin.map(from -> from.column().exact()).orElse(true);
    }

    /** Whether it is this column of a table. */
    public boolean isOf(TableModel table, ColumnModel column) {
      return origin.filter(o -> o.table().equals(table) && o.column().equals(column)).isPresent();
    }
  }
}
