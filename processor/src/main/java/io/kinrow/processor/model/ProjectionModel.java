package io.kinrow.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A record that rows of a table become.
 *
 * @param root the table's own row
 * @param steps what is read, in the order of the positions that it is found at
 * @param components one for each component of the record
 */
public record ProjectionModel(
    TypeElement type, Source root, List<Step> steps, List<Component> components) {

  /** Whether some of its components are lists. */
  public boolean hasLists() {
    return components.stream().anyMatch(Rows.class::isInstance);
  }

  /**
   * A row that columns are read from.
   *
   * @param number of the root 0, then one for each row that is joined to it
   * @param name of the entity or relation, decapitalised
   */
  public record Source(int number, TableModel table, String name) {}

  /** A step towards the row that is read. */
  public sealed interface Step {}

  /** A row is joined, along a relation that leads to one row at most. */
  public record Join(Source from, RelationModel relation, Source to) implements Step {}

  /** A column is read. */
  public record Select(Source of, ColumnModel column) implements Step {}

  /** The rows that a relation leads to are counted. */
  public record Count(Source of, RelationModel relation) implements Step {}

  /** What a component of the record is made of. */
  public sealed interface Component {

    /** Its name. */
    String name();
  }

  /** What is read from the row itself. */
  public record Part(String name, RowPart row) implements Component {}

  /** The rows that a relation leads to. */
  public record Rows(String name, RelationModel relation, ProjectionModel records)
      implements Component {}
}
