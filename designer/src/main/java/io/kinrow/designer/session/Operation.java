package io.kinrow.designer.session;

import io.kinrow.designer.json.JsonFields;
import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operation of the page makes of a design. */
record Operation(DesignState state) {

  /**
   * Returns the design after it.
   *
   * @throws io.kinrow.migrate.settings.RefusedException if it cannot be done
   */
  DesignState after(JsonFields fields) {
    return switch (fields.text("op")) {
      case "move" -> placed(state, fields);
      case "arrange" -> state.at(LayoutFile.of(Map.of()));
      case "text" -> typed(Path.of(fields.text("file")), fields.text("text"));
      case "fill" ->
          state.filled(
              new ColumnPlace(new Name(fields.text("table")), new Name(fields.text("column"))),
              fields.textOrEmpty("value"));
      case "keepData" -> state.keeping(fields.isTrue("value"));
      case "edits" ->
          edited(fields, fields.objects("edits").stream().map(EditReader::read).toList());
      case "join" ->
          edited(
              fields,
              Gestures.join(state.draft().catalog(), fields.text("one"), fields.text("other")));
      case "reference" ->
          edited(
              fields,
              Gestures.reference(
                  state.draft().catalog(), fields.text("child"), fields.text("parent")));
      case "paste" -> edited(fields, Gestures.paste(state.draft().catalog(), fields.text("sql")));
      default -> edited(fields, List.of(EditReader.read(fields)));
    };
  }

  private DesignState typed(Path file, String text) {
    String before = state.draft().texts().get(file);
    if (before == null) {
      throw RefusedException.because("There is no file " + file + " in this schema");
    }
    return state.after(new Step.Text(file, before, text));
  }

  private DesignState edited(JsonFields fields, List<Edit> edits) {
    return placed(state.after(new Step.Edits(edits)), fields);
  }

  private static DesignState placed(DesignState state, JsonFields fields) {
    Map<ErName, Point> places = new LinkedHashMap<>();
    for (JsonFields place : fields.objects("places")) {
      places.put(new ErName(place.text("table")), new Point(place.number("x"), place.number("y")));
    }
    return places.isEmpty() ? state : state.at(state.places().with(places));
  }
}
