package io.kinrow.processor.read;

import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.ColumnOfTable;
import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.StatementFacts;
import io.kinrow.processor.model.StatementFacts.Block;
import io.kinrow.processor.model.StatementFacts.Element;
import io.kinrow.processor.model.StatementFacts.Parameter;
import io.kinrow.processor.model.StatementFacts.ResultColumn;
import io.kinrow.processor.model.StatementFacts.Stand;
import io.kinrow.processor.model.TableModel;
import io.kinrow.runtime.internal.QueryFacts;
import io.kinrow.runtime.internal.QueryFacts.Nullability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads what the migrated database told about the statements of declared queries. */
public final class QueryFactsReader {

  private final Elements elements;
  private final JavaTypeReader types;

  public QueryFactsReader(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.types = new JavaTypeReader(environment);
  }

  /** The facts by text; none while there are none. */
  public Map<String, StatementFacts> read(DatabaseModel database) {
    Columns columns = new Columns(database);
    Map<String, StatementFacts> facts = new HashMap<>();
    nested(database, "value")
        .forEach(query -> facts.put(query.text("text"), statement(query, columns)));
    return facts;
  }

  /** The files of named queries. */
  public List<NamedQueries> files(DatabaseModel database) {
    return nested(database, "files").map(QueryFactsReader::file).toList();
  }

  /** The annotations in an array of the facts; none while there are no facts. */
  private Stream<AnnotationReader> nested(DatabaseModel database, String array) {
    PackageElement jooq = elements.getPackageOf(database.tablesClass());
    TypeElement type = elements.getTypeElement(jooq.getQualifiedName() + "." + QueryFacts.CLASS);
    return Optional.ofNullable(type)
        .flatMap(found -> AnnotationReader.of(found, QueryFacts.class))
        .stream()
        .flatMap(facts -> facts.nested(array).stream());
  }

  private static NamedQueries file(AnnotationReader file) {
    return new NamedQueries(
        file.text("name"),
        file.nested("methods").stream()
            .map(
                method ->
                    new NamedQueries.Named(
                        method.text("name"),
                        method
                            .value("result")
                            .map(value -> QueryFacts.Result.valueOf(value.getValue().toString()))
                            .orElse(QueryFacts.Result.DEFAULT),
                        method.text("doc"),
                        method.text("text")))
            .toList());
  }

  private StatementFacts statement(AnnotationReader query, Columns columns) {
    List<ResultColumn> read = new ArrayList<>();
    for (AnnotationReader column : query.nested("columns")) {
      read.add(column(read.size() + 1, column, columns));
    }
    List<Block> blocks = query.nested("blocks").stream().map(QueryFactsReader::block).toList();
    List<Parameter> parameters = new ArrayList<>();
    for (AnnotationReader parameter : query.nested("parameters")) {
      parameters.add(parameter(parameter, columns, stand(parameters.size(), blocks)));
    }
    return new StatementFacts(
        query.text("sql"),
        List.copyOf(parameters),
        numbers(query, "binds"),
        query.flag("rows"),
        query.flag("writes"),
        List.copyOf(read),
        blocks);
  }

  private static Block block(AnnotationReader block) {
    return new Block(
        block.number("start"),
        block.number("end"),
        block.number("firstBind"),
        block.number("endBind"),
        numbers(block, "parameters"));
  }

  private static List<Integer> numbers(AnnotationReader annotation, String name) {
    return annotation.values(name).stream().map(value -> (Integer) value.getValue()).toList();
  }

  private static Stand stand(int parameter, List<Block> blocks) {
    if (blocks.isEmpty()) {
      return Stand.FREE;
    }
    boolean decides = blocks.stream().anyMatch(block -> block.parameters().contains(parameter));
    return decides ? Stand.IN_BLOCKS : Stand.OUTSIDE;
  }

  private Parameter parameter(AnnotationReader parameter, Columns columns, Stand stand) {
    Optional<ColumnOfTable> column = columns.of(parameter);
    return new Parameter(
        parameter.text("name"),
        parameter.flag("list"),
        column,
        column.map(of -> of.column().type()).or(() -> type(parameter)),
        stand,
        parameter.nested("row").stream().map(element -> element(element, columns)).toList());
  }

  private Element element(AnnotationReader element, Columns columns) {
    Optional<ColumnOfTable> column = columns.of(element);
    return new Element(column, column.map(of -> of.column().type()).or(() -> type(element)));
  }

  private ResultColumn column(int position, AnnotationReader column, Columns columns) {
    Optional<ColumnOfTable> origin = columns.of(column);
    String nullability =
        column.value("nullability").map(value -> value.getValue().toString()).orElse("UNKNOWN");
    return new ResultColumn(
        position,
        column.text("label"),
        origin,
        origin.map(of -> of.column().type()).or(() -> type(column)),
        Nullability.valueOf(nullability),
        column.text("because"));
  }

  private Optional<JavaType> type(AnnotationReader annotation) {
    return annotation
        .value("type")
        .map(AnnotationValue::getValue)
        .filter(TypeMirror.class::isInstance)
        .map(value -> types.read((TypeMirror) value));
  }

  /** The columns of the database. */
  private static final class Columns {

    private final Map<TableId, TableModel> tables = new HashMap<>();

    Columns(DatabaseModel database) {
      database.tables().forEach(table -> tables.put(table.id(), table));
    }

    Optional<ColumnOfTable> of(AnnotationReader annotation) {
      TableModel table =
          tables.get(new TableId(annotation.text("schema"), annotation.text("table")));
      if (table == null) {
        return Optional.empty();
      }
      String name = annotation.text("column");
      for (ColumnModel column : table.columns()) {
        if (column.name().equals(name)) {
          return Optional.of(new ColumnOfTable(table, column));
        }
      }
      return Optional.empty();
    }
  }
}
