package io.kinrow.designer.session;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.Point;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions.ColumnPlace;
import io.kinrow.migrate.edit.Edit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A design at one moment. Immutable, so that undo is a list of these.
 *
 * @param places where tables stand
 * @param fills the values, as SQL, of existing rows in columns that need one
 * @param keepsData whether the data of dropped columns and tables is kept
 * @param steps what was done since the files were read or written
 */
record DesignState(
    DesignDraft draft,
    LayoutFile places,
    Map<ColumnPlace, String> fills,
    boolean keepsData,
    List<Step> steps) {

  DesignState {
    fills = Map.copyOf(fills);
    steps = List.copyOf(steps);
  }

  DesignState after(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    DesignState next = new DesignState(step.on(draft), places, fills, keepsData, more);
    if (step instanceof Step.Edits edits) {
      for (Edit edit : edits.edits()) {
        next = next.renamed(edit);
      }
    }
    return next;
  }

  /** What is kept beside the text goes along with a rename. */
  private DesignState renamed(Edit edit) {
    Map<ErName, Point> moved = new TreeMap<>(places.places());
    Map<ColumnPlace, String> values = new LinkedHashMap<>();
    if (edit instanceof Edit.RenameTable rename) {
      Name from = new Name(rename.table());
      fills.forEach(
          (place, value) ->
              values.put(
                  place.table().equals(from)
                      ? new ColumnPlace(new Name(rename.to()), place.column())
                      : place,
                  value));
      places
          .places()
          .forEach(
              (name, point) -> {
                if (new Name(name.name()).equals(from)) {
                  moved.remove(name);
                  moved.put(new ErName(rename.to()), point);
                }
              });
      return new DesignState(draft, LayoutFile.of(moved), values, keepsData, steps);
    }
    if (edit instanceof Edit.RenameColumn rename) {
      ColumnPlace from = new ColumnPlace(new Name(rename.table()), new Name(rename.column()));
      fills.forEach(
          (place, value) ->
              values.put(
                  place.equals(from)
                      ? new ColumnPlace(place.table(), new Name(rename.to()))
                      : place,
                  value));
      return new DesignState(draft, places, values, keepsData, steps);
    }
    return this;
  }

  DesignState with(DesignDraft other) {
    return new DesignState(other, places, fills, keepsData, steps);
  }

  DesignState at(LayoutFile others) {
    return new DesignState(draft, others, fills, keepsData, steps);
  }

  DesignState filled(ColumnPlace place, String value) {
    Map<ColumnPlace, String> values = new LinkedHashMap<>(fills);
    if (value.isBlank()) {
      values.remove(place);
    } else {
      values.put(place, value);
    }
    return new DesignState(draft, places, values, keepsData, steps);
  }

  DesignState keeping(boolean data) {
    return new DesignState(draft, places, fills, data, steps);
  }

  /** Returns the same as what is in the files. */
  DesignState inFiles() {
    return new DesignState(draft, places, fills, keepsData, List.of());
  }

  boolean isSavedAs(DesignState saved) {
    return draft.texts().equals(saved.draft.texts())
        && places.places().equals(saved.places.places());
  }
}
