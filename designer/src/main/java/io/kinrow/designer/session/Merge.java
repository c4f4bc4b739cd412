package io.kinrow.designer.session;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.options.Point;
import io.kinrow.migrate.settings.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was done here, to be done again on files that were changed elsewhere.
 *
 * @param saved the design as it was in the files when they were last read or written
 * @param mine the design as it is now
 */
record Merge(DesignState saved, DesignState mine) {

  /**
   * Returns the design with both changes; places that were moved here go before those in the file.
   *
   * @throws RefusedException if a step is not possible there
   */
  DesignState into(DesignState inFiles) {
    // after an undo of what is in the files already, the steps are not the way from there to here
    if (!repeatedOn(saved).draft().texts().equals(mine.draft().texts())) {
      throw RefusedException.because("Changes that had been saved were undone");
    }
    DesignState next = repeatedOn(inFiles);
    Map<ErName, Point> moved = new LinkedHashMap<>();
    mine.places()
        .places()
        .forEach(
            (table, place) -> {
              if (!Optional.of(place).equals(saved.places().of(table))) {
                moved.put(table, place);
              }
            });
    return next.at(next.places().with(moved));
  }

  /** Returns the design with both changes; nothing if a step is not possible there. */
  Optional<DesignState> intoIfPossible(DesignState inFiles) {
    try {
      return Optional.of(into(inFiles));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  private DesignState repeatedOn(DesignState start) {
    DesignState next = start;
    for (Step step : mine.steps()) {
      next = next.after(step);
    }
    return next;
  }
}
