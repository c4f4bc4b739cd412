package io.kinrow.diagram.write;

import static io.kinrow.diagram.write.Markup.readable;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureReference;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a picture as DBML. It has no word for generated columns and partial indexes, which are in
 * notes or left out, nor for views, which are tables with a note.
 */
public final class DbmlWriter {

  /** Words that begin something else in a table. */
  private static final Set<String> WORDS =
      Set.of("note", "indexes", "checks", "ref", "table", "tablegroup", "enum", "project");

  private final Picture picture;
  private final StringBuilder out = new StringBuilder();

  private DbmlWriter(Picture picture) {
    this.picture = picture;
  }

  /**
   * Returns the text of a picture.
   *
   * @throws RefusedException if it is a difference, which DBML cannot show
   */
  public static String of(Picture picture, LayoutOptions options) {
    if (picture.isDifference()) {
      throw RefusedException.because(
          "DBML cannot show a difference: draw it as SVG, HTML or Mermaid");
    }
    DbmlWriter writer = new DbmlWriter(picture);
    writer.write(options);
    return writer.out.toString();
  }

  private void write(LayoutOptions options) {
    out.append("// ").append(readable(picture.title())).append('\n');
    picture.tables().forEach(this::table);
    Set<ErName> known =
        picture.tables().stream().map(PictureTable::name).collect(Collectors.toSet());
    for (PictureReference line : picture.references()) {
      if (known.contains(line.reference().parent())) {
        reference(line.reference());
      } else {
        out.append("\n// ").append(readable(line.reference() + ": no such table")).append('\n');
      }
    }
    SortedMap<String, List<ErName>> groups = new TreeMap<>();
    options
        .groups()
        .of(
            picture.tables().stream()
                .filter(table -> !table.table().kind().isView())
                .map(PictureTable::name)
                .toList())
        .forEach(
            (table, group) -> groups.computeIfAbsent(group, g -> new ArrayList<>()).add(table));
    groups.forEach(
        (group, tables) -> {
          out.append("\nTableGroup ").append(name(group)).append(" {\n");
          tables.forEach(table -> out.append("  ").append(name(table)).append('\n'));
          out.append("}\n");
        });
  }

  private void table(PictureTable box) {
    ErTable table = box.table();
    out.append("\nTable ").append(name(table.name())).append(" {\n");
    List<String> key = table.primaryKey();
    for (ErColumn column : table.columns()) {
      out.append("  ").append(name(column.name())).append(' ');
      out.append(column.type().isEmpty() ? "any" : type(column.type()));
      List<String> settings = new ArrayList<>();
      if (column.key() && key.size() == 1) {
        settings.add("pk");
      }
      if (column.unique()) {
        settings.add("unique");
      }
      if (column.notNull() && !table.kind().isView()) {
        settings.add("not null");
      }
      if (column.note().startsWith("default ") && !column.note().contains("`")) {
        settings.add("default: `" + readable(column.note().substring("default ".length())) + "`");
      } else if (!column.note().isEmpty()) {
        settings.add("note: " + text(column.note()));
      }
      out.append(settings.isEmpty() ? "\n" : " [" + String.join(", ", settings) + "]\n");
    }
    if (table.columns().isEmpty()) {
      out.append("  \"?\" any\n");
    }
    indexes(table, key);
    List<String> notes = new ArrayList<>();
    if (table.kind() != ErTable.Kind.TABLE) {
      notes.add(table.kind().toString());
    }
    if (!table.note().isEmpty()) {
      notes.add(table.note());
    }
    if (!notes.isEmpty()) {
      out.append("  Note: ").append(text(String.join(", ", notes))).append('\n');
    }
    out.append("}\n");
  }

  private void indexes(ErTable table, List<String> key) {
    List<String> lines = new ArrayList<>();
    if (key.size() > 1) {
      lines.add(names(key) + " [pk]");
    }
    for (List<String> unique : table.uniqueKeys()) {
      if (unique.size() > 1) {
        lines.add(names(unique) + " [unique]");
      }
    }
    if (!lines.isEmpty()) {
      out.append("  indexes {\n");
      lines.forEach(line -> out.append("    ").append(line).append('\n'));
      out.append("  }\n");
    }
  }

  private void reference(ErReference reference) {
    out.append("\nRef");
    if (!reference.name().isEmpty()) {
      out.append(' ').append(name(reference.name()));
    }
    out.append(": ").append(name(reference.child())).append('.');
    out.append(side(reference.columns())).append(reference.unique() ? " - " : " > ");
    out.append(name(reference.parent())).append('.').append(side(reference.parentColumns()));
    List<String> settings = new ArrayList<>();
    action("delete", reference.onDelete(), settings);
    action("update", reference.onUpdate(), settings);
    out.append(settings.isEmpty() ? "\n" : " [" + String.join(", ", settings) + "]\n");
  }

  private static void action(String event, String action, List<String> settings) {
    if (!action.equals("NO ACTION")) {
      settings.add(event + ": " + action.toLowerCase(Locale.ROOT));
    }
  }

  private static String side(List<String> columns) {
    return columns.size() == 1 ? name(columns.get(0)) : names(columns);
  }

  private static String names(List<String> columns) {
    return columns.stream().map(DbmlWriter::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String name(ErName name) {
    return (name.schema().isEmpty() ? "" : name(name.schema()) + ".") + name(name.name());
  }

  /** Always in quotation marks, so that no word is a word of DBML's. */
  private static String name(String name) {
    return '"' + readable(name).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String type(String type) {
    boolean plain =
        type.matches("[A-Za-z_]\\w*(\\(\\d+(, ?\\d+)*\\))?")
            && !WORDS.contains(type.toLowerCase(Locale.ROOT));
    return plain ? type : name(type);
  }

  private static String text(String text) {
    return "'" + readable(text).replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
