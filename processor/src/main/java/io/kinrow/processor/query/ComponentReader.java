package io.kinrow.processor.query;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.Links;
import io.kinrow.processor.model.Presence;
import io.kinrow.processor.model.ProjectionModel;
import io.kinrow.processor.model.ProjectionModel.Component;
import io.kinrow.processor.model.ProjectionModel.Count;
import io.kinrow.processor.model.ProjectionModel.Join;
import io.kinrow.processor.model.ProjectionModel.Part;
import io.kinrow.processor.model.ProjectionModel.Rows;
import io.kinrow.processor.model.ProjectionModel.Select;
import io.kinrow.processor.model.ProjectionModel.Source;
import io.kinrow.processor.model.ProjectionModel.Step;
import io.kinrow.processor.model.RelationModel;
import io.kinrow.processor.model.RelationModel.Kind;
import io.kinrow.processor.model.RowPart;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.problem.Origin;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the column or relation of a table that each component of a record is read from. Positions
 * are given in the order of the components, each column of a row once.
 */
final class ComponentReader {

  private static final String COUNT = "Count";

  private final Links links;
  private final TypeUses types;
  private final Visibility visibility;
  private final Problems problems;

  private final List<Step> steps = new ArrayList<>();
  private final Map<Place, ResultColumn> columns = new HashMap<>();
  private int sources;

  /** A column of a row. */
  private record Place(int source, String column) {}

  ComponentReader(Links links, TypeUses types, Visibility visibility, Problems problems) {
    this.links = links;
    this.types = types;
    this.visibility = visibility;
    this.problems = problems;
  }

  /**
   * Reads the record of a whole row.
   *
   * @param around the records that it is a part of
   * @param origin where a problem of the whole record is
   */
  Optional<ProjectionModel> record(
      TypeElement record, TableModel table, List<TypeElement> around, Origin origin) {
    if (!canBeMade(record, around, origin)) {
      return Optional.empty();
    }
    Source root = source(table, decapitalised(table.entity()));
    List<TypeElement> inside = with(around, record);
    List<Component> components = new ArrayList<>();
    for (RecordComponentElement component : TypeUses.components(record)) {
      Optional<RelationModel> many = many(table, component);
      if (many.isPresent() && column(table, component).isEmpty()) {
        rows(record, component, many.get(), inside).ifPresent(components::add);
      } else {
        part(record, component, root, inside)
            .map(read -> new Part(component.getSimpleName().toString(), read))
            .ifPresent(components::add);
      }
    }
    return problems.none()
        ? Optional.of(new ProjectionModel(record, root, List.copyOf(steps), components))
        : Optional.empty();
  }

  private boolean canBeMade(TypeElement record, List<TypeElement> around, Origin origin) {
    String reason = null;
    String remedy = "";
    if (!record.getTypeParameters().isEmpty()) {
      reason = "it has type parameters";
      remedy = "use the types themselves";
    } else if (record.getRecordComponents().isEmpty()) {
      reason = "it has no components";
      remedy = "give it one for each column that is needed";
    } else if (around.contains(record)) {
      reason = "it contains itself";
      remedy = "use another record, without that component, inside of it";
    }
    if (reason != null) {
      problems.report(origin, Problem.NOT_A_PROJECTION, record.getSimpleName(), reason, remedy);
    }
    return reason == null;
  }

  private Source source(TableModel table, String name) {
    return new Source(sources++, table, name);
  }

  // Values -----------------------------------------------------------------------------------

  private Optional<RowPart> part(
      TypeElement record, RecordComponentElement component, Source from, List<TypeElement> around) {
    Optional<ColumnModel> column = column(from.table(), component);
    if (column.isPresent()) {
      return value(record, component, from, column.get());
    }
    Optional<RelationModel> relation = relation(from.table(), component.getSimpleName().toString());
    if (relation.isPresent()) {
      if (relation.get().single()) {
        return nested(record, component, from, relation.get(), around);
      }
      unfit(
          record,
          component,
          "belongs to a record that is a part of another one",
          "move the list to the record of the whole row");
      return Optional.empty();
    }
    Optional<RelationModel> counted = counted(from.table(), component);
    if (counted.isPresent()) {
      return count(record, component, from, counted.get());
    }
    problems.report(
        ChildrenReader.origin(record, component),
        Problem.NO_SUCH_COMPONENT,
        component.getSimpleName(),
        record.getSimpleName(),
        from.table().id(),
        Spelling.hint(component.getSimpleName().toString(), names(from.table())));
    return Optional.empty();
  }

  private Optional<RowPart> value(
      TypeElement record, RecordComponentElement component, Source from, ColumnModel column) {
    TypeUse use = use(component);
    if (!use.fits(column.type())) {
      String type = TypeUse.shown(column.type().mirror());
      unfit(
          record,
          component,
          "has type " + use.shown() + ", but column " + place(from, column) + " has type " + type,
          "declare it as "
              + (column.nullable() ? "Optional<" + type + "> or @Nullable " + type : type));
      return Optional.empty();
    }
    if (column.nullable() && use.presence() == Presence.ALWAYS) {
      unfit(
          record,
          component,
          "has type " + use.shown() + ", but column " + place(from, column) + " may be NULL",
          "declare it as " + use.shownWithRoom());
      return Optional.empty();
    }
    return Optional.of(
        new RowPart.Value(read(from, column), use.value(), use.primitive(), use.presence()));
  }

  private static String place(Source from, ColumnModel column) {
    return new ColumnOfTable(from.table(), column).toString();
  }

  private ResultColumn read(Source from, ColumnModel column) {
    return columns.computeIfAbsent(
        new Place(from.number(), column.name()),
        first -> {
          steps.add(new Select(from, column));
          return new ResultColumn(
              position(),
              column.name(),
              Optional.of(new ColumnOfTable(from.table(), column)),
              Optional.of(column.type()),
              column.nullable() ? Nullability.NULLABLE : Nullability.NOT_NULL,
              "");
        });
  }

  /** The position of what was added last. */
  private int position() {
    return (int) steps.stream().filter(step -> !(step instanceof Join)).count();
  }

  private Optional<RowPart> count(
      TypeElement record, RecordComponentElement component, Source from, RelationModel relation) {
    TypeUse use = use(component);
    if (!TypeUse.isWhole(use.value().kind())) {
      unfit(
          record,
          component,
          "has type "
              + use.shown()
              + ", but it stands for the number of rows of "
              + relation.target().id(),
          "declare it as long or int");
      return Optional.empty();
    }
    steps.add(new Count(from, relation));
    ResultColumn column =
        new ResultColumn(
            position(),
            component.getSimpleName().toString(),
            Optional.empty(),
            Optional.of(use.value()),
            Nullability.NOT_NULL,
            "");
    return Optional.of(new RowPart.Value(column, use.value(), use.primitive(), use.presence()));
  }

  // Rows of relations ------------------------------------------------------------------------

  private Optional<RowPart> nested(
      TypeElement record,
      RecordComponentElement component,
      Source from,
      RelationModel relation,
      List<TypeElement> around) {
    TypeUse use = use(component);
    Optional<TypeElement> inner = types.record(use.value().mirror());
    if (inner.isEmpty()) {
      unfit(
          record,
          component,
          "has type "
              + use.shown()
              + ", but a row of "
              + relation.target().id()
              + " is read as a record",
          "declare it as a record with the columns that are needed");
      return Optional.empty();
    }
    if (!relation.required() && use.presence() == Presence.ALWAYS) {
      unfit(
          record,
          component,
          "has type " + use.shown() + ", but " + absence(relation),
          "declare it as " + use.shownWithRoom());
      return Optional.empty();
    }
    if (!canBeMade(inner.get(), around, ChildrenReader.origin(record, component))) {
      return Optional.empty();
    }
    visibility.require(inner.get(), problems);
    Source joined = source(relation.target(), relation.name());
    steps.add(new Join(from, relation, joined));
    List<TypeElement> inside = with(around, inner.get());
    List<RowPart> parts = new ArrayList<>();
    for (RecordComponentElement each : TypeUses.components(inner.get())) {
      part(inner.get(), each, joined, inside).ifPresent(parts::add);
    }
    // it equals a column of the row that it is joined to, and so is NULL only without a row
    ResultColumn key = read(joined, relation.targetColumns().get(0));
    return problems.none()
        ? Optional.of(new RowPart.Components(inner.get(), parts, use.presence(), Optional.of(key)))
        : Optional.empty();
  }

  private static String absence(RelationModel relation) {
    return relation.kind() == Kind.ONE
        ? relation.sourceColumns().stream()
                .filter(ColumnModel::nullable)
                .findFirst()
                .map(column -> new ColumnOfTable(relation.source(), column).toString())
                .orElseThrow()
            + " may be NULL"
        : "there may be no row of " + relation.target().id() + " for it";
  }

  private Optional<Component> rows(
      TypeElement record,
      RecordComponentElement component,
      RelationModel relation,
      List<TypeElement> around) {
    Optional<TypeElement> element =
        types.argumentOf("java.util.List", component.asType()).flatMap(types::record);
    if (element.isEmpty()) {
      unfit(
          record,
          component,
          "has type "
              + use(component).shown()
              + ", but it stands for rows of "
              + relation.target().id(),
          "declare it as a List of records with the columns that are needed");
      return Optional.empty();
    }
    visibility.require(element.get(), problems);
    String name = component.getSimpleName().toString();
    return new ComponentReader(links, types, visibility, problems)
        .record(element.get(), relation.target(), around, ChildrenReader.origin(record, component))
        .map(records -> new Rows(name, relation, records));
  }

  // Names ------------------------------------------------------------------------------------

  private static Optional<ColumnModel> column(TableModel table, RecordComponentElement component) {
    return table.shown().stream()
        .filter(column -> component.getSimpleName().contentEquals(column.property()))
        .findFirst();
  }

  private Optional<RelationModel> relation(TableModel table, String name) {
    return links.relations(table).stream()
        .filter(relation -> relation.name().equals(name))
        .findFirst();
  }

  private Optional<RelationModel> many(TableModel table, RecordComponentElement component) {
    return relation(table, component.getSimpleName().toString())
        .filter(relation -> !relation.single());
  }

  private Optional<RelationModel> counted(TableModel table, RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    return name.endsWith(COUNT)
        ? relation(table, name.substring(0, name.length() - COUNT.length()))
            .filter(relation -> !relation.single())
        : Optional.empty();
  }

  private List<String> names(TableModel table) {
    return Stream.of(
            table.shown().stream().map(ColumnModel::property),
            links.relations(table).stream().map(RelationModel::name),
            links.relations(table).stream()
                .filter(relation -> !relation.single())
                .map(relation -> relation.name() + COUNT))
        .flatMap(each -> each)
        .toList();
  }

  private TypeUse use(RecordComponentElement component) {
    TypeMirror type = component.asType();
    return types.use(type, component.getAnnotationMirrors());
  }

  private void unfit(
      TypeElement record, RecordComponentElement component, String what, String remedy) {
    problems.report(
        ChildrenReader.origin(record, component),
        Problem.UNFIT_COMPONENT,
        component.getSimpleName(),
        record.getSimpleName(),
        what,
        remedy);
  }

  private static List<TypeElement> with(List<TypeElement> around, TypeElement record) {
    List<TypeElement> all = new ArrayList<>(around);
    all.add(record);
    return all;
  }

  private static String decapitalised(String name) {
    int first = name.codePointAt(0);
    return new StringBuilder()
        .appendCodePoint(Character.toLowerCase(first))
        .append(name.substring(Character.charCount(first)))
        .toString();
  }
}
