package io.kinrow.migrate.undo;

import org.flywaydb.core.api.FlywayException;

/** A script failed; carries which one through Flyway's transaction template. */
final class UndoFailedException extends FlywayException {
  private static final long serialVersionUID = 1L;

  private final transient PlannedUndo.Step step;

  UndoFailedException(PlannedUndo.Step step, String message, Exception cause) {
    super(message, cause);
    this.step = step;
  }

  PlannedUndo.Step step() {
    return step;
  }
}
