package io.kinrow.runtime.internal.dialect;

import org.jooq.Param;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;

/**
 * Refuses texts in jOOQ's own statements that drivers would store with question marks in the place
 * of half surrogate pairs.
 */
final class WholeTexts implements VisitListener {

  @Override
  public void visitStart(VisitContext context) {
    if (context.queryPart() instanceof Param<?> param && param.getValue() instanceof String text) {
      try {
        Values.wellFormed(text);
      } catch (UnfitValueException e) {
        String place =
            context.context() instanceof RenderContext render
                ? BindPlace.behind(render.render())
                : null;
        throw place == null ? e : e.at(place);
      }
    }
  }
}
