package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** Drafts that follow each other and set the same columns, so that one statement can take them. */
final class Runs {

  private Runs() {}

  /**
   * Passes on each run of drafts with its columns. The list is only valid during the call.
   *
   * @param most how many drafts of some columns a run has at most
   */
  static void each(
      Iterable<? extends Draft> drafts,
      ToIntFunction<Changes> most,
      BiConsumer<List<Draft>, Changes> run) {
    List<Draft> alike = new ArrayList<>();
    Changes columns = Changes.NONE;
    int longest = 0;
    for (Draft draft : drafts) {
      Changes next = draft.columns();
      boolean same = !alike.isEmpty() && next.equals(columns);
      if (!alike.isEmpty() && (!same || alike.size() == longest)) {
        run.accept(alike, columns);
        alike.clear();
      }
      if (!same) {
        columns = next;
        longest = most.applyAsInt(next);
      }
      alike.add(draft);
    }
    if (!alike.isEmpty()) {
      run.accept(alike, columns);
    }
  }
}
