package io.kinrow.processor.query;

import io.kinrow.annotation.Sql;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.processor.model.StatementFacts.Stand;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.read.AnnotationReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the components of a record that are lists from statements of their own. */
final class ChildrenReader {

  private final Context context;
  private final ParameterReader parameters;
  private final Problems problems;

  ChildrenReader(Context context, ParameterReader parameters, Problems problems) {
    this.context = context;
    this.parameters = parameters;
    this.problems = problems;
  }

  /** Whether a component has a statement of its own. */
  static boolean isOne(RecordComponentElement component) {
    return AnnotationReader.of(component, Sql.class).isPresent();
  }

  /**
   * Reads such a component.
   *
   * @param prefix where the record is in the row, such as {@code author.}
   * @param values what the other components are read from, by their place; null for those that are
   *     lists themselves
   */
  Optional<RowPart> read(
      TypeElement record,
      RecordComponentElement component,
      String prefix,
      List<Optional<RowPart>> values) {
    Origin origin = origin(record, component);
    StatementFacts facts =
        context.facts().get(AnnotationReader.of(component, Sql.class).orElseThrow().text("value"));
    if (facts == null) {
      problems.report(
          origin, Problem.NO_QUERY_FACTS, record.getSimpleName() + "." + component.getSimpleName());
      return Optional.empty();
    }
    Refusal refusal = new Refusal(record, component);
    Optional<TypeMirror> element = context.types().argumentOf("java.util.List", component.asType());
    if (element.isEmpty()) {
      return refusal.because(
          "its type is " + TypeUse.shown(component.asType()), "make it a List of rows");
    }
    if (!facts.rows() || facts.writes()) {
      return refusal.because("the statement is no query", "use a SELECT");
    }
    int key = key(facts, record);
    if (key < 0) {
      return refusal.because(
          "no list parameter has the name of one of its components",
          "write the condition of the rows that belong to it as … in (:name of the key)");
    }
    if (facts.parameters().get(key).stand() == Stand.IN_BLOCKS) {
      return refusal.because(
          "its key, :" + facts.parameters().get(key).name() + ", stands in optional blocks only",
          "write the condition of the rows that belong to it outside of blocks");
    }
    int of = place(record, facts.parameters().get(key).name());
    if (!(values.get(of).orElse(null) instanceof RowPart.Value parent) || !isKey(parent)) {
      return refusal.because(
          "component " + facts.parameters().get(key).name() + " is not a single plain value",
          "use a number, a text, a date or a time as the key");
    }
    Optional<ResultColumn> column = column(facts, facts.parameters().get(key));
    if (column.isEmpty()) {
      return refusal.because(
          "no column of the statement is what :"
              + facts.parameters().get(key).name()
              + " is compared with",
          "select it too");
    }
    if (column.get().type().filter(type -> !type.same(parent.type())).isPresent()) {
      return refusal.because(
          "its key has type "
              + TypeUse.shown(parent.type().mirror())
              + ", but column "
              + column.get().label()
              + " has type "
              + ValueReader.shown(column.get()),
          "give both the same type");
    }
    return children(record, component, prefix, facts, key, of, parent, column.get(), element.get());
  }

  private Optional<RowPart> children(
      TypeElement record,
      RecordComponentElement component,
      String prefix,
      StatementFacts facts,
      int key,
      int of,
      RowPart.Value parent,
      ResultColumn column,
      TypeMirror element) {
    List<Parameter> others = new ArrayList<>(facts.parameters());
    others.remove(key);
    List<BoundValue> bound = new ArrayList<>(parameters.read(others));
    if (bound.size() < others.size()) {
      return Optional.empty(); // reported
    }
    String name = record.getSimpleName() + "." + component.getSimpleName();
    bound.add(
        key,
        new BoundValue(
            name, null, false, Presence.ALWAYS, true, false, Optional.empty(), Optional.empty()));
    return new RowReader(context, parameters, facts.columns(), Set.of(column), problems)
        .read(
            context.types().use(element, List.of()),
            false,
            origin(record, component),
            "an element of " + name)
        .map(
            child ->
                new RowPart.Children(
                    prefix + component.getSimpleName(),
                    facts,
                    bound,
                    key,
                    of,
                    new RowPart.Value(column, parent.type(), false, Presence.NULLABLE),
                    child));
  }

  /** Where a component is written: javac knows that of its field only. */
  static Origin origin(TypeElement record, RecordComponentElement component) {
    return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .map(Origin::of)
        .orElse(Origin.of(record));
  }

  /** The index of the parameter that takes the keys, or -1. */
  private static int key(StatementFacts facts, TypeElement record) {
    for (int i = 0; i < facts.parameters().size(); i++) {
      Parameter parameter = facts.parameters().get(i);
      if (parameter.list() && parameter.row().isEmpty() && place(record, parameter.name()) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int place(TypeElement record, String component) {
    List<RecordComponentElement> components = TypeUses.components(record);
    for (int i = 0; i < components.size(); i++) {
      if (components.get(i).getSimpleName().contentEquals(component)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isKey(RowPart.Value value) {
    Kind kind = value.type().kind();
    return kind != Kind.OTHER && kind != Kind.ARRAY && kind != Kind.BYTES;
  }

  private static Optional<ResultColumn> column(StatementFacts facts, Parameter key) {
    return facts.columns().stream()
        .filter(column -> key.column().isPresent() && column.origin().equals(key.column()))
        .findFirst()
        .or(
            () ->
                facts.columns().stream()
                    .filter(column -> column.label().equals(key.name()))
                    .findFirst());
  }

  /** Reports why a component cannot be read. */
  private final class Refusal {

    private final TypeElement record;
    private final RecordComponentElement component;

    Refusal(TypeElement record, RecordComponentElement component) {
      this.record = record;
      this.component = component;
    }

    Optional<RowPart> because(String reason, String remedy) {
      problems.report(
          origin(record, component),
          Problem.NO_CHILDREN,
          component.getSimpleName(),
          record.getSimpleName(),
          reason,
          remedy);
      return Optional.empty();
    }
  }
}
