package io.kinrow.queries;

import io.kinrow.queries.facts.ColumnOrigin;
import io.kinrow.queries.facts.DescribedBlock;
import io.kinrow.queries.facts.DescribedColumn;
import io.kinrow.queries.facts.DescribedParameter;
import io.kinrow.queries.facts.DescribedQuery;
import java.util.stream.Collectors;

/** Descriptions as text, for people to review. */
final class Described {

  private Described() {}

  static String text(DescribedQuery query) {
    StringBuilder text = new StringBuilder();
    if (!query.sql().equals(query.text())) {
      text.append("sql: ").append(query.sql().replace("\n", "\n     ")).append('\n');
    }
    for (DescribedParameter parameter : query.parameters()) {
      text.append("parameter ")
          .append(parameter.name())
          .append(parameter.list() ? ", a list" : "")
          .append(parameter.origin().isKnown() ? ", of " + parameter.origin() : "")
          .append(type(parameter.type()))
          .append(parameter.row().isEmpty() ? "" : " of rows")
          .append(
              parameter.row().stream()
                  .map(element -> " (" + place(element.origin()) + type(element.type()) + ")")
                  .collect(Collectors.joining()))
          .append('\n');
    }
    text.append(query.writes() ? "writes" : "reads");
    text.append(query.rows() ? ", returns rows" : "").append('\n');
    for (DescribedColumn column : query.columns()) {
      text.append("column ")
          .append(column.label())
          .append(column.origin().isKnown() ? ", of " + column.origin() : "")
          .append(type(column.type()))
          .append(": ")
          .append(column.nullability())
          .append(column.because().isEmpty() ? "" : ", because " + column.because())
          .append('\n');
    }
    for (DescribedBlock block : query.blocks()) {
      text.append("block [")
          .append(query.sql(), block.start(), block.end())
          .append("] of ")
          .append(
              block.parameters().stream()
                  .map(index -> query.parameters().get(index).name())
                  .collect(Collectors.joining(", ")))
          .append(", binds ")
          .append(block.firstBind())
          .append(" to ")
          .append(block.endBind())
          .append('\n');
    }
    return text.toString();
  }

  private static String place(ColumnOrigin origin) {
    return origin.isKnown() ? origin.toString() : "unknown";
  }

  private static String type(String type) {
    return type.equals(DescribedColumn.ANY) ? "" : ", " + type;
  }
}
