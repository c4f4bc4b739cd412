package io.kinrow.diagram.write;

import static io.kinrow.diagram.write.Markup.escaped;
import static io.kinrow.diagram.write.Markup.number;

import io.kinrow.diagram.layout.Area;
import io.kinrow.diagram.layout.Box;
import io.kinrow.diagram.layout.GroupArea;
import io.kinrow.diagram.layout.Line;
import io.kinrow.diagram.layout.PlacedBox;
import io.kinrow.diagram.layout.Scene;
import io.kinrow.diagram.layout.TextWidth;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.Mark;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.model.PictureTable;
import io.kinrow.diagram.model.Versions;

/** Writes a scene as SVG: for files, and for pages that find its parts by their data. */
public final class SvgWriter {

  private static final double LEGEND = 26;

  private final Scene scene;
  private final boolean inPage;
  private final StringBuilder out = new StringBuilder();

  private SvgWriter(Scene scene, boolean inPage) {
    this.scene = scene;
    this.inPage = inPage;
  }

  /** Returns a file that stands alone. */
  public static String file(Scene scene) {
    SvgWriter writer = new SvgWriter(scene, false);
    writer.document("kinrow-title", "kinrow-desc", true);
    return writer.out.toString();
  }

  /**
   * Returns an element for a page, which has the style.
   *
   * @param id of the element, unique in the page
   */
  static String element(Scene scene, String id) {
    SvgWriter writer = new SvgWriter(scene, true);
    writer.document(id + "-title", id + "-desc", false);
    return writer.out.toString();
  }

  private void document(String titleId, String descId, boolean alone) {
    double legend = scene.picture().isDifference() ? LEGEND : 0;
    String width = number(scene.width());
    String height = number(scene.height() + legend);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    if (alone) {
      out.append(" width=\"" + width + "\" height=\"" + height + "\"");
    }
    out.append(" viewBox=\"0 0 " + width + " " + height + "\"");
    out.append(" class=\"er\" role=\"graphics-document\"");
    out.append(" aria-roledescription=\"entity relationship diagram\"");
    out.append(" aria-labelledby=\"" + titleId + " " + descId + "\">\n");
    out.append("<title id=\"" + titleId + "\">" + escaped(scene.picture().title()));
    out.append("</title>\n<desc id=\"" + descId + "\">");
    out.append(escaped(Described.picture(scene.picture()))).append("</desc>\n");
    if (alone) {
      out.append("<style>\n").append(Resources.text("er.css")).append("</style>\n");
      out.append("<rect class=\"bg\" width=\"" + width + "\" height=\"" + height + "\"/>\n");
    }
    if (legend > 0) {
      legend();
      out.append("<g transform=\"translate(0 " + number(legend) + ")\">\n");
    }
    scene.groups().forEach(this::group);
    scene.lines().forEach(this::line);
    scene.boxes().forEach(this::box);
    out.append(legend > 0 ? "</g>\n</svg>\n" : "</svg>\n");
  }

  private void legend() {
    text("lg", 24, 20, "start", scene.picture().title() + ":");
    double x = 24 + TextWidth.of(scene.picture().title() + ":", Box.SIZE) + 12;
    for (Mark mark : Mark.values()) {
      if (mark != Mark.SAME) {
        String word = mark.sign() + " " + mark.word();
        text("lg m " + mark.word(), x, 20, "start", word);
        x += TextWidth.of(word, Box.SIZE) + 14;
      }
    }
  }

  private void group(GroupArea group) {
    Area area = group.area();
    out.append("<g class=\"group\" role=\"graphics-object\" aria-label=\"group ");
    out.append(escaped(group.name())).append("\">");
    rect("ga", area.x(), area.y(), area.width(), area.height(), 8);
    text("gt", area.x() + 16, area.y() + 24, "start", group.name());
    out.append("</g>\n");
  }

  private void line(Line line) {
    Mark mark = line.reference().mark();
    String words = line.reference().toString();
    out.append("<g class=\"line" + marked(mark) + "\" role=\"graphics-symbol\" aria-label=\"");
    out.append(escaped(mark == Mark.SAME ? words : words + " (" + mark.word() + ")")).append('"');
    if (inPage) {
      out.append(" data-from=\"" + escaped(line.reference().reference().child().toString()));
      out.append("\" data-to=\"" + escaped(line.reference().reference().parent().toString()));
      out.append('"');
    }
    versions(line.reference().versions());
    out.append("><title>").append(escaped(words)).append("</title>");
    out.append("<path class=\"l\" d=\"" + LinePath.of(line.points()) + "\"/>");
    out.append("<path class=\"e\" d=\"" + LineEnds.of(line) + "\"/>");
    if (inPage) {
      out.append("<path class=\"h\" d=\"" + LinePath.of(line.points()) + "\"/>");
    }
    if (!line.stub().isEmpty()) {
      text("st", line.points().get(0).x() - 6, line.points().get(0).y() + 4, "end", line.stub());
    }
    if (mark != Mark.SAME) {
      var at = LinePath.middle(line.points());
      text("m " + mark.word(), at.x() + 5, at.y() - 5, "start", mark.sign());
    }
    out.append("</g>\n");
  }

  private void box(PlacedBox placed) {
    Box box = placed.box();
    PictureTable table = box.table();
    Area area = placed.area();
    String kind = table.table().kind() == ErTable.Kind.TABLE ? "" : " view";
    out.append("<g class=\"box" + kind + marked(table.mark()) + "\" role=\"graphics-object\"");
    out.append(" aria-label=\"" + escaped(Described.table(table)) + "\"");
    if (inPage) {
      out.append(" tabindex=\"-1\" data-table=\"" + escaped(table.name().toString()) + "\"");
    }
    versions(table.versions());
    out.append(">\n<title>").append(escaped(Described.table(table))).append("</title>");
    rect("b", area.x(), area.y(), area.width(), area.height(), 6);
    out.append("<path class=\"hd\" d=\"" + header(area) + "\"/>");
    double x = area.x() + Box.PADDING;
    if (table.mark() != Mark.SAME) {
      text("m " + table.mark().word(), x, area.y() + 19, "start", table.mark().sign());
      x += 16;
    }
    text("t", x, area.y() + 19, "start", Box.title(table));
    if (!kind.isEmpty()) {
      text("k", area.right() - Box.PADDING, area.y() + 18, "end", table.table().kind().toString());
    }
    for (PictureColumn row : box.rows()) {
      row(placed, row);
    }
    if (box.hidden() > 0) {
      double y = area.y() + box.middle(box.lines() - 1) + 4;
      out.append('\n');
      text("n", area.x() + Box.PADDING, y, "start", Box.more(box.hidden()));
    }
    out.append("</g>\n");
  }

  /** Inside the border, which may be dashed. */
  private static String header(Area area) {
    return "M%s %sv%sa5 5 0 0 1 5 -5H%sa5 5 0 0 1 5 5v%sZ"
        .formatted(
            number(area.x() + 1),
            number(area.y() + Box.HEADER),
            number(6 - Box.HEADER),
            number(area.right() - 6),
            number(Box.HEADER - 6));
  }

  private void row(PlacedBox placed, PictureColumn row) {
    Area area = placed.area();
    Box box = placed.box();
    double middle = area.y() + box.middle(row.slot());
    double y = middle + 4;
    boolean marked = row.mark() != Mark.SAME;
    out.append("\n<g class=\"row" + marked(row.mark()) + "\"");
    if (inPage) {
      out.append(" data-column=\"" + escaped(row.column().name()) + "\"");
    }
    versions(row.versions());
    out.append("><title>").append(escaped(Described.column(row))).append("</title>");
    if (marked) {
      rect("r", area.x() + 1, middle - Box.ROW / 2, area.width() - 2, Box.ROW, 0);
      text("m " + row.mark().word(), area.x() + 7, y, "start", row.mark().sign());
    }
    double x = area.x() + Box.PADDING;
    String keys = Box.keys(row);
    if (!keys.isEmpty()) {
      text("k", x + (box.hasSigns() ? 14 : 0), y - 1, "start", keys);
    }
    text("c", x + box.keyWidth(), y, "start", Box.name(row));
    double right = area.right() - Box.PADDING;
    if (!row.type().isEmpty()) {
      text("ty", right - box.nullWidth(), y, "end", Box.type(row));
    }
    if (!row.nullability().isEmpty()) {
      text("nu", right, y, "end", row.nullability());
    }
    out.append("</g>");
  }

  private static String marked(Mark mark) {
    return mark == Mark.SAME ? "" : " " + mark.word();
  }

  private void versions(Versions versions) {
    if (inPage && !versions.equals(Versions.ALL)) {
      out.append(" data-v=\"" + versions + "\"");
    }
  }

  private void rect(String style, double x, double y, double width, double height, double round) {
    out.append("<rect class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y));
    out.append("\" width=\"" + number(width) + "\" height=\"" + number(height) + "\"");
    out.append(round > 0 ? " rx=\"" + number(round) + "\"/>" : "/>");
  }

  private void text(String style, double x, double y, String anchor, String text) {
    out.append("<text class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\"");
    out.append(anchor.equals("end") ? " text-anchor=\"end\">" : ">");
    out.append(escaped(text)).append("</text>");
  }
}
