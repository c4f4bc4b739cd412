package io.kinrow.processor.read;

import io.kinrow.processor.model.ColumnModel;
import io.kinrow.processor.model.JavaType;
import io.kinrow.processor.model.ManagedModel;
import io.kinrow.processor.problem.Problem;
import io.kinrow.processor.problem.Problems;
import io.kinrow.processor.problem.Spelling;
import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.dialect.RowVersion;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the columns of a table: facts from the annotation, types from jOOQ's fields. */
final class ColumnsReader {

  private final Types types;
  private final Elements elements;
  private final JavaTypeReader javaTypes;
  private final ManagedReader managed;
  private final Problems problems;
  private final Optional<TypeMirror> tableField;

  ColumnsReader(ProcessingEnvironment environment, ManagedReader managed, Problems problems) {
    this.managed = managed;
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.javaTypes = new JavaTypeReader(environment);
    this.problems = problems;
    this.tableField =
        Optional.ofNullable(environment.getElementUtils().getTypeElement("org.jooq.TableField"))
            .map(element -> types.erasure(element.asType()));
  }

  /** The columns that have a field. */
  List<ColumnModel> read(TableClass table) {
    Map<String, TypeMirror> fields = fields(table);
    List<ColumnModel> columns = new ArrayList<>();
    for (TableDescription.Column column : table.facts().columns()) {
      TypeMirror type = fields.get(column.field());
      if (type == null) {
        problems.report(
            table.origin(),
            Problem.STALE_FACTS,
            "table class " + table.element().getQualifiedName(),
            column.field(),
            column.name(),
            Spelling.hint(column.field(), fields.keySet()));
      } else {
        columns.add(column(columns.size(), table, column, type));
      }
    }
    if (managed.hasRowVersion(table)) {
      columns.add(rowVersion(columns.size()));
    }
    return columns;
  }

  /** The column that is no column of the table for jOOQ. */
  private ColumnModel rowVersion(int position) {
    return new ColumnModel(
        position,
        RowVersion.NAME,
        "",
        RowVersion.NAME,
        javaTypes.read(elements.getTypeElement(Long.class.getName()).asType()),
        false,
        false,
        false,
        false,
        false,
        true,
        0,
        "",
        new ManagedModel(Role.ROW_VERSION, false, null, false));
  }

  private ColumnModel column(
      int position, TableClass table, TableDescription.Column column, TypeMirror mirror) {
    JavaType type = javaTypes.read(mirror);
    return new ColumnModel(
        position,
        column.name(),
        column.field(),
        column.property(),
        type,
        column.nullable(),
        column.defaulted(),
        column.identity(),
        column.generated(),
        column.converted(),
        column.exact(),
        column.scale(),
        column.bind(),
        managed.read(table, column, type));
  }

  /** The second type argument of each field of type {@code TableField}. */
  private Map<String, TypeMirror> fields(TableClass table) {
    Map<String, TypeMirror> fields = new LinkedHashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(table.element().getEnclosedElements())) {
      if (field.asType() instanceof DeclaredType type
          && type.getTypeArguments().size() == 2
          && tableField.filter(raw -> types.isSameType(types.erasure(type), raw)).isPresent()) {
        fields.put(field.getSimpleName().toString(), type.getTypeArguments().get(1));
      }
    }
    return fields;
  }
}
