package io.kinrow.designer.session;

import io.kinrow.migrate.edit.Edit;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.List;

/** One thing that a person did to the schema, to be done again on a text that changed elsewhere. */
sealed interface Step {

  /** Returns the draft after it. */
  DesignDraft on(DesignDraft draft);

  /** Edits that belong together. */
  record Edits(List<Edit> edits) implements Step {

    public Edits {
      edits = List.copyOf(edits);
    }

    @Override
    public DesignDraft on(DesignDraft draft) {
      return draft.apply(edits);
    }
  }

  /**
   * A text that was typed.
   *
   * @param before the text that it replaces
   */
  record Text(Path file, String before, String text) implements Step {

    @Override
    public DesignDraft on(DesignDraft draft) {
      if (!before.equals(draft.texts().get(file))) {
        throw RefusedException.because(
            "%s was changed here as text and also elsewhere".formatted(file));
      }
      return draft.withText(file, text);
    }
  }
}
