package io.kinrow.runtime.internal.dialect;

import org.jooq.Param;
import org.jooq.RenderContext;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/**
 * Keeps values whole in jOOQ's own statements: refuses texts that drivers would store with question
 * marks in place of half surrogate pairs, and has a {@code Float} that becomes part of the text
 * written as the {@code double} that it is. jOOQ writes eight digits of it, which are those of
 * another one at times, and which no column of type {@code real} is equal to.
 */
final class WholeValues implements VisitListener {

  @Override
  public void visitStart(VisitContext context) {
    if (context.queryPart() instanceof Param<?> param) {
      if (param.getValue() instanceof String text) {
        check(text, context);
      } else if (param.getValue() instanceof Float number
          && isInlined(param, context)
          && PlainParams.isJooqs(param.getDataType())) {
        context.queryPart(DSL.inline(number.doubleValue()));
      }
    }
  }

  private static boolean isInlined(Param<?> param, VisitContext context) {
    return param.isInline()
        || (context.context() instanceof RenderContext render
            && render.paramType() == ParamType.INLINED);
  }

  private static void check(String text, VisitContext context) {
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
