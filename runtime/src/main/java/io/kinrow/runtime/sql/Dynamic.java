package io.kinrow.runtime.sql;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;

/** A statement that jOOQ renders for this one use, with its values. */
public final class Dynamic {

  /**
   * SQLite's own default for the number of binds; above it jOOQ writes the values into the text.
   */
  private static final int MOST_BINDS = 32_766;

  private final String sql;
  private final List<Object> values;

  /**
   * What queries have in common that differ in their values only.
   *
   * @param key equal for queries that have the same text
   * @param values the values of this one, in the order of the text's binds
   */
  public record Shape(Object key, List<Object> values) {}

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

  /** Takes the text of an earlier query of the same shape, or renders it. */
  public static Dynamic of(Core core, @Nullable Shape shape, Supplier<? extends QueryPart> query) {
    if (shape == null) {
      return of(core, query.get());
    }
    String known = core.shapes().text(shape.key());
    if (known != null) {
      return new Dynamic(known, shape.values());
    }
    Dynamic rendered = of(core, query.get());
    // a dialect that binds in another order, or other values, does not keep its texts
    if (rendered.values.equals(shape.values())) {
      core.shapes().keep(shape.key(), rendered.sql);
    }
    return rendered;
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
