package io.kinrow.queries.facts;

import io.kinrow.runtime.internal.QueryFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the facts as Java: an annotation for each query, and a class that has them all. */
public final class QueryFactsText {

  private static final String INDENT = "              ";

  private QueryFactsText() {}

  /**
   * Returns the class.
   *
   * @param files what {@link #file} returned for each file of named queries
   */
  public static String source(String packageName, Collection<String> queries, List<String> files) {
    String value = "{\n" + String.join(",\n", queries) + "\n}";
    String content =
        files.isEmpty()
            ? value
            : "\n    value = " + value + ",\n    files = {\n" + String.join(",\n", files) + "\n}";
    return """
        package %s;

        import %s;

        /** What the migrated database tells about the declared queries. Written by kinrow:generate. */
        @QueryFacts(%s)
        public final class %s {

          private %4$s() {}
        }
        """
        .formatted(packageName, QueryFacts.class.getName(), content, QueryFacts.CLASS);
  }

  /** Returns the class without files of named queries. */
  public static String source(String packageName, Collection<String> queries) {
    return source(packageName, queries, List.of());
  }

  /**
   * Returns the annotation of a file of named queries.
   *
   * @param name of the interface
   * @param methods what {@link #method} returned for each
   */
  public static String file(String name, List<String> methods) {
    return "    @QueryFacts.File(name = %s, methods = %s)".formatted(string(name), array(methods));
  }

  /** Returns the annotation of a named query. */
  public static String method(String name, String result, String doc, String text) {
    return "@QueryFacts.Method(name = %s, result = QueryFacts.Result.%s, doc = %s, text = %s)"
        .formatted(string(name), result, string(doc), string(text));
  }

  /** Returns the annotation of a query. */
  public static String query(DescribedQuery query) {
    List<String> parts = new ArrayList<>();
    parts.add("text = " + JavaText.constant(query.text(), INDENT));
    parts.add("sql = " + JavaText.constant(query.sql(), INDENT));
    if (!query.parameters().isEmpty()) {
      parts.add(
          "parameters = "
              + array(query.parameters().stream().map(QueryFactsText::parameter).toList()));
      parts.add("binds = {" + indexes(query.binds()) + "}");
    }
    parts.add("rows = " + query.rows());
    if (query.writes()) {
      parts.add("writes = true");
    }
    if (!query.columns().isEmpty()) {
      parts.add(
          "columns = " + array(query.columns().stream().map(QueryFactsText::column).toList()));
    }
    if (!query.blocks().isEmpty()) {
      parts.add("blocks = " + array(query.blocks().stream().map(QueryFactsText::block).toList()));
    }
    return "    @QueryFacts.Query(\n        " + String.join(",\n        ", parts) + ")";
  }

  private static String array(List<String> elements) {
    return elements.stream()
        .collect(Collectors.joining(",\n          ", "{\n          ", "\n        }"));
  }

  private static String block(DescribedBlock block) {
    return "@QueryFacts.Block(start = %d, end = %d, firstBind = %d, endBind = %d, parameters = {%s})"
        .formatted(
            block.start(),
            block.end(),
            block.firstBind(),
            block.endBind(),
            indexes(block.parameters()));
  }

  private static String indexes(List<Integer> indexes) {
    return indexes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String parameter(DescribedParameter parameter) {
    List<String> parts = new ArrayList<>();
    parts.add("name = " + string(parameter.name()));
    if (parameter.list()) {
      parts.add("list = true");
    }
    addOrigin(parts, parameter.origin());
    addType(parts, parameter.type());
    if (!parameter.row().isEmpty()) {
      parts.add(
          "row = {"
              + parameter.row().stream()
                  .map(QueryFactsText::element)
                  .collect(Collectors.joining(", "))
              + "}");
    }
    return "@QueryFacts.Parameter(" + String.join(", ", parts) + ")";
  }

  private static String element(DescribedElement element) {
    List<String> parts = new ArrayList<>();
    addOrigin(parts, element.origin());
    addType(parts, element.type());
    return "@QueryFacts.Element(" + String.join(", ", parts) + ")";
  }

  private static String column(DescribedColumn column) {
    List<String> parts = new ArrayList<>();
    parts.add("label = " + string(column.label()));
    addOrigin(parts, column.origin());
    addType(parts, column.type());
    parts.add("nullability = QueryFacts.Nullability." + column.nullability());
    if (!column.because().isEmpty()) {
      parts.add("because = " + string(column.because()));
    }
    return "@QueryFacts.Column(" + String.join(", ", parts) + ")";
  }

  private static void addOrigin(List<String> parts, ColumnOrigin origin) {
    if (origin.isKnown()) {
      if (!origin.schema().isEmpty()) {
        parts.add("schema = " + string(origin.schema()));
      }
      parts.add("table = " + string(origin.table()));
      parts.add("column = " + string(origin.column()));
    }
  }

  private static void addType(List<String> parts, String type) {
    if (!type.equals(DescribedColumn.ANY)) {
      parts.add("type = " + type.replaceFirst("^java\\.lang\\.", "") + ".class");
    }
  }

  private static String string(String text) {
    return JavaText.constant(text, INDENT);
  }
}
