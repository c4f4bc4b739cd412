package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.ColumnFacts;
import io.kinrow.processor.fact.KeyFacts;
import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.name.ColumnNames;
import io.kinrow.processor.name.ReferenceNames;
import io.kinrow.processor.name.TableNames;
import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts and names of one table as the text of its {@code @TableDescription}. */
final class TableDescriptionWriter {

  private final String annotation;

  /**
   * @param annotation how {@link TableDescription} is written in the file: its simple name if
   *     imported
   */
  TableDescriptionWriter(String annotation) {
    this.annotation = annotation;
  }

  /** What tells a class of jOOQ's that stands for a function from one of a table. */
  String function(String dialect, TableId id) {
    return "@"
        + annotation
        + "(name = "
        + quoted(id.name())
        + ", dialect = "
        + quoted(dialect)
        + ", kind = "
        + annotation
        + ".Kind.FUNCTION, entity = \"\", repository = \"\", columns = {})";
  }

  /** The lines, without indentation. */
  List<String> write(String dialect, TableFacts table, TableNames names) {
    List<String> members = new ArrayList<>();
    members.add("name = " + quoted(table.id().name()));
    if (!table.id().schema().isEmpty()) {
      members.add("schema = " + quoted(table.id().schema()));
    }
    members.add("dialect = " + quoted(dialect));
    if (table.view()) {
      members.add("kind = " + annotation + ".Kind.VIEW");
    }
    members.add("entity = " + quoted(names.entity()));
    members.add("repository = " + quoted(names.repository()));
    members.add(block("columns", table.columns(), c -> column(c, names.columns().get(c.name()))));
    if (!table.primaryKey().isEmpty()) {
      members.add("primaryKey = " + array(table.primaryKey()));
    }
    addBlock(members, "uniqueKeys", table.uniqueKeys(), this::key);
    addBlock(members, "indexes", table.indexes(), this::key);
    addBlock(
        members,
        "references",
        table.references(),
        reference -> reference(reference, names.references().get(reference.key())));
    if (table.join()) {
      members.add("join = true");
    }
    if (table.triggers()) {
      members.add("triggers = true");
    }
    if (table.partitioned()) {
      members.add("partitioned = true");
    }
    List<String> lines = new ArrayList<>();
    lines.add("@" + annotation + "(");
    lines.addAll(String.join(",\n", members).lines().toList());
    lines.add(")");
    return lines;
  }

  private String column(ColumnFacts column, ColumnNames names) {
    List<String> members = new ArrayList<>();
    members.add("name = " + quoted(column.name()));
    members.add("field = " + quoted(names.field()));
    members.add("property = " + quoted(names.property()));
    addIf(members, "nullable", column.nullable());
    addIf(members, "defaulted", column.defaulted());
    addIf(members, "identity", column.identity());
    addIf(members, "generated", column.generated());
    addIf(members, "converted", column.storage().converted());
    addIf(members, "exact", column.storage().exact());
    if (column.storage().scale() > 0) {
      members.add("scale = " + column.storage().scale());
    }
    if (!column.storage().bind().equals("?")) {
      members.add("bind = " + quoted(column.storage().bind()));
    }
    return nested("Column", members);
  }

  private String key(KeyFacts key) {
    List<String> members = new ArrayList<>();
    if (!key.name().isEmpty()) {
      members.add("name = " + quoted(key.name()));
    }
    members.add("columns = " + array(key.columns()));
    return nested("Key", members);
  }

  private String reference(ReferenceFacts reference, ReferenceNames names) {
    List<String> members = new ArrayList<>();
    if (!reference.name().isEmpty()) {
      members.add("name = " + quoted(reference.name()));
    }
    members.add("columns = " + array(reference.columns()));
    members.add("table = " + quoted(reference.target().name()));
    if (!reference.target().schema().isEmpty()) {
      members.add("tableSchema = " + quoted(reference.target().schema()));
    }
    members.add("tableColumns = " + array(reference.targetColumns()));
    addAction(members, "onDelete", reference.onDelete());
    addAction(members, "onUpdate", reference.onUpdate());
    addIf(members, "unique", reference.unique());
    members.add("one = " + quoted(names.one()));
    members.add("many = " + quoted(names.many()));
    if (!names.across().isEmpty()) {
      members.add("across = " + quoted(names.across()));
    }
    return nested("Reference", members);
  }

  private void addAction(List<String> members, String name, Action action) {
    if (action != Action.NO_ACTION) {
      members.add(name + " = " + annotation + ".Action." + action);
    }
  }

  private static void addIf(List<String> members, String name, boolean fact) {
    if (fact) {
      members.add(name + " = true");
    }
  }

  private static <T> void addBlock(
      List<String> members, String name, List<T> values, Function<T, String> writing) {
    if (!values.isEmpty()) {
      members.add(block(name, values, writing));
    }
  }

  private static <T> String block(String name, List<T> values, Function<T, String> writing) {
    return values.stream().map(writing).collect(Collectors.joining(",\n", name + " = {\n", "\n}"));
  }

  private String nested(String name, List<String> members) {
    return "@" + annotation + "." + name + "(" + String.join(", ", members) + ")";
  }

  private static String array(List<String> names) {
    return names.size() == 1
        ? quoted(names.get(0))
        : names.stream()
            .map(TableDescriptionWriter::quoted)
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return javaLiteral(text);
  }

  private static String javaLiteral(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append((char) c);
              }
            });
    return literal.append('"').toString();
  }
}
