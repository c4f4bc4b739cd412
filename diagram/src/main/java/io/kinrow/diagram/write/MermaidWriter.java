package io.kinrow.diagram.write;

import io.kinrow.diagram.model.ErColumn;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.model.PictureReference;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.options.LayoutOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes a picture as Mermaid's {@code erDiagram}. Names that Mermaid cannot read are written in
 * letters that it can, with the real name beside them.
 *
 * @param warnings what had to be left out
 */
public record MermaidWriter(String text, List<String> warnings) {

  /** The length above which Mermaid shows an error instead of a picture, unless it is set up. */
  private static final int MOST = 50_000;

  /** Words that Mermaid's grammar of such diagrams uses for itself, in any case. */
  private static final Set<String> RESERVED =
      Set.of(
          "acc_descr",
          "acc_title",
          "accdescr",
          "acctitle",
          "class",
          "classdef",
          "direction",
          "erdiagram",
          "many",
          "o",
          "one",
          "only",
          "optionally",
          "style",
          "subgraph",
          "title",
          "to",
          "u",
          "zero",
          "default",
          "end",
          "click",
          "call",
          "href",
          "linkstyle",
          "graph",
          "tb",
          "bt",
          "lr",
          "rl",
          "td",
          "pk",
          "fk",
          "uk",
          "x");

  private static final String STYLES =
      """
        classDef new fill:#d2f5da,stroke:#1a7f37,color:#1f2328
        classDef gone fill:#ffdfdc,stroke:#cf222e,color:#1f2328,stroke-dasharray:6 3
        classDef changed fill:#fff1b8,stroke:#9a6700,color:#1f2328
      """;

  /** Returns the text of a picture; a long one with fewer columns. */
  public static MermaidWriter of(Picture picture, LayoutOptions options) {
    Detail wanted = Boolean.TRUE.equals(options.keysOnly()) ? Detail.KEYS : Detail.ALL;
    Detail detail = wanted;
    String text = new Text(picture, detail).write();
    while (text.length() > MOST && detail != Detail.NONE) {
      detail = detail == Detail.ALL ? Detail.KEYS : Detail.NONE;
      text = new Text(picture, detail).write();
    }
    List<String> warnings = new ArrayList<>();
    if (detail != wanted) {
      warnings.add(
          "Mermaid draws at most 50,000 characters, so "
              + (detail == Detail.KEYS ? "only columns in keys" : "no columns")
              + " are in the text");
    }
    if (text.length() > MOST) {
      warnings.add(
          "With %,d characters, the text is still too long for Mermaid, which needs the setting maxTextSize for it: draw an SVG"
              .formatted(text.length()));
    }
    return new MermaidWriter(text, warnings);
  }

  private enum Detail {
    ALL,
    KEYS,
    NONE
  }

  private static final class Text {

    private final Picture picture;
    private final Detail detail;
    private final StringBuilder out = new StringBuilder();
    private final Map<ErName, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Text(Picture picture, Detail detail) {
      this.picture = picture;
      this.detail = detail;
    }

    String write() {
      out.append("---\ntitle: ").append(yaml(picture.title())).append("\n---\n");
      out.append("erDiagram\n  direction LR\n");
      if (picture.isDifference() && picture.hasMarks()) {
        out.append(STYLES);
      }
      picture.tables().forEach(table -> ids.put(table.name(), id(table.name().toString())));
      picture.tables().forEach(this::table);
      picture.references().forEach(this::reference);
      for (PictureTable table : picture.tables()) {
        if (table.mark() != Mark.SAME) {
          out.append("  class " + ids.get(table.name()) + " " + table.mark().word() + "\n");
        }
      }
      return out.toString();
    }

    private String id(String name) {
      String id = name;
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")
          || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
        id = "t_" + name.replaceAll("[^A-Za-z0-9_]", "_");
      }
      String free = id;
      for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
        free = id + "_" + i;
      }
      return free;
    }

    private void table(PictureTable table) {
      String id = ids.get(table.name());
      String shown =
          (table.mark() == Mark.SAME ? "" : table.mark().sign() + " ")
              + table.title()
              + (table.table().kind().isView() ? " (" + table.table().kind() + ")" : "");
      out.append("  ").append(id);
      if (!shown.equals(id)) {
        out.append("[\"").append(quoted(shown)).append("\"]");
      }
      List<PictureColumn> rows = table.columns().stream().filter(this::isShown).toList();
      if (rows.isEmpty()) {
        out.append('\n');
        return;
      }
      out.append(" {\n");
      rows.forEach(this::column);
      out.append("  }\n");
    }

    private boolean isShown(PictureColumn row) {
      return switch (detail) {
        case ALL -> true;
        case KEYS -> row.column().inKey() || row.mark() == Mark.CHANGED;
        case NONE -> false;
      };
    }

    private void column(PictureColumn row) {
      ErColumn column = row.column();
      List<String> comments = new ArrayList<>();
      if (row.mark() != Mark.SAME) {
        comments.add(row.mark().sign() + " " + row.mark().word());
      }
      String type = word(column.type(), "-");
      String name = word(column.name(), "_");
      if (!name.equals(row.name())) {
        comments.add(row.name());
      }
      if (row.former() != null && !row.former().type().equals(column.type())) {
        comments.add(row.type());
      } else if (!type.equals(column.type()) && !column.type().isEmpty()) {
        comments.add(column.type());
      }
      if (!row.nullability().isEmpty()) {
        comments.add(row.nullability());
      }
      List<String> keys = new ArrayList<>();
      if (column.key()) {
        keys.add("PK");
      }
      if (column.foreign()) {
        keys.add("FK");
      }
      if (column.unique()) {
        keys.add("UK");
      }
      out.append("    ").append(type).append(' ').append(name);
      if (!keys.isEmpty()) {
        out.append(' ').append(String.join(", ", keys));
      }
      if (!comments.isEmpty()) {
        out.append(" \"").append(quoted(String.join(", ", comments))).append('"');
      }
      out.append('\n');
    }

    /** A word of Mermaid's; letters that it does not take become others. */
    private static String word(String text, String otherwise) {
      String word =
          text.replaceAll("[^A-Za-z0-9_()\\[\\],\\-\\u00C0-\\uD7FF]", "_").replaceAll("_*,_*", ",");
      word = word.replaceAll("^[^A-Za-z_\\u00C0-\\uD7FF]+", "");
      if (word.isEmpty() || word.matches("_+")) {
        return text.isEmpty() ? "unknown" : "column";
      }
      if (otherwise.equals("_")) {
        word = word.replaceAll("[^\\p{L}\\p{M}\\p{Nd}_]", "_");
      }
      return RESERVED.contains(word.toLowerCase(Locale.ROOT)) && word.matches("(?i)[pfu]k")
          ? word + "_"
          : word;
    }

    private void reference(PictureReference line) {
      ErReference reference = line.reference();
      String parent = ids.get(reference.parent());
      if (parent == null) {
        parent = id(reference.parent().toString());
        ids.put(reference.parent(), parent);
      }
      out.append("  ").append(parent);
      out.append(reference.optional() ? " |o" : " ||");
      out.append(line.mark() == Mark.GONE ? ".." : "--");
      out.append(reference.unique() ? "o| " : "o{ ");
      out.append(ids.get(reference.child())).append(" : \"");
      String sign = line.mark() == Mark.SAME ? "" : line.mark().sign() + " ";
      out.append(quoted(sign + String.join(", ", reference.columns()))).append("\"\n");
    }

    /** Between quotation marks, which cannot be escaped. Markdown and markup mean nothing there. */
    private static String quoted(String text) {
      return Markup.readable(text)
          .replace('"', '\'')
          .replace("#", "＃")
          .replace("%%", "％％")
          .replace("<", "‹")
          .replace(">", "›")
          .replace("`", "'")
          .replace(";", "；");
    }

    private static String yaml(String text) {
      return "\"" + quoted(text).replace("\\", "\\\\") + "\"";
    }
  }
}
