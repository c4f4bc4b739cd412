package io.kinrow.designer.session;

import io.kinrow.diagram.layout.Box;
import io.kinrow.diagram.layout.GroupArea;
import io.kinrow.diagram.layout.Line;
import io.kinrow.diagram.layout.PlacedBox;
import io.kinrow.diagram.layout.Scene;
import io.kinrow.diagram.layout.SceneBuilder;
import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErReference;
import io.kinrow.diagram.model.Picture;
import io.kinrow.diagram.model.PictureColumn;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.options.Point;
import io.kinrow.diagram.write.LineEnds;
import io.kinrow.diagram.write.LinePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A schema with a place for each of its tables and lines.
 *
 * @param places where all tables stand
 * @param fields the same with all that is drawn, for the page
 */
record SceneView(LayoutFile places, Map<String, Object> fields) {

  /**
   * Lays a schema out.
   *
   * @param places where tables stand that have a place
   */
  static SceneView of(ErModel model, LayoutFile places) {
    LayoutOptions options =
        LayoutOptions.defaults()
            .keysOnly(false)
            .positions(places.places().isEmpty() ? null : places);
    Scene scene = SceneBuilder.of(Picture.of("", model), options);
    Point origin = origin(scene, places);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("x", origin.x());
    fields.put("y", origin.y());
    fields.put("width", scene.width());
    fields.put("height", scene.height());
    fields.put("groups", scene.groups().stream().map(SceneView::group).toList());
    fields.put("boxes", scene.boxes().stream().map(SceneView::box).toList());
    fields.put("lines", scene.lines().stream().map(SceneView::line).toList());
    fields.put("warnings", scene.warnings());
    return new SceneView(all(scene, origin), fields);
  }

  /** Where the scene's own corner stands among the places: scenes begin at 0, places anywhere. */
  private static Point origin(Scene scene, LayoutFile places) {
    for (PlacedBox placed : scene.boxes()) {
      Point place = places.of(placed.box().table().name()).orElse(null);
      if (place != null && !isView(placed)) {
        return place.plus(-placed.area().x(), -placed.area().y());
      }
    }
    return new Point(0, 0);
  }

  private static LayoutFile all(Scene scene, Point origin) {
    Map<ErName, Point> all = new TreeMap<>();
    for (PlacedBox placed : scene.boxes()) {
      if (!isView(placed)) {
        all.put(
            placed.box().table().name(),
            new Point(
                Math.rint(placed.area().x() + origin.x()),
                Math.rint(placed.area().y() + origin.y())));
      }
    }
    return LayoutFile.of(all);
  }

  private static boolean isView(PlacedBox placed) {
    return placed.box().table().table().kind().isView();
  }

  private static Map<String, Object> group(GroupArea group) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", group.name());
    fields.put("x", group.area().x());
    fields.put("y", group.area().y());
    fields.put("width", group.area().width());
    fields.put("height", group.area().height());
    return fields;
  }

  private static Map<String, Object> box(PlacedBox placed) {
    Box box = placed.box();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", box.table().name().name());
    fields.put("title", Box.title(box.table()));
    fields.put("kind", box.table().table().kind().toString());
    fields.put("x", placed.area().x());
    fields.put("y", placed.area().y());
    fields.put("width", placed.area().width());
    fields.put("height", placed.area().height());
    fields.put("keyWidth", box.keyWidth());
    fields.put("nullWidth", box.nullWidth());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PictureColumn row : box.rows()) {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("name", row.column().name());
      shown.put("text", Box.name(row));
      shown.put("type", Box.type(row));
      shown.put("keys", Box.keys(row));
      shown.put("nullable", row.nullability());
      rows.add(shown);
    }
    fields.put("rows", rows);
    return fields;
  }

  private static Map<String, Object> line(Line line) {
    ErReference reference = line.reference().reference();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("child", reference.child().name());
    fields.put("columns", reference.columns());
    fields.put("parent", reference.parent().name());
    fields.put("label", reference.toString());
    fields.put("path", LinePath.of(line.points()));
    fields.put("ends", LineEnds.of(line));
    fields.put("stub", line.stub());
    fields.put("x", line.points().get(0).x());
    fields.put("y", line.points().get(0).y());
    return fields;
  }
}
