package io.kinrow.designer.session;

import io.kinrow.diagram.model.ErModel;
import io.kinrow.diagram.read.ErSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows of a design. States with the same text, such as those before and after a
 * move, are read only once. Not thread-safe.
 */
final class DesignView {

  private final String origin;
  private @Nullable DesignDraft drawn;
  private ErModel picture = ErModel.EMPTY;
  private @Nullable DesignDraft described;
  private Map<String, Object> model = Map.of();

  /**
   * @param origin the name of the desired schema
   */
  DesignView(String origin) {
    this.origin = origin;
  }

  /** Returns a place for each table and line. */
  SceneView laidOut(DesignState state) {
    if (drawn != state.draft()) {
      picture = ErSource.model(state.draft().schema(origin));
      drawn = state.draft();
    }
    return SceneView.of(picture, state.places());
  }

  /** Returns the texts, what they mean, and where it stands. */
  Map<String, Object> fields(DesignState state, SceneView scene) {
    if (described != state.draft()) {
      model = ModelView.of(state.draft());
      described = state.draft();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("desired", origin);
    fields.put("keepData", state.keepsData());
    List<Map<String, Object>> texts = new ArrayList<>();
    state
        .draft()
        .texts()
        .forEach((file, text) -> texts.add(Map.of("file", file.toString(), "text", text)));
    fields.put("texts", texts);
    fields.put(
        "problems",
        state.draft().problems().stream()
            .map(p -> Map.of("file", p.file(), "line", p.line(), "message", p.message()))
            .toList());
    fields.put("model", model);
    fields.put("scene", scene.fields());
    return fields;
  }
}
