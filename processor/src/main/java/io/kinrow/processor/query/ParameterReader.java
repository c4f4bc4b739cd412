package io.kinrow.processor.query;

import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.JavaType.Kind;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.QueryMethod.BoundValue;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final JavaTypes types;
  private final ExecutableElement method;
  private final List<Parameter> wanted;
  private final Problems problems;

  /** What the method offers by name. */
  private final Map<String, Offer> offers = new LinkedHashMap<>();

  private final Set<String> used = new HashSet<>();
  private @Nullable String batch;

  /** A value that the method has under a name. */
  private record Offer(VariableElement parameter, @Nullable String component, TypeUse type) {}

  ParameterReader(
      JavaTypes types, ExecutableElement method, List<Parameter> wanted, Problems problems) {
    this.types = types;
    this.method = method;
    this.wanted = wanted;
    this.problems = problems;
  }

  /** What is bound, in the order of the statement's parameters. */
  List<BoundValue> read() {
    Set<String> names = new HashSet<>();
    wanted.forEach(parameter -> names.add(parameter.name()));
    method.getParameters().forEach(parameter -> offer(parameter, names));
    List<BoundValue> values = new ArrayList<>();
    for (Parameter parameter : wanted) {
      Offer offer = offers.get(parameter.name());
      if (offer == null) {
        problems.report(
            Origin.of(method),
            Problem.MISSING_PARAMETER,
            parameter.name(),
            method.getSimpleName(),
            Spelling.hint(parameter.name(), offers.keySet()));
      } else {
        used.add(offer.parameter().getSimpleName().toString());
        value(parameter, offer).ifPresent(values::add);
      }
    }
    method.getParameters().forEach(parameter -> refuseUnused(parameter, names));
    return values;
  }

  /** The parameter whose elements are bound one after the other, or null. */
  @Nullable String batch() {
    return batch;
  }

  private void offer(VariableElement parameter, Set<String> names) {
    String name = parameter.getSimpleName().toString();
    if (names.contains(name)) {
      offers.put(
          name,
          new Offer(
              parameter, null, types.use(parameter.asType(), parameter.getAnnotationMirrors())));
      return;
    }
    TypeMirror type = parameter.asType();
    Optional<TypeMirror> element = types.elementOf(type);
    Optional<TypeElement> record = types.record(element.orElse(type));
    if (record.isPresent()) {
      if (element.isPresent()) {
        batch = name;
      }
      for (RecordComponentElement component : record.get().getRecordComponents()) {
        offers.putIfAbsent(
            component.getSimpleName().toString(),
            new Offer(
                parameter,
                component.getSimpleName().toString(),
                types.use(component.asType(), component.getAnnotationMirrors())));
      }
    }
  }

  private void refuseUnused(VariableElement parameter, Set<String> names) {
    String name = parameter.getSimpleName().toString();
    if (!used.contains(name)) {
      problems.report(
          Origin.of(parameter),
          Problem.UNUSED_PARAMETER,
          name,
          name,
          names.isEmpty() ? "" : Spelling.hint(name, names));
    }
  }

  private Optional<BoundValue> value(Parameter parameter, Offer offer) {
    TypeUse type = offer.type();
    if (parameter.list()) {
      Optional<TypeMirror> element = types.elementOf(offer.type().mirror());
      if (element.isEmpty()) {
        wrong(parameter, offer, "is a list", "declare it as Collection or List of its values");
        return Optional.empty();
      }
      type = types.use(element.get(), List.of());
    }
    if (!fits(parameter, type)) {
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
              .map(found -> "declare it as " + TypeUse.shown(found.mirror()))
              .orElse("use the type of a value, such as String, long or BigDecimal"));
      return Optional.empty();
    }
    return Optional.of(
        new BoundValue(
            offer.parameter().getSimpleName().toString(),
            offer.component(),
            type.primitive() && !parameter.list(),
            parameter.list() ? Presence.ALWAYS : type.presence(),
            parameter.list(),
            parameter.column()));
  }

  private void wrong(Parameter parameter, Offer offer, String what, String remedy) {
    String name =
        offer.component() == null
            ? offer.parameter().getSimpleName().toString()
            : offer.parameter().getSimpleName() + "." + offer.component();
    problems.report(
        Origin.of(offer.parameter()),
        Problem.PARAMETER_TYPE,
        name,
        offer.type().shown(),
        parameter.name(),
        what,
        remedy);
  }

  private static boolean fits(Parameter parameter, TypeUse type) {
    Optional<JavaType> known =
        parameter.type().filter(k -> !k.mirror().toString().equals("java.lang.Object"));
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
