package io.kinrow.migrate.catalog;

import java.util.List;

/**
 * A view and its {@code [(columns)] AS SELECT …}.
 *
 * @param labels the names of its columns as its readers see them: as written where the view gives
 *     them, in lower case where they are those of a table; empty when the view cannot be read
 */
public record View(Name name, Expression definition, List<String> labels) {

  public View {
    labels = List.copyOf(labels);
  }
}
