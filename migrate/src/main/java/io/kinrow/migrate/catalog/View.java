package io.kinrow.migrate.catalog;

import java.util.List;

/**
 * A view and its {@code [(columns)] AS SELECT …}.
 *
 * @param labels the names, as its readers see them, of the columns that it names itself; those that
 *     it takes over from its tables are left out
 */
public record View(Name name, Expression definition, List<String> labels) {

  public View {
    labels = List.copyOf(labels);
  }
}
