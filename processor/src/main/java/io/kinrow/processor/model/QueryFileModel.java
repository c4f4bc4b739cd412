package io.kinrow.processor.model;

import io.kinrow.runtime.internal.QueryFacts.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * An interface of declared queries that is generated from a file of named ones.
 *
 * @param name simple name of the interface
 */
public record QueryFileModel(String name, List<Method> methods) {

  /**
   * A method.
   *
   * @param doc the comment of the query; may be empty
   * @param text its statement
   * @param row what a row becomes; empty if the statement returns none
   */
  public record Method(
      String name,
      Result result,
      String doc,
      String text,
      List<Parameter> parameters,
      Optional<Row> row) {

    /** The records that are generated for it: that of its rows, and those of lists of rows. */
    public List<Generated> records() {
      return Stream.concat(row.stream(), parameters.stream().map(Parameter::type))
          .filter(Generated.class::isInstance)
          .map(Generated.class::cast)
          .toList();
    }
  }

  /**
   * A parameter of a method.
   *
   * @param type of the value, or of a list's elements, which may be a record that is generated
   * @param optional whether optional blocks fall away without it
   */
  public record Parameter(
      String name, Row type, boolean list, boolean nullable, boolean optional) {}

  /** What a row becomes. */
  public sealed interface Row {}

  /** A value; its type is boxed. */
  public record Value(TypeMirror type, boolean nullable) implements Row {}

  /** An entity. */
  public record Entity(TableModel table) implements Row {}

  /**
   * A record that is generated.
   *
   * @param name simple name of the record
   * @param absent whether there may be none, because its table is joined by an outer join
   */
  public record Generated(String name, List<Component> components, boolean absent) implements Row {}

  /** A component of a record. */
  public record Component(String name, Row row) {}
}
