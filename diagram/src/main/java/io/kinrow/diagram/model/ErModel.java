package io.kinrow.diagram.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The tables and views of a schema and the references between them, sorted by name. */
public record ErModel(List<ErTable> tables, List<ErReference> references) {

  /** A schema without tables. */
  public static final ErModel EMPTY = new ErModel(List.of(), List.of());

  public ErModel {
    tables = List.copyOf(tables);
    references = List.copyOf(references);
  }

  /** Returns a model of these, sorted. */
  public static ErModel of(Collection<ErTable> tables, Collection<ErReference> references) {
    return new ErModel(
        tables.stream().sorted(Comparator.comparing(ErTable::name)).toList(),
        references.stream().sorted().toList());
  }
}
