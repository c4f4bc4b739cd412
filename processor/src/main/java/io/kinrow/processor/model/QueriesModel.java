package io.kinrow.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;

/** An interface of declared queries. */
public record QueriesModel(TypeElement type, List<QueryMethod> methods) {

  /** Such as {@code BlogQueries.byName}. */
  public String nameOf(QueryMethod method) {
    return type.getSimpleName() + "." + method.element().getSimpleName();
  }
}
