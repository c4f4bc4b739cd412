package io.kinrow.runtime.internal.sql;

import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * A statement whose shape never changes. Its text was rendered by jOOQ when the code was generated,
 * for the dialect of the database that the code was generated from; on any other dialect, or with
 * settings that change how jOOQ renders, jOOQ renders it once per database.
 */
public final class FixedSql {

  private final String dialect;
  private final String text;
  private final Function<DSLContext, String> render;

  /**
   * @param dialect jOOQ's name of the dialect that {@code text} is for
   * @param text the statement as jOOQ rendered it for that dialect with its default settings; empty
   *     if it could not
   * @param render renders it for any other
   */
  public FixedSql(String dialect, String text, Function<DSLContext, String> render) {
    this.dialect = dialect;
    this.text = text;
    this.render = render;
  }

  /** The text for a database. */
  public String on(Core core) {
    return !text.isEmpty() && core.baked(dialect) ? text : core.text(this, render);
  }

  /** The text as jOOQ renders it now, whatever was rendered at build time. */
  public String render(DSLContext context) {
    return render.apply(context);
  }

  /** The text rendered at build time. */
  @Override
  public String toString() {
    return text;
  }
}
