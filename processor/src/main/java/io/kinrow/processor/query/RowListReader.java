package io.kinrow.processor.query;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod.BoundComponent;
import io.kinrow.processor.model.QueryMethod.BoundRow;
import io.kinrow.processor.model.StatementFacts.Element;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.model.StatementFacts.Stand;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Compares a list of rows, as in {@code (a, b) in (:keys)}, with the record that its elements are:
 * components and columns are matched by position.
 */
final class RowListReader {

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");

  private final Context context;
  private final Problems problems;

  RowListReader(Context context, Problems problems) {
    this.context = context;
    this.problems = problems;
  }

  /**
   * Reads the elements of such a list; empty if a problem was reported.
   *
   * @param origin that of the parameter
   * @param shown the parameter as people write it
   * @param type that of the parameter
   * @param element the type of the list's elements, if it is a list
   */
  Optional<BoundRow> read(
      Parameter parameter,
      Origin origin,
      String shown,
      TypeUse type,
      Optional<TypeMirror> element) {
    Optional<TypeElement> record = element.flatMap(context.types()::record);
    if (record.isEmpty()) {
      problems.report(
          origin,
          Problem.NOT_ROWS,
          shown,
          type.shown(),
          parameter.name(),
          columns(parameter),
          wanted(parameter));
      return Optional.empty();
    }
    context.visibility().require(record.get(), problems);
    List<RecordComponentElement> components = TypeUses.components(record.get());
    if (components.size() != parameter.row().size()) {
      problems.report(
          origin,
          Problem.ROW_WIDTH,
          record.get().getSimpleName(),
          components.size() == 1 ? "1 component" : components.size() + " components",
          parameter.name(),
          parameter.row().size(),
          columns(parameter));
      return Optional.empty();
    }
    List<BoundComponent> bound = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      component(record.get(), components.get(i), i, parameter.row().get(i)).ifPresent(bound::add);
    }
    return bound.size() == components.size()
        ? Optional.of(new BoundRow(record.get(), bound))
        : Optional.empty();
  }

  private Optional<BoundComponent> component(
      TypeElement record, RecordComponentElement component, int position, Element column) {
    TypeUse type = context.types().use(component.asType(), component.getAnnotationMirrors());
    String because = null;
    String remedy = "";
    if (type.presence() != Presence.ALWAYS) {
      because = "a row with NULL in it is equal to none";
      remedy = "declare it as " + type.shownValue() + ", and leave out rows without a value";
    } else if (type.value().kind() == Kind.ARRAY || isUnsent(type)) {
      because =
          (type.value().kind() == Kind.ARRAY ? "arrays" : "bytes")
              + " cannot be sent in a list of rows"
              + (isUnsent(type) ? " on SQLite" : "");
      remedy = "compare another column, or select the rows one by one";
    } else if (!ParameterReader.fits(column.type(), type)) {
      because =
          "it is the "
              + (position < ORDINALS.size() ? ORDINALS.get(position) : (position + 1) + "th")
              + " one, which is compared with "
              + named(column)
              + known(column)
                  .map(k -> " of type " + TypeUse.shown(k.mirror()))
                  .orElse(", and can be a plain value only");
      remedy =
          "components are matched by position, whatever their names; declare it as "
              + known(column)
                  .map(k -> TypeUse.shownPlain(k.mirror()))
                  .orElse("the type of a value, such as String, long or BigDecimal");
    }
    if (because != null) {
      problems.report(
          ChildrenReader.origin(record, component),
          Problem.ROW_COMPONENT,
          component.getSimpleName(),
          record.getSimpleName(),
          type.shown(),
          because,
          remedy);
      return Optional.empty();
    }
    return Optional.of(new BoundComponent(component.getSimpleName().toString(), column.column()));
  }

  /** Whether it is sent as text only, which is not equal to bytes. */
  private boolean isUnsent(TypeUse type) {
    return type.value().kind() == Kind.BYTES && context.database().dialect().equals("SQLITE");
  }

  /** The columns that a list of rows is compared with, as part of a sentence. */
  private static String columns(Parameter parameter) {
    List<String> names = parameter.row().stream().map(RowListReader::named).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String named(Element element) {
    return element.column().map(Object::toString).orElse("an expression");
  }

  private static Optional<JavaType> known(Element element) {
    return element.type().filter(type -> !ValueReader.isAnything(type));
  }

  /** The type of a parameter for a list of rows, as part of a sentence. */
  static String wanted(Parameter parameter) {
    return (parameter.stand() == Stand.IN_BLOCKS ? "an Optional of a Collection" : "a Collection")
        + " of a record with a component for each, in that order, such as record Key("
        + IntStream.range(0, parameter.row().size())
            .mapToObj(i -> wanted(parameter.row().get(i), i))
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static String wanted(Element element, int position) {
    @Nullable String property = element.column().map(of -> of.column().property()).orElse(null);
    return known(element).map(type -> TypeUse.shownPlain(type.mirror())).orElse("String")
        + " "
        + (property == null ? "value" + (position + 1) : property);
  }
}
