package io.kinrow.runtime.sql;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.QueryPart;

/** A statement that jOOQ renders for this one use, with its values. */
public final class Dynamic {

  /** SQLite's own default for the number of binds; above it jOOQ writes the values into the text. */
  private static final int MOST_BINDS = 32_766;

  private final String sql;
  private final List<Object> values;

  private Dynamic(String sql, List<Object> values) {
    this.sql = sql;
    this.values = values;
  }

  /** Renders a statement for a database. */
  public static Dynamic of(Core core, QueryPart query) {
    DSLContext renderer = core.renderer();
    List<Object> values = renderer.extractBindValues(query);
    if (values.size() > MOST_BINDS) {
      return new Dynamic(renderer.renderInlined(query), List.of());
    }
    return new Dynamic(renderer.render(query), values);
  }

  /** Its text. */
  public String sql() {
    return sql;
  }

  /** Binds its values in the form in which fixed statements write them. */
  public Statements.Binder binder() {
    if (values.isEmpty()) {
      return Statements.Binder.NONE;
    }
    return binds -> {
      for (Object value : values) {
        binds.add(value);
      }
    };
  }
}
