package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

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
    each(drafts, most, draft -> null, run);
  }

  /**
   * The same for drafts of which no run has two with the same key.
   *
   * @param most how many drafts of some columns a run has at most
   * @param keyOf the key of a draft, or null
   */
  static void each(
      Iterable<? extends Draft> drafts,
      ToIntFunction<Changes> most,
      Function<Draft, @Nullable Object> keyOf,
      BiConsumer<List<Draft>, Changes> run) {
    List<Draft> alike = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    Changes columns = Changes.NONE;
    int longest = 0;
    for (Draft draft : drafts) {
      Changes next = draft.columns();
      Object key = keyOf.apply(draft);
      boolean same = !alike.isEmpty() && next.equals(columns);
      boolean full = alike.size() == longest || (key != null && keys.contains(key));
      if (!alike.isEmpty() && (!same || full)) {
        run.accept(alike, columns);
        alike.clear();
        keys.clear();
      }
      if (!same) {
        columns = next;
        longest = most.applyAsInt(next);
      }
      alike.add(draft);
      if (key != null) {
        keys.add(key);
      }
    }
    if (!alike.isEmpty()) {
      run.accept(alike, columns);
    }
  }
}
