package io.kinrow.migrate.prove;

import io.kinrow.migrate.catalog.Name;
import java.util.List;

/**
 * What a pair of scripts was proved on, besides a database without rows.
 *
 * @param rows how many rows there were
 * @param tables how many tables came back with what they held
 * @param columns how many of their columns were compared, value by value
 * @param empty the old tables for which no row was found that both schemas take
 */
public record Proof(int rows, int tables, int columns, List<Name> empty) {

  /** No proof, as there was nothing to prove. */
  public static final Proof NONE = new Proof(0, 0, 0, List.of());

  /** Copies the lists. */
  public Proof {
    empty = List.copyOf(empty);
  }
}
