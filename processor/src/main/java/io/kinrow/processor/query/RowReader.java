package io.kinrow.processor.query;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.Presence;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the columns of one statement's result that each part of a row's type is read from. */
final class RowReader {

  private final Context context;
  private final TypeUses types;
  private final ChildrenReader children;
  private final List<ResultColumn> columns;
  private final Set<ResultColumn> unread;
  private final Problems problems;
  private final ValueReader values;
  private final Set<ResultColumn> taken = new HashSet<>();

  /**
   * @param parameters those of the method, for lists that have statements of their own
   * @param unread columns that may be read by nothing
   */
  RowReader(
      Context context,
      ParameterReader parameters,
      List<ResultColumn> columns,
      Set<ResultColumn> unread,
      Problems problems) {
    this.context = context;
    this.types = context.types();
    this.children = new ChildrenReader(context, parameters, problems);
    this.columns = columns;
    this.unread = unread;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /**
   * What a row becomes; empty if a problem was reported.
   *
   * @param noRow whether the type is optional because there may be no row
   */
  Optional<RowPart> read(TypeUse type, boolean noRow, Origin origin, String method) {
    ReadPlace place = new ReadPlace(origin, method, "");
    Optional<RowPart> part = whole(type, noRow ? type.always() : type, place);
    for (ResultColumn column : columns) {
      if (part.isPresent() && !taken.contains(column) && !unread.contains(column)) {
        problems.report(
            origin, Problem.UNREAD_COLUMN, column.label(), type.shownValue(), property(column));
      }
    }
    return problems.none() ? part : Optional.empty();
  }

  private Optional<RowPart> whole(TypeUse type, TypeUse row, ReadPlace place) {
    Optional<TableModel> table = entity(type);
    if (table.isPresent()) {
      return entity(table.get(), row, place);
    }
    Optional<TypeElement> record = types.record(type.value().mirror());
    if (record.isPresent() && !isOneValue(type)) {
      return record(record.get(), row, place);
    }
    List<ResultColumn> offered =
        columns.size() == 1
            ? columns
            : columns.stream().filter(column -> !unread.contains(column)).toList();
    if (offered.size() == 1 && canBeValue(type, offered.get(0))) {
      taken.add(offered.get(0));
      return values.read(offered.get(0), type, place);
    }
    String found =
        offered.size() == 1
            ? "the only column, "
                + offered.get(0).label()
                + ", is "
                + ValueReader.shown(offered.get(0))
            : "the statement returns " + columns.size() + " columns";
    problems.report(place.origin(), Problem.NOT_A_ROW_TYPE, type.shownValue(), found);
    return Optional.empty();
  }

  /** Whether the only column has this type, for records that a column is converted to. */
  private boolean isOneValue(TypeUse type) {
    return columns.size() == 1 && columns.get(0).type().filter(type.value()::same).isPresent();
  }

  private static boolean canBeValue(TypeUse type, ResultColumn column) {
    return type.isPlain() || column.type().filter(type.value()::same).isPresent();
  }

  private Optional<TableModel> entity(TypeUse type) {
    String name = type.value().mirror().toString();
    return context.database().tables().stream()
        .filter(table -> name.equals(context.database().packageName() + "." + table.entity()))
        .findFirst();
  }

  // Entities ---------------------------------------------------------------------------------

  private Optional<RowPart> entity(TableModel table, TypeUse type, ReadPlace place) {
    for (int first = 0; first + table.columns().size() <= columns.size(); first++) {
      List<ResultColumn> run = columns.subList(first, first + table.columns().size());
      if (isEntity(table, run)) {
        taken.addAll(run);
        return entity(table, run, type, place);
      }
    }
    problems.report(
        place.origin(),
        Problem.NOT_AN_ENTITY,
        type.shownValue(),
        table.id(),
        table.id(),
        table.columns().stream()
            .filter(ColumnModel::hidden)
            .map(column -> " and, behind them, " + table.id() + "." + column.name())
            .collect(Collectors.joining()));
    return Optional.empty();
  }

  private boolean isEntity(TableModel table, List<ResultColumn> run) {
    for (int i = 0; i < run.size(); i++) {
      if (taken.contains(run.get(i)) || !run.get(i).isOf(table, table.columns().get(i))) {
        return false;
      }
    }
    return true;
  }

  private Optional<RowPart> entity(
      TableModel table, List<ResultColumn> run, TypeUse type, ReadPlace place) {
    int first = run.get(0).position();
    if (type.presence() != Presence.ALWAYS) {
      Optional<ResultColumn> key = key(run, place);
      return key.map(found -> new RowPart.Entity(table, first, type.presence(), key));
    }
    for (ResultColumn column : run) {
      if (column.nullability() == Nullability.NULLABLE && column.isRequiredInTable()) {
        values.reportNull(column, type, place);
        return Optional.empty();
      }
    }
    Optional<ResultColumn> unproved =
        run.stream()
            .filter(ResultColumn::isRequiredInTable)
            .filter(column -> column.nullability() != Nullability.NOT_NULL)
            .findFirst();
    return Optional.of(new RowPart.Entity(table, first, Presence.ALWAYS, unproved));
  }

  /** The column that is NULL only where its table has no row. */
  static Optional<ResultColumn> keyOf(List<ResultColumn> columns) {
    return columns.stream()
        .filter(column -> column.origin().filter(ColumnOfTable::isKey).isPresent())
        .filter(ResultColumn::isRequiredInTable)
        .findFirst()
        .or(() -> columns.stream().filter(ResultColumn::isRequiredInTable).findFirst());
  }

  private Optional<ResultColumn> key(List<ResultColumn> of, ReadPlace place) {
    Optional<ResultColumn> key = keyOf(of);
    if (key.isEmpty()) {
      problems.report(place.origin(), Problem.ABSENCE_UNKNOWN, place.name());
    }
    return key;
  }

  // Records ----------------------------------------------------------------------------------

  private Optional<RowPart> record(TypeElement record, TypeUse type, ReadPlace place) {
    context.visibility().require(record, problems);
    List<RecordComponentElement> components = TypeUses.components(record);
    Map<RecordComponentElement, RowPart> parts = new HashMap<>();
    Optional<ResultColumn> key =
        type.presence() == Presence.ALWAYS ? Optional.empty() : key(within(place.prefix()), place);
    if (type.presence() != Presence.ALWAYS && key.isEmpty()) {
      return Optional.empty();
    }
    // entities take their columns first, so that no component of the name of one of them does
    for (boolean entities : new boolean[] {true, false}) {
      for (RecordComponentElement component : components) {
        TypeUse use = types.use(component.asType(), component.getAnnotationMirrors());
        if (!ChildrenReader.isOne(component) && entity(use).isPresent() == entities) {
          RowPart part = component(record, component, use, key, place);
          if (part != null) {
            parts.put(component, part);
          }
        }
      }
    }
    List<Optional<RowPart>> soFar =
        components.stream().map(component -> Optional.ofNullable(parts.get(component))).toList();
    for (RecordComponentElement component : components) {
      if (ChildrenReader.isOne(component)) {
        children
            .read(record, component, place.prefix(), soFar)
            .ifPresent(part -> parts.put(component, part));
      }
    }
    if (parts.size() < components.size()) {
      return Optional.empty();
    }
    List<RowPart> inOrder = new ArrayList<>();
    components.forEach(component -> inOrder.add(parts.get(component)));
    return Optional.of(new RowPart.Components(record, inOrder, type.presence(), key));
  }

  private @Nullable RowPart component(
      TypeElement record,
      RecordComponentElement component,
      TypeUse use,
      Optional<ResultColumn> key,
      ReadPlace outer) {
    String name = component.getSimpleName().toString();
    ReadPlace place =
        new ReadPlace(
            outer.origin(),
            "component " + name + " of " + record.getSimpleName(),
            outer.prefix() + name + ".");
    Optional<TableModel> table = entity(use);
    if (table.isPresent()) {
      return entity(table.get(), use, place).orElse(null);
    }
    Optional<ResultColumn> column = labelled(outer.prefix() + name, place);
    if (column.isPresent()) {
      taken.add(column.get());
      // where the record is absent, nothing of it is read
      boolean read = key.isEmpty() || !isOfSameTable(key.get(), column.get());
      ReadPlace shown = key.isEmpty() ? place : new ReadPlace(place.origin(), place.name(), "");
      return values.read(column.get(), use, shown, read).orElse(null);
    }
    Optional<TypeElement> nested = types.record(use.value().mirror());
    if (nested.isPresent() && !within(place.prefix()).isEmpty()) {
      return record(nested.get(), use, place).orElse(null);
    }
    String wanted =
        nested.isPresent()
            ? "its columns with names such as \"" + place.prefix() + "id\""
            : "one with the name " + outer.prefix() + name;
    List<String> free =
        columns.stream().filter(c -> !taken.contains(c)).map(ResultColumn::label).toList();
    problems.report(
        outer.origin(),
        Problem.NO_COLUMN,
        name,
        record.getSimpleName(),
        wanted,
        Spelling.hint(outer.prefix() + name, free));
    return null;
  }

  /** Whether both are there, or both are not: of two uses of one table, reading tells. */
  static boolean isOfSameTable(ResultColumn one, ResultColumn other) {
    return one.origin().isPresent()
        && one.origin().map(ColumnOfTable::table).equals(other.origin().map(ColumnOfTable::table));
  }

  private Optional<ResultColumn> labelled(String label, ReadPlace place) {
    List<ResultColumn> found = columns.stream().filter(c -> c.label().equals(label)).toList();
    if (found.isEmpty()) {
      found = columns.stream().filter(c -> plain(c.label()).equals(plain(label))).toList();
    }
    if (found.size() > 1) {
      problems.report(place.origin(), Problem.SAME_LABEL, found.get(1).label());
      taken.addAll(found);
    }
    return found.stream().findFirst();
  }

  private List<ResultColumn> within(String prefix) {
    return columns.stream()
        .filter(column -> plain(column.label()).startsWith(plain(prefix)))
        .toList();
  }

  /** {@code createdAt} is the component of {@code created_at}. */
  private static String plain(String label) {
    return label.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static String property(ResultColumn column) {
    return column.origin().map(of -> of.column()).map(ColumnModel::property).orElse(column.label());
  }
}
