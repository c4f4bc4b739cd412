package io.kinrow.migrate.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that a {@code CREATE INDEX} made.
 *
 * @param parts its columns and expressions in order
 * @param where the condition of a partial index, or null
 */
public record Index(
    Name name,
    Name table,
    boolean unique,
    List<KeyConstraint.Part> parts,
    @Nullable Expression where) {

  public Index {
    parts = List.copyOf(parts);
  }
}
