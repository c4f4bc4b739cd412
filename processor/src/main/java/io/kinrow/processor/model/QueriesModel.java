package io.kinrow.processor.model;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * An interface of declared queries.
 *
 * @param fields those of the records that its methods return queries of
 */
public record QueriesModel(
    TypeElement type, List<QueryMethod> methods, List<RowFieldsModel> fields) {

  /** Such as {@code BlogQueries.byName}. */
  public String nameOf(QueryMethod method) {
    return type.getSimpleName() + "." + method.element().getSimpleName();
  }
}
