package io.kinrow.processor.query;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod.BoundRow;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.model.StatementFacts.Stand;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is bound for each parameter of a statement: a parameter of the method, or the
 * component of a record that is a parameter, or that each element of a list is.
 */
final class ParameterReader {

  private final TypeUses types;
  private final RowListReader rows;
  private final ExecutableElement method;
  private final Problems problems;

  /** What the method offers by name. */
  private final Map<String, Offer> offers = new LinkedHashMap<>();

  /** The parameters that are lists of rows, whose components are not bound one by one. */
  private final Set<String> rowLists = new HashSet<>();

  private final Set<String> wanted = new LinkedHashSet<>();
  private final Set<String> used = new HashSet<>();
  private @Nullable String batch;

  /**
   * A value that the method has under a name.
   *
   * @param ofElements whether the component is that of a list's elements
   */
  private record Offer(
      VariableElement parameter, @Nullable String component, TypeUse type, boolean ofElements) {}

  ParameterReader(Context context, ExecutableElement method, Problems problems) {
    this.types = context.types();
    this.rows = new RowListReader(context, problems);
    this.method = method;
    this.problems = problems;
    method.getParameters().forEach(this::offer);
    method.getParameters().forEach(this::offerComponents);
  }

  /** What is bound for parameters of a statement, in their order. */
  List<BoundValue> read(List<Parameter> parameters) {
    List<BoundValue> values = new ArrayList<>();
    parameters.stream()
        .filter(parameter -> !parameter.row().isEmpty())
        .forEach(parameter -> rowLists.add(parameter.name()));
    for (Parameter parameter : parameters) {
      wanted.add(parameter.name());
      Offer offer = offers.get(parameter.name());
      if (offer == null || isOfRows(offer)) {
        problems.report(
            Origin.of(method),
            Problem.MISSING_PARAMETER,
            parameter.name(),
            method.getSimpleName(),
            missing(parameter));
      } else {
        used.add(offer.parameter().getSimpleName().toString());
        if (offer.ofElements()) {
          batch = offer.parameter().getSimpleName().toString();
        }
        value(parameter, offer).ifPresent(values::add);
      }
    }
    return values;
  }

  private boolean isOfRows(Offer offer) {
    return offer.ofElements() && rowLists.contains(offer.parameter().getSimpleName().toString());
  }

  /** The parameter whose elements are bound one after the other, or null. */
  @Nullable String batch() {
    return batch;
  }

  private void offer(VariableElement parameter) {
    offers.put(
        parameter.getSimpleName().toString(),
        new Offer(
            parameter,
            null,
            types.use(parameter.asType(), parameter.getAnnotationMirrors()),
            false));
  }

  private void offerComponents(VariableElement parameter) {
    TypeMirror type = parameter.asType();
    Optional<TypeMirror> element = types.elementOf(type);
    Optional<TypeElement> record = types.record(element.orElse(type));
    if (record.isPresent()) {
      for (RecordComponentElement component : TypeUses.components(record.get())) {
        offers.putIfAbsent(
            component.getSimpleName().toString(),
            new Offer(
                parameter,
                component.getSimpleName().toString(),
                types.use(component.asType(), component.getAnnotationMirrors()),
                element.isPresent()));
      }
    }
  }

  /** Reports the parameters that no statement uses. */
  void refuseUnused() {
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      if (!used.contains(name)) {
        problems.report(
            Origin.of(parameter),
            Problem.UNUSED_PARAMETER,
            name,
            name,
            isOfQuery(parameter.asType())
                ? "; to narrow or order what the SQL selects, return Query, and call where(…) or"
                    + " orderBy(…) on it, for instance in a default method"
                : wanted.isEmpty() ? "" : Spelling.hint(name, wanted));
      }
    }
  }

  /** Whether a parameter is something that jOOQ's queries take. */
  private static boolean isOfQuery(TypeMirror type) {
    String name = type.toString();
    return Stream.of("Condition", "OrderField", "SortField")
        .anyMatch(part -> name.contains("org.jooq." + part));
  }

  private Optional<BoundValue> value(Parameter parameter, Offer offer) {
    TypeUse type = offer.type();
    if (!standsRight(parameter, offer)) {
      return Optional.empty();
    }
    if (parameter.list()) {
      boolean mayFallAway = parameter.stand() == Stand.IN_BLOCKS;
      Optional<TypeMirror> element =
          types.elementOf(mayFallAway ? type.value().mirror() : type.mirror());
      if (!parameter.row().isEmpty()) {
        return rows.read(parameter, Origin.of(offer.parameter()), shown(offer), type, element)
            .map(row -> bound(parameter, offer, offer.type(), Optional.of(row)));
      }
      if (element.isEmpty()) {
        wrong(
            parameter,
            offer,
            "is a list",
            mayFallAway
                ? "declare it as Optional of a Collection or List of its values"
                : "declare it as Collection or List of its values");
        return Optional.empty();
      }
      type = types.use(element.get(), List.of());
    }
    if (!fits(parameter.type(), type)) {
      Optional<JavaType> known = parameter.type().filter(found -> found.kind() != Kind.OTHER);
      String place =
          parameter
                  .column()
                  .map(column -> "stands for " + column + ", ")
                  .orElse("stands for a value, ")
              + known
                  .map(k -> "which has type " + TypeUse.shown(k.mirror()))
                  .orElse("which has another type");
      wrong(
          parameter,
          offer,
          parameter.type().isEmpty() ? "can be a plain value only" : place,
          parameter
              .type()
              .map(found -> "declare it as " + declared(parameter, found.mirror()))
              .orElse("use the type of a value, such as String, long or BigDecimal"));
      return Optional.empty();
    }
    return Optional.of(bound(parameter, offer, type, Optional.empty()));
  }

  private static BoundValue bound(
      Parameter parameter, Offer offer, TypeUse type, Optional<BoundRow> row) {
    return new BoundValue(
        offer.parameter().getSimpleName().toString(),
        offer.component(),
        type.primitive() && !parameter.list(),
        parameter.list() ? Presence.ALWAYS : type.presence(),
        parameter.list(),
        parameter.stand() == Stand.IN_BLOCKS,
        parameter.column(),
        row);
  }

  /** Whether what decides about blocks can be empty, and nothing else beside them. */
  private boolean standsRight(Parameter parameter, Offer offer) {
    boolean optional = offer.type().presence() == Presence.OPTIONAL;
    if (parameter.stand() == Stand.IN_BLOCKS && !optional) {
      problems.report(
          Origin.of(offer.parameter()),
          Problem.NOT_OPTIONAL,
          shown(offer),
          offer.type().shown(),
          parameter.name(),
          "Optional<" + offer.type().shownValue() + ">");
      return false;
    }
    if (parameter.stand() == Stand.OUTSIDE && optional) {
      problems.report(
          Origin.of(offer.parameter()),
          Problem.OPTIONAL_OUTSIDE,
          shown(offer),
          parameter.name(),
          offer.type().shownValue());
      return false;
    }
    return true;
  }

  private String missing(Parameter parameter) {
    List<String> offered =
        offers.keySet().stream().filter(name -> !isOfRows(offers.get(name))).toList();
    if (Spelling.closest(parameter.name(), offered).isPresent()) {
      return Spelling.hint(parameter.name(), offered);
    } else if (!parameter.row().isEmpty()) {
      return ": add a parameter that is " + RowListReader.wanted(parameter);
    }
    return parameter.type().isEmpty()
        ? Spelling.hint(parameter.name(), offered)
        : ": add a parameter "
            + declared(parameter, parameter.type().get().mirror())
            + " "
            + parameter.name();
  }

  /** How to declare a parameter for values of a type. */
  private static String declared(Parameter parameter, TypeMirror type) {
    String value = TypeUse.shown(type);
    String values = parameter.list() ? "Collection<" + value + ">" : value;
    if (parameter.stand() == Stand.IN_BLOCKS) {
      return "Optional<" + values + ">";
    }
    return parameter.list() ? values : TypeUse.shownPlain(type);
  }

  private static String shown(Offer offer) {
    String parameter = offer.parameter().getSimpleName().toString();
    return offer.component() == null ? parameter : parameter + "." + offer.component();
  }

  private void wrong(Parameter parameter, Offer offer, String what, String remedy) {
    problems.report(
        Origin.of(offer.parameter()),
        Problem.PARAMETER_TYPE,
        shown(offer),
        offer.type().shown(),
        parameter.name(),
        what,
        remedy);
  }

  /**
   * Whether a value of a type can be compared with, or stored in, what has a type that may be
   * known.
   */
  static boolean fits(Optional<JavaType> wantedType, TypeUse type) {
    Optional<JavaType> known =
        wantedType.filter(k -> !k.mirror().toString().equals("java.lang.Object"));
    if (known.isEmpty()) {
      return type.isPlain();
    }
    Kind wanted = known.get().kind();
    Kind given = type.value().kind();
    boolean widened =
        TypeUse.isWhole(given)
            && (wanted == Kind.DECIMAL || TypeUse.isWhole(wanted))
            && given.compareTo(wanted) >= 0;
    boolean decimal = TypeUse.isWhole(given) && wanted == Kind.DECIMAL;
    return known.get().same(type.value()) || widened || decimal;
  }
}
