package io.kinrow.processor.query;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.QueryFileModel.Component;
import io.kinrow.processor.model.QueryFileModel.Entity;
import io.kinrow.processor.model.QueryFileModel.Generated;
import io.kinrow.processor.model.QueryFileModel.Row;
import io.kinrow.processor.model.QueryFileModel.Value;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.model.StatementFacts.Element;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.processor.model.TableModel;
import io.kinrow.processor.query.NamedQueriesReader.Unfit;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** Chooses what the rows of a named query become. */
record RowShapes(DatabaseModel database, StatementFacts facts) {

  /** An entity if the columns are those of a table, a value if there is one, else a record. */
  Row of(String method) {
    List<ResultColumn> columns = facts.columns();
    Optional<TableModel> table = database.tables().stream().filter(this::isWhole).findFirst();
    if (table.isPresent()) {
      return new Entity(table.get());
    }
    if (columns.size() == 1) {
      return value(columns.get(0));
    }
    return record(capitalised(method) + "Row", "", columns, false);
  }

  /** The record of a list of rows, such as {@code PostsOfKeysRow} for {@code :keys} of postsOf. */
  static Generated listed(String method, Parameter parameter) {
    List<Component> components = new ArrayList<>();
    for (Element element : parameter.row()) {
      String name = element.column().map(of -> of.column().property()).orElse("");
      boolean taken = components.stream().anyMatch(component -> component.name().equals(name));
      if (name.isEmpty() || taken || element.type().filter(ValueReader::isAnything).isPresent()) {
        throw new Unfit(
            "the list of rows :"
                + parameter.name()
                + (taken
                    ? " is compared with two columns named " + name
                    : " is compared with something that is not a column"),
            "declare the query in Java with @Sql, where the elements are a record of yours");
      }
      components.add(new Component(name, new Value(element.type().orElseThrow().mirror(), false)));
    }
    return new Generated(
        capitalised(method) + capitalised(parameter.name()) + "Row", components, false);
  }

  private boolean isWhole(TableModel table) {
    List<ResultColumn> columns = facts.columns();
    if (columns.size() != table.columns().size()) {
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      ResultColumn column = columns.get(i);
      if (!column.isOf(table, table.columns().get(i))
          || (column.isRequiredInTable() && column.nullability() == Nullability.NULLABLE)) {
        return false;
      }
    }
    return true;
  }

  private static Value value(ResultColumn column) {
    return value(column, column.nullability() != Nullability.NOT_NULL);
  }

  private static Value value(ResultColumn column, boolean nullable) {
    if (column.type().isEmpty() || ValueReader.isAnything(column.type().get())) {
      throw new Unfit(
          "the database does not tell the type of column " + column.label(),
          "give it one with CAST, or declare the query in Java with @Sql");
    }
    return new Value(column.type().get().mirror(), nullable);
  }

  /** Labels with dots are records inside of the record. */
  private static Generated record(
      String name, String prefix, List<ResultColumn> columns, boolean absent) {
    Optional<ResultColumn> key = absent ? RowReader.keyOf(columns) : Optional.empty();
    Map<String, List<ResultColumn>> parts = new LinkedHashMap<>();
    for (ResultColumn column : columns) {
      String rest = column.label().substring(prefix.length());
      int dot = rest.indexOf('.');
      parts
          .computeIfAbsent(dot < 0 ? rest : rest.substring(0, dot + 1), first -> new ArrayList<>())
          .add(column);
    }
    List<Component> components = new ArrayList<>();
    parts.forEach(
        (label, of) -> {
          boolean nested = label.endsWith(".");
          String plain = nested ? label.substring(0, label.length() - 1) : label;
          String component = component(plain, of.get(0), nested);
          components.add(
              new Component(
                  component,
                  nested
                      ? record(capitalised(component), prefix + label, of, isAbsent(of))
                      : inside(of, key)));
        });
    return new Generated(name, components, absent);
  }

  private static Value inside(List<ResultColumn> columns, Optional<ResultColumn> key) {
    if (columns.size() > 1) {
      throw new Unfit(
          "two columns are named " + columns.get(0).label(), "give one another name with AS");
    }
    ResultColumn column = columns.get(0);
    boolean there =
        column.isRequiredInTable()
            && key.filter(known -> RowReader.isOfSameTable(known, column)).isPresent();
    return there ? value(column, false) : value(column);
  }

  /** Whether an outer join may leave all of the columns NULL, and one of them tells. */
  private static boolean isAbsent(List<ResultColumn> columns) {
    return columns.stream()
        .anyMatch(
            column -> column.isRequiredInTable() && column.nullability() == Nullability.NULLABLE);
  }

  private static String component(String label, ResultColumn column, boolean nested) {
    String name =
        column
            .origin()
            .map(of -> of.column())
            .filter(of -> !nested && of.name().equals(label))
            .map(ColumnModel::property)
            .orElse(NamedQueriesReader.property(label));
    if (!SourceVersion.isName(name) || name.indexOf('.') >= 0) {
      throw Unfit.unnamed(column);
    }
    return name;
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
