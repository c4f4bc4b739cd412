package io.kinrow.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The fields of a record, as all methods of an interface that can go on with it have them.
 *
 * @param alias what the columns are qualified with
 * @param fields by the order of the first method's columns
 */
public record RowFieldsModel(TypeElement type, String alias, List<RowField> fields) {

  /** Those of the records of an interface's queries. */
  public static List<RowFieldsModel> of(TypeElement queries, List<QueryMethod> methods) {
    Map<TypeElement, List<RowField>> merged = new LinkedHashMap<>();
    for (QueryMethod method : methods) {
      if (!method.fields().isEmpty()) {
        RowPart.Components record = (RowPart.Components) method.row().orElseThrow();
        merged.merge(record.type(), method.fields(), RowFieldsModel::merged);
      }
    }
    List<RowFieldsModel> models = new ArrayList<>();
    merged.forEach(
        (type, fields) ->
            models.add(
                new RowFieldsModel(
                    type, queries.getSimpleName() + "." + type.getSimpleName(), fields)));
    return models;
  }

  /** What is true of both: a column of one table is no particular one in another statement. */
  private static List<RowField> merged(List<RowField> some, List<RowField> others) {
    List<RowField> merged = new ArrayList<>();
    for (RowField one : some) {
      RowField other = named(one.name(), others).orElse(one);
      merged.add(
          new RowField(
              one.name(),
              one.position(),
              one.origin().equals(other.origin()) ? one.origin() : Optional.empty(),
              one.read(),
              one.notNull() && other.notNull()));
    }
    return merged;
  }

  /** The field of a name. */
  public static Optional<RowField> named(String name, List<RowField> fields) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
