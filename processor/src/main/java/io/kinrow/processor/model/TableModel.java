package io.kinrow.processor.model;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A table or view, and the names of what is generated for it.
 *
 * @param constant name of its field in jOOQ's {@code Tables}
 * @param dialect jOOQ's name of the dialect
 * @param entity simple name of the entity
 * @param repository name of the facade's method
 * @param join whether it is a pure join table
 * @param triggers whether triggers run on its writes
 */
public record TableModel(
    TableId id,
    String constant,
    String dialect,
    boolean view,
    String entity,
    String repository,
    List<ColumnModel> columns,
    List<ColumnModel> primaryKey,
    List<KeyModel> uniqueKeys,
    List<KeyModel> indexes,
    List<ReferenceModel> references,
    boolean join,
    boolean triggers,
    Origin origin) {

  /** The name says enough; models of relations that are keys of maps hold whole tables. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The columns that people see. */
  public List<ColumnModel> shown() {
    return columns.stream().filter(column -> !column.hidden()).toList();
  }

  /** Whether rows can be written: that takes a table with a primary key. */
  public boolean writable() {
    return !view && !primaryKey.isEmpty();
  }

  /** The column of the primary key, if it is the only one. */
  public Optional<ColumnModel> singleKey() {
    return primaryKey.size() == 1 ? Optional.of(primaryKey.get(0)) : Optional.empty();
  }

  /** Whether the key is a record of its own. */
  public boolean compositeKey() {
    return primaryKey.size() > 1;
  }

  /** Whether the column is one of a foreign key that is navigated along. */
  public boolean refers(ColumnModel column) {
    return references.stream()
        .anyMatch(r -> !r.targetColumns().isEmpty() && r.columns().contains(column));
  }

  /** Such as {@code table 'users'}. */
  public String label() {
    return (view ? "view '" : "table '") + id + "'";
  }
}
