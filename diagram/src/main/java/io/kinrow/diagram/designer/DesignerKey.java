package io.kinrow.diagram.designer;

import java.util.List;

/**
 * A key or an index.
 *
 * @param name its name, or ""
 */
public record DesignerKey(Kind kind, String name, List<String> columns) {

  /** The kinds that the page knows. */
  public enum Kind {
    PRIMARY,
    UNIQUE,
    INDEX,
    FULLTEXT
  }

  public DesignerKey {
    columns = List.copyOf(columns);
  }
}
